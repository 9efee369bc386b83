"""Families that are hard to draw, in a shorthand, and as facts."""

from graph.facts.adding_up import Facts, facts
from graph.record.model import Records, TieClaim
from tests import builders

SEXES = {"m": "male", "f": "female"}


KINDS = {"<": "parent_of", "=": "spouse_of", "~": "sibling_of", ">": "knows", "!": "cares_for"}


def recorded(text: str) -> Facts:
    """A family in the shorthand of `records`, added up."""
    return facts(records(text))


def records(text: str) -> Records:
    """Read a family: `child < father:m + mother:f`, `a = b`, `a ~ b`, `a > b`, `a ! b`.

    A line with `<` says whose child somebody is; several names before it are all its
    children. `<step` and the like say which kind of parent; `:m` and `:f` the sex.
    """
    sexes: dict[str, str] = {}
    ties = []
    for line in filter(None, map(str.strip, text.splitlines())):
        words = line.replace(" + ", " ").split()
        at = next(i for i, word in enumerate(words) if word[0] in KINDS)
        ones, others = (_names(part, sexes) for part in (words[:at], words[at + 1 :]))
        ties += [_tie(one, words[at], other) for one in ones for other in others]
    people = [builders.person(name, sex=sex) for name, sex in sorted(sexes.items())]
    return Records(people=tuple(people), ties=tuple(ties))


def _names(words: list[str], sexes: dict[str, str]) -> list[str]:
    names = []
    for word in words:
        name, _, sex = word.partition(":")
        sexes[name] = SEXES.get(sex, sexes.get(name, ""))
        names.append(name)
    return names


def _tie(one: str, sign: str, other: str) -> TieClaim:
    if sign[0] == "<":
        return builders.tie(other, "parent_of", one, qualifier=sign[1:])
    return builders.tie(one, KINDS[sign[0]], other)


WANTED = """
    tursun zeynep yusup < abdurahman:m + patigul:f
    aygul ekber rena2 < memet:m + rena:f
    kamil < tursun:m + mihrigul:f
    child elzat sabina < yusup:m + aygul:f
    abdurahman = patigul
    memet = rena
    tursun = mihrigul
    yusup = aygul
"""

REMARRIED = """
    child sister < father:m + mother:f
    half1 half2 < father + second:f
    other < mother + later:m
    father = mother
    father = second
    mother = later
    father uncle < gf:m + gm:f
    half-uncle < gf + gm2:f
    gf = gm
    gf = gm2
    mother aunt < mgf:m + mgm:f
    mgf = mgm
"""

COUSINS = """
    child < father:m + mother:f
    father uncle:m aunt:f < gf:m + gm:f
    mother maunt:f < mgf:m + mgm:f
    cousin-a:m < uncle + uncles-wife:f
    cousin-b:f < aunt + aunts-man:m
    cousins-child < cousin-a + cousin-b
    cousin-a = cousin-b
    uncle = uncles-wife
    aunt = aunts-man
    father = mother
    gf = gm
    mgf = mgm
"""

PARENTS_COUSINS = """
    child sister brother < father:m + mother:f
    father < gf:m + gm:f
    mother < mgf:m + mgm:f
    gf mgm < ggf:m + ggm:f
    gf = gm
    mgf = mgm
    ggf = ggm
    father = mother
"""

NIECE = """
    child < father:m + mother:f
    father uncle:m < gf:m + gm:f
    niece:f < brother:m + brothers-wife:f
    brother < gf + gm
    uncle = niece
    grandnephew < uncle + niece
    gf = gm
    father = mother
    brother = brothers-wife
"""

ONE_PARENT = """
    child < mother:f
    mother aunt:f < gm:f
    cousin1 cousin2 < aunt
    gm ~ great-aunt:f
    great-aunt < ggm:f
    mother ~ stated-uncle:m
    stated-uncle = uncles-wife:f
"""

BY_CHOICE = """
    child < father:m + mother:f
    child <adoptive aunt:f
    child <step second:f
    child <foster neighbour:f + neighbours-man:m
    neighbour = neighbours-man
    father = second
    father = mother
    mother aunt < mgm:f
    own-son < second + first-man:m
    second = first-man
"""

PEDIGREE = """
    child < f:m + m:f
    f < ff:m + fm:f
    m < mf:m + mm:f
    ff < fff:m + ffm:f
    fm < fmf:m + fmm:f
    mf < mff:m + mfm:f
    mm < mmf:m + mmm:f
    fff < ffff:m + fffm:f
    ffm < ffmf:m + ffmm:f
    fmf < fmff:m + fmfm:f
    fmm < fmmf:m + fmmm:f
    mff < mfff:m + mffm:f
    mfm < mfmf:m + mfmm:f
    mmf < mmff:m + mmfm:f
    mmm < mmmf:m + mmmm:f
"""

FRIENDS = """
    child < father:m + mother:f
    father = mother
    friend1 friend2 friend3 friend4 > father
    friend5 friend6 friend7 friend8 friend9 > mother
    friend5 = friend5s-wife:f
    carer:f carer2:f ! child
    carers-son:m < carer + carers-man:m
    carer = carers-man
    group1 group2 > mother
"""

FOUR_WIVES = """
    child < father:m + wife1:f
    b1 b2 < father + wife2:f
    c1 < father + wife3:f
    d1 d2 < father + wife4:f
    father = wife1
    father = wife2
    father = wife3
    father = wife4
    wife1 < gf1:m + gm1:f
    wife2 < gf2:m + gm2:f
"""


def sixty() -> str:
    """Four generations, 60 people: wide broods, in-laws with parents, friends."""
    lines = ["child s1 s2 s3 < father:m + mother:f", "father = mother"]
    lines += ["father u1:m u2:m u3:m a1:f a2:f < gf:m + gm:f", "gf = gm"]
    lines += ["mother v1:m v2:f v3:f v4:m < mgf:m + mgm:f", "mgf = mgm"]
    for i, one in enumerate(("u1", "u2", "a1", "v1", "v2", "v3")):
        lines.append(f"{one} = {one}-partner")
        lines.append(
            " ".join(f"{one}k{k}" for k in range(2 + i % 3)) + f" < {one} + {one}-partner"
        )
    lines += ["gf g1:m g2:f < ggf:m + ggm:f", "mgm g3:f < ggf2:m + ggm2:f"]
    lines += ["u1-partner < pf:m + pm:f", "pf = pm"]
    lines += [f"friend{i} > {('father', 'mother', 'u1')[i % 3]}" for i in range(9)]
    return "\n".join(lines)


HARD = {
    "wanted": WANTED,
    "remarried": REMARRIED,
    "cousins": COUSINS,
    "parents-cousins": PARENTS_COUSINS,
    "niece": NIECE,
    "one-parent": ONE_PARENT,
    "by-choice": BY_CHOICE,
    "pedigree": PEDIGREE,
    "friends": FRIENDS,
    "four-wives": FOUR_WIVES,
    "sixty": sixty(),
}
