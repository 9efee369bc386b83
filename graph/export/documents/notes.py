"""Footnotes: each statement leads to the claims that it rests on, and they to their sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.export.package import Statement
from graph.record.model import Claim, Records, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A statement as it is set: its words, its footnote, and for whom it holds.

    `note` is 0 where it rests on no claim. Claims that were cited before have the same number
    again, and the note is set out only where it is `first`. `of` is "" where it holds for every
    child of the section.
    """

    text: str
    note: int = 0
    first: bool = False
    body: str = ""
    of: str = ""


class Notes:
    """Numbers the footnotes of a document, in the order in which it is read."""

    def __init__(self, records: Records) -> None:
        self._claims = {claim.id: claim for claim in records.claims()}
        self._sources = {source.id: source for source in records.sources}
        self._numbers: dict[tuple[str, ...], int] = {}
        self.bodies: list[str] = []
        """What each note says, the first one first."""
        self.sources: dict[str, Source] = {}
        """The sources that the notes name, the first one first."""

    def cite(self, statement: Statement, of: str = "") -> Cited:
        """Return a statement with its footnote."""
        claims = tuple(dict.fromkeys(statement.claims))
        if not claims:
            return Cited(text=statement.text, of=of)
        first = claims not in self._numbers
        if first:
            self.bodies.append(self._body(claims))
            self._numbers[claims] = len(self.bodies)
        number = self._numbers[claims]
        body = self.bodies[number - 1] if first else ""
        return Cited(text=statement.text, note=number, first=first, body=body, of=of)

    def _body(self, claims: Iterable[str]) -> str:
        by_source: dict[str, list[Claim]] = {}
        for id_ in claims:
            claim = self._claims[id_]
            by_source.setdefault(claim.source, []).append(claim)
        return "; ".join(self._of_source(*one) for one in by_source.items())

    def _of_source(self, source: str, claims: list[Claim]) -> str:
        """Name a source, where in it, and the claims of this export: "Testimony, p. 4: c12"."""
        self.sources[source] = self._sources[source]
        where = dict.fromkeys(claim.locator for claim in claims if claim.locator)
        named = ", ".join([self.sources[source].title, *where])
        return f"{named}: {', '.join(claim.id for claim in claims)}"
