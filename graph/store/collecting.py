"""The search of Python for rings of objects, made seldom where very many objects are made.

Records, facts and rows form no rings. To search them for some costs up to a half of the work.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""So many more objects are made than are gone before a search."""
_USUAL = gc.get_threshold()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Search seldom until this ends, in the whole process."""
    gc.set_threshold(SELDOM, *_USUAL[1:])
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)
