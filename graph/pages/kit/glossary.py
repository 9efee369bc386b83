"""The glossary: the words of the answers, explained on the page that uses them.

The words follow the rule (`docs/rule.md`). They explain it, and decide nothing.
"""

from graph.pages.kit.sheet_blocks import Block, cell, details, fold
from graph.rule.left import FRESH_DAYS

TITLE = "? What the words mean: yes, possibly, unknown, no, abroad, last thread, separated"
WORDS = {
    "yes": f"A contact is recorded, last at most {FRESH_DAYS} days before this day; nothing "
    "recorded since then ends it. It does not say that contact is safe.",
    "possibly": "Yes or not, by something that the sources leave open: a date that may lie "
    "before or after, a belief, a reading of somebody's words, two claims that disagree. The "
    "reason beside the answer says which.",
    "unknown": "The sources do not say: no contact is recorded, or the last one is more than "
    f"{FRESH_DAYS} days ago. It is not a no.",
    "no": "Recorded as dead, as held, as lost to contact, or as having asked not to be "
    "contacted.",
    "abroad": "Recorded outside the country of risk. Parents and others who ask for the child "
    "are shown, and not counted as left.",
    "last thread": "How many single people are recorded as left: none, one (the last thread), "
    "many; unclear or not clear where the answer hangs on a possibly. Groups do not count.",
    "separated": "A parent is recorded outside the country of risk and the child is not. "
    "Possibly separated: the sources leave one of the two open on this day.",
    "do not contact": "Everybody who ever asked not to be contacted has this mark on every "
    "day, also before they asked, until they themselves are recorded to have withdrawn it.",
}


def glossary() -> Block:
    """Return the box that explains the words."""
    return fold(TITLE, details(*((word, cell(said)) for word, said in WORDS.items())))
