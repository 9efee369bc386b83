"""The pages of questions and of free Cypher."""
