"""A file is there whole, or not at all: also when the disk is full or the process is killed.

Where the system has files without a name (Linux), what is half written never had one.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.errors import GraphError

_OWNER_ONLY = 0o600


class NotWritten(GraphError):
    """A file could not be written; nothing of it is left behind."""


def write_whole(
    path: Path, content: bytes, *, before: Callable[[], None], overwrite: bool = False
) -> None:
    """Write a file that only its owner reads.

    Args:
        path: where; its folder must be there.
        content: all of it.
        before: done when the content is on the disk, just before it gets its name.
        overwrite: take the place of a file that is there already.

    Raises:
        NotWritten: the folder cannot be written, the disk is full, or the file is there.
    """
    check_free(path, overwrite=overwrite)
    hidden = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        _fill(hidden, content, before)
        hidden.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise NotWritten(
            f"{path} could not be written, and nothing of it is left: "
            f"{error.strerror or error}."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            hidden.unlink(missing_ok=True)


def check_free(path: Path, *, overwrite: bool) -> None:
    """See that a file may have this name: only an ordinary file is ever replaced.

    Raises:
        NotWritten: a file is there and is to stay, or something else is.
    """
    try:
        mode = path.lstat().st_mode
    except OSError:
        return  # nothing is there, or writing will say what is wrong
    if not stat.S_ISREG(mode):
        raise NotWritten(
            f"{path} is no ordinary file, and was left as it is: choose another name."
        )
    if not overwrite:
        raise NotWritten(
            f"{path} is there already, and was left as it is: choose another name, or "
            "--overwrite."
        )


def _fill(hidden: Path, content: bytes, before: Callable[[], None]) -> None:
    """Write the content, see it on the disk, and only then give it a name."""
    file = _nameless(hidden)
    named = file is None
    if file is None:
        file = os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
        before()
        if not named:
            # Only where a descriptor is given, idle for an absolute path, is the link followed.
            os.link(f"/proc/self/fd/{file}", hidden, src_dir_fd=file, follow_symlinks=True)
    finally:
        os.close(file)


def _nameless(hidden: Path) -> int | None:
    """Open a file without a name in the same folder; None where the system has none."""
    if not hasattr(os, "O_TMPFILE") or not Path("/proc/self/fd").exists():
        return None
    try:
        return os.open(hidden.parent, os.O_TMPFILE | os.O_WRONLY, _OWNER_ONLY)
    except (IsADirectoryError, NotImplementedError):
        return None
    except OSError as error:
        if error.errno in (errno.EOPNOTSUPP, errno.EINVAL):  # not on this kind of disk
            return None
        raise


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


SUFFIX = ".losses.txt"


def write_losses(path: Path, losses: Sequence[str]) -> Path | None:
    """Write what a file does not hold beside it; None where it holds everything."""
    if not losses:
        return None
    beside = path.with_name(path.name + SUFFIX)
    content = "\n".join([f"{path.name} does not hold:", *losses, ""])
    write_whole(beside, content.encode(), before=lambda: None, overwrite=True)
    return beside
