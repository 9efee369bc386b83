"""The desk of an analyst: notes, watched questions, open forms and visits, in private files.

No export imports this room, and none of it is in the store.
"""
