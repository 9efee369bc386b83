"""Keep of an authority that several families met only what the selected people's sources say.

Else the testimony of another family would go along: its passage in the text, and its name in
the ledger. What is gathered around a family has all that was ever said of an authority.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.record.model import PersonClaim, Records
from graph.record.vocabulary import PersonKind


def told_by_own(records: Records, near: frozenset[str], *, to_the_letter: bool) -> Records:
    """Return records whose claims of authorities come from sources about `near`.

    An authority of which only others say what it is called keeps that name, by the word of
    each source that names it in a claim that stays; one that no claim names so stays as it is.

    Args:
        records: what is gathered around some people.
        near: those people, with everybody within reach of them.
        to_the_letter: the claims leave as they are recorded, so none is made up: an authority
            that only others speak of keeps their claims.
    """
    authorities = {c.about for c in records.people if c.kind is PersonKind.ORGANISATION}
    own = {claim.source for claim in records.claims() if claim.involved & (near - authorities)}
    kept = [c for c in records.people if c.about not in authorities or c.source in own]
    missing = authorities - {claim.about for claim in kept}
    named = () if to_the_letter else tuple(_named(records, missing))
    unnamed = missing - {claim.about for claim in named}
    left = (claim for claim in records.people if claim.about in unnamed)
    return replace(records, people=(*kept, *named, *left))


def left_behind(gathered: Iterable[Records], kept: Records) -> tuple[str, ...]:
    """Say how many claims were gathered and not kept; nothing where there is none.

    They are not named: their ids say which other testimony speaks of the same authority.
    """
    here = {claim.id for claim in kept.claims()}
    gone = {claim.id for records in gathered for claim in records.claims()} - here
    if not gone:
        return ()
    said = "Claims about authorities, from sources about nobody here"
    return (f"{said}: {len(gone):,}.",)


def _named(records: Records, missing: set[str]) -> Iterator[PersonClaim]:
    names = {claim.about: claim for claim in reversed(records.people)}
    done: set[tuple[str, str]] = set()
    for claim in (*records.events, *records.ties):
        for about in sorted(claim.involved & missing):
            if (about, claim.source) not in done:
                done.add((about, claim.source))
                yield PersonClaim(
                    id=f"{about}@{claim.source}:{claim.locator}",
                    about=about,
                    source=claim.source,
                    locator=claim.locator,
                    dataset=claim.dataset,
                    kind=PersonKind.ORGANISATION,
                    name=names[about].name,
                )
