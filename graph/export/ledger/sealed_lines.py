"""A file of lines, each sealed with the hash of the one before; it only grows."""

import fcntl
import hmac
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

Fields = Mapping[str, Any]
FIRST = "0" * 64
"""What the first line has for the hash of the one before."""
_OWNER_ONLY = 0o600
_BLOCK = 1 << 16


def signed(fields: Fields, key: bytes) -> dict[str, Any]:
    """Return a line with its signature: a hash of all else in it that needs the key.

    Source: RFC 2104.
    """
    bare = {name: value for name, value in fields.items() if name not in ("mac", "hash")}
    return bare | {"mac": hmac.digest(key, _written(bare).encode(), "sha256").hex()}


def sealed(fields: Fields) -> dict[str, Any]:
    """Return a line with its seal: the hash of all else in it."""
    bare = {name: value for name, value in fields.items() if name != "hash"}
    return bare | {"hash": sha256(_written(bare).encode()).hexdigest()}


def _written(fields: Fields) -> str:
    """Return a line in ASCII: no sign in it ends a line for one reader and not for another."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


def lines(path: Path) -> list[str]:
    """Return the lines; of a file that is not there, none."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def chain_faults(texts: Iterable[str]) -> Iterator[str]:
    """Say which line is not as it was written; the first one is enough."""
    before = FIRST
    for number, text in enumerate(texts, start=1):
        try:
            line = json.loads(text)
            whole = line["n"] == number and line["prev"] == before
        except (ValueError, KeyError, TypeError):
            yield f"Line {number} cannot be read."
            return
        if not whole or sealed(line)["hash"] != line.get("hash"):
            yield f"Line {number} was changed, or one before it is missing."
            return
        before = line["hash"]


def last_line(path: Path) -> dict[str, Any] | None:
    """Return the last whole line, without reading those before; None where there is none."""
    texts = _tail(path)[0].splitlines()
    return dict(json.loads(texts[-1])) if texts else None


def cut_half_a_line(path: Path) -> None:
    """Cut off what a process that was killed left of its line: it was never sealed."""
    _, half = _tail(path)
    if half:
        os.truncate(path, path.stat().st_size - half)


def _tail(path: Path) -> tuple[bytes, int]:
    """Return the end of a file up to its last whole line, and the bytes of half a line."""
    if not path.exists():
        return b"", 0
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        tail = b""
        while end and tail.count(b"\n") < 2:  # noqa: PLR2004 - the end of two lines
            begun = max(0, end - _BLOCK)
            file.seek(begun)
            tail, end = file.read(end - begun) + tail, begun
    whole = tail.rfind(b"\n") + 1
    return tail[:whole], len(tail) - whole


def append(path: Path, fields: Fields) -> None:
    """Add a line to a file that only its owner reads, and see it on the disk."""
    write_line(path, _written(fields))


def write_line(path: Path, line: str, *, new: bool = False) -> None:
    """Write a line at the end; what a full disk took of it is taken back.

    Raises:
        OSError: the disk would not take it.
        FileExistsError: the file is there already and should be new.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_EXCL if new else 0)
    file = os.open(path, flags, _OWNER_ONLY)
    try:
        before, rest = os.fstat(file).st_size, f"{line}\n".encode()
        try:
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)
        except OSError:
            os.ftruncate(file, before)
            raise
    finally:
        os.close(file)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time write to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, _OWNER_ONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
