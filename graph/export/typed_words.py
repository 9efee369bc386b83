"""The words of an export that leave as somebody typed them; the analyst reads each before."""

import shlex
from collections.abc import Collection, Iterator, Mapping

from graph.errors import GraphError
from graph.export.audience.naming import AUTHORITY
from graph.export.audiences import rules
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.terms import ID, NAME, SPELLING, forbidden
from graph.export.package import Audience
from graph.export.packaging import PackedExport
from graph.export.scan import NameFound
from graph.record.model import Records
from graph.record.vocabulary import PersonKind


class Unread(GraphError):
    """Words would leave as they were typed, and nobody has read them."""

    def __init__(self, words: tuple[str, ...]) -> None:
        """Keep the words; the sentence has the options that say that they were read."""
        super().__init__(
            "Nothing was exported. These words leave as they were typed: read whether any of "
            "them leads to somebody, and confirm each with its option:\n"
            f"  {as_options(words)}"
        )
        self.words = words


def typed(made: PackedExport) -> tuple[str, ...]:
    """Return titles, publishers and names of authorities; `internal` reads everything anyway.

    Quotations and coded words are asked for by name, and places are named by their kinds.
    """
    if made.package.audience is Audience.INTERNAL:
        return ()
    titles = {source.title for source in made.gathered.sources}
    texts = _typed(made.package.records, titles)
    return tuple(sorted({" ".join(text.split()) for text in texts}))


def _typed(records: Records, titles: Collection[str]) -> Iterator[str]:
    for source in records.sources:
        if source.title in titles and source.title != source.kind:
            yield source.title
        if source.publisher:
            yield source.publisher
    for claim in records.people:
        if claim.kind is PersonKind.ORGANISATION and claim.name != AUTHORITY:
            yield claim.name


def see_read(words: Collection[str], read: Collection[str]) -> None:
    """See that somebody has read each of some words.

    Raises:
        Unread: of some of them nobody said so; the sentence has the options that say it.
    """
    if left := unread(words, read):
        raise Unread(left)


def as_options(words: Collection[str]) -> str:
    """Return the options of the terminal that confirm some words."""
    return " ".join(f"--as-typed {shlex.quote(word)}" for word in words)


def unread(words: Collection[str], read: Collection[str]) -> tuple[str, ...]:
    """Return the words that nobody has read and let go."""
    known = {" ".join(word.split()) for word in read}
    return tuple(word for word in words if word not in known)


def check_words(
    records: Records, typed: Mapping[str, str], everybody: WholeWords | None = None
) -> None:
    """See that no field holds a name of somebody.

    Args:
        records: where everybody is recorded whom a line of the ledger is about.
        typed: what was typed, by the option or the field.
        everybody: the names of all who are recorded.

    Raises:
        NameFound: one does; the sentence names the field and not the name.
    """
    people = Records(people=records.people)
    index = forbidden(people, rules(Audience.PARTNER), everybody=everybody)
    for field, text in typed.items():
        if {kind for kind, _ in index.found(text)} & {NAME, SPELLING, ID}:
            raise NameFound(
                f"Nothing was exported or changed: {field} holds a name or an id of somebody "
                "who is recorded, and the ledger names nobody. Write it without: initials, a "
                "role, the number of a case."
            )
