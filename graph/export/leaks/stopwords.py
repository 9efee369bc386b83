"""Words that an export uses by itself, so that a name that is one of them finds nothing.

A person may be called "May", and a group "other relatives": such a word alone says nothing
about anybody. A name is searched for by its other words, and as a whole.
"""

from calendar import month_abbr, month_name
from functools import cache

from graph.export.leaks.term_index import words
from graph.kinship import kin_words as kin
from graph.record.phrase_table import phrases
from graph.record.schema import TABLES
from graph.record.vocabulary import (
    QUALIFIERS,
    Basis,
    Consent,
    PersonKind,
    Role,
    TieKind,
    event_types,
)
from graph.words.cautions import NEAR_WORDS
from graph.words.doubt import GROUNDS
from graph.words.name_marks import ASKED_NOT
from graph.words.wording import (
    LEFT_WORDS,
    NEAR_ASKED,
    RISK,
    SEPARATED_WORDS,
    STATUS_WORDS,
    STOP,
    THREAD_STATES,
    UNDER_PRESSURE,
    how_many_left,
)

ACQUAINTANCE = """
acquaintance acquaintances and brother brothers caregiver caregivers child children close
colleague colleagues cousin cousins daughter daughters distant elder extended family families
father fathers friend friends grandparent grandparents household in-law in-laws kin maternal
member members mother mothers mutual neighbour neighbours older other parent parents paternal
relative relatives sibling siblings sister sisters son sons spouse spouses teacher teachers
uncle uncles aunt aunts nephew nephews niece nieces wife wives husband husbands younger guardian
guardians classmate classmates godparent godparents legal
"""
"""Words of kinship and acquaintance that a tie may be called by."""

_OTHERS = """
a about abroad after again against all also an another any anybody anyone are as asked at
authorities authority away baby be been before beside between boy by call called care china
chinese city coded country day days did district do doctor east eldest embassy english europe
far first five for former four from general girl girls government grand group guard guards had
has have he head her here him his home house imam in information institution internal is it its
known last late left local long man many me meet men minister ministry mister month months mr
mrs my name named names nine no none north not nobody official officials old on one only or our
out over part partner people person persons place police possibly prison public recorded region
report said same school second seven several she six small some somebody someone source sources
south state street student students ten testimony that the their them then there they third this
those three time to town two unknown unnamed up us used village was we were west what when where
which while who whole whom whose with witness woman women year years yes young youngest you your
withheld answer answers network family timeline claim claims relation clock clocks thread export
audience briefing mark reason dates convention read disagree doubtful appeal appeals addressee
footnote footnotes
"""


@cache
def acquaintance() -> frozenset[str]:
    """Return the words that a tie may be called by."""
    return frozenset(words(ACQUAINTANCE)) | frozenset(words(" ".join(_kin())))


@cache
def common() -> frozenset[str]:
    """Return every word that says nothing about anybody."""
    texts = [*LEFT_WORDS.values(), *STATUS_WORDS.values(), *SEPARATED_WORDS.values()]
    texts += [
        NEAR_ASKED,
        RISK,
        STOP,
        ASKED_NOT,
        *NEAR_WORDS.values(),
        UNDER_PRESSURE,
        *GROUNDS.values(),
    ]
    texts += [*month_name, *month_abbr, *THREAD_STATES.values()]
    texts += [how_many_left(yes, perhaps) for yes in range(3) for perhaps in range(3)]
    texts += [one.words for one in event_types().values()]
    texts += [f"{one.phrase} {one.name}" for one in phrases()]
    texts += event_types()
    for table, column in (("events", "certainty"), ("places", "kind"), ("sources", "kind")):
        texts += TABLES[table].columns[column].words
    texts += [word for listed in QUALIFIERS.values() for word in listed]
    for kind in (Basis, Consent, PersonKind, Role, TieKind):
        texts += [one.value for one in kind]
    return frozenset(words(" ".join([_OTHERS, *texts]).replace("_", " "))) | acquaintance()


def _kin() -> list[str]:
    """Return the words of kinship up to the fourth generation."""
    sexes = ("male", "female", "")
    said = [kin.blood(up, down, sex) for up in range(5) for down in range(5) for sex in sexes]
    said += [kin.spouse(sex, how) for sex in sexes for how in ("", "ex", "partner", "fiance")]
    bent = [kin.bent(how, word) for how in ("step", "adoptive", "foster") for word in said]
    return [*said, *bent, *(f"{word}-in-law half-{word}" for word in said)]
