"""Let the rows of an answer leave, for internal use alone: with a line in the ledger.

Rows hold what was asked for, names too. No audience's rules were applied to them. Everybody
named in them is in the ledger's line, as a keyed hash, also where no id came back.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.export.audience.naming import new_id
from graph.export.leaks.term_index import WholeWords, words
from graph.export.ledger.export_line import ExportLine
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.packaging import TLP
from graph.views.name_search import PEOPLE, SearchEntry

LABEL = TLP[Audience.INTERNAL]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsFile:
    """A file of rows, and the ids of what is in it."""

    how: str
    """What was asked, without any id."""
    form: str
    text: str
    claims: Iterable[str] = ()
    sources: Iterable[str] = ()
    things: Iterable[str] = ()
    """People, events and places."""


def given_out(file: RowsFile, ledger: Ledger, by: str, known: Iterable[SearchEntry]) -> bytes:
    """Record a file of rows in the ledger, and return what leaves.

    Args:
        file: the rows.
        ledger: gets its line first.
        by: who takes it.
        known: everybody recorded, with all names.

    Raises:
        LedgerBroken: the ledger is not as it was written; nothing is given out.
        OSError: the disk would not take the line.
    """
    content = file.text.encode()
    ExportLine(
        export_id=new_id(),
        form=file.form,
        content=content,
        clear=content,
        audience=Audience.INTERNAL,
        tlp=LABEL,
        how=file.how,
        claims=file.claims,
        sources=file.sources,
        things={*file.things, *people_named(file.text, known)},
        by=by,
    ).put(ledger)
    return content


def people_named(text: str, known: Iterable[SearchEntry]) -> set[str]:
    """Return everybody whose name is in a text as whole words.

    Of one name, all who have it; a name of a claim that counts no more is one, too.
    """
    search, owners = WholeWords(), defaultdict[tuple[str, ...], set[str]](set)
    for one in known:
        for name in (*one.names, *one.retracted) if one.kind in PEOPLE else ():
            row = tuple(words(name))
            search.add_words(row, one.kind)
            owners[row].add(one.id)
    return {id_ for _, row in search.found(text) for id_ in owners[row]}
