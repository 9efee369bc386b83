"""The page that makes an export."""
