"""Laws of what leaves, over generated histories whose sources agreed to go more or less far."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

from hypothesis import given
from hypothesis import strategies as st

from graph.export.audience.naming import Ids
from graph.export.audiences import rules
from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.package import Audience, Package
from graph.export.packaging import packed
from graph.export.request import ExportRequest, SelectionRequest
from graph.export.scan import leaks, search_for
from graph.record.model import Records, Source
from graph.record.vocabulary import Basis, Consent, Stance
from graph.rule.answer import answer
from graph.words.name_marks import ASKED_NOT
from tests.builders import event, family, person, reading, tie, when
from tests.examples import examples
from tests.rule.histories import ENDINGS, OPENINGS, days, event_claims, histories

WITH, COUNTED = re.compile(r"; with [^;:,]+"), re.compile(r" \(\d+ [^)]+\)")
SOURCES = {
    "letter": Consent.INTERNAL,
    "interview": Consent.PARTNERS,
    "other": Consent.PUBLIC,
}
NAMES = {
    "child": "Nurzat Abliz",
    "mother": "Gulnisa Abliz",
    "father": "Abliz Qurban",
    "aunt": "Ayshem Tohti",
    "granny": "Patigul ئامىنە",
    "friend": "阿米娜",
}
BELOW = [Audience.PARTNER, Audience.BRIEFING, Audience.PUBLIC]
laws = examples(40)


def recorded(*claims, consents=SOURCES) -> Records:
    """The family of the builders with real names, and sources that agreed so far."""
    sources = [
        Source(id=id_, title=f"What {id_} says", kind="testimony", consent=consent)
        for id_, consent in consents.items()
    ]
    born = {"child": {"born": when("2010-03-07").window, "sought": True}}
    people = [
        person(id_, name=name, note=f"a note about {name} and others", **born.get(id_, {}))
        for id_, name in NAMES.items()
    ]
    return family(*people, *sources, *claims)


def handed(records: Records, audience: Audience, on: date, key: bytes = b"a" * 32) -> Package:
    order = ExportRequest(
        audience=audience,
        selection=SelectionRequest(ask="the family of Gulnisa Abliz"),
        made_on=date(2026, 11, 26),
        as_of=on,
    )
    return packed(
        records, [answer(records, "child", as_of=on)], order, ids=Ids(key=key)
    ).package


@st.composite
def sourced(draw: st.DrawFn, *, told_again: bool = True):
    """A history of the aunt, each claim from a source that agreed more or less far."""
    ids = st.sampled_from(["testimony", *SOURCES])
    return tuple(
        replace(claim, id=f"{claim.about}@{source}", source=source)
        for claim in draw(histories(told_again=told_again))
        for source in [draw(ids)]
    )


def texts(value: object) -> Iterator[str]:
    """Every text that stands anywhere in what is handed over."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from texts(one)


def unmarked(text: str) -> str:
    """A sentence without the stop behind a name, which stands whoever may read its source.

    And without duress: that is said as the claims that are seen say it, and no other.
    """
    return text.replace(f" ({ASKED_NOT})", "").replace("; said to have been under duress", "")


def parts(text: str) -> Iterator[str]:
    """A sentence without who else was there, and who that was: less of it adds nothing.

    Nor does it to rest on fewer sources, which a headline counts.
    """
    yield COUNTED.sub("", WITH.sub("", text))
    yield from WITH.findall(text)


def said(export: Package) -> set[object]:
    """Everything that is told, piece by piece, what is withheld and the stops left out."""
    found: set[object] = {claim.id for claim in export.records.claims()}
    for one in export.briefings:
        if one.headline.claims:
            found |= {("headline", part) for part in parts(one.headline.text)}
        for time, line in one.timeline:
            found |= {("when", time, part) for part in parts(unmarked(line.text))}
        for line in one.doubtful:
            found |= {("doubtful", part) for part in parts(unmarked(line.text))}
        found |= {(t.label, t.value, t.note.text) for t in one.clocks if t.value != WITHHELD}
        for row in one.rows:
            found.add(row.person)
            if row.relation != WITHHELD:
                found.add((row.person, row.relation))
            if row.left != WITHHELD:
                found.add((row.person, row.left, row.status, row.reason.text, row.later))
    return found


@laws
@given(sourced(), days, st.sampled_from(BELOW))
def test_nothing_that_is_forbidden_is_in_it(claims, on, audience):
    records = recorded(*claims)
    export = handed(records, audience, on)
    assert not leaks(texts(export), search_for(records, export))


@laws
@given(sourced(), days, st.sampled_from(BELOW))
def test_an_answer_is_the_one_from_everything_or_withheld(claims, on, audience):
    records = recorded(*claims)
    whole = {r.person: r.left for r in handed(records, Audience.INTERNAL, on).briefings[0].rows}
    told = [row.left for row in handed(records, audience, on).briefings[0].rows]
    assert all(left == WITHHELD or left in whole.values() for left in told)
    if "yes" not in whole.values():
        assert "yes" not in told


@laws
@given(sourced(), days, st.sampled_from(sorted(SOURCES)), st.sampled_from(BELOW))
def test_consent_is_monotone_lowering_it_adds_nothing(claims, on, source, audience):
    before = said(handed(recorded(*claims), audience, on))
    lowered = recorded(*claims, consents=SOURCES | {source: Consent.INTERNAL})
    assert said(handed(lowered, audience, on)) <= before


def test_a_source_that_is_lowered_makes_no_line_possible_that_was_withheld():
    """A denial that nobody may read leaves a doubt: a belief has it too, a stated claim not."""
    belief = event("taken_to_camp", "aunt", "2017-02", id_="camp", basis="believed")
    told = [
        replace(belief, id="camp@other", source="other"),
        replace(belief, id="camp@interview", source="interview", basis=Basis.STATED),
        replace(belief, id="camp@letter", source="letter", stance=Stance.DISPUTES),
    ]
    lowered = recorded(*told, consents=SOURCES | {"interview": Consent.INTERNAL})
    on = date(2018, 1, 1)
    before, after = (
        said(handed(one, Audience.PARTNER, on)) for one in (recorded(*told), lowered)
    )
    assert after <= before


@laws
@given(sourced(), event_claims(ENDINGS + OPENINGS, 9), days, st.sampled_from(BELOW))
def test_an_added_internal_claim_adds_nothing(claims, added, on, audience):
    before = said(handed(recorded(*claims), audience, on))
    internal = replace(added, id=f"{added.about}@letter", source="letter")
    assert said(handed(recorded(*claims, internal), audience, on)) <= before


@laws
@given(days, st.sampled_from(BELOW))
def test_an_internal_tie_neither_adds_anybody_nor_says_what_they_are(on, audience):
    before = said(handed(recorded(), audience, on))
    ties = [
        tie("aunt", "spouse_of", "friend", source="letter"),
        tie("friend", "cares_for", "child", source="letter"),
    ]
    assert said(handed(recorded(*ties), audience, on)) <= before


@laws
@given(sourced(), days, st.sampled_from(BELOW), st.sampled_from(["testimony", *SOURCES]))
def test_a_request_not_to_be_contacted_stands_whoever_may_read_its_source(
    claims, on, audience, source
):
    claims = [claim for claim in claims if claim.type != "request_withdrawn"]
    request = event("asked_not_to_be_contacted", "aunt", "2018", source=source)
    export = handed(recorded(*claims, request), audience, on)
    assert sum(row.do_not_contact for row in export.briefings[0].rows) >= 1
    assert len(export.do_not_contact) >= 1


@laws
@given(sourced(), days, st.sampled_from(BELOW))
def test_no_id_of_one_export_is_in_another_one(claims, on, audience):
    records = recorded(*claims)
    one, other = (handed(records, audience, on, key) for key in (b"a" * 32, b"b" * 32))
    ids = [
        {r.id for r in (*export.records.sources, *export.records.places)}
        | {c.id for c in export.records.claims()}
        | {c.about for c in export.records.claims()}
        for export in (one, other)
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_death_that_only_an_internal_source_knows_does_not_turn_into_a_yes():
    call = event("called", "aunt", "2018-01", to="mother")
    death = event("died", "aunt", "2018-02", source="letter")
    rows = handed(recorded(call, death), Audience.PUBLIC, date(2018, 3, 1)).briefings[0].rows
    assert "yes" not in {row.left for row in rows}
    assert WITHHELD in {row.left for row in rows}


def test_an_answer_that_public_sources_give_alone_is_said():
    call = event("called", "aunt", "2018-01", to="mother")
    rows = handed(recorded(call), Audience.PUBLIC, date(2018, 3, 1)).briefings[0].rows
    assert "yes" in {row.left for row in rows}


def test_coded_words_are_out_unless_they_are_asked_for_by_name():
    held = event("taken_to_camp", "aunt", "2017", id_="held", basis="interpreted")
    records = recorded(held, reading("held", words="gone to study"))
    for audience in BELOW:
        export = handed(records, audience, date(2018, 1, 1))
        assert not export.records.interpretations
        assert not any("study" in text for text in texts(export))


def test_who_is_told_less_is_told_how_much_was_left_out():
    call = event("called", "aunt", "2018-01", to="mother", source="letter")
    left = handed(recorded(call), Audience.PUBLIC, date(2018, 3, 1)).left_out
    assert "Claims of sources that did not agree to go so far: 1." in left


def test_a_child_has_no_name_no_birth_and_no_exact_age_below_internal():
    for audience in BELOW:
        export = handed(recorded(), audience, date(2018, 3, 1))
        [child] = [c for c in export.records.people if c.name == "child 1 of family A"]
        assert child.birth is None
        assert not child.age_text
        assert child.note in ("5 to 9 years old on 2018-03-01", "under 18 on 2018-03-01")


def test_partners_and_briefings_need_the_consent_of_partners_and_the_public_its_own():
    assert rules(Audience.PARTNER).consents == {Consent.PARTNERS, Consent.PUBLIC}
    assert rules(Audience.BRIEFING).consents == {Consent.PARTNERS, Consent.PUBLIC}
    assert rules(Audience.PUBLIC).consents == {Consent.PUBLIC}


def test_the_order_of_what_is_told_does_not_follow_the_names_or_the_days():
    calls = [
        event("called", "aunt", "2018-01-09", to="mother", id_="z-call"),
        event("called", "granny", "2018-01-02", to="mother", id_="a-call"),
    ]
    told = handed(recorded(*calls), Audience.BRIEFING, date(2018, 12, 31)).briefings[0]
    renamed = replace(
        recorded(*calls),
        people=tuple(
            replace(one, name=f"{9 - number} Abliz") if one.kind == "person" else one
            for number, one in enumerate(recorded().people)
        ),
    )
    again = handed(renamed, Audience.BRIEFING, date(2018, 12, 31)).briefings[0]
    assert [row.person for row in told.rows] == [row.person for row in again.rows]
    earlier = [replace(calls[0], when=when("2018-01-01")), calls[1]]
    moved = handed(recorded(*earlier), Audience.BRIEFING, date(2018, 12, 31)).briefings[0]
    assert [line.text for _, line in told.timeline] == [line.text for _, line in moved.timeline]
