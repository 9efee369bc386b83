"""Questions across families: the library, one's own, free Cypher; every answer marked."""
