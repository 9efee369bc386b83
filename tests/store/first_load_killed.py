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
KILLS = {
    "while it imports": (("/java",), 1.5),
    "between the two renames": (("/data", "/data"), 0.0),
    "after the renames": (("/data", "/data", ""), 0.0),
}
"""How the moments end that are waited for one after the other, and for how long after them."""


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def killed(ends, seconds):
    """End the process after these moments, or so many seconds later."""
    awaited = [*ends]

    def moment(event, arguments):
        if event in MOMENTS and awaited and str(arguments[MOMENTS[event]]).endswith(awaited[0]):
            del awaited[0]
            if not awaited:
                threading.Timer(seconds, die).start() if seconds else die()

    return moment


if __name__ == "__main__":
    sys.addaudithook(killed(*KILLS[sys.argv[2]]))
    app(["--first", sys.argv[1]])
