"""What must not be readable in a file: names, spellings, ids and days."""
