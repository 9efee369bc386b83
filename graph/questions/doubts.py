"""Doubts about a load: claims that can hardly be so, a sentence each; a doubt stops nothing."""

from graph.questions.asking import Answered, QuestionStore, Row, ask
from graph.questions.library import question
from graph.views.free_view import FreeView, view
from graph.words.name_marks import ASKED_NOT, with_marks


def doubts_of_run(store: QuestionStore, run: str) -> tuple[str, ...]:
    """Return the doubts about what a run of ingest brought, with names and figures."""
    answered = ask(store, question("doubts"), {"run": run})
    return doubt_sentences(answered, view(store, answered.ids("Person.id")))


def doubt_sentences(answered: Answered, people: FreeView) -> tuple[str, ...]:
    """Return a sentence for each row of the question `doubts`: "An event after death: ..."."""
    return tuple(dict.fromkeys(_sentence(row, people) for row in answered.rows))


def _sentence(row: Row, people: FreeView) -> str:
    names = ", ".join(_name(person, people) for person in row["people"])
    doubt: str = row["doubt"]
    return f"{doubt[0].upper()}{doubt[1:]}: {names} ({row['detail']})."


def _name(person: str, people: FreeView) -> str:
    thing = people.things[person]
    return with_marks(thing.name, (ASKED_NOT,) if thing.stop else ())
