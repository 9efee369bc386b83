"""Room on the disk, and what the system refuses, as sentences."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from graph.server.server_errors import DiskFull, FolderUnwritable

P = ParamSpec("P")
R = TypeVar("R")

ROOM = 200 * 1_048_576  # bytes: two transaction logs for each database, and some pages


def refuse_full_disk(folder: Path, room: int = ROOM) -> None:
    """Refuse to start where the store could not grow."""
    if shutil.disk_usage(folder).free < room:
        raise DiskFull(folder)


@contextmanager
def disk_errors_in_sentences(folder: Path) -> Iterator[None]:
    """Say what the system refuses about a folder as what a person can do about it."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(folder) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}:
            where = Path(error.filename) if isinstance(error.filename, str) else folder
            raise FolderUnwritable(where, os.strerror(error.errno).lower()) from error
        raise


def said_in_sentences(
    function: Callable[Concatenate[Path, P], R],
) -> Callable[Concatenate[Path, P], R]:
    """Do the same for all that a function does with its first argument, a folder."""

    @wraps(function)
    def wrapped(home: Path, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with disk_errors_in_sentences(home):
            return function(home, *args, **kwargs)

    return wrapped
