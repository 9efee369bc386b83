"""Small families for tests: each builder says only what differs."""

from datetime import date
from typing import Any

from graph.record.dates import (
    When,
    Window,
    edtf_window,
)
from graph.record.model import (
    Dataset,
    EventClaim,
    Interpretation,
    Participant,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Basis, Consent, PersonKind, Role, Standing, TieKind

COUNTRY = "inland"
ABROAD = "faraway"
SOURCE = "testimony"


def when(text: str) -> When:
    """A time, from EDTF; "" is a time that nobody named."""
    return When(text=text, window=edtf_window(text) if text else Window())


def day(text: str) -> date:
    """A day, `2017-03-01`."""
    return date.fromisoformat(text)


_WORDS = {"kind": PersonKind, "basis": Basis, "standing": Standing}


def worded(fields: dict[str, Any]) -> dict[str, Any]:
    """Turn words such as "believed" into the vocabulary's."""
    return {
        name: _WORDS[name](value) if name in _WORDS and type(value) is str else value
        for name, value in fields.items()
    }


def person(id_: str, **more: Any) -> PersonClaim:
    """Somebody of whom only the name is known."""
    return PersonClaim(
        **{
            "id": f"{id_}@{SOURCE}",
            "about": id_,
            "name": id_.capitalize(),
            "source": SOURCE,
            "dataset": "set",
            **worded(more),
        }
    )


def tie(person_: str, kind: str, relative: str, **more: Any) -> TieClaim:
    """A stated tie."""
    id_ = f"{person_}-{kind}-{relative}"
    return TieClaim(
        **{
            "id": f"{id_}@{SOURCE}",
            "about": id_,
            "person": person_,
            "kind": TieKind(kind),
            "relative": relative,
            "source": SOURCE,
            **worded(more),
        }
    )


def event(  # noqa: PLR0913 - an event has this many sides
    type_: str,
    subject: str,
    time: str = "",
    *,
    id_: str = "",
    to: str = "",
    until: str = "",
    source: str = SOURCE,
    others: tuple[tuple[str, str], ...] = (),
    **more: Any,
) -> EventClaim:
    """A stated event: `event("called", "aunt", "2017-03", to="mother")`."""
    about = id_ or f"{subject}-{type_}-{time}".replace("/", "_")
    people = [(Role.SUBJECT, one) for one in subject.split()]
    people += [(Role.WITH, one) for one in to.split()]
    people += [(Role(role), one) for role, one in others]
    return EventClaim(
        **{
            "id": f"{about}@{source}",
            "about": about,
            "type": type_,
            "people": tuple(Participant(role=role, person=one) for role, one in people),
            "when": when(time),
            "until": when(until) if until else None,
            "source": source,
            **worded(more),
        }
    )


def reading(backs: str, words: str = "school", **more: Any) -> Interpretation:
    """Somebody's reading of coded words, which backs an interpreted event."""
    return Interpretation(
        **{
            "id": f"{backs}-reading@{SOURCE}",
            "about": f"{backs}-reading",
            "of": backs,
            "words": words,
            "reading": "a camp",
            "by": "mother",
            "backs": backs,
            "source": SOURCE,
            **worded(more),
        }
    )


def family(*claims: object) -> Records:
    """A child whose mother is abroad since 2010, her sister (the aunt) at home, and more.

    The father is abroad as well; the friend is a friend of the mother; the neighbours are a
    group with the aunt as a member.
    """
    people = [
        person("child", born=edtf_window("2010"), sought=True),
        person("mother", sex="female"),
        person("father", sex="male"),
        person("aunt", sex="female", member_of=("neighbours",)),
        person("granny", sex="female"),
        person("friend"),
        person("neighbours", kind="group"),
    ]
    ties = [
        tie("mother", "parent_of", "child"),
        tie("father", "parent_of", "child"),
        tie("granny", "parent_of", "mother"),
        tie("granny", "parent_of", "aunt"),
        tie("friend", "knows", "mother", term="friend"),
    ]
    events = [
        event("left_country", "mother", "2012-01", id_="mother-left", place=ABROAD),
        event("left_country", "father", "2012-01", id_="father-left", place=ABROAD),
    ]
    given = {kind: [c for c in claims if isinstance(c, kind)] for kind in _KINDS}
    replaced = {claim.about for claim in given[PersonClaim]}
    return Records(
        datasets=(Dataset(id="set", title="A set", country_of_risk=COUNTRY),),
        sources=(
            Source(
                id=SOURCE,
                title="What the mother told",
                kind="testimony",
                informant="mother",
                said_on=when("2021-06"),
                consent=Consent.PUBLIC,
            ),
            *given[Source],
        ),
        places=(
            Place(id=COUNTRY, name="Inland", kind="country"),
            Place(id="town", name="Town", kind="town", part_of=COUNTRY),
            Place(id=ABROAD, name="Faraway", kind="country"),
        ),
        people=(*(p for p in people if p.about not in replaced), *given[PersonClaim]),
        ties=(*ties, *given[TieClaim]),
        events=(*events, *given[EventClaim]),
        interpretations=tuple(given[Interpretation]),
    )


_KINDS: tuple[type, ...] = (PersonClaim, TieClaim, EventClaim, Interpretation, Source)
