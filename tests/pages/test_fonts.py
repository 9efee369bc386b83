"""The fonts are shipped with their licences, and the served folder holds nothing else."""

import tomllib

import pytest

from tests.pages.conftest import CHECKOUT

STATIC = CHECKOUT / "static"
CONFIG = tomllib.loads((CHECKOUT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
FACES = CONFIG["theme"]["fontFaces"]


def test_what_the_app_serves_is_fonts_and_their_licences_alone():
    served = {path.suffix for path in STATIC.rglob("*") if path.is_file()}
    assert served == {".ttf", ".txt", ".md"}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face["url"].rsplit("/", 1)[-1])
def test_every_face_is_a_file_of_ours_with_its_licence(face):
    assert face["url"].startswith("app/static/fonts/")
    name = face["url"].rsplit("/", 1)[-1]
    assert (STATIC / "fonts" / name).is_file()
    licence = STATIC / "fonts" / f"{name.split('-')[0]}-OFL.txt"
    assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


def test_every_family_that_is_named_has_a_face():
    named = [family.strip() for family in CONFIG["theme"]["font"].split(",")]
    assert set(named) - {"sans-serif"} == {face["family"] for face in FACES}
