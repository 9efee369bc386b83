"""Words around notes, and what is new since somebody was here before."""

from graph.desk.desk_notes import Note
from graph.desk.open_forms import OpenForm
from graph.words.wording import counted

NOTES = "Notes"
INTRO = (
    "Notes and open questions of those who work here. They stay on this machine: no export and "
    "no query holds them. Leave out telephone numbers and addresses."
)
WRITE = "Write a note"
TEXT = "Note"
ASKS = "An open question, or something to do"
KEEP = "Keep the note"
DELETE = "Delete a note"
WHICH = "Which note?"
DELETE_IT = "Delete it for good"
DONE, OPEN_AGAIN = "Mark as done", "Open it again"
COLUMNS = ("Note", "By whom", "About")
NONE = "Nobody has written a note."
ANY_NOTES = "Only what is open"
NOT_THERE = "no longer recorded"
FAMILY_OF = "Family of"
UNREADABLE = "These files of the desk cannot be read, and stay where they are:"
EMPTY_IT = "Empty this form"
GO_ON, DISCARD = "Go on with it", "Discard it"
MEANWHILE = "Somebody changed this in the meantime. These claims are as they are now."
CHANGED = "New or changed since the form was begun"
SEEN_IT = "I have seen it"
OPEN_FORMS = "Forms that were begun and not kept"
FORM_COLUMNS = ("Form", "About", "Last typed")
FORMS = {
    "about": "Add what I learned",
    "claim": "Correct, deny or take back",
    "testimony": "Write down a testimony",
    "load": "Correct rejected rows",
    "same": "One person or two",
}
LEFT_OPEN = "Somebody asks for a second pair of eyes: is it one person, or two?"
LEFT_OPEN_COLUMNS = ("To decide", "Records")
COMPARE = "Compare"
LOOKED_AT = "Looked at: "
NEW = "new"


def written(note: Note) -> str:
    """Say who wrote a note, and on which day."""
    return f"{note.by}, {note.written[:10]}"


def state(note: Note) -> str:
    """Say whether something is still to do; "" for a plain note."""
    if note.open:
        return "open"
    return f"done by {note.done_by}, {note.done[:10]}" if note.asks else ""


def was_open(changed: str) -> str:
    """Say that a form was begun before."""
    return (
        f"Something was typed here until {moment(changed)}, and not kept. Perhaps it is still "
        "open in another window."
    )


def moment(changed: str) -> str:
    """Return a moment with its minute."""
    return f"{changed[:10]} {changed[11:16]} UTC"


def form_label(form: OpenForm) -> str:
    """Return what a form is for."""
    if form.form.startswith("note "):
        return WRITE
    return FORMS[form.to.partition(":")[0]]


def gone(many: int) -> str:
    """Say how many claims there are no longer."""
    return f"{counted(many, 'claim')} no longer there."


def new_since(day: str, notes: int, rows: int) -> str:
    """Say what is new since the last visit; "" where nothing is."""
    parts = [f"{counted(rows, 'new row')} of tables or forms"] * bool(rows)
    parts += [counted(notes, "note")] * bool(notes)
    return f"New since you were here on {day}: {' and '.join(parts)}." if parts else ""
