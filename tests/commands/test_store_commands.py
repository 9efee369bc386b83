"""Loading, correcting and clearing, as a user does it."""

import json
import shutil
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.commands.run_command import prepare
from graph.desk.desk_notes import notes, write_note
from graph.questions.asking import outdated
from graph.settings import Settings
from graph.views.named_ids import named_ids
from graph.words.claim_text import saying
from tests.commands.conftest import REPORT

KILLED = "amina-killed@t-meripet:L250"


@pytest.fixture
def six(ingest):
    """The six families, loaded."""
    assert ingest(REPORT).exit_code == 0


def amina_of(as_json) -> dict:
    words = [
        "left",
        "--child",
        "meripet-eldest-child",
        "--as-of",
        "2019-02-01",
        "--format",
        "json",
    ]
    return next(p for p in as_json(*words)["people"] if p["id"] == "amina")


def hash_of(graph) -> str:
    return graph("hash").stdout.strip()


@pytest.mark.usefixtures("six")
def test_loading_twice_changes_nothing(graph, ingest):
    once = hash_of(graph)
    assert ingest(REPORT).exit_code == 0
    assert hash_of(graph) == once


@pytest.mark.usefixtures("six", "home")
def test_a_start_derives_the_calendars_of_an_older_form(store, neo4j_server):
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as driver:
        driver.execute_query("MATCH (k:KinthreadCalendar) REMOVE k.tallies")
    assert outdated(store)
    prepare(Settings.from_env())
    assert not outdated(store)


@pytest.mark.usefixtures("six")
def test_a_retracted_claim_stays_readable_and_is_read_no_more(graph, as_json):
    assert amina_of(as_json)["status"] == "dead"
    done = graph("retract", KILLED, "--reason", "told by mistake", "--by", "analyst")
    assert done.exit_code == 0, done.output
    assert amina_of(as_json)["left"] == "no"
    assert amina_of(as_json)["status"] != "dead"
    assert "retracted by analyst" in graph("claims", "amina-killed").output


@pytest.mark.usefixtures("six", "wide")
def test_claims_say_what_they_say_with_their_ids_and_their_words(graph, store):
    done = graph("claims", "amina-killed")
    assert done.exit_code == 0
    printed = done.stdout
    assert "Killed in custody: Amina" in printed
    assert KILLED in printed
    for claim in store.claims_naming("amina"):
        says = saying(claim, lambda id_: named_ids(store, [id_]).marked(id_))
        assert says.rstrip(".") in graph("claims", "amina").stdout.replace("\n", " "), claim.id


@pytest.mark.usefixtures("six")
def test_a_retraction_survives_a_second_load(graph, ingest):
    graph("retract", KILLED, "--reason", "told by mistake")
    retracted = hash_of(graph)
    assert ingest(REPORT).exit_code == 0
    assert hash_of(graph) == retracted


@pytest.mark.usefixtures("six")
def test_a_claim_that_nobody_made_cannot_be_retracted(graph):
    done = graph("retract", "nothing@nowhere", "--reason", "x")
    assert done.exit_code == 1
    assert "nothing@nowhere" in done.output


@pytest.mark.usefixtures("six")
def test_clear_asks_and_says_what_would_be_lost(graph):
    before = hash_of(graph)
    done = graph("clear", input="n\n")
    assert "Claim" in done.output
    assert "would be lost" in done.output
    assert hash_of(graph) == before


@pytest.mark.usefixtures("six")
def test_after_clear_the_store_is_empty_and_the_samples_are_not_wanted(graph, home):
    from graph.commands.samples import wanted  # noqa: PLC0415

    assert wanted(home)
    assert graph("clear", "--yes").exit_code == 0
    assert "empty" in graph("contents").output
    assert not wanted(home)


@pytest.mark.usefixtures("six")
def test_clear_names_the_notes_and_removes_them(graph, home):
    write_note(home, "person:amina", "ask again", "ana")
    kept = graph("clear", input="n\n")
    assert "notes" in kept.output
    assert notes(home)
    assert "notes" in graph("clear", "--yes").output
    assert notes(home) == []
    assert "notes" not in graph("clear", "--yes").output


def test_a_mended_quarantine_ends_as_the_clean_rows_would(graph, ingest, tmp_path):
    ingest(REPORT)
    clean = hash_of(graph)
    graph("clear", "--yes")
    broken = tmp_path / "broken"
    shutil.copytree(REPORT, broken)
    events = broken / "events.csv"
    text = events.read_text(encoding="utf-8")
    events.write_text(text.replace("killed_in_custody", "kiled_in_custody"), encoding="utf-8")
    done = ingest("--format", "json", broken)
    said = json.loads(done.stdout)
    assert (done.exit_code, said["read"]) == (1, said["taken"] + said["rejected"])
    assert "killed_in_custody" in json.dumps(said["rejected_rows"])
    [folder] = said["quarantine"]
    kept = Path(folder) / "events.csv"
    kept.write_text(
        kept.read_text(encoding="utf-8").replace("kiled_in_custody", "killed_in_custody"),
        encoding="utf-8",
    )
    assert ingest(folder).exit_code == 0
    assert hash_of(graph) == clean


def test_a_folder_without_tables_ends_with_code_2(ingest, tmp_path):
    assert ingest(tmp_path).exit_code == 2


def test_check_loads_nothing(graph, ingest):
    assert ingest("--check", REPORT).exit_code == 0
    assert "empty" in graph("contents").output


def test_a_server_that_is_not_there_is_said_in_a_sentence(graph, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    done = graph("left")
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert "127.0.0.1:9" in done.output


def test_a_wrong_password_is_said_in_a_sentence(graph, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-password")
    done = graph("left")
    assert done.exit_code == 1
    assert "password" in done.output.lower()


ASKED = "mamutjan-parents-asked@t-mamutjan:L208"
FATHER = "father-of-mamutjan"


@pytest.mark.usefixtures("six")
def test_a_retracted_request_says_that_the_stop_stays_and_how_to_lift_it(graph, as_json):
    said = graph("retract", ASKED, "--reason", "misread").stdout
    assert "This takes back a request not to be contacted: 2 people" in said
    assert "python -m graph retract --lift-request PERSON --reason WHY" in said
    words = ["left", "--child", "mamutjan-son", "--as-of", "2021-01-01", "--format", "json"]
    assert father_of(as_json(*words))["do_not_contact"] is True
    lifted = graph("retract", "--lift-request", FATHER, "--reason", "misread", "--by", "ana")
    assert "Lifted for father-of-mamutjan, by ana" in lifted.stdout
    father = father_of(as_json(*words))
    assert father["do_not_contact"] is False
    assert [(one["by"], one["why"]) for one in father["taken_back"]] == [("ana", "misread")]


def father_of(said) -> dict:
    return next(person for person in said["people"] if person["id"] == FATHER)


@pytest.mark.usefixtures("six")
def test_a_claim_or_a_person_is_named_and_not_both(graph):
    for words in ([], [ASKED, "--lift-request", FATHER]):
        done = graph("retract", *words, "--reason", "misread")
        assert done.exit_code == 2
    done = graph("retract", "--lift-request", "amina", "--reason", "misread")
    assert "No request not to be contacted is in force for 'amina'" in done.output
