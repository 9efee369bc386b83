"""Place each card and line of a family."""
