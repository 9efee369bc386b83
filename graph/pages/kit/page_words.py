"""Words of the pages around the answers.

The words of the answers are in `graph/words/wording.py` and `graph/words/answer_text.py`.
"""

from collections.abc import Sequence
from datetime import date

from graph.record.vocabulary import Separated, ThreadState
from graph.words.wording import counted

NO_ANSWER_YET = "No answer is worked out yet. Children are shown here as theirs are."
HOW_TO_LOAD = (
    "To load a family, run this in the folder of the program (README.md shows how to fill in "
    "the tables):"
)
COUNTS = (
    "“Within reach” counts people, and each group as one. “Left to contact” counts single "
    "people only. A sign is a voice, a message with news of the child, or having been seen."
)
READING_SIGNS = "Reading the last signs of each child"
BOARD = "Kinthread: who is left to contact, for each child separated from a parent abroad"
FILTER = "Filter and sort"
HAND_OVER = "Hand this over"
TOO_MANY_TO_HAND = (
    "More than {most} children are too many for one file: filter the board to hand some over."
)
PRINTED = (
    "TLP:RED: for those who hold the testimonies. This sheet was not checked as an export is, "
    "and no ledger has it."
)
"""At the foot of every sheet that a browser prints."""
MAP = "Last recorded places and journeys"
NOBODY_ON_BOARD = (
    "No child is recorded as separated from a parent abroad on this day. Choose another day. "
    "In a genealogy nobody is asked about until somebody is marked as sought."
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
BAD_DAY = "The day in the link is not a day of the calendar; the page shows another one."
NO_SUCH_CHILD = "The link names no recorded child who is separated; the page shows another one."
CLOSENESS = "Sorted by closeness to the child. Closeness is no advice whom to contact."
WORKING_OUT = "Working out what was known by then ..."
KNOWN_ON = "Only what the family knew by then counts, except requests not to be contacted."


def what_matters(states: Sequence[ThreadState], families: int) -> str:
    """Say for how many children nobody is left, and for how many one person is the last."""
    none, one = (states.count(state) for state in (ThreadState.NONE, ThreadState.ONE))
    children, last = (counted(count, "child", "children") for count in (len(states), one))
    said = f"{none} of {children}: nobody is recorded as left to contact."
    thread = f" For {last} one person is left: the last thread." if one else ""
    return f"{said}{thread} {counted(families, 'family', 'families')}."


def on_board(count: int, found: int, shown: int, day: date) -> str:
    """Say how many of the children on the board of a day are shown; "" where all are."""
    if not count:
        return f"{day.isoformat()}: {NOBODY_ON_BOARD}"
    said = [f"The filters leave {found} of {count} children."] if found < count else []
    said += [f"The first {shown} are shown."] if shown < found else []
    return " ".join(said)


def over_years(first: date, last: date) -> str:
    """Return the title of a column of lines, with the years at both of their ends."""
    return f"{first.year} to {last.year}"


def over_time(name: str) -> str:
    """Return the title of the page of timeline and map."""
    return f"The people around {name}, over time"


def hand_over_children(many: int) -> str:
    """Return the name of the button that leads to an export of the board's children."""
    return f"Hand over: {counted(many, 'child', 'children')}"
