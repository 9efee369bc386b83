"""What an audience below `internal` gets of the records, field by field."""
