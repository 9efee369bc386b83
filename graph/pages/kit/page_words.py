"""What the pages say around the answers.

The words of the answers are in `graph/words/wording.py` and `graph/words/answer_text.py`.
"""

from datetime import date

from graph.record.vocabulary import Separated

EMPTY = "Nothing is recorded yet."
HOW_TO_LOAD = (
    "To load a family, run this in the folder of the program (README.md shows how to fill in "
    "the tables):"
)
COUNTS = (
    "How many people within reach are recorded how; groups count as one, and not for who is "
    "left to contact. A sign is a voice, a message with news of the child, or having been seen."
)
READING_SIGNS = "Reading the last signs of each child"
BOARD = "Children apart from a parent abroad, and who is recorded around them"
MAP = "Where they are last recorded, and the ways that they came"
NOBODY_ON_BOARD = (
    "No child is recorded as apart from a parent abroad on this day. Another day may have some."
)
SAMPLES = (
    "The sample families are loaded: those of a published report of 2021. To start empty, run "
    "this in the folder of the program; it says what would be lost, and asks:"
)
SEPARATED_SHORT = {
    Separated.YES: "",
    Separated.POSSIBLY: "possibly separated",
    Separated.NO: "not separated",
}
CLEAR = "python -m graph clear"
LOAD = "python -m ingest FOLDER"
SILENT_STORE = "The store does not answer. This page comes back when it does."
NO_SERVER = (
    "The Neo4j of this program does not run. Start it in the folder of the program: "
    "python -m graph server start"
)
NOT_SHOWN = "This cannot be shown."
BAD_DAY = "The day in the link is no day of the calendar; the page shows another one."
NO_SUCH_CHILD = (
    "The link names nobody who is recorded as a separated child; the page shows another one."
)
CLOSENESS = "Sorted by closeness to the child. Closeness is no advice whom to contact."
WORKING_OUT = "Working out what was known by then ..."
KNOWN_ON = "Only what the family knew by then counts, except requests not to be contacted."


def on_board(count: int, found: int, shown: int, day: date) -> str:
    """Say how many children are on the board of a day, and how many the filters leave."""
    if not count:
        return f"{day.isoformat()}: {NOBODY_ON_BOARD}"
    words = f"{day.isoformat()}: {count} {'child' if count == 1 else 'children'} on the board."
    if found < count:
        words += f" The filters leave {found}."
    return words if shown == found else f"{words} The first {shown} are shown."


def over_time(name: str) -> str:
    """Return the title of the page of timeline and map."""
    return f"The people around {name}, over time"
