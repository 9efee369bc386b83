"""Load for the first time, in a process that is killed at one of its moments.

A moment is a program that is started, or a file or folder that takes the place of another.
"""

import os
import signal
import sys
import threading

from ingest.__main__ import app

MOMENTS = {"subprocess.Popen": 0, "os.rename": 0}
"""What is a moment, and which of its arguments names it."""


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(last, seconds):
    """Say each moment; the process ends at the last one, or so many seconds later."""
    seen = 0

    def moment(event, arguments):
        nonlocal seen
        if event in MOMENTS:
            sys.stderr.write(f"moment {event} {arguments[MOMENTS[event]]}\n")
            seen += 1
            if seen == last:
                threading.Timer(seconds, die).start() if seconds else die()

    return moment


if __name__ == "__main__":
    folder, last, seconds = sys.argv[1:]
    sys.addaudithook(killed_at(int(last), float(seconds)))
    app(["--first", folder])
