"""Run the worker, listen to it, and end it when its time is over or somebody cancels."""

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
COMMAND = (sys.executable, "-m", "graph.free.worker")
STARTS_WITHIN = 30.0
"""Seconds for the worker to start and to reach the server; half a second as a rule."""
BEYOND = 1.5
"""Seconds after the time limit in which the server itself may say that it is over."""
LOOK_EVERY = 0.05


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
    ended_by: str = ""
    """Time or cancelled, where it was ended from here."""


def supervise(asked: Mapping[str, Any], seconds: float, cancelled: Callable[[], bool]) -> Heard:
    """Let a worker answer, for so many seconds after it has begun at most."""
    heard, lines = Heard(), Queue[bytes | None]()
    with _spawned() as worker:
        reader = threading.Thread(target=_read, args=(worker, lines), daemon=True)
        reader.start()
        try:
            _tell(worker, asked)
            _listen(heard, lines, seconds, cancelled)
        finally:
            worker.kill()
            reader.join()
    return heard


def _spawned() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        COMMAND,
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        start_new_session=True,  # Ctrl-C is for us, who then end it
    )


def _tell(worker: "subprocess.Popen[bytes]", asked: Mapping[str, Any]) -> None:
    """Hand over what to ask, by a pipe: a password is on no command line."""
    assert worker.stdin is not None  # noqa: S101 - by PIPE above
    with suppress(BrokenPipeError):
        worker.stdin.write(json.dumps(asked).encode() + b"\n")
        worker.stdin.close()


def _read(worker: "subprocess.Popen[bytes]", lines: "Queue[bytes | None]") -> None:
    assert worker.stdout is not None  # noqa: S101 - by PIPE above
    for line in worker.stdout:
        lines.put(line)
    lines.put(None)


def _listen(
    heard: Heard,
    lines: "Queue[bytes | None]",
    seconds: float,
    cancelled: Callable[[], bool],
) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while True:
        if cancelled():
            heard.ended_by = "cancelled"
            return
        try:
            line = lines.get(timeout=LOOK_EVERY)
        except Empty:
            line = b""
        if line is None:
            return
        if line:
            began = heard.began
            _take(heard, json.loads(line))
            if heard.began and not began:
                until = time.monotonic() + seconds + BEYOND
        if time.monotonic() > until:
            heard.ended_by = "time"
            return


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
