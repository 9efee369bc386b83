"""Sources as a person names them: "Testimony of the mother, 2021, lines 242 and 250"."""

import re
from collections.abc import Sequence

from graph.export.package import Audience, Package
from graph.record.dates import BEGINNING, END
from graph.record.model import Source
from graph.words.name_marks import NameMarks
from graph.words.prose import listed

_LOCATOR = re.compile(
    r"(L|lines?|pp?\.?|pages?|minute|row|para|note)\.? ?(\d[\d\u2013-]*)", re.IGNORECASE
)
_PASSAGES = {
    "l": "line",
    "line": "line",
    "lines": "line",
    "p": "page",
    "pp": "page",
    "page": "page",
    "pages": "page",
    "minute": "minute",
    "row": "row",
    "para": "paragraph",
    "note": "note",
}


class SourceNames:
    """Names the sources of a package, and passages in them."""

    def __init__(self, package: Package) -> None:
        self._internal = package.audience is Audience.INTERNAL
        self._sources = {source.id: source for source in package.records.sources}
        self._marks = NameMarks(stopped=package.do_not_contact)
        rows = (row for one in package.briefings for row in one.rows)
        self._relations = {row.person: row.relation or row.name for row in rows}

    def passage(self, source: Source, locators: Sequence[str]) -> str:
        """Return a source with its year and the passages."""
        parts = (self._named(source), self._year(source), *self._passages(locators))
        return ", ".join(part for part in parts if part)

    def _named(self, source: Source) -> str:
        """Return the title; of one that is only a kind, the one who speaks in it as well."""
        who = self._relations.get(source.informant, "")
        if source.title == source.kind and who:
            spoken = who if " " in who else f"the {who}"
            return f"{source.title} of {self._marks.name(spoken, source.informant)}"
        return self._marks.name(source.title, source.informant)

    def _year(self, source: Source) -> str:
        """Return the year of a source, else that of the one that contains it."""
        seen: set[str] = set()
        while source.date is None and source.part_of in self._sources.keys() - seen:
            seen.add(source.part_of)
            source = self._sources[source.part_of]
        window = None if source.date is None else source.date.window
        if window is None or window.earliest == BEGINNING or window.latest == END:
            return ""
        first, last = window.earliest.year, window.latest.year
        return str(first) if first == last else f"{first} to {last}"

    def _passages(self, locators: Sequence[str]) -> list[str]:
        """Return where in a source; a mark of this export says nothing, and is left out."""
        by_kind: dict[str, list[str]] = {}
        others = []
        for locator in dict.fromkeys(locators):
            read = _LOCATOR.fullmatch(locator.strip())
            if read is not None:
                kind = _PASSAGES[read[1].rstrip(".").lower()]
                by_kind.setdefault(kind, []).append(read[2])
            elif self._internal and locator:
                others.append(locator)
        said = [
            f"{kind}{'s' if more[1:] else ''} {listed(more)}" for kind, more in by_kind.items()
        ]
        return [*said, *others]
