"""The text that must not be readable in a file: names, spellings, ids and days."""
