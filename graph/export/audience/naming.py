"""Ids and names of one export: their key is thrown away, so no two exports can be joined."""

import hmac
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from graph.export.audience.drawn_ids import drawn
from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.leaks.stopwords import common
from graph.export.leaks.term_index import WholeWords, words
from graph.facts.adding_up import Sureness
from graph.kinship.kin_words import without_age
from graph.rule.answer import ChildAnswer
from graph.rule.network import is_adult

_SIGNS, _SIGNS_OF_A_MARK, _SIGNS_OF_A_NAME = 13, 8, 7
"""Of an id: 51 bits. Among a million things two of one id are unlikely (1 in 4,000)."""
SOMEBODY = "somebody recorded"
AUTHORITY = "an authority"


def new_id() -> str:
    """Return a fresh id for an export, such as "KT-7QMRB-4FBCD"."""
    first, second = (drawn(secrets.token_bytes(5), 5).upper() for _ in range(2))
    return f"KT-{first}-{second}"


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of one export: HMAC-SHA256 of the id in the store, with the export's own key.

    Source: RFC 2104; the key is never written down, so nobody can count back, we neither.
    """

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    export_id: str = field(default_factory=new_id)
    _made: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def of(self, kind: str, id_: str) -> str:
        """Return the export's id of something, of a kind such as "person"; "" of nothing."""
        if not id_:
            return ""
        made = self._made.get((kind, id_))
        if made is None:
            made = self._made[kind, id_] = f"{kind[0]}-{self._drawn(kind, id_)}"
        return made

    def mark(self, claim: str) -> str:
        """Return a few letters that separate one claim from the others of its source."""
        return self.of("mark", claim).removeprefix("m-")[:_SIGNS_OF_A_MARK]

    def order(self, id_: str) -> str:
        """Return the sort keys of some people, which say nothing about them."""
        return self._drawn("order", id_)

    def _drawn(self, kind: str, id_: str) -> str:
        digest = hmac.digest(self.key, f"{kind}\x1f{id_}".encode(), "sha256")
        return drawn(digest, _SIGNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNames:
    """The families of an export, and what the people around them are called in it."""

    families: Mapping[str, str]
    """The family of each child: "family A"."""
    people: Mapping[str, str]


def relation_words(full: str, seen: str, *, kin: bool) -> str:
    """Return what somebody is to the child, as far as it may be said.

    Args:
        full: by everything that is recorded.
        seen: by what the audience may see alone. Where the two differ, it is withheld; an age
            that only the births tell which they may not see is left out.
        kin: whether they are kin, for a word that somebody made up.
    """
    if without_age(full) != without_age(seen):
        return WITHHELD
    if set(words(seen)) <= common():
        return seen
    return "relative" if kin else "acquaintance"


def name_families(
    answers: Sequence[tuple[ChildAnswer, ChildAnswer]], ids: Ids, *, pseudonyms: bool = False
) -> FamilyNames:
    """Name everybody around some children by what they are to them.

    Args:
        answers: for each child the one from everything, and the one from what may be seen.
        ids: of the export.
        pseudonyms: give everybody but children a made-up name instead.
    """
    families = _families(seen for _, seen in answers)
    several = len(set(families.values())) > 1
    people: dict[str, str] = {}
    for child, name in _children(families, answers, ids):
        people.setdefault(child, name)
    for family in dict.fromkeys(families.values()):
        of_family = [pair for pair in answers if families[pair[0].network.child.id] == family]
        roles = _roles(of_family, ids)
        for person, role in roles.items():
            name = _in_family(role, family) if several else role
            people.setdefault(person, _made_up(ids, person) if pseudonyms else name)
    return FamilyNames(families=families, people=people)


def _families(answers: Iterable[ChildAnswer]) -> dict[str, str]:
    """Join children who are brothers and sisters, and letter the families."""
    found: dict[str, str] = {}
    letters = _letters()
    for answer in answers:
        together = {answer.network.child.id, *answer.network.siblings}
        known = next((found[id_] for id_ in sorted(together) if id_ in found), None)
        family = known or f"family {next(letters)}"
        for id_ in together:
            found.setdefault(id_, family)
    return found


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA, AB and so on."""
    yield from ascii_uppercase
    for before in _letters():
        for letter in ascii_uppercase:
            yield f"{before}{letter}"


def _children(
    families: Mapping[str, str], answers: Sequence[tuple[ChildAnswer, ChildAnswer]], ids: Ids
) -> Iterator[tuple[str, str]]:
    """Yield the children with their names, which do not give away their order by age.

    A brother or sister is no child here if only ties name them. Their own row, which says so,
    may not be seen.
    """
    children = {seen.network.child.id for _, seen in answers}
    for _, seen in answers:
        people = seen.network.facts.people
        children |= {
            id_
            for id_ in seen.network.siblings & people.keys()
            if is_adult(people[id_], seen.as_of) is not Sureness.CERTAIN
        }
    counted: Counter[str] = Counter()
    for child in sorted(children, key=ids.order):
        family = families[child]
        counted[family] += 1
        yield child, f"child {counted[family]} of {family}"


def _roles(of_family: Sequence[tuple[ChildAnswer, ChildAnswer]], ids: Ids) -> dict[str, str]:
    """Return what everybody is to a family's children; more than one of a kind are numbered."""
    found: dict[str, str] = {}
    for full, seen in of_family:
        for person, reached in seen.network.reached.items():
            whole = full.network.reached.get(person)
            known = "" if whole is None else whole.relation
            role = relation_words(known, reached.relation, kin=reached.kin)
            found.setdefault(person, SOMEBODY if role == WITHHELD else role)
    alike = Counter(found.values())
    counted: Counter[str] = Counter()
    for person in sorted(found, key=ids.order):
        role = found[person]
        if alike[role] > 1:
            counted[role] += 1
            found[person] = f"{role} ({counted[role]})"
    return found


def _in_family(role: str, family: str) -> str:
    """Add the family to what somebody is called: "father's friend (2, family B)"."""
    return f"{role[:-1]}, {family})" if role.endswith(")") else f"{role} ({family})"


def _made_up(ids: Ids, person: str) -> str:
    return f"P-{ids.order(person)[:_SIGNS_OF_A_NAME].upper()}"


_ENDS = re.compile(r"\s*\([^()]*\)\s*$|\s+(?:in|of|at|who|outside|from|for|near)\s.*$")


def public_name(name: str, index: WholeWords, otherwise: str) -> str:
    """Return as much of an authority's name as names nobody: "police (who held ...)": "police".

    Args:
        name: as recorded.
        index: what must not be found.
        otherwise: what to say where nothing of it is left.
    """
    while name:
        if not index.in_any([name]):
            return name
        shorter = _ENDS.sub("", name)
        name = shorter if shorter != name else ""
    return otherwise
