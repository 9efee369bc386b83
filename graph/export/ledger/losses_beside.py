"""The loss report beside a file: what the format, and the audience, did not let it hold."""

from collections.abc import Sequence
from pathlib import Path

from graph.export.ledger.whole_files import write_whole

SUFFIX = ".losses.txt"


def write_losses(path: Path, losses: Sequence[str]) -> Path | None:
    """Write what a file does not hold beside it; None where it holds everything."""
    if not losses:
        return None
    beside = path.with_name(path.name + SUFFIX)
    content = "\n".join([f"{path.name} does not hold:", *losses, ""])
    write_whole(beside, content.encode(), before=lambda: None, overwrite=True)
    return beside
