"""The rejected rows that wait to be corrected: where they are, and how to remove them."""

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRows:
    """The quarantine of a program's folder; `ingest/quarantine.py` writes it."""

    folder: Path
    loads: int
    """Of how many loads it holds rejected rows."""

    @classmethod
    def below(cls, home: Path) -> "WaitingRows":
        """Look into the quarantine of a program's folder."""
        folder = home / "quarantine"
        loads = sum(one.is_dir() for one in folder.iterdir()) if folder.is_dir() else 0
        return cls(folder=folder, loads=loads)

    def in_words(self) -> str:
        """Say what waits, and what it may hold."""
        of = "one load" if self.loads == 1 else f"{self.loads:,} loads"
        return (
            f"Rejected rows of {of} wait to be mended in {self.folder}, as they were written: "
            "they may hold names and telephone numbers. `clear --quarantine` deletes them."
        )

    def delete(self) -> None:
        """Delete all of it."""
        if self.folder.is_dir():
            shutil.rmtree(self.folder)
