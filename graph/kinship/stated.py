"""Stated kin: the path behind a word such as "cousin", and the word for the other way."""

import re
from functools import lru_cache

from graph.kinship.kin_words import ancestor, blood, by_sex, descendant, great, ordinal, times

_SEXES = ("male", "female", "")
_FAR = 12
_OF_CHILDREN = {
    **dict.fromkeys(("mum", "mom", "mummy", "mama", "dad", "daddy", "papa"), "parent"),
    **dict.fromkeys(("grandma", "granny", "grandpa", "granddad", "grandad"), "grandparent"),
    "auntie": "aunt",
}


def _shapes() -> dict[str, tuple[int, int]]:
    """List each word with the generations up from the relative and down to the person.

    "First cousin once removed" is of two generations; the one above is entered, and its
    degree is that of both.
    """
    shapes = {"cousin": (2, 2)}
    for degree in range(1, _FAR + 1):
        for removed in range(4):
            far = f" {times(removed)} removed" if removed else ""
            shapes[f"{ordinal(degree)} cousin{far}"] = (degree + 1 + removed, degree + 1)
    for sex in _SEXES:
        shapes[blood(1, 1, sex)] = (1, 1)
        for far_up in range(1, _FAR):
            shapes[ancestor(far_up, sex)] = (far_up, 0)
            shapes[descendant(far_up, sex)] = (0, far_up)
            shapes[blood(far_up + 1, 1, sex)] = (far_up + 1, 1)
            shapes[blood(1, far_up + 1, sex)] = (1, far_up + 1)
    for far_up in range(3, _FAR):  # both words are in use for one relation
        for plain_ in ("uncle", "aunt"):
            shapes[f"{great(far_up - 3)}grand{plain_}"] = (far_up, 1)
        for plain_ in ("nephew", "niece"):
            shapes[f"{great(far_up - 3)}grand{plain_}"] = (1, far_up)
    shapes |= {word: shapes[same] for word, same in _OF_CHILDREN.items()}
    return {word.replace("-", ""): shape for word, shape in shapes.items()}


_SHAPES = _shapes()
_NO_MATTER = frozenset(
    {"paternal", "maternal", "elder", "older", "younger", "eldest", "oldest", "youngest"}
    | {"twin", "big", "little", "half", "full", "the", "his", "her", "their", "my", "own"}
)
_SAME_BOTH_WAYS = ("relative", "kin", "cousin", "in-laws")


_ARTICLE = re.compile(r"(?i)^(?:an?|the) (?!child's )")
_IN_LAW_ROWS = {
    f"{word}-in-law": rows
    for rows, words in (
        (1, ("father", "mother", "parent", "parents")),
        (0, ("brother", "sister", "sibling")),
        (-1, ("son", "daughter", "child")),
    )
    for word in words
}
"""Words that say the generation, though not the path."""


def bare(term: str) -> str:
    """Return stated words spaced once, without an article; no word at all is "relative"."""
    return _ARTICLE.sub("", " ".join(term.split())) or "relative"


def plain(term: str) -> str:
    """Return stated words in small letters, without an article."""
    return bare(term).lower()


@lru_cache(maxsize=20_000)
def shape(term: str) -> tuple[int, int] | None:
    """Return the generations (up, down) that words tell, or None where they do not.

    "aunt" and "mother's sister" are (2, 1), by blood or by marriage; "sister-in-law" does not
    say its path, and a "sister's mother" need not be the mother. Of a group the word is in the
    plural: "grandparents".
    """
    words = plain(term).replace("\u2019", "'")
    way = [part for own in reversed(words.split(" of ")) for part in own.split("'s ")]
    up = down = 0
    for step in map(_one_word, way):
        if step is None or (down and step[0]):
            return None
        up, down = up + step[0], down + step[1]
    return up, down


def rows_above(term: str) -> int | None:
    """Return how many generations above the relative a word puts the person; None: not said."""
    if far := shape(term):
        return far[0] - far[1]
    return _IN_LAW_ROWS.get(plain(term))


def _one_word(words: str) -> tuple[int, int] | None:
    """Return the generations of one word: "great uncle", "half-sister"."""
    parts = words.replace("half-", "").split()
    word = " ".join(part for part in parts if part not in _NO_MATTER)
    word = re.sub(r"\b(great|grand)[ -]", r"\1", word)
    one = word.replace("children", "child").removesuffix("s")
    return _SHAPES.get(word) or _SHAPES.get(one)


def other_way(term: str, sex: str) -> str:
    """Return what the relative is to the person, given what the person is to the relative."""
    if shape_ := shape(term):
        up, down = shape_
        return "cousin" if shape_ == (2, 2) else blood(down, up, sex)
    word = plain(term)
    if word in ("brother-in-law", "sister-in-law", "sibling-in-law"):
        return blood(1, 1, sex) + "-in-law"
    if word in ("father-in-law", "mother-in-law", "parent-in-law"):
        return by_sex(sex, "son", "daughter", "child") + "-in-law"
    if word in ("son-in-law", "daughter-in-law", "child-in-law"):
        return by_sex(sex, "father", "mother", "parent") + "-in-law"
    return word if any(same in word for same in _SAME_BOTH_WAYS) else "relative"
