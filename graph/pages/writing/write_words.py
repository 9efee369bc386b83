"""Words of the pages on which somebody writes."""

from collections.abc import Iterable
from datetime import date

from graph.record.dates import Lag, Stretch, When, said_window
from graph.record.schema import Column
from graph.record.vocabulary import QUALIFIERS, Left, Role, TieKind, also_called, event_types
from graph.words.claim_text import TIES
from graph.words.name_marks import with_marks
from graph.words.wording import LEFT_WORDS, counted, days_words
from ingest.table_row import RowFault
from ingest.written_rows import WRITTEN

CHOOSE = "Choose, or type to search"
MORE_COLUMNS = "More that can be said"
CORRECT, DENY, TAKE_BACK, RESTORE = (
    "Correct it",
    "A source denies it",
    "Take it back",
    "Let it count again",
)
UNDO_CORRECTION = "Undo the correction"
DOES = {
    CORRECT: "A new claim takes the place of this one. What you do not change is kept.",
    DENY: "A second claim says that this one is not so. Both stay, and the doubt is shown.",
    TAKE_BACK: "It counts for nothing from now on, and stays readable.",
    RESTORE: "It counts again. That it was taken back stays readable.",
    UNDO_CORRECTION: "It is taken back, and the claim of before counts again.",
}
WHY = "Why?"
WHY_HELP = "It is kept with your name and the day, and stays readable."
DO = "What do you want to do?"
KEEPING = "Keeping it, and working out the answers again …"
NOTHING_MORE = "The answers are worked out again."
TO_EVENT, TO_PERSON = "To the event", "To the person"
NOTHING_CHANGED = "Nothing is changed yet."
SAY_WHY = "Say why: it is kept with the change."
NAME_A_SOURCE = "Choose the source that denies it."
KEEP = "Keep"
KEPT = "Kept."
IN_THE_APP, NO_FILE = "written in the app", "no file"
NO_DAY, NOBODY_NAMED = "a day that is not known", "somebody who is not named"
HISTORY, EMPTY = "What was changed", "nothing"
HISTORY_COLUMNS = ("When, and by whom", "Claim", "Before", "After", "Why")
UNDO = "Undo this"
STOP_STAYS = (
    "This is a request not to be contacted. Whatever you change here, the stop stays beside "
    "the names until it is lifted."
)
CLAIM_ID = "Its id, for a table or a terminal"
REST = "All other claims about the same"
WRONG = "This cannot be kept yet"
BEFORE_AND_AFTER = "Who is left to contact, before and after"
EFFECT_COLUMNS = ("Child, and whoever changes", "Before", "After")
THE_SAME = "the same"
STOP_COMES = "asked not to be contacted: the stop comes over"
STOP_GOES = "the stop stands here no more"
NO_CHILD_NEAR = "No child on the board is near the people whom it names."
DOUBTED = "This can hardly be so"
DOUBT_BLOCKS_NOTHING = (
    "Look again at what is written here and below. It can be kept all the same."
)
NOT_LEARNED = (
    "When the family learned of it is not said. “As known on” a day, it counts only from the "
    "day of the source on."
)
LEARN_INTRO = (
    "Write down one thing that a source says. Leave open what it does not say. Nothing is kept "
    "before you press Keep."
)
WHAT = "What is it?"
HAPPENED, TIED, SOMEBODY, READ_AS, SOMEWHERE = (
    "Something that happened",
    "How two people are related",
    "Who somebody is",
    "What coded words mean",
    "A place",
)
TABLES_OF = {
    HAPPENED: "events",
    TIED: "kinship",
    SOMEBODY: "people",
    READ_AS: "interpretations",
    SOMEWHERE: "places",
}
SAME_THING = "Is it recorded already?"
SAME_THING_HELP = "Another source, or another passage, on the same thing is a claim of its own."
NEW_THING = "No, it is new"
LOOK_FOR = "Look for somebody, or a place, by any spelling or script"
NEW_HERE = {
    "people": "Somebody who is not recorded yet",
    "places": "A place that is not recorded yet",
}
NEW_SOURCE = "A source that is not recorded yet"
WHOSE_SET = "Data set"
NEW_SET = "A data set that is not recorded yet"
SET_TITLE = "Title of the data set"
COUNTRY_OF_RISK = "Country of risk"
COUNTRY_OF_RISK_HELP = "Contact from outside this country can lead to detention inside it."
OTHER_COUNTRY = "Or the name of a country that is not recorded"
FILL_IN_SET = "Give the data set a title, and name its country of risk."
FILL_IN = "Fill in at least what is said, of whom, and the source."
BACK = "Back"
ADDRESS_HELP = (
    "Come here from a child, a person, an event or a family: the form is then filled."
)
TESTIMONY = "Write down a testimony"
TESTIMONY_INTRO = (
    "Choose the source, and keep its text. Then copy a few words of a passage, and write down "
    "what it says, one thing after the other."
)
TEXT_STAYS = (
    "The text stays on this machine, in a folder that only you can read. No export holds it. "
    "Leave out telephone numbers and addresses."
)
CHOOSE_TEXT = "A file with the text: .txt, .docx or .pdf"
PASTE = "Or paste the text here"
KEEP_TEXT, KEEP_SOURCE = "Keep the text", "Keep the source"
NO_TEXT = "The text cannot be used."
LINES = "Lines of the passage"
LINES_HELP = "The numbers beside the text: 12, or 12-14."
QUOTED_HELP = "Copy them from the text. The lines are then found by them."
LINES_FIRST = "Copy a few words of the passage, or type the numbers of its lines."
NOT_IN_PASSAGE = "These words are not in these lines. Copy a few words as they are."
NOT_IN_TEXT = "These words are not in the text. Copy a few words as they are."
_MOST_FOUND = 6
DONE_MARK = "\u2022"
TO_SOURCE = "To the source, with all its claims"
ROLES = {
    Role.ABOUT: "Of whom the news is",
    Role.MESSENGER: "Through whom it came",
    Role.SENDER: "Who sent it",
    Role.CALLER: "Who called",
    Role.ADDRESSEE: "To whom it was said",
    Role.RESPONSIBLE: "Who is responsible",
    Role.COMPANION: "Who was with them",
    Role.HOUSEHOLD: "For whom they speak, too",
    Role.WITNESS: "Who saw it",
}
_LABELS = {
    ("events", "subject"): "Who",
    ("events", "type"): "What happened",
    ("events", "with"): "With whom",
    ("events", "place"): "Where",
    ("events", "when"): "When, as it was said",
    ("events", "until"): "Until when, as it was said",
    ("events", "edtf"): "When, as exact dates",
    ("events", "learned"): "When the family learned of it",
    ("events", "relayed_by"): "Through whom the informant has it",
    ("events", "basis"): "How the source knows it",
    ("events", "ends"): "Which event it ends",
    ("kinship", "person"): "Who",
    ("kinship", "kind"): "Is what to whom",
    ("kinship", "relative"): "To whom",
    ("kinship", "term"): "The word as said",
    ("people", "name"): "Name, or a description",
    ("people", "other_names"): "Other spellings and scripts",
    ("people", "birth"): "Born when",
    ("people", "sought"): "Is a child who is looked for",
    ("people", "asks"): "Asks for the child from wherever they are",
}
_EVERYWHERE = {
    "source": "Source",
    "locator": "Where in the source",
    "words": "The few words that are the evidence",
    "note": "Note, for those who work on it",
    "stance": "Says that it is so, or denies it",
}
_WORDS = {TieKind.KIN_OF: "is kin of (the word as said)", TieKind.KNOWS: "knows"}


def label(table: str, column: str, own: str = "") -> str:
    """Return the name of a field; `own` is what the type of an event calls it."""
    if own:
        return f"{own[:1].upper()}{own[1:]}"
    plain = column.replace("_", " ").capitalize()
    return _LABELS.get((table, column)) or _EVERYWHERE.get(column, plain)


def word(column: Column, chosen: str) -> str:
    """Return a word of a list in plain words."""
    if column.allowed == "EventType" and chosen in event_types():
        also = ", ".join(also_called().get(chosen, ()))
        return with_marks(event_types()[chosen].words, [also] if also else [])
    if column.word_class is TieKind and chosen in column.words:
        tie = TieKind(chosen)
        return TIES.get(tie) or _WORDS.get(tie, chosen)
    return chosen.replace("_", " ") or "not said"


def allowed(column: Column, kind: str) -> list[str]:
    """Return the words of a list; of a qualifier those that fit the kind of tie."""
    if column.allowed == "Qualifier":
        return list(QUALIFIERS.get(TieKind(kind), ())) if kind else []
    return list(column.words)


def means(read: When | Lag | Stretch) -> str:
    """Say which days the words of a date mean."""
    if isinstance(read, Stretch):
        first, last = (said_window(one.window) for one in (read.first, read.last))
        return (
            f"Means: one time {said_window(read.between.window)}. "
            f"What lasts began {first} and ended {last}."
        )
    if isinstance(read, Lag):
        days = days_words(read.least, read.most)
        return f"Means: {days} from another event. Choose it below, under after or before."
    how = "" if read.basis == "stated" else f" (by the convention “{read.basis}”)"
    return f"Means: {said_window(read.window)}{how}."


def at_the_time_of(event: str) -> str:
    """Say that a date is the one of another event."""
    return f"Means: at the time of this event: {event}"


def no_date(problem: str) -> str:
    """Say that words are no date, as ingest says it."""
    return f"Not a date: it {problem}."


def wrong(faults: Iterable[RowFault], table: str) -> Iterable[str]:
    """Say what is wrong with a row, a sentence for each thing."""
    for one in faults:
        named = f"{label(table, one.column)}: " if one.column else ""
        value = f"“{one.value}” " if one.value else ""
        yield f"{named}{value}{one.problem}."


def found_there(first: int, last: int) -> str:
    """Say in which lines words were found."""
    return f"Found in {_lines(first, last)}."


def found_often(passages: Iterable[tuple[int, int]]) -> str:
    """Say that words are in the text more than once."""
    each = [_lines(first, last) for first, last in passages]
    shown = ", ".join(each[:_MOST_FOUND])
    return f"These words are there {len(each)} times: {shown}. Type the lines that you mean."


def _lines(first: int, last: int) -> str:
    return f"line {first:,}" if first == last else f"lines {first:,} to {last:,}"


def progress(done: int, lines: int) -> str:
    """Say of how many lines something is written down."""
    of = counted(lines, "line")
    return f"{DONE_MARK} Something is written down of {done:,} of {of}."


def written(started: str, by: str, files: Iterable[str], count: int) -> str:
    """Say when claims came in, by whom, and from which file."""
    who = f" by {by}" if by else ""
    claims = counted(count, "claim", "claims")
    return f"Came in on {started[:10]}{who}, {from_file(files)}: {claims}."


def from_file(files: Iterable[str]) -> str:
    """Say from which file something came in, or that it was written in the app."""
    names = list(files)
    return IN_THE_APP if names == [WRITTEN] else f"from {', '.join(names) or NO_FILE}"


def on_day_by(on: str, by: str) -> str:
    """Say when something was changed, and by whom."""
    return f"{on[:10] or NO_DAY}, by {by or NOBODY_NAMED}"


def answer(left: Left | None) -> str:
    """Return an answer in words; None: somebody who is not within reach."""
    return "not within reach" if left is None else LEFT_WORDS[left]


def more_children(count: int) -> str:
    """Say for how many children it was not worked out."""
    return f"and {counted(count, 'child', 'children')} more, for whom it is not worked out here"


def on_day(day: date) -> str:
    """Say for which day the answers are, and that nothing is kept."""
    return f"On {day.isoformat()}. Nothing is kept before you press {KEEP}."
