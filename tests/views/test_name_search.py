"""Search: the right one is never missed for its script, nor an exact one for a like one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.record.name_folding import fold, readings, skeleton
from graph.views.kin_called import called, kin_called
from graph.views.name_search import Found, Index, MatchKind, SearchEntry
from tests import builders


def entry(id_: str, *names: str, **more) -> SearchEntry:
    return SearchEntry(kind=more.pop("kind", "person"), id=id_, names=names, **more)


def ids(found: Found) -> list[str]:
    return [hit.entry.id for hit in found.hits]


NAMESAKES = [
    ("Mehriban Qadir", "米日班·卡德尔"),
    ("Mehriban Qadir", "مېھرىبان قادىر"),
    ("Meripet Metniyaz", "麦热排提·麦提尼亚孜"),
    ("Rizwangul", "热孜宛古丽"),
    ("Ablikim Memtimin", "阿布力克木·麦麦提敏"),
    ("Turghun Memet", "吐尔洪·麦麦提"),
    ("Abdulhakim Muhammad Imin", "Ablikim Memtimin"),
    # not among those that the folding was made on
    ("Amina", "ئامىنە"),
    ("Amina", "阿米娜"),
    ("Amina", "Әминә"),
    ("Amina", "Emine"),
    ("Dilnur", "迪丽努尔"),
    ("Gulnar Qurban", "古丽娜尔·库尔班"),
    ("Mamutjan Abdurehim", "马木提江·阿布都热依木"),
    ("Omer Faruh", "ئۆمەر فارۇق"),
    ("Yusup Haji", "Yusuf Hajji"),
    ("Chimen", "其曼"),
    ("Jan Tuval", "Jantuvel"),
]
OTHERS = ["Turghun Rehim", "Patime Osman", "Elshat Sidiq", "Nurgul Tohti", "Qeyser Hoshur"]


@pytest.mark.parametrize(("held", "asked"), NAMESAKES)
def test_a_person_is_found_through_each_script_and_spelling(held, asked):
    others = [entry(name, name) for name in OTHERS]
    assert ids(Index([*others, entry("held", held)]).search(asked))[0] == "held"
    assert ids(Index([*others, entry("held", asked)]).search(held))[0] == "held"


def test_chinese_is_also_read_as_it_is_heard():
    assert readings("其曼") == ("qiman", "chiman")
    assert readings("夏扎") == ("xiazha", "shiaza")
    assert readings("Xinjiang") == ("xinjiang",)


def test_the_word_order_is_kept_since_the_second_name_is_the_fathers():
    index = Index([entry("one", "Mamutjan Abdurehim"), entry("two", "Abdurehim Mamutjan")])
    assert ids(index.search("Mamutjan Abdurehim"))[0] == "one"
    assert ids(index.search("Memetjan Abdurehim"))[0] == "one"


def test_a_like_name_is_a_hit_and_is_no_match():
    found = Index([entry("one", "Tursun Memet"), entry("two", "Turghun Memet")])
    hits = found.search("Turghun Memet").hits
    assert [(hit.entry.id, hit.how) for hit in hits] == [
        ("two", MatchKind.WRITTEN),
        ("one", MatchKind.ALIKE),
    ]


def test_each_way_of_being_found_is_said():
    index = Index(
        [
            entry("written", "Amina"),
            entry("same", "阿米娜"),
            entry("begins", "Aminabanu"),
            entry("words", "Nur Amina"),
            entry("told", "Dilnur", notes=("sister of Amina",)),
            entry("alike", "Emine"),
        ]
    )
    hits = index.search("Amina").hits
    assert [(hit.entry.id, hit.how.name.lower()) for hit in hits] == [
        (how, how) for how in ("written", "same", "begins", "words", "told", "alike")
    ]
    assert hits[1].spelling == "阿米娜"


def test_an_unnamed_person_is_found_by_the_description():
    index = Index(
        [entry("one", "younger daughter of Dilnur"), entry("two", "mother-in-law of Omer")]
    )
    assert ids(index.search("younger daughter of Dilnur"))[0] == "one"
    assert ids(index.search("daughter dilnur"))[0] == "one"
    assert ids(index.search("mother-in-law")) == ["two"]
    assert ids(index.search("mother in law"))[0] == "two"


def test_two_letters_are_enough_and_one_is_not():
    index = Index([entry("one", "Amina"), entry("two", "Memet")])
    assert ids(index.search("Am")) == ["one"]
    assert ids(index.search("A")) == []
    assert ids(index.search("阿米")) == ["one"]


def test_a_spelling_of_a_retracted_claim_is_found_and_says_so():
    index = Index([entry("one", "Munzar", retracted=("Qadvel",))])
    (hit,) = index.search("Qadvel").hits
    assert hit.by_retracted


def test_places_and_sources_are_found_too():
    index = Index(
        [
            entry("town", "Kashgar", "喀什", kind="place"),
            entry("told", "Testimony of Amina", kind="source"),
        ]
    )
    assert ids(index.search("قەشقەر"))[0] == "town"
    assert ids(index.search("testimony amina")) == ["told"]


def test_what_does_not_fit_is_counted():
    found = Index([entry(f"p{n}", f"Amina {n}") for n in range(70)]).search("Amina", limit=50)
    assert (len(found.hits), found.more) == (50, 20)


LETTERS = st.text("abdghiklmnoqrstuxyzئامىنەبدر阿米娜", min_size=1, max_size=12)


@given(st.lists(LETTERS, min_size=1, max_size=30), st.data())
def test_a_name_that_is_written_so_is_never_hidden(names, data):
    asked = data.draw(st.sampled_from(names))
    if len(fold(asked).replace(" ", "")) < 2:
        return
    found = Index([entry(str(n), name) for n, name in enumerate(names)]).search(asked)
    wanted = {str(n) for n, name in enumerate(names) if name == asked}
    assert wanted <= set(ids(found)[: len(wanted)])


@given(st.text(max_size=40))
def test_folding_takes_any_text_and_says_the_same_of_what_is_folded(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert all(sign.isascii() for sign in folded)
    assert folded in readings(text)
    assert len(skeleton(folded)) <= len(folded)


def test_a_name_of_vowels_alone_is_found_by_another_spelling():
    found = Index([entry("one", "Aya"), entry("two", "Amina")]).search("Aia")
    assert ids(found) == ["one"]


@given(st.text(max_size=60))
def test_a_search_for_any_text_answers(text):
    Index([entry("one", "Amina", notes=("a note",)), entry("two", text)]).search(text)


def test_a_search_by_kin_is_read():
    assert called("mother-in-law of Mamutjan").term == "mother-in-law"
    assert called("Turghun's sister").name == "Turghun"
    assert called("Amina") is None


def test_kin_is_found_by_what_they_are_to_somebody_who_has_a_name():
    records = builders.family(
        builders.person("wife", sex="female"),
        builders.person("elder", sex="female"),
        builders.tie("aunt", "spouse_of", "wife"),
        builders.tie("elder", "parent_of", "wife"),
    )
    assert kin_called(records, "aunt", "Mother in law") == {"elder": "wife's mother"}
    assert kin_called(records, "mother", "sister") == {"aunt": "sister"}
    assert kin_called(records, "mother", "friend") == {"friend": "friend"}
    assert kin_called(records, "mother", "uncle") == {}


def test_a_partnership_that_is_told_to_have_ended_is_a_former_one():
    ended = builders.tie(
        "aunt", "spouse_of", "friend", qualifier="partner", until=builders.when("2017")
    )
    records = builders.family(builders.person("friend"), ended)
    assert kin_called(records, "aunt", "ex-partner") == {"friend": "ex-partner"}
    assert kin_called(records, "aunt", "partner") == {}


@pytest.mark.parametrize(
    ("word", "who"),
    [
        ("cousin", {"cousin", "second", "her"}),
        ("first cousin", {"cousin"}),
        ("second cousin", {"second"}),
        ("grandmother", {"granny", "stated"}),
        ("grandparent", {"granny", "stated"}),
        ("Parent\u2019s sibling", {"aunt"}),
        ("aunt", {"aunt"}),
        ("mother's elder sister", {"aunt"}),
        ("sibling", {"sister", "child"}),
        ("younger sister", {"sister"}),
        ("elder sister", set()),
        ("great-grandmother", {"far"}),
    ],
)
def test_kin_is_found_by_the_relation_in_any_of_its_words(word, who):
    women = {"mother": "1970", "aunt": "1960", "sister": "2001", "granny": "", "stated": ""}
    rows = [
        builders.person(id_, sex="female", born=builders.when(birth).window)
        for id_, birth in women.items()
    ]
    rows += [builders.person(id_) for id_ in ("second", "cousin", "great", "her")]
    parents = [("far", "granny"), ("granny", "mother"), ("granny", "aunt"), ("aunt", "cousin")]
    parents += [("mother", "sister"), ("mother", "kid"), ("far", "great"), ("great", "her")]
    records = builders.family(
        *rows,
        builders.person("far", sex="female"),
        builders.person("kid", born=builders.when("1999").window),
        *(
            builders.tie(one, "parent_of", other)
            for one, other in [*parents, ("her", "second")]
        ),
        builders.tie("stated", "kin_of", "kid", term="grandma"),
    )
    assert kin_called(records, "kid", word).keys() == who


def test_two_joined_records_are_one_hit_by_the_spellings_of_both():
    records = [
        entry("patime-2", "Fatima Osman", joined_to="patime", notes=("a teacher",)),
        entry("patime", "Patime Osman"),
        entry("patime", "Patime", kind="place"),
    ]
    index = Index(records)
    for asked in ("Patime Osman", "Fatima Osman", "a teacher"):
        [found] = [hit for hit in index.search(asked).hits if hit.entry.kind == "person"]
        assert found.entry.id == "patime"
        assert found.entry.names == ("Patime Osman", "Fatima Osman")
    assert index.by_id("patime").notes == ("a teacher",)
    assert len(Index([replace(one, joined_to="") for one in records]).search("Osman").hits) == 2


def test_who_is_called_so_is_who_has_the_words_of_the_name_and_an_exact_name_is_closest():
    found = Index(
        [entry("one", "Turghun"), entry("two", "Turghun Memet"), entry("like", "Turghan")]
    ).search("Turghun")
    assert [one.id for one in found.namesakes] == ["one", "two"]
    assert [one.id for one in found.closest_namesakes] == ["one"]
    assert Index([entry("like", "Turghan")]).search("Turghun").closest_namesakes == ()
