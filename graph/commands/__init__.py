"""The commands of `python -m graph`, a module for each."""
