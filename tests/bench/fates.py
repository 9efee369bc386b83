"""What becomes of a relative at home: heard of for a time, then lost, silenced or taken."""

from datetime import date, timedelta

from tests.bench import said
from tests.bench.chronicle import Chronicle, Happening, Testimony
from tests.bench.lineage import Member

RELATIVE = 0.95
"""Of the relatives at home, so many are told of."""
HARDSHIP = 0.25
_OPENINGS = ("called", "called", "called", "messaged", "messaged", "advised", "warned")
_FATES = {
    "silent": 25,
    "reached": 10,
    "contact_lost": 18,
    "line_dead": 5,
    "unfriended": 4,
    "asked": 11,
    "taken_to_camp": 15,
    "taken_into_custody": 6,
    "imprisoned": 2,
    "died": 3,
    "killed_in_custody": 1,
    "disappeared": 2,
}
_HELD = ("taken_to_camp", "taken_into_custody", "imprisoned")
_PLACES = dict(zip(_HELD, ("camp", "police_custody", "prison"), strict=True))
_HARDSHIPS = (
    "interrogated",
    "harassed",
    "hospitalised",
    "threatened",
    "passport_demanded",
    "passport_confiscated",
)
_CODED = ("gone to study", "at school", "in hospital", "away for work")


def befall(chronicle: Chronicle, relative: Member, telling: Testimony) -> date | None:
    """Tell what became of a relative; return the day on which they were taken, if they were."""
    chance = chronicle.chance
    fate = chance.choices(tuple(_FATES), tuple(_FATES.values()))[0]
    earliest = max(telling.left + timedelta(days=30), date(2016, 12, 1))
    day = said.some_day_in(chance, earliest, _last(fate))
    last = _heard(chronicle, relative, day, telling)
    if chance.random() < HARDSHIP:
        _hardship(chronicle, relative, day, telling)
    if fate in _HELD:
        _taken(chronicle, relative, Happening("", day, fate), last, telling)
        return day
    if fate == "asked":
        _asked(chronicle, relative, day, telling)
    elif fate in {"died", "killed_in_custody", "disappeared"}:
        learned = said.some_day_in(chance, day, date(2020, 8, 30)).isoformat()
        chronicle.event(fate, relative.id, day, telling, learned=learned)
    elif fate not in {"silent", "reached"}:
        _lost(chronicle, relative, Happening("", day, fate), telling)
    return None


def _hardship(chronicle: Chronicle, relative: Member, until: date, telling: Testimony) -> None:
    """Add what ends neither contact nor liberty."""
    chance = chronicle.chance
    police = chronicle.setting.police(chance.choice(chronicle.setting.towns))
    chronicle.event(
        chance.choice(_HARDSHIPS),
        relative.id,
        said.some_day_in(chance, telling.left, until),
        telling,
        others=f"responsible: {police}",
    )


def _last(fate: str) -> date:
    return date(2020, 8, 1) if fate == "reached" else date(2019, 3, 31)


def _heard(
    chronicle: Chronicle, relative: Member, until: date, telling: Testimony
) -> Happening | None:
    """Add what was heard of a relative before their fate; return the last of it."""
    chance, inquirer, last = chronicle.chance, telling.informant.id, None
    if chance.random() < 0.15:
        spell = (said.some_day_in(chance, telling.left, until), until)
        return chronicle.spell(
            "in_contact", relative.id, spell, telling, to=inquirer, repeats="every week"
        )
    for _ in range(chance.choices((0, 1, 2, 3, 4), (3, 4, 3, 2, 1))[0]):
        day = said.some_day_in(chance, telling.left, until)
        kind = chance.choice(_OPENINGS)
        heard = chronicle.event(kind, relative.id, day, telling, to=inquirer)
        last = heard if last is None or heard.day > last.day else last
    return last


def _taken(
    chronicle: Chronicle,
    relative: Member,
    fate: Happening,
    last: Happening | None,
    telling: Testimony,
) -> None:
    """Tell of a detention: how it was learned, how sure it is, and whether it ended."""
    chance, day = chronicle.chance, fate.day
    more = {"place": f"{_PLACES[fate.type]}-{chance.choice(chronicle.setting.towns)}"}
    more |= _learned(chronicle, relative, day, telling)
    coded = chance.random() < 0.2
    if coded:
        more |= {"basis": "interpreted", "words": chance.choice(_CODED)}
    elif chance.random() < 0.06:
        more["basis"] = "believed"
    if last is not None and last.until is None and chance.random() < 0.4:
        held = chronicle.later(fate.type, relative.id, day, telling, after=last, **more)
    else:
        held = chronicle.event(fate.type, relative.id, day, telling, **more)
    if coded:
        chronicle.read(held, more["words"], "taken to a camp", telling, backs=held.id)
    else:
        chronicle.listed_too(held, relative.id)
    _afterwards(chronicle, relative, held, telling)


def _learned(
    chronicle: Chronicle, relative: Member, day: date, telling: Testimony
) -> dict[str, str]:
    """Say how and when the family learned of a detention; often nobody says it."""
    chance, form = chronicle.chance, chronicle.chance.random()
    if form < 0.3:
        heard = day + timedelta(days=chance.randint(3, 300))
        news = chronicle.event(
            "news_relayed",
            telling.friend,
            heard,
            telling,
            to=telling.informant.id,
            others=f"about: {relative.id}",
        )
        return {"learned": f"@{news.id}", "relayed_by": telling.friend}
    return {"learned": str(day.year + 1)} if form < 0.5 else {}


def _afterwards(
    chronicle: Chronicle,
    relative: Member,
    held: Happening,
    telling: Testimony,
) -> None:
    """Tell of a sentence or a release after a detention, or of questioning before it."""
    chance, form = chronicle.chance, chronicle.chance.random()
    if form < 0.2:
        day = held.day + timedelta(days=chance.randint(60, 500))
        chronicle.later("sentenced", relative.id, day, telling, after=held)
    elif form < 0.42:
        day = said.some_day_in(chance, max(held.day, date(2019, 1, 1)), date(2020, 6, 30))
        basis = chance.choice(("", "", "interpreted"))
        freed = chronicle.event(
            "released", relative.id, day, telling, ends=held.id, basis=basis
        )
        if basis:
            chronicle.read(freed, "graduated", "released", telling, backs=freed.id)
        if chance.random() < 0.3:
            heard = day + timedelta(days=chance.randint(5, 60))
            chronicle.event("called", relative.id, heard, telling, to=telling.informant.id)
    elif form < 0.5:
        police = chronicle.setting.police(chance.choice(chronicle.setting.towns))
        before = held.day - timedelta(days=chance.randint(5, 60))
        chronicle.event(
            "interrogated", relative.id, before, telling, others=f"responsible: {police}"
        )


def _asked(chronicle: Chronicle, relative: Member, day: date, telling: Testimony) -> None:
    """Tell of a request not to be contacted, and now and then of its end."""
    chance = chronicle.chance
    home = [m.id for m in chronicle.family.members if m in relative.parents]
    others = "; ".join(f"household: {id_}" for id_ in home[:2]) if chance.random() < 0.4 else ""
    asked = chronicle.event(
        "asked_not_to_be_contacted",
        relative.id,
        day,
        telling,
        to=telling.informant.id,
        others=others,
    )
    if chance.random() < 0.12:
        chronicle.event(
            "request_withdrawn",
            relative.id,
            day + timedelta(days=chance.randint(90, 500)),
            telling,
            to=telling.informant.id,
            ends=asked.id,
            duress=chance.choice(("", "yes")),
        )


def _lost(chronicle: Chronicle, relative: Member, fate: Happening, telling: Testimony) -> None:
    """Tell of contact that was lost, and now and then found again."""
    chance, inquirer = chronicle.chance, telling.informant.id
    lost = chronicle.event(fate.type, relative.id, fate.day, telling, to=inquirer)
    if chance.random() < 0.12:
        again = min(fate.day + timedelta(days=chance.randint(100, 700)), telling.told)
        chronicle.later("contact_resumed", relative.id, again, telling, after=lost, to=inquirer)
