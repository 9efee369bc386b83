"""Names of files that any disk takes, whatever a browser or another disk called them."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from ingest.visible import visible

_LONGEST: Final = 150
"""Bytes before the end; disks take 255 in all, and a few signs more must find room."""


def free_path(folder: Path, name: str, end: str = "", taken: Collection[str] = ()) -> Path:
    """Return where in a folder a file may be written that had this name.

    The name stays where it can: its last part, without what cannot be printed. Where it is
    taken, a number goes before its end, so that `people.2.csv` is still a table of people.
    """
    own = Path(re.split(r"[/\\]", name)[-1])
    stem, last = _printed(own.stem) or "file", f"{_printed(own.suffix[:10], ' ')}{end}"
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    free, number = f"{stem}{last}", 1
    while free in taken or (folder / free).exists():
        number += 1
        free = f"{stem}.{number}{last}"
    return folder / free


def _printed(text: str, around: str = ". ") -> str:
    return visible(text).replace("\\", "-").strip(around)
