"""Advice for a time that cannot be read: how to write it, where its words show that."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Final

from graph.record.dates import Window
from graph.record.plain_dates import months

Reads = Callable[[str], Window | None]
_SEASONS: Final = ("spring", "summer", "autumn", "fall", "winter")
_EXAMPLES: Final = (
    "is not a date or a known phrase; known are 'early YYYY', 'by June YYYY', "
    "'Eid al-Fitr YYYY', 'soon after', 'two years ago', a day as YYYY-MM-DD, '@event-id'"
)
_TO: Final = r"(?:(?<=\d)[-\u2013](?=\d{4}$|\d{1,2} [^\W\d])| [-\u2013] | to | until | till )"
_SPAN: Final = rf"(?:from )?(.+?){_TO}(.+)"
_WHOLE: Final = r"(?:throughout|all through|all|for all|the whole|for the whole)(?: of)? (.+)"
_SURE: Final = (
    r"(?:(?:probably|perhaps|maybe|possibly|likely|presumably|(?:i|we) (?:think|believe|guess)"
    r"|as far as (?:i|we) (?:remember|know|recall)"
    r"|if (?:i|we) remember (?:it )?(?:right|correctly)"
    r"|it (?:was|(?:must|may|might|could) have been)),? )+(?:in |on )?(.+)"
)
_OTHER_YEAR: Final = r"\b1[34]\d\d ?(?:a\.?h\.?|h\.?|hijri|a\.?p\.?|s\.?h\.?)(?!\w)|\bhijri\b"
_TWO_DIGITS: Final = r"['\u2019]\d\d\b|^\d{1,2}[./-]\d{1,2}[./-]\d\d$"
IN_TWO_CELLS: Final = (
    "has a beginning and an end; put the one into when and the other into until, or write"
)
_DAY_ALONE: Final = r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)"
_AGE: Final = (
    r"(?:when|while|since|before|after|until) (?:\w+ ){1,3}"
    r"(?:was|were|turned) (?:about |only |almost )?(?:\d{1,3}|[a-z-]+)"
    r"(?: years old| months old)?"
    r"|(?:at (?:the )?age (?:of )?|aged ).+|(?:on|at) (?:his|her|their|my) .*birthday"
)
_EVENT: Final = (
    r"(?:(?:\w+ ){0,4}(?:after|before|since|later|earlier|until)\b.*"
    r"|(?:when|while|as|once|during|around|the (?:day|week|month|year|time)) .+"
    r"|(?:on|at|for) (?:\w+ ){1,4}(?:birthday|wedding day|wedding|funeral|birth)"
    r"|at (?:that|the same) time)"
)


def advice(said: str, reads: Reads) -> str:
    """Say how to write what is no date; what is offered can be read itself.

    Args:
        said: the words.
        reads: returns what other words mean; None where they are no time.
    """
    return next((words for words in _all_advice(said, reads) if words), _EXAMPLES)


def _all_advice(said: str, reads: Reads) -> Iterator[str]:
    lower = said.lower()
    yield _two_times(said, reads)
    if (sure := re.fullmatch(_SURE, said, re.IGNORECASE)) and reads(sure[1]):
        yield f"says how sure it is; write {sure[1]} here, and the doubt into certainty"
    if eid := re.search(r"\beid (?:in )?(\d{4})", lower):
        yield f"can be Eid al-Fitr {eid[1]} or Eid al-Adha {eid[1]}; write which was said"
    for other in (said.replace("-", " "), re.sub(r" ?/ ?", " or ", said)):
        if reads(other):
            yield f"is not as times are written here; write {other}"
    yield _without_year(lower)
    yield _misspelt(said, reads)
    if re.fullmatch(_AGE, lower):
        yield "counts from a birth, which is not read here; write the years in which that was"
    if re.search(_OTHER_YEAR, lower):
        yield "is a year of another calendar; write the years that it touched: YYYY/YYYY"
    if re.fullmatch(_EVENT, lower):
        yield (
            "counts from another event in words that are not known; known are 'soon after', "
            "'two months later', '@event-id'; or write the time itself, or for when the days "
            "between the two into lag_min and lag_max"
        )


def _two_times(said: str, reads: Reads) -> str:
    """Advise on an end, and on a beginning with an end."""
    if (end := re.fullmatch(r"(?i)(?:until|till|up to) (.+)", said)) and reads(end[1]):
        return f"is when something ended; put {end[1]} into until"
    if (whole := re.fullmatch(_WHOLE, said, re.IGNORECASE)) and reads(whole[1]):
        return f"is the whole of {whole[1]}; put its first day into when, its last into until"
    span = re.fullmatch(_SPAN, said, re.IGNORECASE)
    if span is None or not reads(f"between {span[1]} and {span[2]}"):
        return ""
    return in_two_cells(span[1], span[2])


def in_two_cells(first: str, last: str) -> str:
    """Say how to write a beginning with an end, or one time between the two."""
    return f"{IN_TWO_CELLS} between {first} and {last} for one time between the two"


def _without_year(lower: str) -> str:
    if re.search(_TWO_DIGITS, lower):
        return "has no year in four digits; write the year that was meant in full"
    words = re.findall(r"[^\W\d_]+", lower)
    if re.search(r"\d{4}", lower):
        return ""
    if re.fullmatch(_DAY_ALONE, lower):
        return "names a day and no month; write its date: YYYY-MM-DD"
    if any(re.fullmatch(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", word) for word in words):
        return "is a day of the week; write its date: YYYY-MM-DD"
    if any(word in _SEASONS or word in months() for word in words) or "ramadan" in words:
        return "has no year in four digits; write the year that was meant behind it"
    return ""


def _misspelt(said: str, reads: Reads) -> str:
    """Offer the time that is read where one word is a slip of a month, season or phrase."""
    words = said.split()
    known = [*(month for month in months() if len(month) > 3 and month.isascii()), *_SEASONS]  # noqa: PLR2004
    for at, word in enumerate(words):
        for near in get_close_matches(word.lower(), known, 1, 0.8):
            meant = " ".join([*words[:at], near.capitalize(), *words[at + 1 :]])
            if near != word.lower() and reads(meant):
                return f"is not a date; did you mean {meant}?"
    return ""
