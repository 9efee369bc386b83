"""Stated kin: what a word such as "cousin" says of the path, and its word the other way."""

from graph.kinship.kin_words import ancestor, blood, by_sex, descendant, great

_SEXES = ("male", "female", "")


def _shapes() -> dict[str, tuple[int, int]]:
    """List each word with the generations up from the relative and down to the person."""
    shapes = {"cousin": (2, 2), "first cousin": (2, 2), "second cousin": (3, 3)}
    shapes |= {"third cousin": (4, 4)}
    for sex in _SEXES:
        shapes[blood(1, 1, sex)] = (1, 1)
        for far in (1, 2, 3, 4):
            shapes[ancestor(far, sex)] = (far, 0)
            shapes[descendant(far, sex)] = (0, far)
            shapes[blood(far + 1, 1, sex)] = (far + 1, 1)
            shapes[blood(1, far + 1, sex)] = (1, far + 1)
    for far in (3, 4):  # both words are in use for one relation
        for plain in ("uncle", "aunt"):
            shapes[f"{great(far - 3)}grand{plain}"] = (far, 1)
        for plain in ("nephew", "niece"):
            shapes[f"{great(far - 3)}grand{plain}"] = (1, far)
    return shapes


_SHAPES = _shapes()
_NO_MATTER = ("paternal", "maternal", "elder", "older", "younger")
_SAME_BOTH_WAYS = ("relative", "kin", "cousin", "in-laws")


def plain(term: str) -> str:
    """Return a stated word in small letters, spaced once; no word at all is "relative"."""
    return " ".join(term.lower().split()) or "relative"


def shape(term: str) -> tuple[int, int] | None:
    """Return the generations (up, down) that a word tells, or None where it does not.

    "aunt" is (2, 1), by blood or by marriage; "sister-in-law" does not say its path.
    Of a group the word is in the plural: "grandparents".
    """
    word = " ".join(word for word in plain(term).split() if word not in _NO_MATTER)
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
