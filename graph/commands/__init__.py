"""`python -m graph`: what the program does from a terminal, a room for each command."""
