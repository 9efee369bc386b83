"""A format of exports: its parts, the same for every format."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from graph.errors import GraphError
from graph.export.package import Package


class FormatMissing(GraphError):
    """A format needs a package that is not installed; the sentence names the extra."""


class FormatRefused(GraphError):
    """A hand-over would say something else in this format than its package does."""


def _goes(_package: Package) -> str:
    """Refuse nothing."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """One format: how it is written, what it cannot hold, how its text is read back.

    `losses` returns a sentence for each kind of thing that the format could not hold, with how
    many; the loss report. `text` returns every text that somebody who opens the file could
    find: decoded, decompressed, with metadata and the names of files inside.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Package, IO[bytes]], None]
    losses: Callable[[Package], tuple[str, ...]]
    text: Callable[[bytes], str]
    binary: bool = False
    refuses: Callable[[Package], str] = _goes
    """Say in a sentence why a hand-over may not leave in this format; "" where it may."""

    def check(self, package: Package) -> None:
        """See that a hand-over may leave in this format.

        Raises:
            FormatRefused: it may not.
        """
        why = self.refuses(package)
        if why:
            raise FormatRefused(why)


def endings(forms: Sequence[FileFormat]) -> Mapping[str, str]:
    """Return how the names of files end that leave together, by format.

    Of two formats with one ending, such as a report and a factsheet as PDF, with the format's
    name: their files would have the same name.
    """
    many = Counter(form.suffix for form in forms)
    return {
        form.name: f".{form.name}{form.suffix}"
        if many[form.suffix] > 1 and form.suffix != f".{form.name}"
        else form.suffix
        for form in forms
    }
