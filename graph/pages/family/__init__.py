"""The page of one family."""
