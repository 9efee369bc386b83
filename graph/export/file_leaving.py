"""Write a package as a file: write, read back, record, then name it.

The order is fixed. The format writes into memory. What it wrote is decoded and searched. It is
encrypted, if for somebody. It goes to the disk without a name. The ledger gets its line. Only
then does the file get its name. If any step fails, there is no file.
"""

import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from graph.export.formats import FileFormat
from graph.export.leaks.term_index import WholeWords
from graph.export.ledger.encryption import SUFFIX, encrypted
from graph.export.ledger.export_line import ExportLine
from graph.export.ledger.ledger import ABANDONED, NO_HEAD, Head, Ledger
from graph.export.ledger.whole_files import NotWritten, check_free, write_whole
from graph.export.package import Package
from graph.export.packaging import PackedExport
from graph.export.request import ExportRequest
from graph.export.scan import NameFound, file_name_leaks, read_back, search_for, searched
from graph.export.typed_words import check_words, see_read, typed
from graph.record.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """A file that was written and read back; with a name and a head of the ledger, it left."""

    form: FileFormat
    content: bytes
    losses: tuple[str, ...]
    path: Path = Path()
    head: Head = NO_HEAD


def _written(form: FileFormat, package: Package) -> ExportFile:
    file = io.BytesIO()
    form.write(package, file)
    every = (*form.losses(package), *package.left_out)
    losses = tuple(sorted(every, key=lambda line: line != package.warning))
    return ExportFile(form=form, content=file.getvalue(), losses=losses)


@dataclass(frozen=True, kw_only=True)
class Export:
    """One package, checked, to be written in some formats."""

    made: PackedExport
    request: ExportRequest
    ledger: Ledger
    search: WholeWords

    @classmethod
    def of(cls, made: PackedExport, request: ExportRequest, ledger: Ledger) -> "Export":
        """Make one, with what must not be found in its files.

        Raises:
            Unread: of words that leave as they were typed nobody said that they were read.
            NameFound: what was typed for the ledger names somebody.
        """
        see_read(typed(made), request.as_typed)
        for_the_ledger = {
            "--reason": request.reason,
            "--by": request.by,
            "--approved-by": request.approved_by,
        }
        check_words(made.gathered, for_the_ledger, made.everybody)
        search = search_for(made.gathered, made.package, request.extras, made.everybody)
        return cls(made=made, request=request, ledger=ledger, search=search)

    def written(self, form: FileFormat) -> ExportFile:
        """Write into memory and read back.

        Raises:
            LeakFound: what was written holds what the audience may not read.
            FormatRefused: it would say something else in this format.
            FormatMissing: the format needs a package that is not installed.
        """
        form.check(self.made.package)
        file = _written(form, self.made.package)
        again = partial(self._nameless, form)
        read_back(file.content, form, self.search, *file.losses, again=again)
        return file

    def _nameless(self, form: FileFormat) -> str:
        """Return what is searched of the same file, made of the records without the names."""
        file = _written(form, self.made.nameless(self.search))
        return searched(form, file.content, *file.losses)

    def target(self, path: Path) -> Path:
        """Return the path of a file, and check that it may go there.

        Raises:
            NameFound: its name has what the audience may not read.
            NotWritten: something is there that it may not take the place of.
        """
        if self.request.keys and path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        if file_name_leaks(path.name, self.search):
            raise NameFound(
                "The name of the file holds a name, an id or a day that this audience may not "
                "read. Choose another one: it goes along with the file."
            )
        check_free(path, overwrite=self.request.overwrite)
        return path

    def leave(self, file: ExportFile, path: Path) -> ExportFile:
        """Put a file where it is wanted, with a line in the ledger.

        Raises:
            NotWritten: it could not be; then there is no file, and the ledger says so.
            LedgerBroken: the ledger is not as it was written.
        """
        path, content = self.target(path), self._sealed(file.content)
        heads: list[Head] = []

        def record() -> None:
            heads.append(self._record(file, content))

        try:
            write_whole(path, content, before=record, overwrite=self.request.overwrite)
        except NotWritten:
            if heads:
                self.ledger.append(ABANDONED, {"export_id": self.made.package.export_id})
            raise
        return replace(file, content=content, path=path, head=heads[0])

    def hand(self, file: ExportFile, ending: str = "") -> ExportFile:
        """Give out a file from memory, as a browser takes it, with a line in the ledger.

        Args:
            file: what was written.
            ending: of its name; by default that of its format.

        Raises:
            LedgerBroken: the ledger is not as it was written; nothing is given out.
        """
        content, end = self._sealed(file.content), SUFFIX if self.request.keys else ""
        name = f"{self.made.package.export_id}{ending or file.form.suffix}{end}"
        return replace(file, content=content, path=Path(name), head=self._record(file, content))

    def _sealed(self, content: bytes) -> bytes:
        return encrypted(content, self.request.keys) if self.request.keys else content

    def _record(self, file: ExportFile, content: bytes) -> Head:
        try:
            return self._line(file, content).put(self.ledger)
        except OSError as error:
            raise NotWritten(
                f"Nothing was exported: the ledger {self.ledger.path} could not take its "
                f"line: {error.strerror or error}."
            ) from error

    def carried(self) -> list[Claim]:
        """Return the claims that leave, as they are in the store."""
        return [one for one in self.made.gathered.claims() if one.id in self.made.carried]

    def _line(self, file: ExportFile, content: bytes) -> ExportLine:
        package, request = self.made.package, self.request
        carried = self.carried()
        return ExportLine(
            export_id=package.export_id,
            form=file.form.name,
            content=content,
            clear=file.content,
            audience=package.audience,
            tlp=package.tlp,
            how=request.selection.how,
            children=len(package.briefings),
            as_of=package.as_of.isoformat(),
            known_on="" if package.known_on is None else package.known_on.isoformat(),
            options=request.extras.sensitive(),
            extras=[name for name, wanted in asdict(request.extras).items() if wanted],
            selected=self.made.children,
            only=self.made.only,
            claims=[claim.id for claim in carried],
            sources=[claim.source for claim in carried],
            things=things(carried),
            by=request.by,
            recipient=request.recipient,
            keys=request.keys,
            reason=request.reason,
            forced=request.forced,
            approved_by=request.approved_by,
        )


def things(carried: Sequence[Claim]) -> set[str]:
    """Return what claims are about, and everybody who takes part."""
    return {claim.about for claim in carried}.union(*(claim.involved for claim in carried))
