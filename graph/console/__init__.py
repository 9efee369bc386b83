"""Free Cypher: the queries that may run, and how one is run, ended and read."""
