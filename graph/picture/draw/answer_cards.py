"""Cards of a free view with the answer of one day, of people near any number of children."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.picture.draw.cards import Card, Spans
from graph.record.dates import BEGINNING
from graph.record.vocabulary import Left, Status
from graph.views.explored import A_CHILD, DIFFERS, DayAnswer
from graph.views.free_view import FreeView, ViewThing
from graph.words.marks import Mark, mark_of
from graph.words.wording import LEFT_WORDS, STATUS_WORDS

DIFFERS_WORDS = "differs by child"


@dataclass(frozen=True, slots=True)
class _Answer:
    left: Left
    status: Status


def answer_cards(seen: FreeView, answers: Mapping[str, DayAnswer]) -> dict[str, Spans[Card]]:
    """Return the cards of those with an answer; the stop is on each that has one."""
    return {
        id_: ((BEGINNING, _card(seen.things[id_], said)),)
        for id_, said in answers.items()
        if id_ in seen.things
    }


def _card(thing: ViewThing, said: DayAnswer) -> Card:
    stop = "Do not contact" if thing.stop else ""
    if said.left == A_CHILD:
        return Card(name=thing.name, mark=Mark.CHILD, word=A_CHILD, stop=stop)
    if said.left == DIFFERS:
        return Card(
            name=thing.name, mark=Mark.PERSON, word=DIFFERS_WORDS, status=said.status, stop=stop
        )
    answer = _Answer(Left(said.left), Status(said.status))
    return Card(
        name=thing.name,
        mark=mark_of(answer),
        word=LEFT_WORDS[answer.left],
        status=STATUS_WORDS[answer.status],
        stop=stop,
    )
