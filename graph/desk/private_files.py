"""Drawers of the desk: folders of small JSON files that only their owner reads.

A file is written whole or not at all. One that cannot be read is listed, and stays.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from graph.server.home import write_private

DESK: Final = "desk"
"""The folder of all drawers, below the folder of the program."""
VISITS: Final = "visits"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Drawer:
    """The files of one kind."""

    home: Path
    kind: str

    @property
    def folder(self) -> Path:
        """The folder of the files."""
        return self.home / DESK / self.kind

    def put(self, name: str, content: Mapping[str, Any]) -> None:
        """Keep a file; one of the same name is replaced. Any text can be its name."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = json.dumps({"version": _VERSION, **content}, ensure_ascii=False)
        write_private(self._path(name), text.encode("utf-8", "surrogatepass"))

    def files(self) -> Iterator[tuple[str, Mapping[str, Any] | None]]:
        """Yield each file and what it holds; None where that cannot be read."""
        for path in sorted(self.folder.glob("*.json")):
            yield path.name, _content(path)

    def held(self, name: str) -> Mapping[str, Any] | None:
        """Return what the file of a name holds; None where there is none."""
        return _content(self._path(name))

    def remove(self, name: str) -> None:
        """Delete the file of a name; nothing happens where there is none."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        coded = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return self.folder / f"{coded}.json"


def _content(path: Path) -> Mapping[str, Any] | None:
    try:
        content = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        return None
    known = isinstance(content, dict) and content.pop("version", None) == _VERSION
    return content if known else None


def on_desk(home: Path) -> bool:
    """Return whether anything is kept there beside when somebody was here."""
    return any(path.parent.name != VISITS for path in (home / DESK).glob("*/*.json"))


def clear_desk(home: Path) -> bool:
    """Delete everything on the desk; return whether anything was."""
    held = on_desk(home)
    shutil.rmtree(home / DESK, ignore_errors=True)
    return held
