"""The sample families, and the choice of the user to leave them out."""

from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "data_samples" / "asa17-3798-2021"
SAMPLES_ID = "asa17-3798-2021"


def keep_empty(home: Path) -> None:
    """Remember that the user cleared the store: the samples do not come back by themselves."""
    home.mkdir(parents=True, exist_ok=True)
    _mark(home).touch()


def wanted(home: Path) -> bool:
    """Return whether an empty store may be filled with the samples."""
    return not _mark(home).exists()


def _mark(home: Path) -> Path:
    return home / "keep-empty"
