"""How the hard stop is said in a cell, where a mark stands before it."""

STOP_SHORT = "do not contact"
