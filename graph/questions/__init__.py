"""Questions across families: the library, saved ones, free Cypher; every answer is marked."""
