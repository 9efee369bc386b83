"""`make quick` takes every test that starts no server and no browser, and no other.

Of a test with many cases it takes a few; `make test` takes all.
"""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from graph.server.java import java
from tests.browsing import chromium
from tests.conftest import CASES, STARTED, claim_of, marks, quick

ROOT = Path(__file__).parents[1]


def test_only_what_starts_one_by_a_fixture_or_by_its_mark_is_left_out(request):
    items = request.session.items
    tests, by_fixture = {claim_of(one) for one in quick(items)}, set().union(*STARTED.values())
    for one in items:
        by_mark = any(one.get_closest_marker(mark) for mark in STARTED)
        starts = by_mark or by_fixture & set(one.fixturenames) != set()
        assert not (starts and one in quick([one]))
        assert starts or claim_of(one) in tests
    assert request.node in quick(items)


def test_a_claim_of_many_cases_runs_with_a_few_from_all_over_its_table(request):
    cases = [one for one in request.session.items if not marks(one)]
    counts = Counter(map(claim_of, quick(cases)))
    assert max(counts.values()) <= CASES
    assert counts.keys() == set(map(claim_of, cases))


@pytest.mark.parametrize("program", [java(), chromium()], ids=["a server", "a browser"])
def test_a_test_without_the_mark_can_start_none(program):
    if program is None:
        pytest.skip("NO BROWSER: install chromium (Debian: apt-get install chromium)")
    with pytest.raises(AssertionError, match="without the mark"):
        subprocess.Popen([str(program), "--version"])


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_quick_asks_for_them():
    recipe = subprocess.check_output([shutil.which("make"), "-n", "quick"], cwd=ROOT, text=True)
    assert "pytest --quick" in recipe
