"""A file is read back before it leaves: what must not be in it stops it.

The whole file is decoded by its own format (text, metadata, what is compressed, names of files
inside) and searched for whole words. What is found is said by its kind alone: a message that
repeats a name leaks it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graph.briefing.audiences import NOTHING_MORE, Extras, rules
from graph.briefing.coarse import rolled_up
from graph.briefing.forbidden import forbidden
from graph.briefing.formats import Format
from graph.briefing.handed import Handed
from graph.briefing.whole_words import WholeWords
from graph.errors import GraphError
from graph.model import Records

_STANDARDS = re.compile(
    r"https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|www\.w3\.org"
    r"|purl\.org|graphml\.graphdrawing\.org|www\.gexf\.net|gexf\.net|ns\.adobe\.com)[\w./#-]*"
)
"""The names of standards, some with a year in them, that files of a format begin with."""


class LeakFound(GraphError):
    """A file holds what its audience may not read; it does not leave, whatever is forced."""


class NameFound(GraphError):
    """The name of a file holds what its audience may not read."""


def search_for(gathered: Records, handed: Handed, extras: Extras = NOTHING_MORE) -> WholeWords:
    """Return what must not be found in a file made from this.

    The days of the export itself are no secret: that the day asked about tells something is
    for the disclosure check to say.

    Args:
        gathered: everything that was gathered for the selection.
        handed: what is handed over of it.
        extras: what was asked for beside: quotations, coded words and their readings.
    """
    wanted = rules(handed.audience)
    places = {place.id: place for place in gathered.places}
    allowed = [p.name for p in places.values() if rolled_up(p.id, places, wanted.level) == p.id]
    own = [handed.made_on, handed.as_of, handed.known_on or handed.as_of]
    quoted = tuple(_quoted(handed.records, extras))
    return forbidden(gathered, wanted, allowed=allowed, days=own, quoted=quoted)


def _quoted(records: Records, extras: Extras) -> Iterator[str]:
    """Yield the free texts that are handed over because they were asked for."""
    if extras.quotes:
        for claim in (*records.people, *records.ties, *records.events):
            yield claim.words
    if extras.coded_words:
        for one in records.interpretations:
            yield from (one.words, one.reading)


def read_back(written: bytes, form: Format, search: WholeWords, *names: str) -> None:
    """See that nothing in a file, or in its name, is what must not be found.

    Args:
        written: the whole file, before it is encrypted.
        form: its format.
        search: what must not be found.
        names: of the file, and other words that go with it.

    Raises:
        LeakFound: something was; the sentence says what kind, never what.
    """
    text = _STANDARDS.sub(" ", form.text(written))
    found = leaks([text, *names], search)
    if found:
        kinds = ", ".join(f"{kind} ({count} times)" for kind, count in sorted(found.items()))
        raise LeakFound(
            f"The {form.name} was not written: read back, it holds {kinds} that this audience "
            "may not read. This is a fault of the program or a word that stands in the data "
            "where it should not; nothing can force it out."
        )


def file_name_leaks(name: str, search: WholeWords) -> bool:
    """Tell whether the name of a file says what must not be said."""
    return bool(leaks([name, name.replace("_", " "), name.rsplit(".", 1)[0]], search))


def leaks(texts: Iterable[str], search: WholeWords) -> Counter[str]:
    """Count what is found, by kind."""
    return Counter(kind for text in texts for kind, _ in search.found(text))
