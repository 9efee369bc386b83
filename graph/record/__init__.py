"""The records of the project: claims, their words, their times, their names. Pure."""
