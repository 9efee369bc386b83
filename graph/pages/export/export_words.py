"""What the page of exports says."""

from graph.export.package import Audience

TITLE = "Hand over what is recorded"
LEAD = (
    "Choose whom it is about and who is to read it. What this audience may not read is left "
    "out or withheld; before a file can be taken it is read back and searched, and the ledger "
    "keeps that it left."
)
ABOUT = {
    Audience.INTERNAL: "internal: everything, with names",
    Audience.PARTNER: "partner: roles, months, towns",
    Audience.BRIEFING: "briefing: roles, years, regions",
    Audience.PUBLIC: "public: roles, bands of years, countries",
}
CHILDREN = "Children whom it is about"
AUDIENCE = "Who is to read it"
FORMATS = "Formats"
DAY = "As of"
TO = "For whom (stands on every page)"
KEY = "Public key of age: encrypts the file for its owner (may stay empty)"
CODED = "With coded words and their readings"
RELAYS = "With the chains through which news came"
QUOTES = "With the sources' own words"
TITLES = "With the titles and publishers of sources"
TYPED = (
    "These words leave as they were typed. Read whether any of them leads to somebody, and "
    "tick each that may leave; the file can be made when all are ticked:"
)
MAY_LEAVE = "I have read this, and it may leave"
PSEUDONYMS = "Made-up names instead of roles"
PREVIEW = "Look at it first"
MAKE, MAKE_ALL = "Make the file", "Make the files"
TAKE = "Take the file"
REFUSED = "The disclosure check refuses this:"
NOTED = "To be known before it is handed over:"
ALTERNATIVES = "What would pass:"
LEFT_OUT = "What this audience does not get:"
LOSSES = "What the format does not hold:"
FORCE = "Export it all the same"
REASON = "Why; the ledger keeps it"
NO_REASON = "To export what the check refuses, say why."
CHOOSE = "Choose at least one child, an audience and a format."
CHOOSE_CHILDREN = "Choose children instead"
OWN_QUERY = "A query of your own"
WITH_REACH = "The files are about these children, and everybody within their reach."
NOBODY_ELSE = (
    "The files are about these people and nobody else; authorities stand in what they did."
)
ASKED_AGAIN = "The question is asked again when you look at it."
CUT = "There were more rows than came back: whoever is only in those is not chosen."
CHOOSE_MORE = "Choose an audience and at least one format."
MADE = "What is made stands in the ledger; nothing of it was written to this disk."
BROWSER = "Where the browser saves it, and what it keeps, is outside of this program."
HEAD = "Ledger head, to be kept on paper: "
PAST = "What left before"
NOTHING_LEFT = "Nothing was exported yet."
NOT_SOUND = "The ledger is not as it was written:"
COLUMNS = ("When", "Export", "Format", "Audience", "Of", "For", "By", "Why")
TOLD_COLUMNS = ("Person", "Left to contact", "Why", "Since")
PEOPLE_COLUMNS = ("Who is in it", "Before anybody gets in touch")
EVERYTHING = "Everything of it is for those who hold the testimonies: names, days, coded words."


def found(asked: str, people: int, children: int) -> str:
    """Say what was asked, and how many people came back."""
    who = "1 person" if people == 1 else f"{people:,} people"
    which = {0: "none of them a child", 1: "1 of them a child"}
    return f"{asked}: {who}, {which.get(children, f'{children:,} of them children')}."


def not_made(form: str, why: str) -> str:
    """Say why there is no file in a format."""
    return f"As {form}: {why}"
