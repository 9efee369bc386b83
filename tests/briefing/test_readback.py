"""A file is read back and searched: what must not be in it stops it."""

import io
from dataclasses import replace
from datetime import date

import pytest

from graph.briefing.formats import FORMATS
from graph.briefing.readback import LeakFound, leaks, read_back, search_for
from tests.briefing.families import everyone, handed, records

BELOW = ["partner", "briefing", "public"]


def written(form, export) -> bytes:
    file = io.BytesIO()
    form.write(export, file)
    return file.getvalue()


@pytest.mark.parametrize("audience", BELOW)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_no_format_leaks_anything_of_the_six_families(form, audience):
    export = handed(everyone(), audience, as_of=date(2021, 12, 31))
    search = search_for(records(), export)
    assert not leaks([form.text(written(form, export))], search)


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_name_that_slips_in_stops_every_format(form):
    export = handed(everyone(), "briefing", as_of=date(2021, 12, 31))
    search = search_for(records(), export)
    [first, *others] = export.told
    row = replace(first.rows[0], name="Amina's friend")
    planted = replace(export, told=(replace(first, rows=(row, *first.rows[1:])), *others))
    people = (replace(export.records.people[0], name="Amina's friend"),)
    planted = replace(
        planted,
        records=replace(planted.records, people=people + planted.records.people[1:]),
    )
    with pytest.raises(LeakFound, match="a name"):
        read_back(written(form, planted), form, search)
