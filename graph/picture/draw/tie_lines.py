"""The people placed around a child, and the lines of their ties, except descent."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from graph.facts.adding_up import Facts, Sureness, Tie
from graph.kinship.stated import rows_above
from graph.picture.draw.shown_text import shown
from graph.picture.layout.cards_to_place import CardsToPlace, Member
from graph.record.vocabulary import TieKind

INK = "#333333"
FONT = {"size": 12, "color": "#000000", "strokeWidth": 4, "multi": False}
_TIE_INK = "#0072b2"
_BY_BIRTH = ("birth", "unknown", "")
_LABEL_LETTERS = 40


def family_of(facts: Facts, child: str, people: Collection[str]) -> CardsToPlace:
    """Return the family of a child: these people of the facts, and what ties them."""
    shown_people = sorted({child, *people} & facts.people.keys())
    ties = [tie for tie in facts.ties if {tie.person, tie.relative} <= set(shown_people)]
    parents: dict[bool, dict[str, tuple[str, ...]]] = {True: {}, False: {}}
    for tie in sorted(ties, key=lambda t: t.person):
        if tie.kind is TieKind.PARENT_OF:
            of = parents[tie.qualifier in _BY_BIRTH]
            of[tie.relative] = (*of.get(tie.relative, ()), tie.person)
    beside: dict[str, tuple[str, ...]] = {}
    for tie in ties:
        beside[tie.person] = (*beside.get(tie.person, ()), tie.relative)
        beside[tie.relative] = (*beside.get(tie.relative, ()), tie.person)
    stated: dict[str, tuple[tuple[str, int], ...]] = {}
    for tie in sorted(ties, key=lambda t: (t.person, t.relative)):
        if tie.kind is TieKind.KIN_OF and (rows := rows_above(tie.term)) is not None:
            stated[tie.person] = (*stated.get(tie.person, ()), (tie.relative, rows))
            stated[tie.relative] = (*stated.get(tie.relative, ()), (tie.person, -rows))
    born = {id_: facts.people[id_].born.earliest for id_ in shown_people}
    return CardsToPlace(
        child=child,
        members={
            id_: Member(id=id_, sex=facts.people[id_].sex, order=(born[id_],))
            for id_ in shown_people
        },
        parents=parents[True],
        guardians=parents[False],
        couples=_pairs(ties, TieKind.SPOUSE_OF),
        siblings=_pairs(ties, TieKind.SIBLING_OF),
        beside=beside,
        rows_from=stated,
    )


def _pairs(ties: Iterable[Tie], kind: TieKind) -> frozenset[frozenset[str]]:
    return frozenset(frozenset({t.person, t.relative}) for t in ties if t.kind is kind)


def doubtful_descents(facts: Facts, names: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Return each (child, parent), by the names of their cards, that is not certain."""
    return frozenset(
        (names[tie.relative], names[tie.person])
        for tie in _shown(facts, names, TieKind.PARENT_OF)
        if tie.exists is not Sureness.CERTAIN
    )


def couples(facts: Facts, names: Mapping[str, str]) -> list[tuple[str, str, bool, bool]]:
    """Return each couple by the names of their cards, whether it ended, and any doubt of it.

    Of two ties between the same two, the one that did not end counts.
    """
    found: dict[tuple[str, str], tuple[bool, bool]] = {}
    for tie in _shown(facts, names, TieKind.SPOUSE_OF):
        one, other = sorted((names[tie.person], names[tie.relative]))
        said = (tie.qualifier == "ended", tie.exists is not Sureness.CERTAIN)
        found[one, other] = min(said, found.get((one, other), said))
    return [(*pair, *said) for pair, said in sorted(found.items())]


def stated_siblings(facts: Facts, names: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Return who are stated as brothers and sisters, and any doubt of it."""
    return [
        (names[tie.person], names[tie.relative], tie.exists is not Sureness.CERTAIN)
        for tie in _shown(facts, names, TieKind.SIBLING_OF)
    ]


def _shown(facts: Facts, names: Mapping[str, str], kind: TieKind) -> Iterator[Tie]:
    for tie in facts.ties:
        if tie.kind is kind and tie.person in names and tie.relative in names:
            yield tie


def tie_lines(
    facts: Facts, child: str, people: Collection[str], carers: Iterable[str]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every tie that is not a line of descent; ties of the same two bend apart."""
    bends: Counter[frozenset[str]] = Counter()
    for start, end, label, style in _ties(facts, child, people, carers):
        pair = frozenset({start, end})
        bends[pair] += 1
        bend = 0.1 + 0.13 * bends[pair]
        curve = {"enabled": True, "type": "curvedCW", "roundness": bend}
        drawn = {
            "label": shown(label)[:_LABEL_LETTERS] or " ",
            "color": _TIE_INK,
            "dashes": [6, 4],
            "width": 1.6,
            "smooth": curve,
            "arrows": "",
            "font": FONT,
        }
        yield start, end, drawn | style


def _ties(
    facts: Facts, child: str, people: Collection[str], carers: Iterable[str]
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for carer in carers:
        if carer in people:
            # The card says which care it is.
            yield carer, child, "", {"width": 2.4}
    for tie in facts.ties:
        drawn = _drawn(tie, child)
        if drawn is not None and tie.person in people and tie.relative in people:
            label, style = drawn
            doubt = "" if tie.exists is Sureness.CERTAIN else "?"
            yield tie.person, tie.relative, f"{label}{doubt}", style


def _drawn(tie: Tie, child: str) -> tuple[str, dict[str, Any]] | None:
    """Return the word on a tie's line and how it differs; None for what is drawn otherwise."""
    kinship = {"color": INK, "dashes": False}
    match tie.kind:
        case TieKind.PARENT_OF if tie.qualifier not in _BY_BIRTH:
            return tie.qualifier, kinship | {"dashes": [6, 4]}
        case TieKind.LIVES_WITH if child in (tie.person, tie.relative):
            return "lives with", {}
        case TieKind.KIN_OF | TieKind.KNOWS:
            return "", {}  # the card says which
    return None
