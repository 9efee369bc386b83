"""Words of the loading page."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.store import LoadReport
from graph.words.wording import counted
from ingest.reading import RowCount

MOST_PLACES = 4
INTRO = (
    "A data set is a few tables: people, kinship, events, with their sources and places. "
    "data_samples/README.md explains every column; data_samples/blank/ is a set to fill in. "
    "Nothing is loaded before you say so, and a bad row never stops the good ones."
)
CHOOSE = "Tables of one data set: .csv, .xlsx or .jsonl, all its files together"
ENCODING = "Encoding of the text"
ENCODINGS = {
    "utf-8": "UTF-8 (what it should be)",
    "cp1254": "Turkish Windows (cp1254)",
    "cp1252": "Western Windows (cp1252)",
    "cp1251": "Cyrillic Windows (cp1251)",
    "cp1256": "Arabic Windows (cp1256)",
    "gb18030": "Chinese (gb18030)",
}
TWICE = "Two of the files have the same name; give each a name of its own, or one is lost:"
KEPT_APART = "The rows that are not taken are kept on this machine, to be mended below."
NOTHING_TO_LOAD = (
    "No row can be loaded as it is: mend what is listed and choose the files again."
)
WAITING = "Rows to correct"
NOTHING_WAITS = (
    "No row is left to correct: all that was read was taken, or has been read again."
)
MEND = (
    "Change the cells, or the text, and read the rows again. The text before stays as it "
    "was, in the folder named below."
)
READ_AS_IT_IS = "Read again, as it is"
READ_MENDED = "Read again, with the changes"
ELSEWHERE = "Cannot be mended here; mend it where it came from and choose it above:"
WRONG = "What is wrong"
NOTHING_IN_IT = "nothing"
MARKED = "Rows as they were read. What is wrong is framed."


def marked(rows: int, most: int) -> str:
    """Say what the framed cells are, and of how many rows the first are shown."""
    return f"{MARKED} The first {most} of {rows:,} are shown." if rows > most else MARKED


NOT_NEEDED = "Not needed any more"
WHY_NOT = "Why are these rows not needed?"
DISMISS, REOPEN = "Dismiss them", "Open them again"
DISMISSED_KEPT = "The rows stay in their folder. They can be opened again."
RUNS = "What was loaded, the last first"
NO_RUNS = "Nothing was loaded yet."
STATES = {"done": "whole", "run again": "broken off, whole since it was run again"}
UNDER_WAY = "Another load is under way; wait until it has ended."
BROKEN = "The load was broken off. What was loaded stays; the same load again makes it whole."


def not_kept(error: OSError) -> str:
    """Say that the disk would not take the rejected rows, so nothing was loaded."""
    return (
        f"The rejected rows could not be kept ({error.strerror or error}), so nothing was "
        "loaded; make room, or name another folder in GRAPH_HOME, and load again."
    )


def checked(total: RowCount) -> str:
    """Say what a check found."""
    if not total.read:
        return "No row could be read."
    many = counted(total.read, "row")
    if not total.rejected:
        return f"{many} read, and all can be loaded."
    return f"{many} read: {total.taken:,} can be loaded, {total.rejected:,} need mending."


def places(found: Sequence[str]) -> str:
    """Say where the same trouble is: the first places, and how many more."""
    more = f" and {len(found) - MOST_PLACES:,} more" if len(found) > MOST_PLACES else ""
    return f"{', '.join(found[:MOST_PLACES])}{more}"


def load_button(taken: int) -> str:
    """Return the word on the button."""
    return f"Load {counted(taken, 'row')}"


def ended(taken: int, rejected: int, report: LoadReport | None) -> Iterable[str]:
    """Say, a sentence each, what a load has changed."""
    yield f"{counted(taken, 'row')} taken, {rejected:,} kept for mending."
    if report is None:
        return
    yield from report.in_words()


def kept_in(folder: Path, home: Path) -> str:
    """Say where rows are kept: from the folder on that holds all data of this machine."""
    inside = folder.relative_to(home) if folder.is_relative_to(home) else folder
    return f"Kept in {inside}, in the data folder (GRAPH_HOME)."


def read_again(taken: int, rejected: int, folders: Iterable[Path], home: Path) -> list[str]:
    """Say what became of rows that were mended, for the folder that they came from."""
    lines = [f"Read again: {counted(taken, 'row')} taken, {rejected:,} kept."]
    return [*lines, *(kept_in(folder, home) for folder in folders)]
