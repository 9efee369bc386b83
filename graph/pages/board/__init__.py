"""The page of all children on the board of a day."""
