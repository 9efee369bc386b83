import pytest

from graph.errors import UnknownSource
from graph.record.vocabulary import Consent
from graph.store import IngestRun
from tests.builders import SOURCE, event, family

RUN = IngestRun(id="run")


def consent(store) -> Consent:
    [source] = [one for one in store.around("child").sources if one.id == SOURCE]
    return source.consent


def test_a_consent_that_was_lowered_stays_so_when_the_table_is_loaded_again(store):
    store.load(family(), RUN)
    assert consent(store) is Consent.PUBLIC
    store.set_consent(SOURCE, "partners")
    store.load(family(event("called", "aunt", "2018")), IngestRun(id="again"))
    assert consent(store) is Consent.PARTNERS


def test_a_consent_can_be_given_again(store):
    store.load(family(), RUN)
    store.set_consent(SOURCE, "internal")
    store.set_consent(SOURCE, "public")
    assert consent(store) is Consent.PUBLIC


def test_the_consent_of_a_source_that_is_not_there_is_said(store):
    with pytest.raises(UnknownSource, match="nobody-said"):
        store.set_consent("nobody-said", "internal")
