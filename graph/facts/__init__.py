"""What the claims add up to, and when it was. Pure."""
