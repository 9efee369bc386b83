"""Hand-overs that many tests of files look at; nothing changes them."""

import pytest

from tests.export.formats.handed import both


@pytest.fixture(scope="session")
def everything():
    """The six families and the invented ones."""
    return both()
