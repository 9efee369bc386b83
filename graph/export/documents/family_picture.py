"""The family picture of an export: the app's own, drawn from a `Package` alone.

The people and their ties are its records. The words of a card are its rows. Children of one
family share a picture.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.export.package import Audience, ChildBriefing, Package, RelativeLine
from graph.facts.adding_up import Facts, Tie
from graph.facts.timeline import Timeline
from graph.picture.draw.cards import NEAR_NOTE
from graph.picture.draw.legend import legend
from graph.picture.draw.scene import Fold, Scene, scene
from graph.picture.draw.shown_text import shown
from graph.picture.draw.svg import Caption, svg
from graph.picture.layout.collapse import WIDEST
from graph.record.vocabulary import TieKind
from graph.words.marks import Mark

STOP = "Do not contact"
_TOLD = (Mark.CHILD, Mark.SIBLING, Mark.YES, Mark.POSSIBLY, Mark.ABROAD)
_YOUNG = (Mark.CHILD, Mark.SIBLING)
_NO_TIME = Timeline(spans={}, contradicted=frozenset(), successors={})
_SEVERAL = ((Mark.MORE, "several people on one card"),)
_FOR = {
    Audience.INTERNAL: "for those who hold the testimonies",
    Audience.PARTNER: "for partners",
    Audience.BRIEFING: "for a briefing",
    Audience.PUBLIC: "for everybody",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPicture:
    """The picture of a family, and the text around it."""

    scene: Scene
    """Where rows are too wide, with cards that stand for several people."""
    whole: Scene
    """With a card for everybody."""
    caption: Caption

    def cards(self) -> Iterator[dict[str, str]]:
        """Yield what each card says."""
        return (node["card"] for node in self.scene.nodes if "card" in node)

    def svg(self, *, bare: bool = False) -> str:
        """Return the picture as SVG; `bare` leaves out what a page around it says already."""
        caption = self.caption
        if bare:
            caption = replace(caption, title="", under="", label="", foot="")
        return svg(self.scene.nodes, self.scene.edges, caption)


def pictures(package: Package) -> Iterator[FamilyPicture]:
    """Yield the picture of each family that is handed over, in the order of the answers."""
    families = _Families(package)
    for _, briefings in groupby(package.briefings, key=lambda one: one.family):
        yield families.drawn(list(briefings))


class _Families:
    """What is handed over, with the ties of each person at hand."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._people = package.facts.people
        self._ties: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in package.facts.ties:
            self._ties[tie.person].append(tie)
            self._ties[tie.relative].append(tie)

    def drawn(self, briefings: Sequence[ChildBriefing]) -> FamilyPicture:
        """Draw a family around the first of its children."""
        cards = self._cards(briefings)
        rows = [row for one in briefings for row in one.rows]
        known = self._facts(cards)
        carers = list(dict.fromkeys(row.person for row in rows if row.care))
        fold = Fold(keep=_kept(cards, rows))
        drawn = scene(known, briefings[0].child, cards, carers, fold=fold)
        whole = scene(known, briefings[0].child, cards, carers) if drawn.more else drawn
        return FamilyPicture(
            scene=drawn, whole=whole, caption=self._caption(briefings, drawn, cards)
        )

    def _facts(self, shown_people: dict[str, dict[str, str]]) -> Facts:
        near = {id_: self._people[id_] for id_ in shown_people if id_ in self._people}
        around = {tie.id: tie for id_ in shown_people for tie in self._ties.get(id_, ())}
        return Facts(
            people=near,
            ties=tuple(around[id_] for id_ in sorted(around)),
            events={},
            timeline=_NO_TIME,
        )

    def _cards(self, briefings: Sequence[ChildBriefing]) -> dict[str, dict[str, str]]:
        """Return the cards: of the children, of their brothers and sisters, of the rows."""
        children = {one.child for one in briefings}
        found = {one.child: _card(one.name, Mark.CHILD, "the child") for one in briefings}
        for one in briefings:
            for row in one.rows:
                found.setdefault(row.person, _row_card(row))
        for id_ in sorted(self._siblings(children) - found.keys()):
            found[id_] = _card(self._people[id_].name, Mark.SIBLING, "also a child")
        for id_ in self._package.do_not_contact & found.keys():
            found[id_]["stop"] = STOP
        return found

    def _siblings(self, children: set[str]) -> set[str]:
        """Return who shares a parent with the children, or is stated as a brother or sister."""
        found: set[str] = set()
        for child in children:
            for tie in self._ties.get(child, ()):
                if tie.kind is TieKind.SIBLING_OF:
                    found |= {tie.person, tie.relative}
                elif tie.kind is TieKind.PARENT_OF and tie.relative == child:
                    theirs = self._ties[tie.person]
                    found |= {t.relative for t in theirs if t.kind is TieKind.PARENT_OF}
        return found & self._people.keys()

    def _caption(
        self, briefings: Sequence[ChildBriefing], drawn: Scene, cards: dict[str, dict[str, str]]
    ) -> Caption:
        package = self._package
        title = (
            briefings[0].name if len(briefings) == 1 else f"Children of {briefings[0].family}"
        )
        known = "" if package.known_on is None else f", as known on {package.known_on}"
        counts = ", ".join(f"{count} {word}" for word, count in briefings[0].counts)
        heads = list(dict.fromkeys(one.headline.text for one in briefings))
        return Caption(
            title=shown(title),
            under=shown(
                f"{package.warning} Who is left to contact{known}? {heads[0]}".lstrip()
            ),
            label=package.tlp,
            foot=shown(_foot(package)),
            described=shown(
                f"Family picture of {title} on {package.as_of}, {len(cards)} cards: {counts}."
            ),
            legend=(*legend(cards.values()), *(_SEVERAL if drawn.more else ())),
        )


def _kept(cards: dict[str, dict[str, str]], rows: Iterable[RelativeLine]) -> frozenset[str]:
    """Return who has a card of their own however wide the family is.

    These are a row of children, caregivers, everybody who is or may be left, and those who
    asked not to be contacted.
    """
    kept = {id_ for id_, one in cards.items() if one["mark"] in _TOLD or one["stop"]}
    young = [id_ for id_, one in cards.items() if one["mark"] in _YOUNG and not one["stop"]]
    kept -= {*young[WIDEST:]}
    return frozenset(kept | {row.person for row in rows if row.care})


def _foot(package: Package) -> str:
    parts = [
        f"Export {package.export_id}, made on {package.made_on}, {_FOR[package.audience]}",
        f"to {package.recipient}" if package.recipient else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said}. A card says what is recorded, not what is so."


def _row_card(row: RelativeLine) -> dict[str, str]:
    notes = (
        NEAR_NOTE if row.household_asked_not else "",
        row.care,
        "a group" if row.group else "",
    )
    return _card(row.name, row.mark, row.left) | {
        "status": "" if row.status == row.left else row.status,
        "relation": "" if row.relation == row.name else shown(row.relation),
        "stop": STOP if row.do_not_contact else "",
        "note": shown(" · ".join(note for note in notes if note)),
    }


def _card(name: str, mark: Mark, word: str) -> dict[str, str]:
    return {
        "name": shown(name),
        "mark": mark.value,
        "word": word,
        "status": "",
        "relation": "",
        "stop": "",
        "note": "",
    }
