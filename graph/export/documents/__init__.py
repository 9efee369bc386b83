"""Documents before they are set: every sentence, in reading order."""
