"""Kinthread: who is left to contact, for each child of a separated family."""
