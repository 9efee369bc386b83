"""The words of blood kinship, from generations up and down and a sex."""

import re

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_TIMES = ("", "once", "twice", "three times", "four times", "five times", "six times")
_JOINED = frozenset(
    {"father", "mother", "parent", "son", "daughter", "child", "brother", "sister", "sibling"}
)
_SPOUSES = {
    "": ("husband", "wife", "spouse"),
    "ex": ("ex-husband", "ex-wife", "ex-spouse"),
    "partner": ("partner", "partner", "partner"),
    "ex-partner": ("ex-partner", "ex-partner", "ex-partner"),
    "fiance": ("fiancé", "fiancée", "fiancé(e)"),
}


def by_sex(sex: str, male: str, female: str, neutral: str) -> str:
    """Choose a word; the neutral one where the sex is not recorded."""
    return {"male": male, "female": female}.get(sex, neutral)


def spouse(sex: str, qualifier: str = "") -> str:
    """Name a husband or wife, a former one, a partner, or someone betrothed."""
    return by_sex(sex, *_SPOUSES[qualifier])


def great(times: int) -> str:
    """Return "great-" so many times."""
    return "great-" * times


def ancestor(generations: int, sex: str) -> str:
    """Name someone so many generations up: mother, grandmother, great-grandmother."""
    word = by_sex(sex, "father", "mother", "parent")
    return word if generations == 1 else f"{great(generations - 2)}grand{word}"


def descendant(generations: int, sex: str) -> str:
    """Name someone so many generations down: son, grandson, great-grandson."""
    word = by_sex(sex, "son", "daughter", "child")
    return word if generations == 1 else f"{great(generations - 2)}grand{word}"


def sibling(sex: str, *, half: bool = False) -> str:
    """Name a brother or sister, or a half one."""
    return ("half-" if half else "") + by_sex(sex, "brother", "sister", "sibling")


def without_age(relation: str) -> str:
    """Return a relation without saying who is the elder: "mother's sister"."""
    return re.sub(r"\b(elder|younger) ", "", relation)


def cousin(up: int, down: int, *, half: bool = False) -> str:
    """Name a cousin: "second cousin once removed" for 3 up and 4 down."""
    degree, removed = min(up, down) - 1, abs(up - down)
    return (
        ("half-" if half else "")
        + f"{ordinal(degree)} cousin"
        + (f" {times(removed)} removed" if removed else "")
    )


def ordinal(number: int) -> str:
    """Return "first", "twelfth", "13th"."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"


def times(number: int) -> str:
    """Return "once", "twice", "seven times"."""
    return _TIMES[number] if number < len(_TIMES) else f"{number} times"


def blood(up: int, down: int, sex: str, *, half: bool = False) -> str:
    """Name a relative by blood, from generations up to the common ancestor and down.

    Where no neutral word exists the path is said: "parent's sibling".
    """
    if up == 0 or down == 0:
        return _direct(up, down, sex)
    if up == down == 1:
        return sibling(sex, half=half)
    prefix = "half-" if half else ""
    if down == 1:
        around = great(up - 2)
        neutral = f"{ancestor(up - 1, '')}'s {sibling('', half=half)}"
        return by_sex(sex, f"{prefix}{around}uncle", f"{prefix}{around}aunt", neutral)
    if up == 1:
        around = great(down - 2)
        neutral = f"{sibling('', half=half)}'s {descendant(down - 1, '')}"
        return by_sex(sex, f"{prefix}{around}nephew", f"{prefix}{around}niece", neutral)
    return cousin(up, down, half=half)


def _direct(up: int, down: int, sex: str) -> str:
    """Name oneself, an ancestor or a descendant."""
    if up == down == 0:
        return "self"
    return ancestor(up, sex) if up else descendant(down, sex)


def bent(kind: str, word: str) -> str:
    """Put step, adoptive or foster before a word: stepfather, step-aunt, adopted son."""
    if kind == "adoptive" and word in ("son", "daughter", "child"):
        return f"adopted {word}"
    if kind == "step":
        return f"step{word}" if word in _JOINED else f"step-{word.removeprefix('first ')}"
    return f"{kind} {word}" if kind else word
