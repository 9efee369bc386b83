"""None of the attacks does anything, and most of them would without the guard."""

from collections import Counter
from dataclasses import dataclass

import pytest

from graph.console.guard import Limits, QueryRefused
from graph.console.run import fetch
from graph.errors import GraphError, InvalidQuery
from graph.questions.library import InvalidParameter
from tests.console.conftest import IN_THE_FILE, READ, filled, listed, someone_else
from tests.console.witness import witness
from tests.web import site

ATTACKS = listed("attacks") + listed("fresh_attacks")
ACTIVE = [attack for attack in ATTACKS if attack["kind"] != "resource"]
SHORT = Limits(seconds=5)


@dataclass(slots=True)
class Tried:
    """What became of all attacks but those on resources."""

    answered: dict[str, object]
    """Those that got rows."""
    said: dict[str, GraphError]
    before: dict
    after: dict
    hits: list[str]
    victim_goes_on: bool


@pytest.fixture(scope="module")
def tried(served, secret_file):
    """Every attack, through the guard, beside somebody else's open transaction."""
    answered, said = {}, {}
    with served.driver() as driver, site(READ) as web, someone_else(driver) as victim:
        before = witness(served.store, driver)
        for attack in ACTIVE:
            text = filled(attack["text"], victim=victim, port=web.port, file=secret_file)
            try:
                answered[attack["text"]] = fetch(served.store, text, {}, SHORT).rows
            except GraphError as error:
                said[attack["text"]] = error
        return Tried(
            answered=answered,
            said=said,
            before=before,
            after=witness(served.store, driver),
            hits=list(web.hits),
            victim_goes_on=victim.goes_on(),
        )


def test_there_are_many_attacks_of_every_kind():
    assert len(ATTACKS) >= 240
    assert set(Counter(attack["kind"] for attack in ATTACKS)) == {
        "write", "write25", "schema", "admin", "shown", "kill", "file", "network", "escape",
        "resource",
    }  # fmt: skip


def test_no_attack_gets_rows(tried):
    assert tried.answered == {}


def test_each_attack_is_refused_or_no_query_and_told_so_in_a_sentence(tried):
    other = {
        text: error
        for text, error in tried.said.items()
        if not isinstance(error, QueryRefused | InvalidQuery | InvalidParameter)
    }
    assert other == {}
    assert all(str(error).strip() for error in tried.said.values())


def test_graph_schema_users_databases_and_settings_are_what_they_were(tried):
    assert tried.after == tried.before


def test_nothing_was_fetched(tried):
    assert tried.hits == []


def test_somebody_elses_transaction_goes_on(tried):
    assert tried.victim_goes_on


def test_no_sentence_quotes_what_a_file_holds(tried):
    assert not [error for error in tried.said.values() if IN_THE_FILE in str(error)]
