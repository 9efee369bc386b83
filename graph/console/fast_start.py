"""Import the driver without pandas: a command then starts in half a second instead of two.

The driver imports pandas wherever it is installed, and streamlit needs it. The program never
uses a data frame with the driver. Import this module first in a command.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Let imports of these packages fail for a while, as if they were not installed."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: do not import
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _without("pandas", "numpy", "pyarrow"):
    import neo4j  # noqa: F401 - for its own sake: later imports find it
