"""Any family, whoever is called how and whatever may be read: a file, or a sentence."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.formats import FORMATS
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.export.scan import search_for
from graph.facts.adding_up import facts
from graph.record.model import Records, Source
from graph.record.vocabulary import Consent, Standing
from graph.rule.answer import answer
from tests.builders import event, family, person, tie
from tests.examples import examples
from tests.export.formats.handed import written
from tests.export.formats.hostile import HOSTILE

DAY = date(2018, 12, 31)
PEOPLE = ("child", "brother", "mother", "father", "aunt", "granny", "friend", "neighbours")
SOURCES = ("testimony", "letter", "interview")
SHORT = st.sampled_from([text for text in HOSTILE if len(text) < 100])
LETTERS = st.sampled_from("aZéąặ-'77·阿ئپگۈېبماфЯ ()\u0301\u064e\u200d\u0915\u3099")
NAMES = st.one_of(SHORT, st.text(min_size=1, max_size=9), st.text(LETTERS, max_size=15))


@st.composite
def families(draw: st.DrawFn) -> Records:
    """A family with hostile names, each claim from a source that agreed more or less far."""
    people = [
        person(
            id_,
            name=draw(NAMES) or id_,
            other_names=tuple(draw(st.lists(NAMES.filter(bool), max_size=2))),
            **({"kind": "group"} if id_ == "neighbours" else {}),
            **({"sought": True} if id_ == "child" else {}),
        )
        for id_ in PEOPLE
    ]
    told = family(
        *(Source(id=id_, title=draw(NAMES), kind="letter") for id_ in SOURCES[1:]),
        *people,
        tie("mother", "parent_of", "brother", term=draw(NAMES)),
        tie("aunt", "spouse_of", "friend"),
        event("called", "aunt", "2018-03", to="mother", words=draw(NAMES)),
        event("asked_not_to_be_contacted", "granny", "2017"),
        event("taken_to_camp", "neighbours", "2017", place="town", reason=draw(NAMES)),
    )
    consents = [draw(st.sampled_from([*Consent])) for _ in SOURCES]
    return replace(
        told,
        sources=tuple(
            replace(one, consent=consent)
            for one, consent in zip(told.sources, consents, strict=True)
        ),
        **{
            table: tuple(
                replace(
                    claim,
                    source=draw(st.sampled_from(SOURCES)),
                    standing=draw(
                        st.sampled_from([*[Standing.ACTIVE] * 7, Standing.RETRACTED])
                    ),
                )
                for claim in getattr(told, table)
            )
            for table in ("people", "ties", "events")
        },
    )


CHILDREN = st.sampled_from([("child",), ("brother",), ("child", "brother")])
SOME = st.frozensets(st.sampled_from(PEOPLE), min_size=1, max_size=3)
SELECTIONS = st.one_of(
    st.tuples(CHILDREN, st.none()),
    st.tuples(st.just(()), SOME),
    st.builds(lambda children, some: (children, some | {*children}), CHILDREN, SOME),
)


def of_a_family(records: Records, audience: Audience, selection) -> tuple:
    """What is handed over of a family, and what must not be found in its files."""
    children, only = selection
    added_up = facts(records)
    export = packed(
        records,
        [answer(records, child, as_of=DAY, added_up=added_up) for child in children],
        ExportRequest(audience=audience, made_on=DAY, as_of=DAY),
        only=only,
        added_up=added_up,
    ).package
    return export, search_for(records, export)


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
@examples(12)
@given(families(), st.sampled_from(Audience), SELECTIONS)
def test_each_format_is_made_and_read_again_or_says_why_not(form, records, audience, selection):
    export, _ = of_a_family(records, audience, selection)
    if not form.refuses(export):
        assert form.text(written(form.name, export)) is not None
        form.losses(export)


@cache
def with_a_closed_brother(kept_by: Consent, audience: Audience) -> tuple:
    """A testimony that names the mother of both is public, and what says who he is, is not."""
    records = family(
        Source(id="closed", title="A talk", kind="interview", consent=kept_by),
        person("brother", name="Erkin", source="closed", id="brother@closed", sought=True),
        tie("mother", "parent_of", "brother"),
    )
    return of_a_family(records, audience, (("child",), None))


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("kept_by", [Consent.PARTNERS, Consent.INTERNAL])
def test_a_brother_whose_own_row_may_not_be_read_stops_no_format(form, audience, kept_by):
    export, search = with_a_closed_brother(kept_by, audience)
    said = form.text(written(form.name, export)) if not form.refuses(export) else ""
    assert bool(said) or form.name == "jsonl"
    if audience is not Audience.INTERNAL:
        assert [kind for kind, _ in search.found(said)] == []
        assert "Erkin" not in said


def test_only_internal_is_told_that_a_brother_of_whom_only_a_tie_may_be_read_is_a_child():
    records = family(
        Source(id="closed", title="A talk", kind="interview", consent=Consent.INTERNAL),
        person("brother", name="Erkin", source="closed", id="brother@closed"),
        tie("mother", "parent_of", "brother"),
    )
    export, _ = of_a_family(records, Audience.PUBLIC, (("child",), None))
    names = sorted(one.name for one in export.records.people)
    assert [name for name in names if name.startswith("child")] == ["child 1 of family A"]
    assert "somebody recorded" in names


@pytest.mark.parametrize("name", ["pdf", "docx", "factsheet", "svg", "png", "html"])
def test_documents_and_pictures_without_a_child_are_refused_in_a_sentence(name):
    export, _ = of_a_family(family(), Audience.INTERNAL, ((), frozenset({"mother", "aunt"})))
    assert "no child is selected" in FORMATS[name].refuses(export)
