"""The words of an export that leave as somebody typed them, each to be read before it goes."""

import shlex
from collections.abc import Collection, Iterator

from graph.errors import GraphError
from graph.export.audience.naming import AUTHORITY
from graph.export.package import Audience, Package
from graph.record.model import Records
from graph.record.vocabulary import PersonKind


class Unread(GraphError):
    """Words would leave as they were typed, and nobody has read them."""


def typed(handed: Package, gathered: Records) -> tuple[str, ...]:
    """Return titles, publishers and names of authorities; `internal` reads everything anyway.

    Quotations and coded words are asked for by name, and places are named by their kinds.
    """
    if handed.audience is Audience.INTERNAL:
        return ()
    titles = {source.title for source in gathered.sources}
    return tuple(sorted({" ".join(text.split()) for text in _typed(handed.records, titles)}))


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
        raise Unread(
            "Nothing was exported. These words leave as they were typed: read whether any of "
            "them leads to somebody, and confirm each by the option that stands here:\n"
            f"  {as_options(left)}"
        )


def as_options(words: Collection[str]) -> str:
    """Return the options of the terminal that confirm some words."""
    return " ".join(f"--as-typed {shlex.quote(word)}" for word in words)


def unread(words: Collection[str], read: Collection[str]) -> tuple[str, ...]:
    """Return the words that nobody has read and let go."""
    known = {" ".join(word.split()) for word in read}
    return tuple(word for word in words if word not in known)
