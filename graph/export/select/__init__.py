"""The people of an export."""
