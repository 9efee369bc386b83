"""Fixed sentences of documents: those for empty parts, and those around the others."""

from graph.export.package import Audience
from graph.words.wording import RISK, SORTED_BY

QUESTION = "Who is recorded as left to contact?"
TITLE = "Who is recorded as left to contact: a briefing"
"""The title among a file's properties: it names nobody."""

AUDIENCE_WORDS = {
    Audience.INTERNAL: "Internal: those who hold the testimonies",
    Audience.PARTNER: "For a partner",
    Audience.BRIEFING: "For a briefing",
    Audience.PUBLIC: "Public",
}

SENTENCES = {
    "asked_not": "Recorded as having asked not to be contacted:",
    "last_thread": "The last thread:",
    "nobody_recorded": "Nobody within reach is recorded.",
    "no_event": "No event is recorded until this day.",
    "no_appeal": "No appeal to an authority is recorded until this day.",
    "nothing_doubtful": "Nothing here is recorded as doubtful.",
    "nobody_disagrees": "No two sources are recorded as disagreeing on anything here.",
    "no_source": "No source may be named to this audience.",
    "sorted_by": SORTED_BY,
    "later": "Later, or perhaps later:",
    "last_heard": "Last heard:",
    "picture": "The family on this day.",
}

PROSE_HEADS = {
    "children": "The children",
    "happened": "What happened",
    "left": "Who is left",
    "asked": "What the family asked",
    "plea": "What we ask of you",
}
"""The parts of the first page, in the order of reading."""

PLEAS = {
    "consulate": (
        "We ask you to find out through your own channels where the children are and who cares "
        "for them, and to help them to join their parents. Please name no source and no "
        "relative to anybody in the country, and let nobody contact the relatives."
    ),
    "un": (
        "We ask you to take up these cases with the State: where is each child and each "
        "relative named here, under whose care or custody, and on what ground? Please ask for "
        "proof that they are alive, and for contact between the children and their parents."
    ),
    "parliament": (
        "We ask you to raise the case with your government: which steps has it taken for these "
        "children, what was the answer, and what comes next? Please name nobody in a public "
        "sitting whom this page does not name."
    ),
    "press": (
        "We ask you to publish nothing that makes the family recognisable beyond this page. "
        "Please contact none of the relatives, and show us what touches them beforehand."
    ),
}
"""What is asked of a reader of each kind; the analyst may add to it."""

NOT_SAID = (
    (
        "It does not say whom to call. “Left to contact” means that contact is recorded and "
        "that nothing recorded speaks against it; not that contact is safe, wanted or wise."
    ),
    (
        f"{RISK} Before any contact, somebody who knows the situation of that day has to "
        "assess the risk."
    ),
    (
        "“Recorded” is what a source said until the day given beside it. Nobody recorded does "
        "not mean that there is nobody; unknown does not mean free, alive or safe."
    ),
    "People are in the order of closeness to the child, which is no advice.",
    "Names that are left out make no family anonymous: its shape alone can be recognised.",
)
