"""The disclosure check: people whom a file endangers, and people whom it lets recognise."""
