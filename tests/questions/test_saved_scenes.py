"""Scenes of Explore that are kept as files."""

import stat

import pytest

from graph.questions.saved_scenes import (
    SavedScene,
    SceneNotSaved,
    forget_scene,
    save_scene,
    saved_scenes,
)

SCENE = SavedScene(
    name="Turghun’s family", address={"show": "a,b", "day": "2018-05-15"}, note="ask again"
)


def test_a_scene_is_kept_with_its_note_and_comes_back_the_same(tmp_path):
    save_scene(tmp_path, SCENE)
    assert saved_scenes(tmp_path) == ([SCENE], [])
    assert SCENE.link == "explore?show=a%2Cb&day=2018-05-15"


def test_only_the_owner_may_read_it(tmp_path):
    save_scene(tmp_path, SCENE)
    (path,) = (tmp_path / "scenes").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_name_of_any_script_and_length_is_a_name(tmp_path):
    for name in ("ئامىنە", "../../etc/passwd", "阿" * 80):
        save_scene(tmp_path, SavedScene(name=name, address=SCENE.address))
    assert len(saved_scenes(tmp_path)[0]) == 3
    assert len(list((tmp_path / "scenes").iterdir())) == 3


def test_none_of_the_same_name_is_replaced(tmp_path):
    save_scene(tmp_path, SCENE)
    with pytest.raises(SceneNotSaved, match="choose another name"):
        save_scene(tmp_path, SavedScene(name="turghun’s  Family", address={"show": "c"}))
    assert saved_scenes(tmp_path)[0] == [SCENE]


@pytest.mark.parametrize(
    ("name", "address", "why"),
    [
        ("  ", {"show": "a"}, "name"),
        ("a" * 81, {"show": "a"}, "name"),
        ("a", {"day": "2018-05-15"}, "nobody"),
    ],
)
def test_what_is_no_scene_is_not_kept(tmp_path, name, address, why):
    with pytest.raises(SceneNotSaved, match=why):
        save_scene(tmp_path, SavedScene(name=name, address=address))
    assert saved_scenes(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"scene": 9}', '{"scene": 1, "name": "a", "note": "", "address": 1}'],
)
def test_a_file_that_is_no_scene_is_named_and_the_others_are_shown(tmp_path, text):
    save_scene(tmp_path, SCENE)
    (tmp_path / "scenes" / "other.json").write_text(text)
    found, broken = saved_scenes(tmp_path)
    assert found == [SCENE]
    assert [one.name for one in broken] == ["other.json"]


def test_a_scene_can_be_deleted_and_one_that_is_not_there_too(tmp_path):
    save_scene(tmp_path, SCENE)
    forget_scene(tmp_path, SCENE.name)
    forget_scene(tmp_path, SCENE.name)
    assert saved_scenes(tmp_path) == ([], [])
