"""Records as rows of the import tables (`data_samples/README.md`): cells of text, by column.

A row is first written as it is mostly typed: what means the same as an empty cell is left out.
Where the claim's fingerprint tells that it was typed otherwise, the other ways are tried until
it fits, so that the same row comes back to the letter.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from graph.export.formats.import_dates import cell, reads_as, said_of, spellings
from graph.record.claim_names import row_hash
from graph.record.dates import ALWAYS, Lag, When
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Basis, PersonKind, Role, Scope, Stance

Cells = dict[str, str]
BETWEEN = "; "

TABLES = {
    Dataset: "dataset",
    Source: "sources",
    Place: "places",
    PersonClaim: "people",
    TieClaim: "kinship",
    EventClaim: "events",
    Interpretation: "interpretations",
}
_EMPTY_MEANS: Mapping[str, Mapping[str, str]] = {
    "people": {"kind": PersonKind.PERSON, "sought": "no"},
    "kinship": {"basis": Basis.STATED, "stance": Stance.SUPPORTS},
    "events": {
        "scope": Scope.ALL,
        "basis": Basis.STATED,
        "stance": Stance.SUPPORTS,
        "duress": "no",
        "lag_min": "0",
    },
    "interpretations": {},
}
"""What an empty cell means: typed out, it says the same and is another row."""


def background_row(record: Dataset | Source | Place) -> Cells:
    """Return the row of what claims stand on."""
    match record:
        case Dataset():
            said = {"title": record.title, "country_of_risk": record.country_of_risk}
            return _filled({"id": record.id, **said, "licence": record.licence})
        case Source():
            return _source(record)
    return _filled(
        {
            "id": record.id,
            "name": record.name,
            "aliases": BETWEEN.join(record.aliases),
            "kind": record.kind,
            "part_of": record.part_of,
            "lat": "" if record.lat is None else str(record.lat),
            "lon": "" if record.lon is None else str(record.lon),
            "precision": record.precision,
        }
    )


def _source(source: Source) -> Cells:
    return _filled(
        {
            "id": source.id,
            "part_of": source.part_of,
            "title": source.title,
            "kind": source.kind,
            "informant": source.informant,
            "publisher": source.publisher,
            "language": source.language,
            "date": cell(source.date),
            "said_on": cell(source.said_on),
            "consent": source.consent,
            "reliability": source.reliability,
            "url": source.url,
        }
    )


def claim_row(claim: Claim) -> Cells:
    """Return the row that says a claim: as it was typed, else as it can be read again."""
    table = TABLES[type(claim)]
    for cells in _as_typed(claim):
        if row_hash(table, cells) == claim.row_hash:
            return cells
    return next(_written(claim, readable=True))


def standing_cells(claim: Claim) -> Cells:
    """Return what became of a claim that does not count any more."""
    if claim.active:
        return {}
    return _filled(
        {
            "standing": claim.standing,
            "retracted_by": claim.retracted_by,
            "retracted_on": claim.retracted_on,
            "retracted_why": claim.retracted_why,
        }
    )


def _as_typed(claim: Claim) -> Iterator[Cells]:
    """Yield the ways in which a row with this content may have been typed."""
    means = _EMPTY_MEANS[TABLES[type(claim)]]
    for cells in _written(claim, readable=False):
        free = [(name, word) for name, word in means.items() if name not in cells]
        for typed in product((False, True), repeat=len(free)):
            more = {
                name: str(word)
                for (name, word), is_in in zip(free, typed, strict=True)
                if is_in
            }
            yield cells | more


def _written(claim: Claim, *, readable: bool) -> Iterator[Cells]:
    """Yield rows of a claim; `readable`: times in words that can be read without the source."""
    common = {
        "id": claim.about,
        "source": claim.source,
        "locator": claim.locator,
        "words": claim.words,
        "note": claim.note,
        "supersedes": claim.supersedes,
    }
    match claim:
        case PersonClaim():
            yield _filled({**common, **_person(claim, readable=readable)})
        case TieClaim():
            yield _filled({**common, **_tie(claim, readable=readable)})
        case EventClaim():
            times = [_time(claim)] if readable else _times(claim)
            rest = _event(claim, readable=readable)
            yield from (_filled({**common, **rest, **time}) for time in times)
        case Interpretation():
            yield _filled({**common, **_reading(claim)})


def _date(when: When | None, *, readable: bool) -> str:
    if readable:
        return cell(when)
    return "" if when is None else when.text


def _person(claim: PersonClaim, *, readable: bool) -> Cells:
    birth = _date(claim.birth, readable=readable)
    if readable and not birth and not claim.age_text and claim.born != ALWAYS:
        birth = cell(When(text="", window=claim.born))
    return {
        "kind": "" if claim.kind is PersonKind.PERSON else claim.kind,
        "name": claim.name,
        "other_names": BETWEEN.join(claim.other_names),
        "sex": claim.sex,
        "birth": birth,
        "age_text": claim.age_text,
        "age_on": _date(claim.age_on, readable=readable),
        "member_of": BETWEEN.join(claim.member_of),
        "sought": "yes" if claim.sought else "",
        "body": claim.body,
    }


def _tie(claim: TieClaim, *, readable: bool) -> Cells:
    return {
        "person": claim.person,
        "kind": claim.kind,
        "relative": claim.relative,
        "qualifier": claim.qualifier,
        "term": claim.term,
        "from": _date(claim.since, readable=readable),
        "until": _date(claim.until, readable=readable),
        "basis": "" if claim.basis is Basis.STATED else claim.basis,
        "stance": "" if claim.stance is Stance.SUPPORTS else claim.stance,
    }


def _event(claim: EventClaim, *, readable: bool) -> Cells:
    others = (each for each in claim.people if each.role not in (Role.SUBJECT, Role.WITH))
    return {
        "type": claim.type,
        "subject": BETWEEN.join(p.person for p in claim.people if p.role is Role.SUBJECT),
        "with": BETWEEN.join(p.person for p in claim.people if p.role is Role.WITH),
        "others": BETWEEN.join(f"{each.role}: {each.person}" for each in others),
        "place": claim.place,
        "until": _date(claim.until, readable=readable),
        "after": BETWEEN.join(claim.after),
        "before": BETWEEN.join(claim.before),
        "repeats": claim.repeats,
        "learned": _date(claim.learned, readable=readable),
        "scope": "" if claim.scope is Scope.ALL else claim.scope,
        "basis": "" if claim.basis is Basis.STATED else claim.basis,
        "certainty": claim.certainty,
        "stance": "" if claim.stance is Stance.SUPPORTS else claim.stance,
        "ends": claim.ends,
        "reason": claim.reason,
        "relayed_by": BETWEEN.join(claim.relayed_by),
        "duress": "yes" if claim.duress else "",
    }


def _reading(claim: Interpretation) -> Cells:
    return {
        "of": claim.of,
        "reading": claim.reading,
        "by": claim.by,
        "certainty": claim.certainty,
        "backs": claim.backs,
        "alternative_to": claim.alternative_to,
    }


def _times(claim: EventClaim) -> Iterator[Cells]:
    """Yield the ways in which the time of an event may have been typed."""
    text, lag = claim.when.text, _lag(claim.lag)
    yield {"when": text, **lag}
    yield {"edtf": text, **lag}
    for spelt in spellings(claim.when.window):
        yield {"when": text, "edtf": spelt, **lag}


def _time(claim: EventClaim) -> Cells:
    """Return the time of an event so that it can be read: words, window, days between."""
    when, said = claim.when, said_of(claim.when.text)
    if when.event:
        return {"when": f"@{when.event}", **_lag(claim.lag)}
    if isinstance(said, Lag) and said == claim.lag and when.window == ALWAYS:
        return {"when": when.text}
    lag = _lag(None if claim.lag is None else Lag(least=claim.lag.least, most=claim.lag.most))
    if reads_as(when) or (when.window == ALWAYS and lag):
        return {"when": when.text, **lag}
    window = next(spellings(when.window), "")
    return {"when": when.text if window else "", "edtf": window, **lag}


def _lag(lag: Lag | None) -> Cells:
    """Return the days between two events, where a source gives them as a number."""
    if lag is None or lag.basis != "stated":
        return {}
    least = "" if lag.least == 0 and lag.most is not None else str(lag.least)
    return {"lag_min": least, "lag_max": "" if lag.most is None else str(lag.most)}


def _filled(cells: Mapping[str, str]) -> Cells:
    return {column: str(text) for column, text in cells.items() if text}
