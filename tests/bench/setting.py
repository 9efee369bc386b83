"""Where generated families live: an invented country, its towns, who is responsible in it.

Places and organisations are shared by all families, as they are in life: a consulate stands
beside hundreds of appeals, a camp beside hundreds of detentions.
"""

from dataclasses import dataclass

Row = dict[str, str]
DATASET = "generated"
INLAND = "inland"
HOSTS = ("norland", "estland", "westmark", "southmark", "isleland", "farland")
CUSTODY = ("camp", "prison", "police_custody")
HOMES = ("orphanage", "boarding_school")
_KINDS = (*CUSTODY, *HOMES, "hospital")
_SYLLABLES = (
    *("ka", "ro", "mi", "ten", "sul", "bar", "vel", "ash", "dor", "nim"),
    *("qa", "zel", "tur", "el", "yo", "han", "gu", "mar", "sha", "fe"),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all families share."""

    towns: tuple[str, ...]
    places: tuple[Row, ...]
    organisations: tuple[Row, ...]
    sources: tuple[Row, ...]

    def embassy(self, host: str) -> str:
        return f"embassy-{host}"

    def police(self, town: str) -> str:
        return f"police-{town}"


def setting(people: int) -> Setting:
    """Return a setting for so many people: a town for every two thousand, at least two."""
    towns = tuple(f"town{n}" for n in range(max(2, min(50, people // 2_000))))
    return Setting(
        towns=towns,
        places=tuple(_places(towns)),
        organisations=tuple(_organisations(towns)),
        sources=(
            {
                "id": "list",
                "title": "GENERATED: a list of the held, of unknown hand",
                "kind": "database",
                "date": "2020-01-15",
                "consent": "partners",
                "reliability": "D",
            },
        ),
    )


def _places(towns):
    yield {"id": INLAND, "name": "Inland (generated)", "kind": "country"}
    for host in HOSTS:
        yield {"id": host, "name": f"{host.title()} (generated)", "kind": "country"}
    yield {"id": "region", "name": "Region (generated)", "kind": "region", "part_of": INLAND}
    for town in towns:
        yield {"id": town, "name": town.title(), "kind": "town", "part_of": "region"}
        for kind in _KINDS:
            name = f"{kind.replace('_', ' ')} of {town.title()}"
            yield {"id": f"{kind}-{town}", "name": name, "kind": kind, "part_of": town}


def _organisations(towns):
    named = [(f"embassy-{host}", f"Embassy of Inland in {host.title()}") for host in HOSTS]
    named += [("office-of-passports", "Office of Passports")]
    named += [(f"police-{town}", f"Police of {town.title()}") for town in towns]
    for id_, name in named:
        yield {"id": id_, "kind": "organisation", "name": name, "source": "list"}


def name(chance) -> str:
    """Make up a name that is nobody's."""
    first = "".join(chance.choices(_SYLLABLES, k=3))
    last = "".join(chance.choices(_SYLLABLES, k=2))
    return f"{first} {last}".title()
