"""Saved scenes of Explore: a file each, with its name, its note, and the address that opens it.

They are kept in a folder of GRAPH_HOME, as questions of one's own are. A file that is no scene
is listed with what is wrong with it. Only its owner may read a file.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from graph.errors import GraphError

MOST_LETTERS = 80
_FOLDER, _VERSION = "scenes", 1


class SceneNotSaved(GraphError):
    """A scene cannot be kept as it is; the sentence says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedScene:
    """A scene that is kept: `address` has the parts of its link, the day too."""

    name: str
    address: Mapping[str, str]
    note: str = ""

    @property
    def link(self) -> str:
        """Return the address of the page that opens it."""
        return f"explore?{urlencode(self.address)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableScene:
    """A file that is no scene, and why."""

    name: str
    why: str


def saved_scenes(home: Path) -> tuple[list[SavedScene], list[UnreadableScene]]:
    """Return the scenes that are kept, by name, and the files that are none."""
    found: list[SavedScene] = []
    broken: list[UnreadableScene] = []
    for path in sorted((home / _FOLDER).glob("*.json")):
        try:
            found.append(_read_scene(path))
        except (OSError, ValueError, KeyError, TypeError) as error:
            broken.append(UnreadableScene(name=path.name, why=f"It is no scene: {error}"))
    return sorted(found, key=lambda one: one.name.casefold()), broken


def save_scene(home: Path, scene: SavedScene) -> SavedScene:
    """Keep a scene; none of the same name is replaced.

    Raises:
        SceneNotSaved: it has no name, a long one, or one that is taken; or it shows nobody.
    """
    name = " ".join(scene.name.split())
    if not 0 < len(name) <= MOST_LETTERS:
        raise SceneNotSaved(f"Give the scene a name of at most {MOST_LETTERS} letters.")
    if not scene.address.get("show"):
        raise SceneNotSaved("The scene shows nobody yet: add somebody first.")
    path = _path(home, name)
    if path.exists():
        raise SceneNotSaved(f"You keep a scene “{name}” already: choose another name.")
    kept = SavedScene(name=name, address=dict(scene.address), note=scene.note.strip())
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.touch(mode=0o600)
    made = {"scene": _VERSION, "name": name, "note": kept.note, "address": kept.address}
    part.write_text(json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)
    return kept


def forget_scene(home: Path, name: str) -> None:
    """Delete a scene; nothing happens where there is none of the name."""
    _path(home, name).unlink(missing_ok=True)


def _path(home: Path, name: str) -> Path:
    """Return where a scene is kept; a name of any script becomes a plain file name."""
    coded = hashlib.sha256(name.casefold().encode()).hexdigest()[:24]
    return home / _FOLDER / f"{coded}.json"


def _read_scene(path: Path) -> SavedScene:
    known = json.loads(path.read_text(encoding="utf-8"))
    if known["scene"] != _VERSION:
        raise ValueError(f"version {known['scene']!r} is not known")
    texts = [known["name"], known["note"], *known["address"], *known["address"].values()]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a part of it is no text")
    return SavedScene(name=known["name"], note=known["note"], address=known["address"])
