"""People by their kinship, as a searcher calls them: "mother-in-law of Mamutjan".

It is worked out from the recorded ties for each search. So a person without a name in any
source is found by their kinship to somebody with one. Pure.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.facts.adding_up import people, ties
from graph.kinship import Kin, Relation
from graph.kinship.kin_wording import wording
from graph.kinship.kin_words import blood
from graph.record.model import Records
from graph.rule.reach import births, kin_ties
from graph.views.name_search import Found, Hit, Index, MatchKind, SearchEntry

BY_KIN = "worked out from the ties"
"""Why somebody is a hit by kinship."""
FARTHEST = 8
"""Civil degrees: a third cousin is the eighth."""

_NAMESAKES = 3
"""People of the name whose kin is looked through."""

_OF = re.compile(r"\s*(?P<term>.+?)\s+of\s+(?P<name>.+?)\s*", re.IGNORECASE)
_POSSESSED = re.compile(r"\s*(?P<name>.+?)['\u2019]s\s+(?P<term>.+?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What was asked for: somebody, by what they are to whom."""

    term: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KinHit:
    """Somebody who is found by what they are to somebody else."""

    entry: SearchEntry
    relation: str
    of: SearchEntry


def kin_hits(typed: str, index: Index, around: Callable[[str], Records]) -> list[KinHit]:
    """Return the people of a kinship to somebody of the name: "sister of Turghun".

    Args:
        typed: what was typed; where it is no such phrase, there are no hits.
        index: every name that is recorded.
        around: reads what is recorded around a person, by id.
    """
    phrase = called(typed)
    if phrase is None:
        return []
    return [
        KinHit(entry=index.by_id(id_), relation=relation, of=namesake)
        for namesake in _namesakes(index, phrase.name)
        for id_, relation in kin_called(around(namesake.id), namesake.id, phrase.term).items()
    ]


def closest_first(found: Found, kin: Sequence[KinHit]) -> list[Hit | KinHit]:
    """Return who is written so, then who is so by kinship, then all others, each once."""
    by_kin = {hit.entry.id for hit in kin}
    written = [hit for hit in found.hits if hit.how <= MatchKind.SAME]
    rest = [h for h in found.hits if h.how > MatchKind.SAME and h.entry.id not in by_kin]
    return [*written, *kin, *rest]


def _namesakes(index: Index, name: str) -> list[SearchEntry]:
    found = index.search(name).namesakes
    return [entry for entry in found if entry.kind == "person"][:_NAMESAKES]


def called(typed: str) -> Called | None:
    """Read "mother-in-law of Mamutjan" or "Mamutjan's mother-in-law"; None if it is neither."""
    matches = _OF.fullmatch(typed) or _POSSESSED.fullmatch(typed)
    return Called(**matches.groupdict()) if matches else None


def kin_called(records: Records, person: str, term: str) -> dict[str, str]:
    """Return whom the words name among the kin and acquaintances of a person, nearest first.

    Args:
        records: everything recorded around the person (`Store.around`).
        person: whose they are.
        term: as people say it: "aunt", "elder sister", "cousin", "mother-in-law", "friend".

    Returns:
        Each with what they are in the words of families: "wife's mother".
    """
    wanted = _plain(term)
    known, stated = people(records.people), ties(records.ties)
    sexes = {one.id: one.sex for one in known.values()}
    kin = Kin(kin_ties(stated), sexes, births(known.values()))
    near = {
        id_: relation.phrase
        for id_, relation in kin.within(person, FARTHEST).items()
        if wanted in _names(relation)
    }
    for tie in stated:
        if tie.relative == person and tie.term and _plain(tie.term) == wanted:
            near.setdefault(tie.person, tie.term)
    return {id_: words for id_, words in near.items() if id_ in known}


def _names(relation: Relation) -> set[str]:
    """Return the words that a relation may be looked for by: "cousin" is one of any degree."""
    names = {relation.term, relation.phrase, _of_any_sex(relation)}
    if relation.kind in {"blood", "stated"} and relation.degree is not None:
        sexes = (relation.steps[-1].sex, "")
        names |= {blood(relation.up, relation.down, sex) for sex in sexes}
    names |= {"cousin" for name in names if "cousin" in name and "'s" not in name}
    if relation.up == relation.down == 1 and relation.seniority:
        names |= {f"{relation.seniority} {name}" for name in names}
        names |= {name.replace("elder", "older") for name in names}
    return {_plain(name) for name in names}


def _of_any_sex(relation: Relation) -> str:
    """Return the word that leaves the sex open: a grandmother is a grandparent."""
    *way, last = relation.steps
    steps = (*way, last._replace(sex=""))
    return wording(steps, relation.up, relation.down, relation.half).term


def _plain(term: str) -> str:
    return " ".join(re.sub(r"[-\u2019']", " ", term.casefold()).split())
