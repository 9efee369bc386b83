"""Rows of `people`: persons, groups and organisations."""

from graph.record.claim_names import claim_id, row_hash
from graph.record.dates import ALWAYS, When, Window, said_window
from graph.record.model import PersonClaim
from graph.record.vocabulary import BODIES, SEXES, PersonKind
from ingest.fields import Fields
from ingest.moments import born

AGES = "five, 5, three years, six months, 5 or 6"


def person(row: Fields, dataset_id: str) -> PersonClaim:
    """Read a row of `people`; an age narrows the birth by the day that it is of."""
    birth, age_on = row.date("birth"), row.date("age_on")
    this = row.identifier("id")
    member_of = row.identifiers("member_of")
    if this in member_of:
        row.fault("member_of", "names the row's own id; nobody is a member of themself")
    row_is = row_hash("people", row.cells)
    return PersonClaim(
        id=claim_id(this, row.cells, row_is),
        about=this,
        source=row.identifier("source"),
        locator=row.text("locator"),
        note=row.text("note"),
        supersedes=row.claim("supersedes"),
        row_hash=row_is,
        dataset=dataset_id,
        kind=row.choice("kind", PersonKind.PERSON),
        name=row.text("name"),
        other_names=row.texts("other_names"),
        sex=row.word("sex", SEXES),
        birth=birth,
        age_text=row.text("age_text"),
        age_on=age_on,
        born=_born(row, birth, age_on),
        member_of=member_of,
        sought=row.yes("sought"),
        body=_body(row),
    )


def _body(row: Fields) -> str:
    """Return whether it is a public body, which only an organisation can be."""
    body = row.word("body", BODIES)
    if body and row.text("kind") != PersonKind.ORGANISATION:
        row.fault("body", "is for organisations; write kind organisation, or leave it empty")
    return body


def _born(row: Fields, birth: When | None, age_on: When | None) -> Window:
    """Return what the birth and the age add up to; that they exclude each other is a fault."""
    known = birth.window if birth else ALWAYS
    age = row.text("age_text")
    if not age:
        if age_on and not row.faults:
            row.fault("age_on", "is the day of an age that is not given; fill in age_text")
        return known
    if age_on is None:
        if not row.text("age_on"):
            row.fault("age_text", "needs the day that it is of in age_on, such as 'currently'")
        return known
    try:
        by_age = born(age, age_on.window)
    except (ValueError, OverflowError):
        row.fault("age_text", f"is not an age that is known here; known are {AGES}")
        return known
    if (known & by_age).empty:
        said = f"means born {said_window(by_age)}, which birth excludes"
        row.fault("age_text", f"{said}; write two rows if two sources disagree")
    return known & by_age
