"""What documents say where there is nothing to tell, and around what they tell."""

from graph.export.package import Audience
from graph.words.wording import RISK

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
    "nothing_doubtful": "Nothing told here is recorded as doubtful.",
    "nobody_disagrees": "No two sources are recorded as disagreeing on what is told here.",
    "no_source": "No source may be named to this audience.",
    "later": "Later, or perhaps later:",
    "last_heard": "Last heard:",
    "picture": "The family on this day.",
}

NOT_SAID = (
    (
        "It does not say whom to call. “Left to contact” means that contact is recorded and "
        "that nothing recorded stands against it; not that contact is safe, wanted or wise."
    ),
    (
        f"{RISK} Before any contact, somebody who knows the situation of that day has to "
        "assess the risk."
    ),
    (
        "“Recorded” is what a source told until the day given beside it. Nobody recorded does "
        "not mean that there is nobody; unknown does not mean free, alive or safe."
    ),
    "People are in the order of closeness to the child, which is no advice.",
    "Names that are left out make no family anonymous: its shape alone can be recognised.",
)
