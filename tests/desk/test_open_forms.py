"""What is typed and not kept comes back as it was, to whoever typed it."""

from hypothesis import given
from hypothesis import strategies as st

from graph.desk.open_forms import OpenForm, drop_form, keep_form, open_forms
from graph.desk.private_files import DESK

TYPED = st.one_of(st.none(), st.booleans(), st.text(), st.lists(st.text()))
FORM = OpenForm(
    id="a",
    form="about:amina",
    to="about:amina",
    fields={},
    seen=[["c", "h", "active", ""]],
    by="ana",
    changed="2026-11-29T10:00:00",
)


def a_form(**other):
    values = {name: getattr(FORM, name) for name in OpenForm.__slots__}
    return OpenForm(**values | other)


@given(st.dictionaries(st.text(), TYPED))
def test_whatever_is_typed_comes_back(tmp_path_factory, fields):
    home = tmp_path_factory.mktemp("home")
    one = a_form(fields=fields)
    keep_form(home, one)
    assert open_forms(home, "ana") == [one]
    assert open_forms(home, "bo") == []


def test_the_last_typed_is_kept_and_the_latest_form_comes_first(tmp_path):
    keep_form(tmp_path, a_form(fields={"when": "2017"}))
    keep_form(tmp_path, a_form(fields={"when": "2018"}))
    later = a_form(id="b", changed="2026-11-29T11:00:00")
    keep_form(tmp_path, later)
    assert [one.fields for one in open_forms(tmp_path, "ana")] == [{}, {"when": "2018"}]
    drop_form(tmp_path, "a")
    assert open_forms(tmp_path, "ana") == [later]


def test_a_broken_file_is_no_form(tmp_path):
    keep_form(tmp_path, FORM)
    [path] = (tmp_path / DESK).glob("*/*")
    path.write_text('{"version": 1, "fields": 3}', encoding="utf-8")
    assert open_forms(tmp_path, "ana") == []
