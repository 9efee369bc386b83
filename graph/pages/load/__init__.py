"""The page that loads tables and mends rejected rows."""
