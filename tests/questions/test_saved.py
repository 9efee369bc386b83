"""Questions of one's own are files like those of the library, and read as strictly."""

import pytest

from graph.errors import InvalidQuery
from graph.questions.library import values
from graph.questions.saved import NotSaved, folder, forget, own, save
from graph.store.queries import params_of
from tests.questions.test_questions import TOLD

BODY = (
    "MATCH (p:Person) WHERE p.born_latest > $after AND p.name <> 'a $price'\nRETURN p.id AS id"
)


def keep(home, name="young", asks="Who is young?", body=BODY, columns=("id",), **types):
    return save(home, name, asks, body, columns, types or {"after": "date"})


def test_what_was_saved_is_read_back_with_its_question_and_types(tmp_path):
    keep(tmp_path)
    [kept], broken = own(tmp_path)
    assert (kept.name, kept.asks, broken) == ("young", "Who is young?", [])
    assert [(p.name, p.type) for p in kept.params] == [("after", "date")]
    assert values(kept, {"after": "2005-01-01"}, TOLD)["after"].year == 2005


def test_a_name_in_quotes_or_a_comment_is_no_parameter():
    assert params_of(f"{BODY} // $no\n/* $nor */ + $too + $after") == ["after", "too"]


def test_one_of_the_same_name_is_not_replaced(tmp_path):
    first = keep(tmp_path).asks
    with pytest.raises(NotSaved, match="already"):
        keep(tmp_path, asks="Who is younger?")
    assert [one.asks for one in own(tmp_path)[0]] == [first]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": "../../evil"}, "small letters"),
        ({"name": "Young"}, "small letters"),
        ({"name": "one_left"}, "The library has"),
        ({"asks": "  "}, "in a sentence"),
    ],
    ids=["path", "capitals", "library", "no question"],
)
def test_what_cannot_be_kept_is_said(tmp_path, changed, said):
    with pytest.raises(NotSaved, match=said):
        keep(tmp_path, **changed)
    assert not folder(tmp_path).exists()


def test_a_column_without_a_name_is_said(tmp_path):
    with pytest.raises(InvalidQuery):
        keep(tmp_path, body="RETURN count(*)", columns=("count(*)",))


def test_a_question_of_many_lines_stays_in_its_header(tmp_path):
    kept = keep(tmp_path, asks="Who?\nMATCH (n) DETACH DELETE n")
    assert kept.asks == "Who? MATCH (n) DETACH DELETE n"
    assert kept.query.text.splitlines()[0].startswith("// Who? MATCH")


def test_a_file_that_is_no_question_is_listed_with_the_reason(tmp_path):
    keep(tmp_path)
    (folder(tmp_path) / "broken.cypher").write_text("RETURN 1", encoding="utf-8")
    (folder(tmp_path) / "latin.cypher").write_bytes(b"// \xff?\nRETURN 1")
    kept, broken = own(tmp_path)
    assert [one.name for one in kept] == ["young"]
    assert {one.name for one in broken} == {"broken.cypher", "latin.cypher"}
    assert all(one.why for one in broken)


def test_a_question_can_be_forgotten(tmp_path):
    keep(tmp_path)
    forget(tmp_path, "../questions/young")
    assert own(tmp_path)[0]
    forget(tmp_path, "young")
    assert own(tmp_path) == ([], [])


def test_nothing_kept_is_no_error(tmp_path):
    assert own(tmp_path) == ([], [])
