"""What is told of one family: rows of events, readings and people, with their passages."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.bench import said
from tests.bench.lineage import Family, Member
from tests.bench.setting import Row, Setting, name

HELD_BY_ANOTHER_LIST = 0.15
DISPUTED = 0.02


@dataclass(slots=True, eq=False)
class Happening:
    """An event of which the true day is known here, whatever the row says."""

    id: str
    day: date
    type: str
    until: date | None = None


@dataclass(slots=True, eq=False)
class Testimony:
    """Somebody who left and tells of it, through which friend, up to which passage."""

    id: str
    informant: Member
    told: date
    left: date
    friend: str = ""
    passage: int = 0

    def known(self, day: date) -> date:
        """Return the day of something told of: nobody tells of what comes later."""
        return min(day, self.told)

    def cite(self) -> Row:
        self.passage += 1
        return {"source": self.id, "locator": f"L{self.passage}"}


@dataclass(slots=True, eq=False)
class Chronicle:
    """The rows of one family, by table."""

    family: Family
    setting: Setting
    report: str
    tables: defaultdict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    members: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The groups of each person who is in one."""
    events: int = 0
    others: int = 0

    @property
    def chance(self) -> Random:
        return self.family.chance

    def testimony(self, informant: Member, left: date) -> Testimony:
        told = said.some_day_in(self.chance, date(2020, 9, 1), date(2021, 8, 31))
        id_ = f"{self.family.name}.s{len(self.tables['sources'])}"
        self.tables["sources"].append(
            {
                "id": id_,
                "part_of": self.report,
                "title": f"GENERATED: testimony of {informant.name}",
                "kind": "testimony",
                "informant": informant.id,
                "said_on": told.isoformat(),
                "consent": self.chance.choice(("public", "partners", "internal")),
                "reliability": self.chance.choice("ABC"),
            }
        )
        return Testimony(id_, informant, told, left)

    def acquaintance(self, kind: str, called: str, telling: Testimony, **more: str) -> str:
        """Add a friend, a neighbour or a group, and return their id."""
        id_ = f"{self.family.name}.a{self.others}"
        self.others += 1
        row = {"id": id_, "kind": kind, "name": called or name(self.chance)}
        self.tables["people"].append(row | more | telling.cite())
        return id_

    def tie(self, person: str, kind: str, relative: str, telling: Testimony, **more: str):
        self.family.tie(person, kind, relative, **more, **telling.cite())

    def event(
        self, type_: str, subject: str, day: date, telling: Testimony, **more: str
    ) -> Happening:
        """Add an event that the informant tells of, dated as people say dates."""
        id_ = f"{self.family.name}.e{self.events}"
        self.events += 1
        day = telling.known(day)
        time = {} if {"when", "edtf"} & more.keys() else said.when(self.chance, day)
        with_ = {"with": more.pop("to")} if "to" in more else {}
        row = {"id": id_, "type": type_, "subject": subject}
        self.tables["events"].append(row | with_ | time | more | telling.cite())
        return Happening(id_, day, type_)

    def later(
        self,
        type_: str,
        subject: str,
        day: date,
        telling: Testimony,
        *,
        after: Happening,
        **more,
    ) -> Happening:
        """Add an event that is half of the time dated only by the one before it."""
        day = telling.known(day)
        if self.chance.random() < 0.5:
            more |= {"after": after.id, "when": said.lag(self.chance, after.day, day)}
        elif self.chance.random() < 0.3:
            more["after"] = after.id
        return self.event(type_, subject, day, telling, **more)

    def spell(
        self, type_: str, subject: str, days: tuple[date, date], telling: Testimony, **more: str
    ) -> Happening:
        """Add what lasted from one day to another."""
        last = telling.known(days[1])
        until = said.when(self.chance, last)
        ended = until.get("edtf") or until["when"]
        found = self.event(type_, subject, days[0], telling, until=ended, **more)
        found.until = last
        return found

    def listed_too(self, happening: Happening, subject: str) -> None:
        """Let a list of the held say the same now and then, and rarely that it was not so."""
        form = self.chance.random()
        row = {"id": happening.id, "type": happening.type, "subject": subject}
        row |= {"source": "list", "locator": happening.id}
        if form < DISPUTED:
            self.tables["events"].append(row | {"stance": "disputes"})
        elif form < HELD_BY_ANOTHER_LIST:
            month = f"{happening.day.year}-{happening.day.month:02}"
            self.tables["events"].append(row | {"when": month, "certainty": "likely"})

    def read(self, of: Happening, words: str, reading: str, telling: Testimony, **more: str):
        id_ = f"{self.family.name}.r{len(self.tables['interpretations'])}"
        row = {"id": id_, "of": of.id, "words": words, "reading": reading}
        row |= {"by": telling.informant.id, "certainty": "likely"}
        self.tables["interpretations"].append(row | more | telling.cite())
