"""Words for a path: the word of genealogy, and step by step as families say it."""

from functools import lru_cache
from typing import NamedTuple

from graph.kinship import kin_words
from graph.kinship.kin_doubts import KinDoubt, by_siblings_parent, doubts
from graph.kinship.steps import KinStep, moves, straight

_BENDS = ("adoptive", "step", "foster")
_UNMARRIED = frozenset({"partner", "ex-partner", "fiance"})
_COUSIN = 2
_FAR = 3


class Wording(NamedTuple):
    """A relation in words."""

    term: str
    """The word of genealogy: "aunt", "first cousin once removed"."""
    phrase: str
    """The way there, with its side: "father's sister", "mother's cousin"."""
    kind: str
    """blood, adoptive, step, foster, affinity, stated, coparent or self."""
    side: str
    ended: bool
    doubts: tuple[KinDoubt, ...]


class _Parts(NamedTuple):
    """A path between its marriages."""

    before: KinStep | None
    core: tuple[KinStep, ...]
    after: KinStep | None
    up: int
    down: int
    half: str

    @property
    def bend(self) -> str:
        """How the first tie that is not by birth bends the relation; "" where none does."""
        bends = ("step" if s.move == "S" else s.qualifier for s in self.core)
        return next((bend for bend in bends if bend in _BENDS), "")

    @property
    def vows(self) -> set[str]:
        """The kinds of the marriages."""
        return {
            step.qualifier
            for step in (self.before, *self.core, self.after)
            if step and step.move == "S"
        }


@lru_cache(maxsize=50_000)  # a few hundred paths cover most families
def wording(steps: tuple[KinStep, ...], up: int, down: int, half: str) -> Wording:
    """Say a path in words; neutral ones where the sex is not recorded.

    Args:
        steps: what the path is made of, from the one person to the other.
        up: generations up to the common ancestor; an in-law's counted from the spouse.
        down: generations down from there.
        half: "full", "half", "unknown", or "" where the question does not arise.
    """
    parts = _split(steps, up, down, half)
    term, phrase, kind = _named(parts, moves(steps))
    return Wording(
        term=term,
        phrase=phrase,
        kind=kind,
        side=_side(steps, up, down, half),
        ended=any(
            step.move == "S" and step.qualifier in ("ex", "ex-partner") for step in steps
        ),
        doubts=tuple(doubts(steps, half)),
    )


def _named(parts: _Parts, spelled: str) -> tuple[str, str, str]:
    """Return the term, the phrase and the kind."""
    phrase = "'s ".join(_phrase(parts)) or "self"
    if "K" in spelled:
        return phrase, f"{phrase} (as stated)", "stated"
    match spelled:
        case "":
            return "self", phrase, "self"
        case "DU":
            return "co-parent", phrase, "coparent"
        case "DSU":
            return "co-parent-in-law", phrase, "affinity"
        case "USD":
            return _step_sibling(parts.core) or phrase, phrase, "step"
    return _term(parts, phrase), phrase, _kind(parts)


def _side(steps: tuple[KinStep, ...], up: int, down: int, half: str) -> str:
    """Return whose side it is, by the first parent; brothers and sisters of both have none."""
    beside = up == 1 and down > 0 and half not in ("half", "")
    if beside or not steps or steps[0].move != "U" or moves(steps).startswith("UDC"):
        return ""
    return kin_words.by_sex(steps[0].sex, "father's", "mother's", "")


def _split(steps: tuple[KinStep, ...], up: int, down: int, half: str) -> _Parts:
    """Take the marriages off the two ends."""
    before = steps[0] if steps and steps[0].move == "S" else None
    rest = steps[1:] if before else steps
    after = rest[-1] if rest and rest[-1].move == "S" else None
    return _Parts(before, rest[:-1] if after else rest, after, up, down, half)


def _kind(parts: _Parts) -> str:
    """Return what makes the two kin."""
    if any(step.move == "C" for step in parts.core):
        return "stated"
    if (parts.before or parts.after) and not _stepped(parts):
        return "affinity"
    return "step" if parts.before or parts.after else parts.bend or "blood"


def _stepped(parts: _Parts) -> bool:
    """Return whether a marriage makes a stepparent or a stepchild, and not an in-law."""
    if parts.bend or parts.vows - {"", "ex"} or (parts.before and parts.after):
        return False
    if parts.before:
        return parts.up == 0 and parts.down > 0
    return parts.down == 0 and parts.up > 0


# --- the word of genealogy


def _term(parts: _Parts, phrase: str) -> str:
    """Return the word of genealogy, or the phrase where there is none."""
    married = parts.before or parts.after
    if married and not parts.core and not (parts.before and parts.after):
        return kin_words.spouse(married.sex, married.qualifier)
    if by_siblings_parent(parts.core) or parts.vows & _UNMARRIED:
        return phrase
    if parts.before and parts.after:
        return phrase
    if parts.before:
        word = _term_before(parts, parts.before)
    elif parts.after:
        word = _term_after(parts, parts.after)
    else:
        word = _core_term(parts, phrase)
    return f"former {word}" if "ex" in parts.vows else word


def _core_term(parts: _Parts, phrase: str) -> str:
    """Name a relative with no marriage on the way."""
    last = parts.core[-1]
    if len(parts.core) == 1 and last.move == "C":
        return last.qualifier if last.qualifier != "cousin" else "first cousin"
    word = kin_words.blood(parts.up, parts.down, last.sex, half=parts.half == "half")
    if not parts.bend:
        return word
    return phrase if "'s " in word else kin_words.bent(parts.bend, word)


def _short_core(parts: _Parts) -> str:
    """Name the relative to whom the marriage is: a first cousin is a "cousin" there."""
    term = _core_term(parts, "'s ".join(_core_words(parts)))
    return "cousin" if term == "first cousin" else term


def _term_before(parts: _Parts, before: KinStep) -> str:
    """Name a relative of a spouse."""
    sex = parts.core[-1].sex
    if not parts.bend:
        if (parts.up, parts.down) == (1, 0):
            return kin_words.ancestor(1, sex) + "-in-law"
        if (parts.up, parts.down) == (1, 1):
            return kin_words.sibling(sex) + "-in-law"
        if parts.up == 0:
            return kin_words.bent("step", kin_words.descendant(parts.down, sex))
    return f"{kin_words.spouse(before.sex)}'s {_short_core(parts)}"


def _term_after(parts: _Parts, after: KinStep) -> str:
    """Name a relative's spouse."""
    up, down, sex = parts.up, parts.down, after.sex
    if not parts.bend:
        if (up, down) == (0, 1):
            return kin_words.descendant(1, sex) + "-in-law"
        if (up, down) == (1, 1):
            return kin_words.sibling(sex) + "-in-law"
        if down == 0:
            return kin_words.bent("step", kin_words.ancestor(up, sex))
        if down == 1 and sex:
            return kin_words.blood(up, down, sex) + " by marriage"
    core, married = _short_core(parts), kin_words.spouse(sex)
    article = "an" if core[0] in "aeiou" else "a"
    return (
        f"{married} of {article} {core}" if core.endswith("removed") else f"{core}'s {married}"
    )


def _step_sibling(steps: tuple[KinStep, ...]) -> str:
    """Name a child whom a parent's spouse brought; "" where the two did not marry."""
    if steps[1].qualifier in _UNMARRIED:
        return ""
    former = "former " if steps[1].qualifier == "ex" else ""
    return former + kin_words.bent("step", kin_words.sibling(steps[2].sex))


# --- step by step


def _phrase(parts: _Parts) -> list[str]:
    """Return the words of the way, each a possession of the one before."""
    said = _core_words(parts)
    before, core, after = parts.before, parts.core, parts.after
    if moves(core) == "USD" and core[1].qualifier == "":
        return [_step_sibling(core)]
    ends = [kin_words.spouse(before.sex, before.qualifier)] if before else []
    if before and before.qualifier == "" and core and _is_plain(core[0], "D"):
        ends, said[0] = [], kin_words.bent("step", kin_words.descendant(1, core[0].sex))
    if not after:
        return ends + said
    if after.qualifier == "" and core and _is_plain(core[-1], "U"):
        said[-1] = kin_words.bent("step", kin_words.ancestor(1, after.sex))
        return ends + said
    return [*ends, *said, kin_words.spouse(after.sex, after.qualifier)]


def _is_plain(step: KinStep, move: str) -> bool:
    return step.move == move and straight(step.qualifier)


def _core_words(parts: _Parts) -> list[str]:
    """Return a word for each step between the marriages, brothers and cousins in one."""
    core, up, down = parts.core, parts.up, parts.down
    half = parts.half == "half"
    if up < _FAR or down < _COUSIN or parts.bend or not _is_plain_line(core, up, down):
        return _stepwise(core, half=half)
    said = [_step_word(step) for step in core[: up - _COUSIN]]
    said.append("half-cousin" if half else "cousin")
    below = core[len(core) - (down - _COUSIN) :]
    return said + [_step_word(step) for step in below]


def _is_plain_line(core: tuple[KinStep, ...], up: int, down: int) -> bool:
    """Return whether a path only goes up and down, at the top over ancestors or siblings."""
    over_ancestors = "U" * up + "D" * down
    over_siblings = "U" * (up - 1) + "B" + "D" * (down - 1)
    return moves(core) in (over_ancestors, over_siblings)


def _stepwise(core: tuple[KinStep, ...], *, half: bool) -> list[str]:
    """Return a word for each step; up and down again is a sibling."""
    said: list[str] = []
    steps = iter(enumerate(core, start=1))
    for position, step in steps:
        following = core[position] if position < len(core) else None
        if word := _over_a_marriage(core[position - 1 : position + 1]):
            said.append(word)
            next(steps)
        elif following and step.move == "U" and following.move == "D":
            said.append(_sibling_word(step, following, half=half))
            next(steps)
        elif not (following and step.move == following.move == "B"):
            said.append(_step_word(step))  # of a sister's sister only the last is said
    return said


def _over_a_marriage(steps: tuple[KinStep, ...]) -> str:
    """Name a parent's spouse or a spouse's child in the middle of a way; "" for others."""
    match steps:
        case [KinStep(move="U"), KinStep(move="S", qualifier="") as married] if straight(
            steps[0].qualifier
        ):
            return kin_words.bent("step", kin_words.ancestor(1, married.sex))
        case [KinStep(move="S", qualifier=""), KinStep(move="D") as child] if straight(
            child.qualifier
        ):
            return kin_words.bent("step", kin_words.descendant(1, child.sex))
        case _:
            return ""


def _sibling_word(rising: KinStep, falling: KinStep, *, half: bool) -> str:
    """Name another child of a parent."""
    kinds = (rising.qualifier, falling.qualifier)
    bend = next((bend for bend in _BENDS if bend in kinds), "")
    return kin_words.bent(bend, kin_words.sibling(falling.sex, half=half and not bend))


def _step_word(step: KinStep) -> str:
    """Name the person at the end of one step."""
    match step.move:
        case "U":
            word = kin_words.ancestor(1, step.sex)
        case "D":
            word = kin_words.descendant(1, step.sex)
        case "B":
            word = kin_words.sibling(step.sex, half=step.qualifier == "half")
        case "S":
            return kin_words.spouse(step.sex, step.qualifier)
        case _:
            return step.qualifier
    return kin_words.bent(step.qualifier if step.qualifier in _BENDS else "", word)
