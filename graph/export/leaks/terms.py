"""The terms that must not be found in a file: names, spellings, ids and days.

They are built from everything that was gathered, less what the audience may read. Of a name,
every word counts that is no common one, in each script.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache

from graph.export.audiences import Rules
from graph.export.leaks.forbidden_days import add_days
from graph.export.leaks.spellings import is_chinese, place_words, spellings
from graph.export.leaks.stopwords import common
from graph.export.leaks.term_index import WholeWords, words
from graph.record.model import Records
from graph.record.vocabulary import PersonKind
from graph.views.name_search import SearchEntry

NAME = "a name"
SPELLING = "another spelling of a name"
PLACE = "a place that is not coarse enough"
ID = "an id of the store"
TEXT = "a note or a quotation"
POINT = "coordinates"

NAMING = frozenset({NAME, SPELLING, PLACE})
"""Kinds of what may as well be a word of a format, such as "Li" in `rdf:li`."""

_SHORTEST = 2
_SHORTEST_SMALL = 4
_SHORTEST_ID = 3
_SHORTEST_NUMBER = 6
"""Numbers of fewer digits stand in every text; an id that is one cannot be searched for."""
_FEWEST_WORDS = 4
"""Of a note or a quotation: fewer words may be anybody's."""
_KEPT = 100_000
"""Words of names that are kept as they are searched for: many people share theirs."""


def forbidden(
    records: Records,
    rules: Rules,
    *,
    allowed: Iterable[str] = (),
    days: Iterable[date] = (),
    quoted: Iterable[str] = (),
    everybody: WholeWords | None = None,
) -> WholeWords:
    """Return what must not be found.

    Args:
        records: everything that was gathered, whatever the consent.
        rules: the audience's.
        allowed: names of places that it may read; where somebody is called by such a word,
            it stays forbidden.
        days: those of the export itself, such as when it was made.
        quoted: quotations and readings that were asked for; names in them stay forbidden.
        everybody: the names of all who are recorded: a quotation may name one of others.
    """
    if rules.everything:
        return WholeWords()
    index = WholeWords() if everybody is None else everybody.copy()
    places = [words(name) for name in allowed]
    spared = common() | {word for place in places for word in place}
    for claim in records.people:
        if claim.kind is not PersonKind.ORGANISATION:
            _add_names(index, (claim.name, *claim.other_names), spared)
    for kind, entry in (*_places(records, places), *_texts(records, " | ".join(quoted))):
        index.add(entry, kind)
    for id_ in _ids(records):
        if _is_telling(id_, spared):
            index.add_id(id_, ID)
    add_days(index, records, rules.grain, days)
    return index


def names_of(recorded: Iterable[SearchEntry]) -> WholeWords:
    """Return the names of everybody who is recorded, of claims that count no more as well."""
    index, entries = WholeWords(), tuple(recorded)
    places = {word for e in entries if e.kind == "place" for n in e.names for word in words(n)}
    for entry in entries:
        if entry.kind in (PersonKind.PERSON, PersonKind.GROUP):
            _add_names(index, (*entry.names, *entry.retracted), places)
    return index


def _texts(records: Records, quoted: str) -> Iterator[tuple[str, str]]:
    """Yield the notes and quotations that do not stand in what was asked for."""
    asked_for = f" {' '.join(words(quoted))} "
    for text in _free_texts(records):
        said = words(text)
        telling = len(said) >= _FEWEST_WORDS and not set(said) <= common()
        if telling and f" {' '.join(said)} " not in asked_for:
            yield TEXT, text


def _places(records: Records, allowed: Collection[list[str]]) -> Iterator[tuple[str, str]]:
    for place in records.places:
        for name in (place.name, *place.aliases):
            said = words(name)
            if not set(said) <= common() and said not in allowed:
                yield PLACE, name
        if place.lat is not None and place.lon is not None:
            yield POINT, f"{place.lat} {place.lon}"
            yield POINT, f"{place.lon} {place.lat}"


def _ids(records: Records) -> set[str]:
    """Return the ids that say something; of letters alone, only those of people do.

    A source may be called "list". A place or a person may be called by the own name, which is
    searched for by itself.
    """
    found = {one.about for one in records.claims()}
    for named in (records.sources, records.datasets, records.places):
        found |= {one.id for one in named}
    people = {p.about for p in records.people if p.kind is not PersonKind.ORGANISATION}
    names = {word for p in records.people for word in words(p.name)}
    found = {id_ for id_ in found if not id_.isalpha() or id_ in people - names}
    return found | {one.row_hash for one in records.claims() if one.row_hash}


def _is_telling(id_: str, spared: Collection[str]) -> bool:
    """Return whether an id says anything: "mother" and "17" stand in every text."""
    if id_.isdigit():
        return len(id_) >= _SHORTEST_NUMBER
    return len(id_) >= _SHORTEST_ID and not set(words(id_)) <= set(spared)


def _free_texts(records: Records) -> Iterator[str]:
    for claim in records.claims():
        yield from (claim.words, claim.note, claim.retracted_why)
    for event in records.events:
        yield event.reason
    for reading in records.interpretations:
        yield reading.reading
    yield from (person.age_text for person in records.people)


def _add_names(index: WholeWords, names: Iterable[str], places: Collection[str]) -> None:
    """Add the names of somebody.

    Words of places are spared where they say where somebody is, never where they are a name.
    """
    for name in names:
        spared = common() | place_words(name, places)
        telling = [part for part in _parts(name) if _tells(_row(part), spared)]
        if telling:
            index.add(name, NAME)
        for part in telling:
            index.add_words(_row(part), NAME)
            if not is_chinese(part):
                _add_spellings(index, part, spared)
        if is_chinese(name):
            _add_spellings(index, name, spared)


def _add_spellings(index: WholeWords, name: str, spared: Collection[str]) -> None:
    for row in _spelt_rows(name):
        if _tells(row, spared):
            index.add_words(row, SPELLING)


@lru_cache(maxsize=_KEPT)
def _row(part: str) -> tuple[str, ...]:
    return tuple(words(part))


@lru_cache(maxsize=_KEPT)
def _spelt_rows(part: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words(spelt)) for spelt in spellings(part))


def _parts(name: str) -> list[str]:
    """Return the words of a name that may be somebody's.

    A name with common words in it describes somebody ("mother of Beshtar"): where it has
    capitals, those alone are names. In any other, a word with a small letter is one, too.
    """
    if is_chinese(name):
        return [name, *(p for p in re.findall(r"[^\W\d_]+", name) if len(p) >= _SHORTEST)]
    parts = re.findall(r"[^\s,;:()\[\]\"/]+", name)
    if any(part[:1].isupper() for part in parts):
        described = bool(set(words(name)) & common()) or "(" in name
        parts = [part for part in parts if _is_name(part, described=described)]
    within = (word for part in parts if "-" in part for word in words(part))
    return [*parts, *(word for word in within if len(word) >= _SHORTEST_SMALL)]


def _is_name(part: str, *, described: bool) -> bool:
    small = part.islower() and (described or len(part) < _SHORTEST_SMALL)
    return not small


def _tells(row: tuple[str, ...], spared: Collection[str]) -> bool:
    if sum(map(len, row)) < _SHORTEST or all(word.isdigit() for word in row):
        return False
    return not all(word in spared for word in row)
