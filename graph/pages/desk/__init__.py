"""The page of notes and open questions."""
