"""Checks across rows."""
