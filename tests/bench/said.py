"""How a source says when something was: true days turned into words whose window holds them."""

from calendar import month_name
from datetime import date, timedelta

MONTHS = [name for name in month_name if name]
_THIRDS = ("early", "mid", "late")
_FORMS = {
    "day": 34,
    "number": 24,
    "month": 14,
    "season": 15,
    "year": 6,
    "about": 3,
    "harvest": 4,
}
_LAGS = (
    ("the next day", 1, 1),
    ("a week after", 7, 7),
    ("soon after", 0, 60),
    ("not long after", 0, 60),
    ("a few weeks later", 14, 120),
    ("a few months later", 60, 180),
    ("about a year", 270, 450),
    ("eventually", 0, None),
)
"""Phrases of `graph/record/tables/phrases.csv`, with the days that they stand for."""


def some_day_in(chance, first: date, last: date) -> date:
    """Any day between two, both included; the first where there is none between."""
    return first + timedelta(days=chance.randint(0, max(0, (last - first).days)))


def shifted(day: date, days: int) -> date:
    return day + timedelta(days=days)


def when(chance, day: date) -> dict[str, str]:
    """Say a day as testimonies do: a third exactly, the rest to a month, a season, a year."""
    form = chance.choices(tuple(_FORMS), tuple(_FORMS.values()))[0]
    if form == "harvest":
        first, last = shifted(day, -45), shifted(day, 45)
        window = f"{first.year}-{first.month:02}/{last.year}-{last.month:02}"
        return {"when": "around the harvest", "edtf": window}
    words = {
        "day": day.isoformat(),
        "number": f"{day.year}-{day.month:02}",
        "month": f"{MONTHS[day.month - 1]} {day.year}",
        "season": f"{_THIRDS[(day.month - 1) // 4]} {day.year}",
        "about": f"about {MONTHS[day.month - 1]} {day.year}",
        "year": str(day.year),
    }
    return {"when": words[form]}


def lag(chance, earlier: date, later: date) -> str:
    """Say how long after an event another one came."""
    days = (later - earlier).days
    fitting = [
        phrase
        for phrase, least, most in _LAGS
        if least <= days and (most is None or days <= most)
    ]
    return chance.choice(fitting[:-1] or fitting)


def birth(chance, born: date, told: date) -> dict[str, str]:
    """Say when somebody was born, or how old they are at the telling."""
    form = chance.random()
    if form < 0.3:
        return {"birth": born.isoformat()}
    if form < 0.4:
        return {"birth": f"{born.year}-{born.month:02}"}
    if form < 0.7 or born > told:
        return {"birth": str(born.year)}
    had_birthday = (told.month, told.day) >= (born.month, born.day)
    return {
        "age_text": str(told.year - born.year - (not had_birthday)),
        "age_on": "currently",
    }
