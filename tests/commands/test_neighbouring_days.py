"""Two exports of one family, of days beside each other, say together no more than one."""

from datetime import date, timedelta
from functools import cache
from io import BytesIO
from random import Random

import pytest

from graph.export.audience import naming
from graph.export.formats import FORMATS
from graph.export.ledger.ledger import HEAD_FOLDER, Ledger
from graph.export.package import Audience
from graph.export.preparing import prepare
from graph.export.request import ExportRequest, SelectionRequest

BELOW = [audience for audience in Audience if audience is not Audience.INTERNAL]
CHILD = "mamutjan-daughter"
BEFORE = date(2017, 6, 14)


@pytest.fixture(scope="module")
def handed(loaded, tmp_path_factory):
    """What an audience gets as of a day; every export draws the same ids."""
    folder = tmp_path_factory.mktemp("ledger")

    @cache
    def prepared(audience, day, known_on):
        choice = ExportRequest(
            selection=SelectionRequest(children=(CHILD,)),
            audience=audience,
            made_on=date(2026, 11, 28),
            as_of=day,
            known_on=known_on,
        )
        with pytest.MonkeyPatch.context() as patch:
            drawn = Random(1)  # noqa: S311 - the same ids twice, for no secret
            patch.setenv(HEAD_FOLDER, str(folder / "apart"))
            patch.setattr(naming.secrets, "token_bytes", drawn.randbytes)
            patch.setattr(naming.secrets, "choice", drawn.choice)
            [made] = prepare(loaded, choice, Ledger(folder))
        return made.package

    return prepared


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_the_file_of_a_day_is_the_file_of_the_next(handed, form, audience):
    days = (BEFORE, BEFORE + timedelta(1))
    one, other = (handed(audience, day, None) for day in days)
    assert one.as_of == other.as_of
    assert form.refuses(one) == form.refuses(other)
    if not form.refuses(one):
        assert written(form, one) == written(form, other)


@pytest.mark.parametrize("audience", BELOW)
def test_what_was_known_on_a_day_is_what_was_known_on_the_next(handed, audience):
    one, other = (handed(audience, BEFORE, BEFORE + timedelta(n)) for n in range(2))
    assert one == other


def test_those_who_may_read_everything_get_the_day_that_they_asked_about(handed):
    assert handed(Audience.INTERNAL, BEFORE, None).as_of == BEFORE


def written(form, handed) -> str:
    file = BytesIO()
    form.write(handed, file)
    return form.text(file.getvalue())
