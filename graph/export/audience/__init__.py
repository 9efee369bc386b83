"""The records as an audience below `internal` gets them, field by field."""
