"""Who is what a searcher calls them: "mother-in-law of Mamutjan", "Turghun's sister".

Worked out from the recorded ties when asked, so that whoever has no name of their own in any
source is found by what they are to somebody who has one. Pure.
"""

import re
from dataclasses import dataclass

from graph.facts.adding_up import people, ties
from graph.kinship import Kin
from graph.record.model import Records
from graph.rule.reach import MAX_DEGREE, kin_ties

_OF = re.compile(r"\s*(?P<term>.+?)\s+of\s+(?P<name>.+?)\s*", re.IGNORECASE)
_POSSESSED = re.compile(r"\s*(?P<name>.+?)['\u2019]s\s+(?P<term>.+?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What was asked for: somebody, by what they are to whom."""

    term: str
    name: str


def called(asked: str) -> Called | None:
    """Read "mother-in-law of Mamutjan" or "Mamutjan's mother-in-law"; None if it is neither."""
    found = _OF.fullmatch(asked) or _POSSESSED.fullmatch(asked)
    return Called(**found.groupdict()) if found else None


def kin_called(records: Records, person: str, term: str) -> dict[str, str]:
    """Return whom the word names among the kin and acquaintances of a person, nearest first.

    Args:
        records: everything recorded around the person (`Store.around`).
        person: whose they are.
        term: as people say it: "aunt", "father's sister", "mother-in-law", "friend".

    Returns:
        Each with what they are in the words of families: "wife's mother".
    """
    wanted = _plain(term)
    known, stated = people(records.people), ties(records.ties)
    kin = Kin(kin_ties(stated), {one.id: one.sex for one in known.values()})
    found = {
        id_: relation.phrase
        for id_, relation in kin.within(person, MAX_DEGREE).items()
        if wanted in {_plain(relation.term), _plain(relation.phrase)}
    }
    for tie in stated:
        if tie.relative == person and tie.term and _plain(tie.term) == wanted:
            found.setdefault(tie.person, tie.term)
    return {id_: words for id_, words in found.items() if id_ in known}


def _plain(term: str) -> str:
    return " ".join(re.sub(r"[-\u2019']", " ", term.casefold()).split())
