"""Rows of `dataset`, `sources` and `places`: what the claims stand on."""

from graph.record.model import Dataset, Place, Source
from graph.record.vocabulary import (
    PLACE_KINDS,
    PRECISIONS,
    RELIABILITIES,
    SOURCE_KINDS,
    Consent,
)
from ingest.fields import Fields


def dataset(row: Fields, dataset_id: str) -> Dataset:
    """Read a row of `dataset`."""
    del dataset_id
    return Dataset(
        id=row.identifier("id"),
        title=row.text("title"),
        country_of_risk=row.identifier("country_of_risk"),
        licence=row.text("licence"),
    )


def source(row: Fields, dataset_id: str) -> Source:
    """Read a row of `sources`."""
    if row.text("part_of") and row.text("part_of") == row.text("id"):
        row.fault("part_of", "is the source itself; name the one that contains it, or none")
    return Source(
        id=row.identifier("id"),
        title=row.text("title"),
        kind=row.word("kind", SOURCE_KINDS),
        part_of=row.identifier("part_of"),
        informant=row.identifier("informant"),
        publisher=row.text("publisher"),
        language=row.text("language"),
        url=row.text("url"),
        date=row.date("date"),
        said_on=row.date("said_on"),
        consent=row.choice("consent", Consent.INTERNAL),
        reliability=row.word("reliability", RELIABILITIES),
        dataset=dataset_id,
    )


def place(row: Fields, dataset_id: str) -> Place:
    """Read a row of `places`."""
    if row.text("part_of") and row.text("part_of") == row.text("id"):
        row.fault("part_of", "is the place itself; name the larger place, or none")
    lat, lon = row.number("lat", -90, 90), row.number("lon", -180, 180)
    if (lat is None) != (lon is None) and not row.faults:
        row.fault(
            "lat" if lat is None else "lon", "is empty where the other of the two is given"
        )
    return Place(
        id=row.identifier("id"),
        name=row.text("name"),
        aliases=row.texts("aliases"),
        kind=row.word("kind", PLACE_KINDS),
        part_of=row.identifier("part_of"),
        lat=lat,
        lon=lon,
        precision=row.word("precision", PRECISIONS),
        dataset=dataset_id,
    )
