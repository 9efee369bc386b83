"""A cluster that cannot be used ends a command with a sentence, before anything is changed."""

import pytest

from tests.commands.conftest import INVENTED

NOWHERE = "tcp://127.0.0.1:1"


@pytest.mark.parametrize("command", ["derive", "ingest"])
def test_a_cluster_that_cannot_be_used_is_said_before_anything_is_loaded(
    graph, ingest, store, command
):
    word = ("--scheduler", NOWHERE)
    done = graph("derive", *word) if command == "derive" else ingest(INVENTED, *word)
    assert done.exit_code == {"derive": 1, "ingest": 2}[command]
    assert "requirements-cluster.in" in done.stderr or NOWHERE in done.stderr
    assert "Traceback" not in done.output
    assert store.contents().empty
