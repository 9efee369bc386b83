"""Which version of the program read a row: every run of ingest remembers it."""

VERSION = "kinthread 0.1.0"
