"""Two hand-overs that differ in one field of one record: does a file show it?"""

from dataclasses import replace
from datetime import date

from graph.record.dates import Lag, When, Window
from graph.record.model import (
    Dataset,
    EventClaim,
    Interpretation,
    Lift,
    Participant,
    PersonClaim,
    Place,
    Source,
    TieClaim,
)
from graph.record.schema import table_of
from graph.record.vocabulary import (
    Basis,
    Consent,
    PersonKind,
    Role,
    Scope,
    Stance,
    Standing,
    TieKind,
)
from tests.builders import event, family, person, reading, tie
from tests.export.formats.handed import handed

MARKER = "Zanzibar"
"""A text that nothing else holds."""
_KINDS = {
    Dataset: "datasets",
    Source: "sources",
    Place: "places",
    PersonClaim: "people",
    TieClaim: "ties",
    EventClaim: "events",
    Interpretation: "interpretations",
}
_WORDS = {
    "about": "another",
    "by": "granny",
    "source": "letter",
    "part_of": "town",
    "informant": "granny",
    "dataset": "other",
    "country_of_risk": "faraway",
    "supersedes": "mother@letter",
    "person": "granny",
    "relative": "granny",
    "place": "town",
    "ends": "mother-left",
    "of": "mother-left",
    "backs": "",
    "alternative_to": "other-reading",
    "retracted_by": "mother@letter",
    "sex": "male",
    "qualifier": "step",
    "certainty": "likely",
    "reliability": "B",
    "type": "called",
    "language": "ug",
    "body": "public",
}
"""What else a field may say where not any text will do: an id of somebody who is there."""
_OTHERS = {
    bool: True,
    float | None: 12.5,
    Window: Window(date(1987, 6, 5), date(1987, 6, 5)),
    When: When(text="1987-06-05", window=Window(date(1987, 6, 5), date(1987, 6, 5))),
    Lag | None: Lag(least=17, most=18),
    tuple[Lift, ...]: (Lift(person="granny", on="2020-01-01", by="ana", why="misread"),),
    tuple[Participant, ...]: (Participant(role=Role.WITNESS, person="granny"),),
    Consent: Consent.PARTNERS,
    PersonKind: PersonKind.ORGANISATION,
    TieKind: TieKind.KNOWS,
    Basis: Basis.BELIEVED,
    Stance: Stance.DISPUTES,
    Standing: Standing.RETRACTED,
    Scope: Scope.SOME,
}
_LISTS = {
    "member_of": ("neighbours",),
    "relayed_by": ("granny",),
    "after": ("mother-left",),
    "before": ("mother-left",),
}


def every_field():
    """(kind, field) for every field of every kind of record; ids name the record itself."""
    every = [(kind, name) for kind in _KINDS for name in table_of(kind).types]
    return [(kind, name) for kind, name in every if name != "id"]


def one_field_other(kind, name):
    """The same hand-over thrice: as it is, with something else in this field, with nothing."""
    records, table = _records(), _KINDS[kind]
    first, *rest = getattr(records, table)
    if name.startswith("retracted_"):
        first = replace(first, standing=Standing.RETRACTED)
    of = table_of(kind)
    hint = of.types[name]
    changed = of.build(of.values(first) | {name: _other(hint, name)})
    text = hint is str and name != "type"
    emptied = of.build(of.values(first) | {name: ""}) if text else first
    return [
        handed(replace(records, **{table: (one, *rest)})) for one in (first, changed, emptied)
    ]


def _records():
    """A family in which the first record of each kind is the one that changes."""
    told = family(
        event("died", "granny", "2015", id_="granny-died"),
        reading("granny-died"),
        reading("mother-left", id="other-reading@testimony", about="other-reading"),
        Source(id="letter", title="A letter"),
        person("other", id="mother@letter", about="mother", source="letter"),
    )
    people = (person("zaynab"), *told.people)
    ties = (tie("zaynab", "kin_of", "child", term="cousin"), *told.ties)
    events = (event("moved", "zaynab", "2016", id_="zaynab-moved"), *told.events)
    sources = (Source(id="notes", title="Notes"), *told.sources)
    places = (Place(id="village", name="Village"), *told.places)
    other = Dataset(id="other", title="Another", country_of_risk="inland")
    return replace(
        told,
        datasets=(*told.datasets, other),
        people=people,
        ties=ties,
        events=events,
        sources=sources,
        places=places,
    )


def _other(hint, name):
    if hint is str:
        return _WORDS.get(name, MARKER)
    if hint == tuple[str, ...]:
        return _LISTS.get(name, (MARKER,))
    if hint == When | None:
        return _OTHERS[When]
    return _OTHERS[hint]
