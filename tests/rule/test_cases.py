"""The rule's table of cases: what is recorded of an aunt, a day, and whether she is left."""

from dataclasses import replace

import pytest

from graph.record.dates import BEGINNING, Lag, Window
from graph.record.vocabulary import Basis, Scope, Stance
from graph.rule.answer import answer
from graph.rule.calendar import calendar
from graph.rule.clocks import clocks
from graph.rule.left import left
from graph.rule.network import network
from graph.words.wording import status_words
from tests.builders import ABROAD, COUNTRY, day, event, family, person, reading, tie, when

CALL = event("called", "aunt", "2017-03", to="mother")
FATHERS_CALL = event("called", "aunt", "2017-03", to="father")
LOSS = event("contact_lost", "aunt", "2017-09", to="mother")
FATHERS_LOSS = event("contact_lost", "aunt", "2017-09", to="father")
CAMP = event("taken_to_camp", "aunt", "2017-05", id_="camp")
ASKED = event("asked_not_to_be_contacted", "aunt", "2017-05", id_="asked", to="mother")
BELIEVED_CAMP = event("taken_to_camp", "aunt", "2017-05", id_="camp", basis=Basis.INTERPRETED)
RELEASED = event("released", "aunt", "2018-02", ends="camp")
READ_AS_RELEASED = event("released", "aunt", "2018-02", ends="camp", basis=Basis.INTERPRETED)
DIED = event("died", "aunt", "2018-06")
WITHDRAWN = event("request_withdrawn", "aunt", "2018-02", ends="asked", to="mother")
SPELL = event("in_contact", "aunt", "2016-01", to="mother", until="2017-03/2017-04")

AGAIN = "another report"
FRIEND_ABROAD = event("lived_at", "friend", "2010", place=ABROAD)
MESSAGE = event("messaged", "aunt", "2017-03", to="mother", others=(("messenger", "granny"),))
RESUMED = event("contact_resumed", "aunt", "2017-09", to="mother", id_="again")
ENDED = event("in_contact", "aunt", "2016-01", to="mother", until="2017-04-10")
PRISON = event("imprisoned", "aunt", "2017-01", id_="prison")
BEFORE_SHE_LEFT = event("called", "aunt", "2011-12", to="mother")

BELIEVED, STATED = (
    (
        person("uncle", sex="male"),
        event("left_country", "uncle", "2012", place=ABROAD),
        tie("uncle", "sibling_of", "mother", basis=basis),
    )
    for basis in (Basis.BELIEVED, Basis.STATED)
)
"""Somebody abroad who is, as somebody believes or as is stated, the mother's brother."""
DENIED = tie("uncle", "sibling_of", "mother", id="denied", stance=Stance.DISPUTES)
NOT_HIS_MOTHER = tie("mother", "parent_of", "child", id="denied", stance=Stance.DISPUTES)
UNCLES_CALL = event("called", "aunt", "2017-03", to="uncle")

GONE = event("disappeared", "aunt", "2017-06", id_="gone")
PERHAPS_GONE = event("disappeared", "aunt", "2017-06", basis=Basis.BELIEVED)
JAILED = event("imprisoned", "aunt", "2017-09", place="town", id_="jailed")
OPENED = event("place_emptied", "", "2018-12", place="town", id_="opened")
PERHAPS_OPENED = event("place_emptied", "", "2018-12", place="town", basis=Basis.BELIEVED)
EMPTY = ("2019-06-01", "unknown")

CASES = [
    ("she called an uncle", [*STATED, UNCLES_CALL], "2017-06-01", "yes"),
    ("she called a believed uncle", [*BELIEVED, UNCLES_CALL], "2017-06-01", "possibly"),
    ("a disputed uncle", [*STATED, DENIED, UNCLES_CALL], "2017-06-01", "possibly"),
    ("a believed uncle, long ago", [*BELIEVED, UNCLES_CALL], "2019-06-01", "unknown"),
    ("the disputed mother of the child", [NOT_HIS_MOTHER, CALL], "2017-06-01", "possibly"),
    (
        "a believed uncle who is stated as kin of the father",
        [*BELIEVED, tie("uncle", "kin_of", "father", term="cousin"), UNCLES_CALL],
        "2017-06-01",
        "yes",
    ),
    (
        "a believed uncle who certainly looks after the child is no less possible kin",
        [*BELIEVED, tie("uncle", "cares_for", "child"), UNCLES_CALL],
        "2017-06-01",
        "possibly",
    ),
    (
        "a believed uncle and the father",
        [*BELIEVED, UNCLES_CALL, FATHERS_CALL],
        "2017-06-01",
        "yes",
    ),
    (
        "a call and a loss, both with a believed uncle",
        [*BELIEVED, UNCLES_CALL, event("contact_lost", "aunt", "2017-09", to="uncle")],
        "2017-10-01",
        "no",
    ),
    (
        "lost to a believed uncle, who may be no kin: the mother has lost her too",
        [*BELIEVED, CALL, event("contact_lost", "aunt", "2017-09", to="uncle")],
        "2017-10-01",
        "no",
    ),
    (
        "heard before her camp by the mother, and after it by a believed uncle",
        [
            *BELIEVED,
            event("called", "aunt", "2017-04", to="mother"),
            CAMP,
            event("released", "aunt", "2017-06", ends="camp"),
            event("called", "aunt", "2017-08", to="uncle"),
        ],
        "2017-10-01",
        "possibly",
    ),
    ("nothing is recorded of her", [], "2018-01-01", "unknown"),
    ("she called three months ago", [CALL], "2017-06-01", "yes"),
    ("the call is still to come", [CALL], "2017-02-28", "unknown"),
    ("the call may have been by now", [CALL], "2017-03-10", "possibly"),
    ("the call is a year and a day old at most", [CALL], "2018-03-01", "yes"),
    ("the call may be older than a year", [CALL], "2018-03-02", "possibly"),
    ("the call is older than a year", [CALL], "2018-04-01", "unknown"),
    (
        "nobody answered the call",
        [event("call_failed", "aunt", "2017-03")],
        "2017-06-01",
        "unknown",
    ),
    ("she was lost after the call", [CALL, LOSS], "2017-10-01", "no"),
    ("she may be lost by now", [CALL, LOSS], "2017-09-10", "possibly"),
    ("a loss alone", [LOSS], "2017-10-01", "no"),
    ("a loss that may have been, and nothing else", [LOSS], "2017-09-10", "unknown"),
    (
        "a call and a loss in the same month: the tie ends",
        [event("called", "aunt", "2017-09", to="mother"), LOSS],
        "2017-10-01",
        "no",
    ),
    (
        "a call after the loss",
        [LOSS, event("contact_resumed", "aunt", "2018-01", to="mother")],
        "2018-02-01",
        "yes",
    ),
    (
        "the tables put the call after the loss of the same month",
        [
            LOSS,
            event(
                "called", "aunt", "2017-09", to="mother", after=("aunt-contact_lost-2017-09",)
            ),
        ],
        "2017-10-01",
        "yes",
    ),
    ("lost to the mother, called the father", [CALL, LOSS, FATHERS_CALL], "2017-10-01", "yes"),
    (
        "lost to everybody",
        [CALL, FATHERS_CALL, event("line_dead", "aunt", "2017-09")],
        "2017-10-01",
        "no",
    ),
    ("in contact until some day in spring", [SPELL], "2017-02-01", "yes"),
    ("in contact until some day in spring, and later", [SPELL], "2017-05-01", "unknown"),
    ("taken to a camp", [CALL, CAMP], "2017-06-01", "no"),
    ("may be in a camp by now", [CALL, CAMP], "2017-05-10", "possibly"),
    ("believed to be in a camp, never heard", [BELIEVED_CAMP], "2017-06-01", "unknown"),
    ("believed to be in a camp, heard before", [CALL, BELIEVED_CAMP], "2017-06-01", "possibly"),
    ("interrogated", [CALL, event("interrogated", "aunt", "2017-05")], "2017-06-01", "yes"),
    ("in hospital", [CALL, event("hospitalised", "aunt", "2017-05")], "2017-06-01", "yes"),
    ("released, not heard since", [CAMP, RELEASED], "2018-06-01", "possibly"),
    (
        "released at the end of the month, not counted before",
        [CAMP, RELEASED],
        "2018-02-15",
        "no",
    ),
    (
        "released, heard since",
        [CAMP, RELEASED, event("called", "aunt", "2018-04", to="mother")],
        "2018-06-01",
        "yes",
    ),
    (
        "heard shortly before her camp, released",
        [CALL, CAMP, RELEASED],
        "2018-02-28",
        "possibly",
    ),
    (
        "released, but contact was lost before",
        [event("contact_lost", "aunt", "2017-04", to="mother"), CAMP, RELEASED],
        "2018-06-01",
        "no",
    ),
    ("words read as released", [CAMP, READ_AS_RELEASED], "2018-06-01", "possibly"),
    (
        "words read as released never make a yes",
        [CAMP, READ_AS_RELEASED, event("called", "aunt", "2018-04", to="mother")],
        "2018-06-01",
        "possibly",
    ),
    (
        "taken again after the release",
        [CAMP, RELEASED, event("taken_to_camp", "aunt", "2018-04")],
        "2018-06-01",
        "no",
    ),
    (
        "a release of that month may be earlier than the detention",
        [CAMP, event("released", "aunt", "2017-05", ends="camp")],
        "2017-07-01",
        "possibly",
    ),
    (
        "a release that names another detention, later",
        [
            CAMP,
            event("taken_into_custody", "aunt", "2017-04", id_="other"),
            event("released", "aunt", "2018-02", ends="other"),
        ],
        "2018-06-01",
        "possibly",
    ),
    ("asked not to be contacted", [CALL, ASKED], "2017-06-01", "no"),
    (
        "called after she had asked: the request stands",
        [ASKED, event("called", "aunt", "2017-08", to="mother")],
        "2017-09-01",
        "no",
    ),
    ("withdrew the request", [CALL, ASKED, WITHDRAWN], "2018-03-01", "yes"),
    (
        "withdrew it under duress",
        [CALL, ASKED, event("request_withdrawn", "aunt", "2018-02", ends="asked", duress=True)],
        "2018-02-28",
        "no",
    ),
    (
        "somebody else withdrew it",
        [CALL, ASKED, event("request_withdrawn", "granny", "2018-02", ends="asked")],
        "2018-02-28",
        "no",
    ),
    ("died", [CALL, DIED], "2018-07-01", "no"),
    (
        "may have died by now",
        [event("called", "aunt", "2018-03", to="mother"), DIED],
        "2018-06-10",
        "possibly",
    ),
    (
        "believed dead",
        [
            event("called", "aunt", "2018-03", to="mother"),
            event("died", "aunt", "2018-04", basis=Basis.BELIEVED),
        ],
        "2018-07-01",
        "possibly",
    ),
    (
        "heard certainly after her death: disputed",
        [DIED, event("called", "aunt", "2018-09", to="mother")],
        "2018-10-01",
        "possibly",
    ),
    (
        "released after her death",
        [CAMP, DIED, event("released", "aunt", "2018-09", ends="camp")],
        "2018-10-01",
        "no",
    ),
    ("abroad", [event("left_country", "aunt", "2016")], "2017-01-01", "abroad"),
    (
        "may be abroad by now",
        [CALL, event("left_country", "aunt", "2017-05")],
        "2017-05-10",
        "yes",
    ),
    (
        "abroad and back",
        [CALL, event("left_country", "aunt", "2016"), event("returned", "aunt", "2017-02")],
        "2017-06-01",
        "yes",
    ),
    ("died abroad", [event("left_country", "aunt", "2016"), DIED], "2018-07-01", "no"),
    (
        "all neighbours were lost, she is one",
        [CALL, event("contact_lost", "neighbours", "2017-09", to="mother")],
        "2017-10-01",
        "no",
    ),
    (
        "some neighbours were lost",
        [CALL, event("contact_lost", "neighbours", "2017-09", to="mother", scope=Scope.SOME)],
        "2017-10-01",
        "yes",
    ),
    (
        "the neighbours called, not she",
        [event("called", "neighbours", "2017-09", to="mother")],
        "2017-10-01",
        "unknown",
    ),
    (
        "she passed on a message",
        [event("messaged", "granny", "2017-03", to="mother", others=(("messenger", "aunt"),))],
        "2017-06-01",
        "yes",
    ),
    (
        "a message was sent to her",
        [event("messaged", "mother", "2017-03", to="aunt")],
        "2017-06-01",
        "unknown",
    ),
    (
        "news of her",
        [event("news_relayed", "friend", "2017-03", to="mother", others=(("about", "aunt"),))],
        "2017-06-01",
        "unknown",
    ),
    (
        "she called somebody at home",
        [event("called", "aunt", "2017-03", to="granny")],
        "2017-06-01",
        "unknown",
    ),
    (
        "a source denies the camp",
        [
            CALL,
            CAMP,
            event(
                "taken_to_camp",
                "aunt",
                "2017-05",
                id_="camp",
                source="other",
                stance=Stance.DISPUTES,
            ),
        ],
        "2017-06-01",
        "possibly",
    ),
    (
        "two sources date the camp apart",
        [CALL, CAMP, event("taken_to_camp", "aunt", "2016-01", id_="camp", source="other")],
        "2017-06-01",
        "no",
    ),
    (
        "the only source of the camp is retracted",
        [CALL, event("taken_to_camp", "aunt", "2017-05", id_="camp", standing="retracted")],
        "2017-06-01",
        "yes",
    ),
    (
        "a message of which nobody said to whom",
        [event("messaged", "aunt", "2017-03")],
        "2017-06-01",
        "possibly",
    ),
    (
        "a message of which nobody said to whom, lost to the father",
        [event("messaged", "aunt", "2017-03"), FATHERS_LOSS],
        "2017-10-01",
        "no",
    ),
    (
        "a group of which her group is one was lost",
        [
            CALL,
            person("village", kind="group"),
            person("neighbours", kind="group", member_of=("village",)),
            event("contact_lost", "village", "2017-09", to="mother"),
        ],
        "2017-10-01",
        "no",
    ),
    (
        "a call that the source itself doubts",
        [event("called", "aunt", "2017-03", to="mother", certainty="doubtful")],
        "2017-06-01",
        "possibly",
    ),
    (
        "moved abroad, then to a place of which nobody knows where it is",
        [
            CALL,
            event("left_country", "aunt", "2015", place=ABROAD),
            event("moved", "aunt", "2016", place="somewhere"),
        ],
        "2017-06-01",
        "yes",
    ),
    (
        "sources disagree on which side of the border she moved to",
        [
            CALL,
            event("moved", "aunt", "2016", id_="move", place=ABROAD),
            event("moved", "aunt", "2016", id_="move", place="town", source="other"),
        ],
        "2017-06-01",
        "yes",
    ),
    (
        "a camp that was only planned",
        [CALL, event("taken_to_camp", "aunt", "2017-05", basis=Basis.PLANNED)],
        "2017-06-01",
        "yes",
    ),
    (
        "two sources agree on the camp and differ by a month",
        [CALL, CAMP, event("taken_to_camp", "aunt", "2017-06", id_="camp", source=AGAIN)],
        "2017-07-01",
        "no",
    ),
    (
        "two sources differ on the month of the camp: past from the last day of both",
        [CALL, CAMP, event("taken_to_camp", "aunt", "2017-06", id_="camp", source=AGAIN)],
        "2017-06-15",
        "possibly",
    ),
    (
        "a source that names her sister alone denies nothing of her",
        [
            CALL,
            event("taken_to_camp", "aunt granny", "2017-05", id_="camp"),
            event("taken_to_camp", "granny", "2017-05", id_="camp", source=AGAIN),
        ],
        "2017-06-01",
        "no",
    ),
    (
        "only a belief names her among those who were taken",
        [
            CALL,
            event("taken_to_camp", "granny", "2017-05", id_="camp"),
            event(
                "taken_to_camp", "aunt", "2017-05", id_="camp", source=AGAIN, basis="believed"
            ),
        ],
        "2017-06-01",
        "possibly",
    ),
    (
        "sources that differ on what an event was leave a doubt",
        [CALL, CAMP, event("interrogated", "aunt", "2017-05", id_="camp", source=AGAIN)],
        "2017-06-01",
        "possibly",
    ),
    (
        "seen alive after her death",
        [DIED, event("video_seen", "aunt", "2018-09")],
        "2018-07-01",
        "unknown",
    ),
    (
        "said dead, and she spoke later: she did not die, on no day",
        [DIED, event("called", "aunt", "2018-09", to="mother")],
        "2018-07-01",
        "unknown",
    ),
    (
        "visited after her death",
        [DIED, event("visited", "granny", "2018-09", to="aunt")],
        "2018-07-01",
        "unknown",
    ),
    (
        "believed to have spoken after her death",
        [DIED, event("called", "aunt", "2018-09", to="mother", basis="believed")],
        "2018-07-01",
        "no",
    ),
    (
        "spoke perhaps before her death",
        [DIED, event("called", "aunt", "2018-06", to="mother")],
        "2018-07-01",
        "no",
    ),
    (
        "a release of that month that names the detention came after it",
        [CAMP, event("released", "aunt", "2017-05", ends="camp")],
        "2017-07-01",
        "possibly",
    ),
    (
        "released in the month of her detention, and heard since",
        [
            CAMP,
            event("released", "aunt", "2017-05", ends="camp"),
            event("called", "aunt", "2017-06", to="mother"),
        ],
        "2017-07-01",
        "yes",
    ),
    (
        "a release that is dated before the detention that it names: a doubt, and no end",
        [
            CAMP,
            event("released", "aunt", "2017-03", ends="camp"),
            event("called", "aunt", "2017-06", to="mother"),
        ],
        "2017-07-01",
        "possibly",
    ),
    (
        "a withdrawal of that month that names the request",
        [CALL, ASKED, event("request_withdrawn", "aunt", "2017-05", ends="asked")],
        "2017-06-01",
        "yes",
    ),
    (
        "contact that was resumed came after the loss of that month",
        [CALL, LOSS, RESUMED],
        "2017-10-01",
        "yes",
    ),
    (
        "contact that was resumed before a later loss",
        [CALL, RESUMED, event("contact_lost", "aunt", "2017-10", to="mother")],
        "2017-11-01",
        "no",
    ),
    (
        "contact that was resumed names one of two losses of that month",
        [
            event("contact_lost", "aunt", "2017-09", to="mother", id_="lost"),
            event("line_dead", "aunt", "2017-09", to="mother"),
            event("contact_resumed", "aunt", "2017-09", to="mother", ends="lost"),
        ],
        "2017-10-01",
        "no",
    ),
    (
        "she called from prison",
        [PRISON, CALL],
        "2017-06-01",
        "possibly",
    ),
    (
        "taken to another prison after she called",
        [PRISON, CALL, event("imprisoned", "aunt", "2017-05")],
        "2017-06-01",
        "no",
    ),
    (
        "called from prison, then lost",
        [PRISON, CALL, LOSS],
        "2017-10-01",
        "no",
    ),
    (
        "visited in prison",
        [PRISON, event("visited", "granny", "2017-03", to="aunt")],
        "2017-06-01",
        "unknown",
    ),
    ("spoken to before the mother left", [BEFORE_SHE_LEFT], "2012-02-01", "unknown"),
    (
        "spoken to in the year in which the mother left",
        [event("called", "aunt", "2012", to="mother")],
        "2013-01-01",
        "possibly",
    ),
    (
        "the tables say that she called after the mother had left",
        [event("called", "aunt", "2012-01", to="mother", after=("mother-left",))],
        "2012-06-01",
        "yes",
    ),
    (
        "she called a friend abroad who is no kin",
        [FRIEND_ABROAD, event("called", "aunt", "2017-03", to="friend")],
        "2017-06-01",
        "yes",
    ),
    (
        "she called somebody in another town who asks",
        [
            person("granny", sex="female", asks=True),
            event("called", "aunt", "2017-03", to="granny"),
        ],
        "2017-06-01",
        "yes",
    ),
    (
        "she spoke with the child itself",
        [event("called", "aunt", "2017-03", to="child")],
        "2017-06-01",
        "yes",
    ),
    (
        "she and the child spoke with somebody at home together",
        [event("called", "aunt child", "2017-03", to="granny")],
        "2017-06-01",
        "unknown",
    ),
    ("contact that is said to have ended", [ENDED], "2017-06-01", "unknown"),
    ("the last day of contact", [ENDED], "2017-04-10", "yes"),
    ("the day after the last day of contact", [ENDED], "2017-04-11", "unknown"),
    (
        "contact that ended at some day of spring",
        [event("in_contact", "aunt", "2016-01", to="mother", until="2017-03/2017-05")],
        "2017-04-01",
        "possibly",
    ),
    (
        "contact that ended on the day before she was taken",
        [
            event("in_contact", "aunt", "2016-01", to="mother", id_="spell"),
            event("taken_to_camp", "aunt", "2017-04", after=("spell",), basis="believed"),
            event("interrogated", "aunt", "2017-04", after=("spell",)),
        ],
        "2017-06-01",
        "unknown",
    ),
    (
        "contact that went on at the telling",
        [event("in_contact", "aunt", "2016-01", to="mother", until="2021-06")],
        "2021-12-01",
        "yes",
    ),
    ("she disappeared", [CALL, GONE], "2017-08-01", "no"),
    ("she may have disappeared by now", [CALL, GONE], "2017-06-10", "possibly"),
    ("believed to have disappeared", [CALL, PERHAPS_GONE], "2017-08-01", "possibly"),
    ("a disappearance alone", [GONE], "2017-08-01", "no"),
    (
        "she called after she had disappeared",
        [GONE, event("called", "aunt", "2017-09", to="mother")],
        "2017-10-01",
        "yes",
    ),
    (
        "she called in the month in which she disappeared",
        [GONE, event("called", "aunt", "2017-06", to="mother")],
        "2017-08-01",
        "no",
    ),
    (
        "contact was resumed in the month in which she disappeared",
        [GONE, event("contact_resumed", "aunt", "2017-06", to="mother")],
        "2017-08-01",
        "yes",
    ),
    (
        "she is said to have called after she had disappeared",
        [GONE, event("called", "aunt", "2017-09", to="mother", basis=Basis.BELIEVED)],
        "2017-10-01",
        "possibly",
    ),
    (
        "she was seen after she had disappeared: contact from before is doubtful",
        [CALL, GONE, event("video_seen", "aunt", "2017-09")],
        "2017-10-01",
        "possibly",
    ),
    (
        "she was seen, and nobody ever heard of her",
        [GONE, event("video_seen", "aunt", "2017-09")],
        "2017-10-01",
        "unknown",
    ),
    (
        "she came back to the family",
        [GONE, event("reunified", "aunt", "2017-09", ends="gone")],
        "2017-10-01",
        "possibly",
    ),
    (
        "she was seen and disappeared again",
        [GONE, event("video_seen", "aunt", "2017-09"), event("disappeared", "aunt", "2017-11")],
        "2017-12-01",
        "no",
    ),
    (
        "imprisoned after she had disappeared",
        [GONE, event("imprisoned", "aunt", "2017-09", place="town")],
        "2017-10-01",
        "no",
    ),
    (
        "the messenger disappeared",
        [MESSAGE, event("disappeared", "granny", "2017-05")],
        "2017-06-01",
        "no",
    ),
    ("the prison is still full", [JAILED, OPENED], "2018-12-30", "no"),
    ("the prison was emptied", [JAILED, OPENED], "2018-12-31", "unknown"),
    ("the prison was emptied, as somebody believes", [JAILED, PERHAPS_OPENED], *EMPTY),
    ("another place was emptied", [JAILED, replace(OPENED, place=ABROAD)], "2019-06-01", "no"),
    (
        "the prisons of the country were emptied",
        [JAILED, replace(OPENED, place=COUNTRY)],
        *EMPTY,
    ),
    ("held at a place that nobody named", [CAMP, OPENED], "2019-06-01", "no"),
    (
        "taken to the prison after it was emptied",
        [event("imprisoned", "aunt", "2019-01", place="town"), OPENED],
        "2019-06-01",
        "no",
    ),
    (
        "perhaps taken there after it was emptied",
        [event("imprisoned", "aunt", "2018", place="town"), OPENED],
        "2019-06-01",
        "no",
    ),
    (
        "arrested and sentenced nobody says where, then imprisoned there",
        [CAMP, event("sentenced", "aunt", "2017-08"), JAILED, OPENED],
        *EMPTY,
    ),
    (
        "transferred to another prison before it was emptied",
        [JAILED, event("transferred", "aunt", "2018-02", place=COUNTRY), OPENED],
        "2019-06-01",
        "no",
    ),
    (
        "all members of a group were held there",
        [event("imprisoned", "neighbours", "2017-09", place="town"), OPENED],
        *EMPTY,
    ),
    (
        "disappeared before she was imprisoned there",
        [GONE, JAILED, OPENED],
        "2019-06-01",
        "no",
    ),
    (
        "she called after the prison was emptied",
        [JAILED, OPENED, event("called", "aunt", "2019-02", to="mother")],
        "2019-06-01",
        "possibly",
    ),
    (
        "she called from the prison, and it was emptied later",
        [JAILED, event("called", "aunt", "2018-10", to="mother"), OPENED],
        "2019-06-01",
        "possibly",
    ),
    ("a message that granny brought", [MESSAGE], "2017-06-01", "yes"),
    (
        "granny, who brought her messages, has lost her",
        [MESSAGE, event("contact_lost", "aunt", "2017-05", to="granny")],
        "2017-06-01",
        "no",
    ),
    (
        "the mother has lost granny, who brought the messages",
        [MESSAGE, event("contact_lost", "granny", "2017-05", to="mother")],
        "2017-06-01",
        "no",
    ),
    (
        "the messenger was lost, and she called herself",
        [MESSAGE, event("contact_lost", "granny", "2017-05", to="mother"), CALL],
        "2017-06-01",
        "yes",
    ),
]


@pytest.mark.parametrize(
    ("claims", "on", "expected"),
    [pytest.param(claims, on, expected, id=name) for name, claims, on, expected in CASES],
)
def test_the_table_of_cases(claims, on, expected):
    around = network(family(*claims), "child")
    assert left(around, "aunt", day(on)).left == expected


def test_a_detention_that_lowers_unknown_to_possibly_was_a_mistake_once():
    """An earlier rule made an unknown person possibly left by adding a doubtful detention."""
    without = left(network(family(), "child"), "aunt", day("2017-06-01"))
    held = left(network(family(BELIEVED_CAMP), "child"), "aunt", day("2017-06-01"))
    assert (without.left, held.left) == ("unknown", "unknown")


def test_a_detention_does_not_stop_the_clock_of_contact():
    """An earlier rule let contact stay fresh for the time of a detention."""
    around = network(family(CALL, CAMP, RELEASED), "child")
    assert left(around, "aunt", day("2018-06-01")).last_heard.latest == day("2017-03-31")
    assert left(around, "aunt", day("2018-06-01")).left == "possibly"


@pytest.mark.parametrize("loss", [LOSS, event("line_dead", "aunt", "2017-03-31")])
def test_when_somebody_was_last_heard_is_told_also_after_the_contact_was_lost(loss):
    lost = left(network(family(CALL, loss), "child"), "aunt", day("2021-12-31"))
    assert (lost.left, lost.status) == ("no", "lost")
    assert lost.last_heard == CALL.when.window


def test_the_last_call_in_a_channel_that_was_lost_is_later_than_an_old_one_in_another():
    old = event("called", "aunt", "2015", to="father")
    said = left(network(family(old, CALL, LOSS), "child"), "aunt", day("2021-12-31"))
    assert (said.left, said.last_heard) == ("unknown", CALL.when.window)


@pytest.mark.parametrize(
    ("claims", "on", "expected"),
    [
        ([CALL, GONE], "2017-08-01", ("missing", "gone")),
        ([CALL, PERHAPS_GONE], "2017-08-01", ("possibly_missing", "aunt-called-2017-03")),
        ([GONE, JAILED], "2017-10-01", ("held", "jailed")),
        ([GONE, JAILED, OPENED], "2019-01-01", ("missing", "gone")),
        ([JAILED, OPENED], "2018-12-30", ("held", "jailed")),
        ([JAILED, OPENED], "2019-01-01", ("possibly_missing", "jailed")),
        (
            [JAILED, OPENED, event("called", "aunt", "2019-02", to="mother")],
            "2019-06-01",
            ("held_with_channel", "aunt-called-2019-02"),
        ),
    ],
)
def test_missing_is_a_status_of_those_of_whom_nobody_knows_where_they_are(claims, on, expected):
    said = left(network(family(*claims), "child"), "aunt", day(on))
    assert (said.status, said.deciding.id) == expected


@pytest.mark.parametrize(
    ("claims", "cited"),
    [
        ([JAILED, OPENED], {"jailed", "opened"}),
        ([GONE, event("video_seen", "aunt", "2017-09", id_="seen")], {"gone", "seen"}),
        ([JAILED, event("place_emptied", "", "2018-12", place=ABROAD)], {"jailed"}),
    ],
)
def test_an_answer_cites_the_emptying_of_a_place_and_the_sign_of_life(claims, cited):
    said = left(network(family(*claims), "child"), "aunt", day("2019-06-01"))
    assert {one.id for one in said.evidence} == cited


def test_a_caregiver_who_is_missing_cared_before():
    cared = tie("aunt", "cares_for", "child", since=when("2016"))
    (aunt,) = (
        one
        for one in answer(family(cared, GONE), "child", as_of=day("2017-08-01")).relatives
        if one.person.id == "aunt"
    )
    assert aunt.care == "former"


def test_a_loss_alone_says_nothing_of_when_somebody_was_last_heard():
    said = left(network(family(LOSS), "child"), "aunt", day("2021-12-31"))
    assert said.last_heard is None


def test_a_belief_is_shown_with_its_words_and_its_reader():
    around = network(family(CALL, BELIEVED_CAMP, reading("camp")), "child")
    [event_] = [e for e in left(around, "aunt", day("2017-06-01")).evidence if e.beliefs]
    assert [(b.words, b.by) for b in event_.beliefs] == [("school", "mother")]


def test_a_tie_that_every_source_retracts_is_no_tie():
    around = network(family(tie("friend", "kin_of", "child", standing="retracted")), "child")
    assert around.reached["friend"].relation == "mother's friend"


def test_contact_with_possible_kin_alone_says_so_and_dates_no_last_voice_for_certain():
    around = network(family(*BELIEVED, UNCLES_CALL), "child")
    said = left(around, "aunt", day("2017-06-01"))
    assert (said.status, said.doubted_end) == ("possibly_in_contact", True)
    assert said.last_heard == Window(latest=day("2017-03-31"))
    certain = left(network(family(*STATED, UNCLES_CALL), "child"), "aunt", day("2017-06-01"))
    assert (certain.doubted_end, certain.last_heard) == (False, UNCLES_CALL.when.window)


@pytest.mark.parametrize(("kin", "earliest"), [(STATED, "2017-03-01"), (BELIEVED, None)])
def test_a_voice_that_possible_kin_heard_is_a_possible_voice(kin, earliest):
    said = clocks(
        network(family(*kin, event("called", "child", "2017-03", to="uncle")), "child"),
        day("2018-01-01"),
    )
    assert said.direct_voice.window == Window(
        day(earliest) if earliest else BEGINNING, day("2017-03-31")
    )


@pytest.mark.parametrize(
    ("visitor", "visited", "heard"),
    [("mother", "child", True), ("child", "mother", True), ("aunt", "child", False)],
)
def test_whoever_asks_hears_the_child_on_a_visit(visitor, visited, heard):
    """Being together is hearing it. The aunt asks for nobody: that is a sign of life alone."""
    visit = event("visited", visitor, "2017-03", to=visited, place="town")
    said = clocks(network(family(visit), "child"), day("2018-01-01"))
    assert said.proof_of_life.window == visit.when.window
    assert (said.direct_voice is not None) is heard


def listed_on(on, *claims):
    said = answer(family(*claims), "child", as_of=day(on))
    return {one.person.id: one for one in said.relatives}


def test_a_sister_left_behind_is_listed_as_a_child_once_she_was_heard():
    sister = [person("sister", born=when("2005").window), tie("mother", "parent_of", "sister")]
    call = event("called", "sister", "2017-03", to="mother")
    assert "sister" not in listed_on("2017-02-01", *sister, call)
    heard = listed_on("2017-06-01", *sister, call)["sister"]
    assert (heard.answer.left, heard.child) == ("yes", True)


def test_whoever_died_before_the_child_was_born_is_history():
    died = event("died", "granny", "1990")
    assert "granny" not in listed_on("2017-06-01", died)
    said = answer(family(died), "child", as_of=day("2017-06-01"))
    assert [one.id for one in said.history] == ["granny"]
    assert "granny" not in said.thread.lost
    assert "granny" not in {stay.person for stay in calendar(said.network).stays}


@pytest.mark.parametrize(
    "died",
    [event("died", "granny", "2010"), event("died", "granny", "1990", basis=Basis.BELIEVED)],
    ids=["in the year in which the child was born", "as somebody believes"],
)
def test_whoever_may_have_lived_to_see_the_child_is_listed(died):
    assert "granny" in listed_on("2017-06-01", died)


def test_a_detention_with_contact_after_it_says_so():
    said = left(network(family(PRISON, CALL), "child"), "aunt", day("2017-06-01"))
    assert (said.status, status_words(said)) == (
        "held_with_channel",
        "in custody, with a channel",
    )


def test_contact_that_ended_is_silent_and_says_until_when_it_was():
    said = left(network(family(ENDED), "child"), "aunt", day("2017-06-01"))
    assert (said.status, said.last_heard.latest) == ("silent", day("2017-04-10"))


def test_as_known_then_a_camp_that_nobody_had_heard_of_ended_the_contact_all_the_same():
    spell = event("in_contact", "aunt", "2016", id_="spell", to="mother")
    camp = event(
        "taken_to_camp",
        "aunt",
        "2017-04",
        after=("spell",),
        lag=Lag(least=1, most=1),
        learned=when("2019-05"),
        id_="camp",
    )
    around = network(family(spell, camp), "child", known_on=day("2018-01-01"))
    assert left(around, "aunt", day("2017-03-01")).left == "yes"
    then = left(around, "aunt", day("2018-01-01"))
    assert (then.left, then.status) == ("unknown", "silent")


def test_contact_that_lasts_is_followed_no_longer_than_the_family_knew():
    spell = event("in_contact", "aunt", "2016", to="mother")
    around = network(family(spell), "child", known_on=day("2017-01-01"))
    assert left(around, "aunt", day("2019-06-01")).left == "unknown"
