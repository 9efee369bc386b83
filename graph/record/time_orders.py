"""Orders of the words of a time: "2017 in spring" and "15/III/2017" as the table has them.

Nothing is read here. Each way holds the same time in other words, and `phrases.py` reads the
first one that it knows.
"""

import re
from collections.abc import Iterator
from typing import Final

_SOME_TIME = re.compile(
    r"(?i)(?:some ?time|(?:at )?(?:some|one|an unknown|any) (?:point|stage|time|date)"
    r"|(?:any|some)where|any ?time|(?:earlier|later)(?! this| last| that| same))"
    r"(?: in| on)? (?!since|from)"
)
_LEADING = re.compile(
    r"(?i)(?:(?:(?:some ?time|at some (?:point|stage)|some day|"
    r"(?:on )?(?:one|an?) (?:[a-z]+ )?(?:day|morning|afternoon|evening|night)) )?"
    r"(?:in|on|at|during|over|within|around in|am|to) )?"
    r"(?:(?:early hours|morning|afternoon|evening) )?"
    r"(?:(?:year|month) (?=.*\d{4})|(?:date|day) (?=\d))?"
)
_MOVED = re.compile(r"(\d{4})[ \u5e74,-]+(?:in |on |during |at )?(\D.*)")
_DAY_OF_FEAST = re.compile(r"(?i)(.+?)(?:['\u2019]s)? day (\d{4})")
_EVE_OF_FEAST = re.compile(r"(?i)(.+?)(?:['\u2019]s)? eve (\d{4})")
_PART_LAST = re.compile(
    r"(?i)(.*\d.*|(?:last|this) (?:year|month|week))"
    r" (beginning|early|middle|mid|end|late|about|since|before|after|until|by)"
)
_PART_OF_A_WEEKDAY = re.compile(
    r"(?i)(\w{3,6}day) (morning|afternoon|evening|night),? (?:on )?(.*\d.*)"
)
_IN_A_YEAR = re.compile(r"(.*\D) in (\d{4})")
_PART_OF_A_WEEK = re.compile(
    r"(?i)(?:early|late|mid|middle|beginning|start|end) (?:in )?((?:last|this) week)"
)
_BETWEEN_LENGTHS = re.compile(
    r"(?i)between (\S+) (?:(?:day|week|month|year)s? )?and (\S+ (?:day|week|month|year)s?\b.*)"
)
_BEFORE_THE_YEAR = re.compile(r"(?i)(beginning|early|middle|mid|end|late) (\d{4}) (\D.*)")
_BEFORE_SO_LONG = re.compile(
    r"(?i)before ((?:about |almost |more than )?\S+ (?:day|week|month|year)s?)(?: ago)?"
)
_PERHAPS = re.compile(r"(?i)(.*\w\.?),? (?:or )?(?:possibly|perhaps|maybe) (.*)")
_IN_A_ROW = re.compile(
    r"(?i)\S+ (?:consecutive )?(?:days|nights)(?: in a row| running)?,? (?:from )?(\d.*)"
)
_NUMBERED_MONTH = re.compile(r"(?i)(\d{1,2})(?:st|nd|rd|th)? month (?:in )?(\d{4})")
_YEAR_AND_NUMBER = re.compile(
    r"(?i)(\d{4})(?: year)?,? (?:in |on )?(?:month )?(\d{1,2})(?:st|nd|rd|th)? month"
)
_FOR_SO_LONG = re.compile(
    r"(?i)for \S+ (?:day|week|month|year)s?,? ((?:from|between) .+ (?:to|until|and) .+)"
)
_YEAR_AND_MONTH = re.compile(r"(?i)(\d{4}) year,? (?:in |on )?(?:month )?(\S+)(?: month)?")
_DASH: Final = re.compile(
    r" [-\u2013\u2014] |(?<=\w)[\u2013\u2014](?=\w)|(?<=[^\W\d])[-](?=[^\W\d])"
    r"|(?<=\d)-(?=\d{1,2}(?:st|nd|rd|th)?(?:,? [^\W\d]|,? \d{4}$))"
    r"|(?<=[^\W\d])-(?=[^\W\d]+\.? \d)|(?<=\d{4})-(?=\d{4}$)"
)
_HYPHEN: Final = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_TILDE: Final = re.compile(r"~ ?(.*\d{4})")
_ISH: Final = re.compile(r"(?i)(.*\d{4})[ -]?ish")


def ways(words: str) -> Iterator[str]:
    """Yield words as they are, without "some time" or "in the year", and the year behind."""
    yield words
    bare = _LEADING.sub("", _SOME_TIME.sub("", words, count=1), count=1).replace(" ,", ",")
    if bare and bare != words:
        yield bare
    bare = re.sub(r"[()]", "", bare or words)
    for pattern, form in _FORMS:
        if found := pattern.fullmatch(bare):
            yield found.expand(form)
    if moved := _MOVED.fullmatch(words):
        yield moved.expand(r"\2 \1")
    for other in (
        bare.replace(",", ""),
        _HYPHEN.sub(" ", bare),
        _DASH.sub(" to ", bare),
    ):
        if other != bare:
            yield " ".join(other.split())


_FORMS: Final = (
    (_MOVED, r"\2 \1"),
    (_PART_LAST, r"\2 \1"),
    (_PART_OF_A_WEEKDAY, r"\1 \3 at \2"),
    (_IN_A_YEAR, r"\1 \2"),
    (_PART_OF_A_WEEK, r"\1"),
    (_BETWEEN_LENGTHS, r"\1 or \2"),
    (_PERHAPS, r"\1 or \2"),
    (_FOR_SO_LONG, r"\1"),
    (_NUMBERED_MONTH, r"\1/\2"),
    (_YEAR_AND_NUMBER, r"\2/\1"),
    (_IN_A_ROW, r"\1"),
    (_YEAR_AND_MONTH, r"\2 \1"),
    (_BEFORE_SO_LONG, r"\1 ago"),
    (_BEFORE_THE_YEAR, r"\1 \3 \2"),
    (_DAY_OF_FEAST, r"day \1 \2"),
    (_EVE_OF_FEAST, r"day before \1 \2"),
    (_TILDE, r"about \1"),
    (_ISH, r"about \1"),
)
