"""Free Cypher: what of a query may run, and how it is run, ended and read."""
