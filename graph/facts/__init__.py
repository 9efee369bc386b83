"""Facts: the sum of the claims, and when each thing was. Pure."""
