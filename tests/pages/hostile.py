"""A family whose every stored text tries to be more than text."""

from dataclasses import replace

from graph.record.model import PersonClaim, Records
from tests import builders

HIT = "window.__hit = true"
EVIL = (
    f'<img src=x onerror="{HIT}"> href </script><script>{HIT}</script> '
    f"![p](http://evil.invalid/x.png) [a](javascript:{HIT}) :material/home: $x^2$ "
)
TURNED = "\u202edlihc eht\u202c \u2066turned\u2069"
LONG = "M" * 10_000


def hostile_family() -> Records:
    records = builders.family(
        person("child", "A child", sought=True, born=builders.edtf_window("2010")),
        person("aunt", "An aunt", sex="female", note=EVIL, other_names=(EVIL,)),
        person("granny", TURNED, sex="female"),
        person("friend", LONG),
        builders.event("called", "aunt", "2017-03", to="mother", words=EVIL, note=EVIL),
        builders.event("asked_not_to_be_contacted", "granny", "2018", reason=EVIL),
        builders.event("taken_to_camp", "friend", "2018", id_="camp", basis="interpreted"),
        builders.reading("camp", words=EVIL, reading=EVIL, by="aunt"),
    )
    sources = tuple(
        replace(source, title=EVIL) if source.id == builders.SOURCE else source
        for source in records.sources
    )
    places = tuple(replace(place, name=EVIL) for place in records.places)
    return replace(records, sources=sources, places=places)


def person(id_: str, name: str, **more: object) -> PersonClaim:
    return builders.person(id_, name=f"{name} {EVIL}" if name != LONG else LONG, **more)
