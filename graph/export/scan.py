"""Read a file back before it leaves: a forbidden word in it stops it.

The whole file is decoded by its own format and searched for whole words. That includes
metadata, compressed parts and the names of files inside. Where a name is found, the file is
made once more, of the same records without the names. A line that is in both comes from no
name. The analyst sees the rest by its kind and its word, so that the data can be mended.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from graph.errors import GraphError, shortened
from graph.export.audience.drawn_ids import without_chance
from graph.export.audiences import NOTHING_MORE, Extras, rules
from graph.export.coarse import may_be_named
from graph.export.formats import FileFormat
from graph.export.leaks.term_index import WholeWords
from graph.export.leaks.terms import NAMING, forbidden
from graph.export.package import Package
from graph.record.model import Records

_STANDARDS = re.compile(
    r"https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|www\.w3\.org"
    r"|purl\.org|graphml\.graphdrawing\.org|www\.gexf\.net|gexf\.net|ns\.adobe\.com)[\w./#-]*"
)
"""The names of standards, some with a year in them, that files of a format begin with."""


_LONGEST, _MOST = 60, 10
"""Letters of a word, and words, that a message says."""


class LeakFound(GraphError):
    """A file holds what its audience may not read; it does not leave, whatever is forced."""


class NameFound(GraphError):
    """The name of a file holds what its audience may not read."""


def search_for(
    gathered: Records,
    package: Package,
    extras: Extras = NOTHING_MORE,
    everybody: WholeWords | None = None,
) -> WholeWords:
    """Return what must not be found in a file made from this.

    The days of the export itself are no secret: the disclosure check reports a day of the
    question that gives something away.

    Args:
        gathered: everything that was gathered for the selection.
        handed: what is handed over of it.
        extras: what was asked for beside: quotations, coded words and their readings.
        everybody: the names of all who are recorded.
    """
    wanted = rules(package.audience)
    allowed = [place.name for place in may_be_named(gathered, wanted.level)]
    own = [package.made_on, package.as_of, package.known_on or package.as_of]
    quoted = tuple(_quoted(package.records, extras))
    return forbidden(
        gathered, wanted, allowed=allowed, days=own, quoted=quoted, everybody=everybody
    )


def _quoted(records: Records, extras: Extras) -> Iterator[str]:
    """Yield the free texts that are handed over because they were asked for."""
    if extras.quotes:
        for claim in (*records.people, *records.ties, *records.events):
            yield claim.words
    if extras.coded_words:
        for one in records.interpretations:
            yield from (one.words, one.reading)


def read_back(
    written: bytes,
    form: FileFormat,
    search: WholeWords,
    *beside: str,
    again: Callable[[], str] | None = None,
) -> None:
    """See that nothing in a file, or in what is said beside it, is what must not be found.

    Args:
        written: the whole file, before it is encrypted.
        form: its format.
        search: what must not be found.
        beside: words that go with it.
        again: returns what is searched of a file made of the records without the names; it is
            asked only where a name was found.

    Raises:
        LeakFound: something was; the sentence says what kind, and which word, to the analyst.
    """
    text = searched(form, written, *beside)
    found = list(search.found(text))
    if again is not None and any(kind in NAMING for kind, _ in found):
        found = list(search.found(_without_shared(text, again(), search)))
    if found:
        raise LeakFound(
            f"The {form.name} was not written: read back, it holds {_counted(found)} that this "
            "audience may not read. Look for the word in the data; if it is nowhere there, "
            "it is a fault of the program. Nothing can force it out."
        )


def searched(form: FileFormat, written: bytes, *beside: str) -> str:
    """Return what is searched of a file, and of words that go with it.

    Without the names of standards, and without what is there by chance.
    """
    text = _STANDARDS.sub(" ", form.text(written))
    return without_chance("\n".join([text, *beside]))


def _without_shared(text: str, other: str, search: WholeWords) -> str:
    """Return a text without the lines that stand as often in another one, if they only name."""
    left, kept = Counter(other.split("\n")), []
    for line in text.split("\n"):
        left[line] -= 1
        kinds = {kind for kind, _ in search.found(line)} if left[line] >= 0 else set()
        if not kinds or not kinds <= NAMING:
            kept.append(line)
    return "\n".join(kept)


def _counted(found: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Say what was found and how often, the analyst's own words for it."""
    counts = Counter((kind, shortened(" ".join(row), _LONGEST)) for kind, row in found)
    counted = [
        f'{kind}: "{word}" ({count} times)' for (kind, word), count in sorted(counts.items())
    ]
    more = [f"{len(counted) - _MOST} more"] if len(counted) > _MOST else []
    return ", ".join([*counted[:_MOST], *more])


def file_name_leaks(name: str, search: WholeWords) -> bool:
    """Return whether the name of a file says what must not be said."""
    return bool(leaks([name, name.replace("_", " "), name.rsplit(".", 1)[0]], search))


def leaks(texts: Iterable[str], search: WholeWords) -> Counter[str]:
    """Count what is found, by kind."""
    return Counter(kind for text in texts for kind, _ in search.found(without_chance(text)))
