"""The record of what left, and of consent that was lowered."""
