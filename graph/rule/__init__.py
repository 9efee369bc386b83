"""The rule: who is left to contact for a child, on any day, and why. Pure, but for `deriving`.

`docs/rule.md` walks through it; `answer.py` is where a reader comes in.
"""
