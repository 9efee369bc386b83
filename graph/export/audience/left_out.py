"""Count what an audience does not get."""

from collections.abc import Iterable, Iterator, Sequence

from graph.export.audience.field_rules import Treatments
from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.package import ChildBriefing
from graph.record.model import Records


def left_out(
    records: Records, by: Treatments, new: Records, briefings: Sequence[ChildBriefing]
) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that was left out."""
    counted = [
        *_claims(records, by, new),
        *_fields(records, by),
        ("Titles of sources, which are called by their kinds", _titles(by, new)),
        *_sentences(briefings),
    ]
    return tuple(f"{words}: {count:,}." for words, count in counted if count)


def _claims(records: Records, by: Treatments, new: Records) -> Iterator[tuple[str, int]]:
    every = list(records.claims())
    active = [claim for claim in every if claim.active]
    seen = sum(1 for _ in by.seen.claims())
    yield "Claims that were taken back", len(every) - len(active)
    yield "Claims of sources that did not agree to go so far", len(active) - seen
    readings = len(by.seen.interpretations) - len(new.interpretations)
    yield "Readings of coded words", readings
    kept = sum(1 for _ in new.claims()) + readings
    unusable = sum(event.about in by.unusable for event in by.seen.events)
    yield "Claims about people who are not handed over", max(seen - kept - unusable, 0)
    yield "Claims about appeals to authorities that are not named here", unusable
    recorded = {claim.about for claim in records.people}
    yield "People who are not handed over", len(recorded - by.people)


def _fields(records: Records, by: Treatments) -> Iterator[tuple[str, int]]:
    named = {claim.about for claim in records.people} & by.people
    yield "People who have a role, or a made-up name, in the place of their names", len(named)
    places = sum(not by.named(place) for place in by.seen.places)
    yield "Places that are named by a larger one around them, or not at all", places
    claims = list(by.seen.claims())
    yield "Notes", sum(bool(claim.note) for claim in claims)
    if not by.extras.quotes:
        yield "Quotations", sum(bool(claim.words) for claim in claims)
    yield "Reasons, in somebody's words", sum(bool(event.reason) for event in by.seen.events)
    if not by.extras.relays:
        yield "Relay chains", sum(bool(event.relayed_by) for event in by.seen.events)
    yield (
        f"Times, which are said by the {by.rules.grain.value}",
        sum(
            event.when.window.earliest != event.when.window.latest or bool(event.when.text)
            for event in by.seen.events
        ),
    )


def _titles(by: Treatments, new: Records) -> int:
    kept = {source.id for source in new.sources}
    sources = (one for one in by.seen.sources if by.ids.of("source", one.id) in kept)
    return sum(bool(source.title) and by.title(source) != source.title for source in sources)


def _sentences(briefings: Iterable[ChildBriefing]) -> Iterator[tuple[str, int]]:
    briefings = list(briefings)
    yield (
        "Answers for one person that are withheld",
        sum(row.left == WITHHELD for one in briefings for row in one.rows),
    )
    yield (
        "Clocks that are withheld",
        sum(tile.value == WITHHELD for one in briefings for tile in one.clocks),
    )
