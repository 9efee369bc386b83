"""One place as blocks: where it lies, and who was held, placed or seen there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Sureness
from graph.pages.detail.nested import Nested
from graph.pages.kit import detail_words
from graph.pages.kit.claim_blocks import MOST, more
from graph.pages.kit.links import PLACE, way
from graph.pages.kit.name_links import NameLinks, event_part
from graph.pages.kit.page_state import CHILD
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    details,
    further_details,
    heading,
    part,
    sentence,
    table,
)
from graph.record.model import Claim, Place
from graph.views.place_view import Presence, PresenceKind
from graph.words.answer_text import SURENESS_WORDS, deed
from graph.words.marks import Mark
from graph.words.wording import counted

COLUMNS = ("Who", "How", "What and when", "Where", "How sure", "By whose word")


def top_blocks(shown: Nested[Place]) -> Iterator[Block]:
    """Yield the name of a place, what it is, and where it lies."""
    place = shown.own
    yield heading(place.name, level=1)
    yield details(
        ("Also written", cell(*place.aliases)),
        ("What", cell(place.kind.replace("_", " "))),
        ("Lies in", [_way(one) for one in shown.larger]),
        ("In it", [_way(one) for one in shown.parts[:MOST]]),
        ("Known to the", cell(place.precision)),
        *further_details(place),
    )


def _way(place: Place) -> Block:
    kind = f" ({place.kind.replace('_', ' ')})" if place.kind else ""
    return part(f"{place.name}{kind}", to=way(PLACE, place.id))


def presence_blocks(
    shown: Sequence[Presence],
    named: NameLinks,
    claims: Mapping[str, Claim],
    children: frozenset[str],
    day: date,
) -> Iterator[Block]:
    """Yield who is recorded there on a day, and who ever was.

    Args:
        children: those who are children on the board of some day.
    """
    rows = _Rows(named=named, claims=claims, children=children)
    there = [one for one in shown if one.on_the_day is not Sureness.NO]
    yield heading(f"On {day.isoformat()}")
    yield sentence(_counts(there, children), "lead")
    yield from rows.table(there, "on", "Recorded there on the day, as far as anybody said")
    yield heading("Ever")
    yield sentence(_counts(shown, children))
    yield from rows.table(shown, "ever", "By when it began; doubtful events are said to be so")


def _counts(shown: Iterable[Presence], children: frozenset[str]) -> str:
    """Say how many people there are of each kind, a person once for each."""
    people: dict[PresenceKind, set[str]] = {how: set() for how in PresenceKind}
    for one in shown:
        people[one.how].add(one.person)
    told = [f"{len(ids)} {how.value}" for how, ids in people.items() if ids]
    if not told:
        return detail_words.NOBODY_THERE
    everybody = set().union(*people.values())
    there = len(everybody & children)
    among = f"; {counted(there, 'child', 'children')} among them" if there else ""
    return f"Recorded: {', '.join(told)}{among}."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """Makes the rows of both tables."""

    named: NameLinks
    claims: Mapping[str, Claim]
    children: frozenset[str]

    def table(self, shown: Sequence[Presence], which: str, caption: str) -> Iterator[Block]:
        if shown:
            rows = [self._row(one, on_day=which == "on") for one in shown[:MOST]]
            yield table(COLUMNS, rows, caption=caption)
        yield from more(len(shown) - MOST)

    def _row(self, one: Presence, *, on_day: bool) -> SheetRow:
        event = one.event
        cited = [self.claims[id_] for id_ in event.claims if id_ in self.claims]
        sure = one.on_the_day if on_day else event.exists
        child = one.person in self.children
        return SheetRow(
            cells=(
                cell(
                    *self.named.person(one.person, tone="name"),
                    part(
                        "a child: who is left" if child else "",
                        "quiet",
                        Mark.CHILD,
                        to=way(CHILD, one.person),
                    ),
                ),
                cell(one.how.value),
                cell(event_part(deed(event), event.id)),
                cell(*(self.named.place(place) for place in event.places)),
                cell(SURENESS_WORDS[sure]),
                cell(*self.named.told_by(cited)),
            )
        )


def more_people(count: int) -> Iterator[Block]:
    """Yield how many more people were there than are looked through."""
    if count > 0:
        people = counted(count, "person", "people")
        yield sentence(f"and {people} more, whose histories are not read here", "warn")
