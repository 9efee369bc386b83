"""From what is handed over to a file that left: written, read back, recorded, then named.

In this order: the format writes into memory; what it wrote is decoded and searched; it is
encrypted, if for somebody; it goes to the disk without a name; the ledger gets its line; and
only then the file has its name. Where any of this fails, there is no file.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from graph.export.audiences import Extras
from graph.export.formats import FileFormat
from graph.export.leaks.term_index import WholeWords
from graph.export.ledger.encryption import SUFFIX, encrypted
from graph.export.ledger.ledger import ABANDONED, EXPORT, Head, Ledger
from graph.export.ledger.whole_files import NotWritten, check_free, write_whole
from graph.export.ledger_words import check_words
from graph.export.package import Package
from graph.export.packaging import PackedExport
from graph.export.scan import NameFound, file_name_leaks, read_back, search_for, searched
from graph.export.typed_words import see_read, typed
from graph.record.model import Claim, EventClaim, Records, TieClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Who exports, for whom, and what they said about it; for the ledger."""

    by: str
    how: str
    """How it was selected: "child", "family", "question one_left", "people"."""
    recipient: str = ""
    keys: tuple[str, ...] = ()
    """Public keys of age; with any, the file is encrypted."""
    extras: Extras
    reason: str = ""
    forced: bool = False
    approved_by: str = ""
    overwrite: bool = False
    as_typed: tuple[str, ...] = ()
    """Words that somebody has read, and that leave as they were typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written and checked, not yet handed over."""

    form: FileFormat
    content: bytes
    losses: tuple[str, ...]


def _written(form: FileFormat, handed: Package) -> Written:
    file = io.BytesIO()
    form.write(handed, file)
    every = (*form.losses(handed), *handed.left_out)
    losses = tuple(sorted(every, key=lambda line: line != handed.warning))
    return Written(form=form, content=file.getvalue(), losses=losses)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file that left."""

    path: Path
    losses: tuple[str, ...]
    head: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A file that leaves through the browser."""

    name: str
    content: bytes
    losses: tuple[str, ...]
    head: Head


@dataclass(frozen=True, kw_only=True)
class Export:
    """One package, checked, to be written in some formats."""

    package: PackedExport
    gathered: Records
    sending: Sending
    ledger: Ledger
    search: WholeWords = field(default_factory=WholeWords)

    @classmethod
    def of(
        cls, package: PackedExport, gathered: Records, sending: Sending, ledger: Ledger
    ) -> "Export":
        """Make one, with what must not be found in its files.

        Raises:
            Unread: of words that leave as they were typed nobody said that they were read.
            NameFound: what was typed for the ledger names somebody.
        """
        see_read(typed(package.handed, gathered), sending.as_typed)
        for_the_ledger = {
            "--reason": sending.reason,
            "--by": sending.by,
            "--approved-by": sending.approved_by,
        }
        check_words(gathered, for_the_ledger)
        search = search_for(gathered, package.handed, sending.extras)
        return cls(
            package=package, gathered=gathered, sending=sending, ledger=ledger, search=search
        )

    def written(self, form: FileFormat) -> Written:
        """Write into memory and read back.

        Raises:
            LeakFound: what was written holds what the audience may not read.
            FormatRefused: it would say something else in this format.
            FormatMissing: the format needs a package that is not installed.
        """
        handed = self.package.handed
        form.check(handed)
        made = _written(form, handed)
        again = partial(self._nameless, form)
        read_back(made.content, form, self.search, *made.losses, again=again)
        return made

    def _nameless(self, form: FileFormat) -> str:
        """Return what is searched of the same file, made of the records without the names."""
        made = _written(form, self.package.nameless(self.search))
        return searched(form, made.content, *made.losses)

    def target(self, path: Path) -> Path:
        """Return where a file would go, and see that it may.

        Raises:
            NameFound: its name tells what the audience may not read.
            NotWritten: something is there that it may not take the place of.
        """
        if self.sending.keys and path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        if file_name_leaks(path.name, self.search):
            raise NameFound(
                "The name of the file holds a name, an id or a day that this audience may not "
                "read. Choose another one: it goes along with the file."
            )
        check_free(path, overwrite=self.sending.overwrite)
        return path

    def leave(self, made: Written, path: Path) -> ExportedFile:
        """Put a file where it is wanted, with a line in the ledger.

        Raises:
            NotWritten: it could not be; then there is no file, and the ledger says so.
            LedgerBroken: the ledger is not as it was written.
        """
        path, content = self.target(path), made.content
        if self.sending.keys:
            content = encrypted(content, self.sending.keys)
        heads: list[Head] = []
        record = self._recorder(made, content, heads)
        try:
            write_whole(path, content, before=record, overwrite=self.sending.overwrite)
        except NotWritten:
            if heads:
                self.ledger.append(ABANDONED, {"export_id": self.package.handed.export_id})
            raise
        return ExportedFile(path=path, losses=made.losses, head=heads[0])

    def hand(self, made: Written, ending: str = "") -> Handout:
        """Give out a file from memory, as a browser takes it, with a line in the ledger.

        Args:
            made: the file.
            ending: of its name; by default that of its format.

        Raises:
            LedgerBroken: the ledger is not as it was written; nothing is given out.
        """
        content = made.content
        name = f"{self.package.handed.export_id}{ending or made.form.suffix}"
        if self.sending.keys:
            content, name = encrypted(content, self.sending.keys), name + SUFFIX
        heads: list[Head] = []
        self._recorder(made, content, heads)()
        return Handout(name=name, content=content, losses=made.losses, head=heads[0])

    def _recorder(self, made: Written, content: bytes, heads: list[Head]) -> Callable[[], None]:
        def record() -> None:
            try:
                heads.append(self.ledger.append(EXPORT, self._told(made, content)))
            except OSError as error:
                raise NotWritten(
                    f"Nothing was exported: the ledger {self.ledger.path} could not take its "
                    f"line: {error.strerror or error}."
                ) from error

        return record

    def _told(self, made: Written, content: bytes) -> dict[str, object]:
        """Return the line of the ledger: whom it is about only as keyed hashes."""
        handed, sending = self.package.handed, self.sending
        carried = [c for c in self.gathered.claims() if c.id in self.package.carried]
        return {
            "export_id": handed.export_id,
            "format": made.form.name,
            "sha256": sha256(content).hexdigest(),
            "clear_sha256": sha256(made.content).hexdigest(),
            "bytes": len(content),
            "audience": handed.audience.value,
            "tlp": handed.tlp,
            "how": sending.how,
            "children": len(handed.told),
            "as_of": handed.as_of.isoformat(),
            "known_on": "" if handed.known_on is None else handed.known_on.isoformat(),
            "options": list(sending.extras.sensitive()),
            "claims": self.ledger.tokens(claim.id for claim in carried),
            "sources": self.ledger.tokens(claim.source for claim in carried),
            "things": self.ledger.tokens(_things(carried)),
            "by": sending.by,
            "recipient": sending.recipient,
            "keys": list(sending.keys),
            "reason": sending.reason,
            "forced": sending.forced,
            "approved_by": sending.approved_by,
        }


def _things(carried: Sequence[Claim]) -> set[str]:
    """Return what claims are about, and everybody who takes part."""
    found = {claim.about for claim in carried}
    for claim in carried:
        if isinstance(claim, EventClaim):
            found |= {part.person for part in claim.people}
        elif isinstance(claim, TieClaim):
            found |= {claim.person, claim.relative}
    return found
