"""Records that may be of one person, as blocks: a row a pair, or two side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.facts.clusters import Clusters
from graph.pages.kit.app_store import not_to_contact, read
from graph.pages.kit.links import SAME, way
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    heading,
    part,
    sentence,
    table,
)
from graph.pages.writing import sameness_words as words
from graph.record.dates import ALWAYS, said_window
from graph.record.model import TieClaim
from graph.record.vocabulary import Basis, Stance, TieKind, event_types
from graph.store.queries import query
from graph.views.doubles import Comparison, Pair, Traits, compared
from graph.words.marks import Mark
from graph.words.name_marks import NameMarks
from graph.words.wording import STOP_SHORT

_MOST_EVENTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSame:
    """What is claimed of sameness in the whole store, and how everything is called."""

    said: tuple[TieClaim, ...]
    joined: Clusters
    names: Mapping[str, str]

    def traits(self, people: Iterable[str]) -> dict[str, Traits]:
        """Return the traits of people, by the id of their cluster; of nobody recorded, none."""
        ids = {self.joined.of(one): self.joined.ids(one) for one in people}
        every = sorted({id_ for some in ids.values() for id_ in some})
        found = read(lambda store: store.read(query("read/traits"), ids=every)) if every else []
        rows = {row["id"]: row for row in found}
        of = {one: [rows[id_] for id_ in some if id_ in rows] for one, some in ids.items()}
        return {one: Traits.of_rows(some, self.joined) for one, some in of.items() if some}

    def named(self, traits: Iterable[Traits]) -> "NamesBeside":
        """Return the names of people and of those they are tied to, with their stops."""
        people = {id_ for one in traits for id_ in (*one.ids, *(b.other for b in one.bonds))}
        return NamesBeside(names=self.names, stops=not_to_contact(people))

    def parted(self) -> set[Pair]:
        """Return the pairs that are claimed to be two people."""
        counts = (
            one
            for one in self.said
            if one.kind is TieKind.NOT_SAME_AS
            and one.active
            and one.stance is Stance.SUPPORTS
            and one.basis is Basis.STATED
        )
        return {self.ordered((one.person, one.relative)) for one in counts}

    def ordered(self, pair: Pair) -> Pair:
        """Return two people by the ids that name them, in the order of letters."""
        one, other = sorted(map(self.joined.of, pair))
        return (one, other)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesBeside:
    """Names of people and places, with the stops of the people."""

    names: Mapping[str, str]
    stops: frozenset[str]

    def called(self, id_: str) -> str:
        """Return a name for a sentence, with its mark."""
        return NameMarks(stopped=self.stops).name(self.names.get(id_, id_), id_)

    def person(self, one: Traits) -> list[Block]:
        """Return the names of all records of a person, with the stop."""
        return [
            *(part(self.names.get(id_, id_), to=way(PERSON, id_)) for id_ in one.ids),
            *self.stop(one),
        ]

    def stop(self, one: Traits) -> list[Block]:
        """Return the stop of a person; nothing where there is none."""
        return [part(STOP_SHORT, "stop", Mark.STOP)] * bool(self.stops & {*one.ids})


def pair_rows(
    known: SaidSame, pairs: Sequence[Pair], *, likely: bool = False
) -> list[SheetRow]:
    """Return a row for each pair, the likest first.

    Args:
        known: what is claimed, and the names.
        pairs: by the ids that name the clusters.
        likely: without those who are excluded, or whom one event or tie names together.
    """
    traits = known.traits({id_ for pair in pairs for id_ in pair})
    named = known.named(traits.values())
    found = [
        (pair, compared(traits[pair[0]], traits[pair[1]], named.called))
        for pair in pairs
        if {*pair} <= traits.keys()
    ]
    shown = [
        one for one in found if not (likely and (one[1].excludes or one[1].named_together))
    ]
    shown.sort(key=lambda one: (-one[1].weight, one[0]))
    return [_row(traits[a], traits[b], comparison, named) for (a, b), comparison in shown]


def _row(one: Traits, other: Traits, comparison: Comparison, named: NamesBeside) -> SheetRow:
    link = part(words.COMPARE, to=way(SAME, f"{one.ids[0]},{other.ids[0]}"))
    against = (*comparison.excludes, *comparison.against)
    return SheetRow(
        cells=(
            cell(*named.person(one), link),
            cell(*named.person(other)),
            cell(*comparison.speaks),
            cell(*(part(line, "warn") for line in against)),
        )
    )


def beside_blocks(
    one: Traits, other: Traits, comparison: Comparison, named: NamesBeside
) -> Iterator[Block]:
    """Yield two people side by side, and what speaks for and against their being one."""
    rows = [
        SheetRow(cells=(cell(part(label, "quiet")), *(_filled(lines) for lines in both)))
        for label, *both in zip(
            words.TRAITS, _lines(one, named), _lines(other, named), strict=True
        )
    ]
    yield table(("", *(" / ".join(map(named.called, who.ids)) for who in (one, other))), rows)
    yield heading(words.SPEAKS)
    for line in comparison.speaks or (words.NOTHING,):
        yield sentence(_with_stops(line, (one, other), named))
    yield heading(words.AGAINST)
    against = (*comparison.excludes, *comparison.against)
    for line in against:
        yield sentence(_with_stops(line, (one, other), named), "warn")
    if not against:
        yield sentence(words.NOTHING)


def _with_stops(line: str, people: Iterable[Traits], named: NamesBeside) -> str:
    """Return a sentence with the stop of each of these people whom it calls by a name."""
    stopped = (one for one in people if named.stops & {*one.ids})
    said = ((name, STOP_SHORT) for one in stopped for name in one.names if name in line)
    return " ".join([line, *(f"{name}: {stop}." for name, stop in dict.fromkeys(said))])


def _filled(lines: Sequence[Block | str]) -> list[Block]:
    return cell(*lines) or cell(part(words.NOT_SAID, "quiet"))


def _lines(one: Traits, named: NamesBeside) -> Iterator[Sequence[Block | str]]:
    """Yield the cells of one person, in the order of `words.TRAITS`."""
    yield named.person(one)
    yield [*one.names, *named.stop(one)]
    yield sorted(one.sexes)
    yield () if one.born == ALWAYS else (said_window(one.born),)
    ties = dict.fromkeys(f"{bond.words} {named.called(bond.other)}" for bond in one.bonds)
    yield [f"{tie[:1].upper()}{tie[1:]}" for tie in ties]
    yield list(map(named.called, one.places))
    deeds = sorted(one.deeds, key=lambda deed: deed.at.sort_days)
    said = [f"{event_types()[deed.type].words}, {said_window(deed.at)}" for deed in deeds]
    more = len(said) - _MOST_EVENTS
    yield [*said[:_MOST_EVENTS], *([f"and {more} more"] * (more > 0))]
    yield list(map(named.called, one.sources))
