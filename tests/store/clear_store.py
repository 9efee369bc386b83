"""Empty a store in small steps, in a process that a test may kill."""

import sys

from graph.store import Store, contents

if __name__ == "__main__":
    uri, user, password, at_once = sys.argv[1:]
    contents.CLEARED_AT_ONCE = int(at_once)
    step = contents._emptied  # noqa: SLF001 - the test counts the steps

    def told(database, name):
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        return step(database, name)

    contents._emptied = told  # noqa: SLF001
    with Store.over(uri, user, password) as store:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        store.clear()
