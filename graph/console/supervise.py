"""Run the worker, read its answer, and end it when its time is over or a user cancels."""

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

CHECKOUT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "graph.console.worker")
STARTS_WITHIN = 30.0
"""Seconds for the worker to start and to reach the server; half a second as a rule."""
BEYOND = 1.5
"""Seconds after the time limit in which the server itself may say that it is over."""
LOOK_EVERY = 0.05
END = b'{"end": true}\n'
"""The line with which a worker says that it has said all."""


@dataclass(slots=True)
class Heard:
    """What a worker said until it ended, or was ended."""

    began: bool = False
    columns: list[str] = field(default_factory=list)
    rows: list[list[Any]] = field(default_factory=list)
    done: str | None = None
    """None: it did not come to its end; else what the rows were cut by, or ""."""
    said: dict[str, Any] = field(default_factory=dict)
    """Refused, failed, silent, large, plan: as the worker has them."""
    ended: bool = False
    """It said that this was all, and can be asked again."""
    ended_by: str = ""
    """Time or cancelled, where it was ended from here."""


def supervise(asked: Mapping[str, Any], seconds: float, cancelled: Callable[[], bool]) -> Heard:
    """Let a worker answer, for so many seconds after it has begun at most."""
    heard, lines, worker = Heard(), Queue[bytes | None](), _WORKERS.take()
    reader = threading.Thread(target=_read, args=(worker, lines), daemon=True)
    reader.start()
    try:
        _tell(worker, asked)
        _listen(heard, lines, seconds, cancelled)
    finally:
        if not heard.ended:
            _end(worker)
        reader.join()
        _WORKERS.give_back(worker)
    return heard


class _Workers:
    """One idle worker is kept: to start one takes longer than most queries."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: subprocess.Popen[bytes] | None = None

    def take(self) -> "subprocess.Popen[bytes]":
        """Return the idle worker, or a new one."""
        with self._lock:
            worker, self._idle = self._idle, None
        if worker is not None and worker.poll() is None:
            return worker
        return subprocess.Popen(
            COMMAND,
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            start_new_session=True,  # Ctrl-C is for us, who then end it
        )

    def give_back(self, worker: "subprocess.Popen[bytes]") -> None:
        """Keep a worker that lives, if there is no idle one yet."""
        if worker.poll() is not None:
            return
        with self._lock:
            if self._idle is None:
                self._idle = worker
                return
        _end(worker)

    def close(self) -> None:
        """End the idle worker."""
        with self._lock:
            worker, self._idle = self._idle, None
        if worker is not None:
            _end(worker)


def _end(worker: "subprocess.Popen[bytes]") -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.close()


_WORKERS = _Workers()
atexit.register(_WORKERS.close)


def _tell(worker: "subprocess.Popen[bytes]", asked: Mapping[str, Any]) -> None:
    """Hand over what to ask, by a pipe: a password is on no command line."""
    assert worker.stdin is not None  # noqa: S101 - by PIPE above
    with suppress(BrokenPipeError):
        worker.stdin.write(json.dumps(asked).encode() + b"\n")
        worker.stdin.flush()


def _read(worker: "subprocess.Popen[bytes]", lines: "Queue[bytes | None]") -> None:
    assert worker.stdout is not None  # noqa: S101 - by PIPE above
    with suppress(ValueError, OSError):  # it was ended, and its pipe closed
        for line in worker.stdout:
            lines.put(line)
            if line == END:
                return
    lines.put(None)


def _listen(
    heard: Heard,
    lines: "Queue[bytes | None]",
    seconds: float,
    cancelled: Callable[[], bool],
) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while not cancelled():
        line = _next(lines)
        if line is None or line == END:
            heard.ended = line == END
            return
        began = heard.began
        _take(heard, _said(line))
        if heard.began and not began:
            until = time.monotonic() + seconds + BEYOND
        if time.monotonic() > until:
            heard.ended_by = "time"
            return
    heard.ended_by = "cancelled"


def _next(lines: "Queue[bytes | None]") -> bytes | None:
    """Return the next line, empty where none came for a moment; None at the end of them."""
    try:
        return lines.get(timeout=LOOK_EVERY)
    except Empty:
        return b""


def _said(line: bytes) -> dict[str, Any]:
    """Read a line; of a worker that died while it wrote, the last one is none."""
    try:
        return dict(json.loads(line))
    except ValueError:
        return {}


def _take(heard: Heard, said: dict[str, Any]) -> None:
    match said:
        case {"row": row}:
            heard.rows.append(row)
        case {"begun": _}:
            heard.began = True
        case {"columns": columns}:
            heard.columns = columns
        case {"done": cut}:
            heard.done = cut
        case _:
            heard.said |= said
