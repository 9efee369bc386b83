"""Where each card and line of a family is placed."""
