"""Load with the command, in many small batches, and say after each that it is in."""

import sys

from graph.store import write
from ingest.__main__ import app

if __name__ == "__main__":
    write.AT_ONCE = write.EVENTS_AT_ONCE = write.LINKS_AT_ONCE = 20
    put = write._Work.put  # noqa: SLF001 - the test is told of each batch

    def told(self, batch, claims=0):
        put(self, batch, claims)
        self.writer.wait()
        sys.stdout.write("one more\n")
        sys.stdout.flush()

    write._Work.put = told  # noqa: SLF001
    app(sys.argv[1:], prog_name="python -m ingest")
