"""The disclosure check: whom a file endangers, and who can be recognised by it."""
