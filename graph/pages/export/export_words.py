"""Words of the page of exports."""

from graph.export.package import Audience
from graph.words.wording import counted

TITLE = "Export for somebody else"
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
TO = "Recipient (printed on every page)"
READER = "What a briefing asks of the reader"
READERS = {
    "": "nothing",
    "consulate": "what is asked of a consulate",
    "un": "what is asked of a UN body",
    "parliament": "what is asked of a parliament",
    "press": "what is asked of the press",
}
PLEA = "In your own words (may stay empty)"
KEY = "Public key for the program age: only its owner can open the file (may stay empty)"
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
PREVIEW = "Preview"
MAKE, MAKE_ALL = "Make the file", "Make the files"
TAKE = "Take the file"
CHECK = "Whom this file may endanger"
REFUSED = (
    "This file is refused, because somebody may be detained or a family recognised by it. It "
    "leaves only if you say why it must, and the ledger keeps your reason."
)
NOT_REFUSED = "Nothing refuses this file. Read each question, and tick it if it may leave."
NOTHING_FOUND = "Nothing was found that refuses it, or that has to be read."
REFUSING = "Refused: "
ALTERNATIVES = "What would pass instead"
LEFT_OUT = "What this audience does not get:"
LOSSES = "What the format does not hold:"
FORCE = "Export it anyway"
REASON = "Why; the ledger keeps it"
NO_REASON = "To export what the check refuses, say why."
CHOOSE = "Choose at least one child, an audience and a format."
CHOOSE_CHILDREN = "Choose children instead"
WITH_REACH = "The files are about these children, and everybody within their reach."
NOBODY_ELSE = (
    "The files are about these people and nobody else; authorities are named in what they did."
)
ASKED_AGAIN = "The question is asked again for the preview."
CUT = "There were more rows than came back: people who are only in the others are not chosen."
CHOOSE_MORE = "Choose an audience and at least one format."
MADE = "What is made is recorded in the ledger; nothing of it was written to this disk."
BROWSER = "Where the browser saves it, and what it keeps, is outside of this program."
HEAD = "Ledger head, to be kept on paper: "
PAST = "Earlier exports"
NOTHING_LEFT = "Nothing was exported yet."
RECALL = "Who has it: something was withdrawn, or was wrong"
RECALL_WHAT = "A name, the title of a source, or the id of a claim"
RECALL_INTRO = (
    "You get the files with it, and a letter to each reader with what replaces them. Nothing "
    "is sent."
)
CORRECT_FIRST = (
    "Correct or take back what was wrong first. Then each file can be made anew here, for the "
    "same reader and in the same format. The ledger keeps each of them."
)
BY_HAND = (
    "The ledger does not say whom these files were about: correct what was wrong, and make the "
    "files anew above."
)
MAKE_ANEW = "Make the files anew"
MAKING_ANEW = "Making the files anew, and reading them back"
READ_FIRST = "somebody has to read words of it first. Tick them above."
RECALL_WHICH = "Which of those who are called so"
NOBODY_HAS = "No export carried anything of this name or id."
NOT_SOUND = "The ledger is not as it was written:"
COLUMNS = ("When", "Export", "Format", "Audience", "Of", "For", "By", "Why")
TOLD_COLUMNS = ("Person", "Left to contact", "Why", "Since")
PEOPLE_COLUMNS = ("Who is in it", "Before anybody gets in touch")
EVERYTHING = "Everything of it is for those who hold the testimonies: names, days, coded words."


def found(asked: str, people: int, children: int) -> str:
    """Say what was asked, and how many people came back."""
    who = counted(people, "person", "people")
    which = {0: "none of them a child", 1: "1 of them a child"}
    return f"{asked}: {who}, {which.get(children, f'{children:,} of them children')}."


def not_made(form: str, why: str) -> str:
    """Say why there is no file in a format."""
    return f"As {form}: {why}"
