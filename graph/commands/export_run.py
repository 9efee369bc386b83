"""The run of `python -m graph export`: from the options to files that left."""

import getpass
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from graph.commands.ask_command import given
from graph.commands.export_command import ExportOptions
from graph.commands.left_command import day_of
from graph.commands.terminal import REFUSED, UNREADABLE, waiting
from graph.errors import GraphError
from graph.export.audiences import Extras
from graph.export.check.disclosure import NOT_PROMISED, PROMISED
from graph.export.check.finding import Disclosure
from graph.export.file_leaving import Export, ExportFile
from graph.export.formats import FORMATS, FileFormat, endings
from graph.export.formats.file_format import FormatRefused
from graph.export.ledger.encryption import SUFFIX, InvalidRecipient, recipients
from graph.export.ledger.ledger import Head, Ledger
from graph.export.ledger.whole_files import NotWritten, write_losses
from graph.export.package import Audience
from graph.export.packaging import PackedExport
from graph.export.preparing import InvalidChoice, check, prepare
from graph.export.request import ExportRequest, SelectionRequest
from graph.export.scan import LeakFound, NameFound
from graph.export.select.selection import InvalidSelection
from graph.export.typed_words import Unread, as_options, typed, unread
from graph.questions.library import InvalidParameter, UnknownName
from graph.settings import Settings
from graph.store.opening import open_store


class ExportRefused(GraphError):
    """The disclosure check refuses the export."""


class NotAllMade(GraphError):
    """Of several formats some could not be made; the others left."""


class NotAllMayGo(NotAllMade):
    """The same, and each of those is refused by a check."""


_WRITTEN_WRONGLY = (
    InvalidChoice,
    InvalidSelection,
    InvalidParameter,
    InvalidRecipient,
    UnknownName,
)
_REFUSED = (ExportRefused, NotAllMayGo, FormatRefused, LeakFound, NameFound, Unread)


def request_of(options: ExportOptions) -> ExportRequest:
    """Read the options of an export.

    Raises:
        InvalidChoice, InvalidParameter: one of them cannot be read.
    """
    return ExportRequest(
        selection=SelectionRequest(
            children=tuple(options.child or ()),
            family=options.family,
            ask=options.ask,
            params=given(options.param or ()),
            people=tuple(one.strip() for one in options.people.split(",") if one.strip()),
        ),
        audience=_audience(options.audience),
        made_on=today(),
        as_of=day_of(options.as_of),
        known_on=day_of(options.known_on),
        max_degree=options.degree,
        extras=Extras(**{one.name: getattr(options, one.name) for one in fields(Extras)}),
        tlp=options.tlp,
        recipient=options.to,
        reader=options.reader,
        plea=options.plea,
        keys=tuple(options.recipient or ()),
        by=options.by or getpass.getuser(),
        approved_by=options.approved_by,
        reason=options.reason,
        forced=options.force,
        overwrite=options.overwrite,
        as_typed=tuple(options.as_typed or ()),
    )


def run(options: ExportOptions) -> None:
    """Export; what was written wrongly ends with code 2, what a check refuses with 3."""
    try:
        forms = _formats(options.form)
        place = _place(options, forms)
        _Run(request=request_of(options), forms=forms, place=place).all()
    except (*_WRITTEN_WRONGLY, *_REFUSED) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(REFUSED if isinstance(error, _REFUSED) else UNREADABLE) from error


def today() -> date:
    """Return the calendar day where the analyst sits."""
    return datetime.now(tz=UTC).astimezone().date()


def _audience(word: str) -> Audience:
    if word not in list(Audience):
        raise InvalidChoice(f"{word!r} is no audience; there are {', '.join(Audience)}.")
    return Audience(word)


def _formats(names: Sequence[str]) -> list[FileFormat]:
    for name in names:
        if name not in FORMATS:
            raise InvalidChoice(f"{name!r} is no format; there are {', '.join(FORMATS)}.")
    return [FORMATS[name] for name in dict.fromkeys(names)]


class _Place:
    """Where files go: one name, or a folder with one file for each family."""

    def __init__(self, path: Path, forms: Sequence[FileFormat], *, each: bool) -> None:
        self.path = path
        self.each = each
        self._several = len(forms) > 1
        self._endings = endings(forms)

    def of(self, form: FileFormat, export_id: str) -> Path:
        """Return the name of a file; it always ends as files of its format do."""
        if self.each:
            return self.path / f"{export_id}{self._endings[form.name]}"
        last = f".{form.suffix.rpartition('.')[2]}"
        ends = self.path.name.lower().endswith((last, f"{last}{SUFFIX}"))
        if ends and not self._several:
            return self.path
        return self.path.with_name(self.path.name + self._endings[form.name])


def _place(options: ExportOptions, forms: Sequence[FileFormat]) -> _Place:
    path = options.output or options.each
    if path is None or (options.output and options.each):
        raise InvalidChoice(
            "Say where to: -o FILE, or --each FOLDER for a file for each family."
        )
    if options.output and path.name in ("", ".."):
        raise InvalidChoice(f"-o {path} names a folder and no file: write the name of one.")
    folder = options.each or path.parent
    if not folder.is_dir():
        raise InvalidChoice(f"{folder} is no folder; make it first.")
    place = _Place(path, forms, each=options.each is not None)
    if len(forms) == 1 and not place.each and place.of(forms[0], "") != path:
        typer.echo(f"{forms[0].suffix} is added to the name: programs know the file by it.")
    return place


NotMade = tuple[str, GraphError]
"""A format, and why there is no file in it."""


@dataclass(frozen=True, kw_only=True)
class _Run:
    """One run of the command: what is wanted, and what became of it so far."""

    request: ExportRequest
    forms: Sequence[FileFormat]
    place: _Place
    heads: list[Head] = field(default_factory=list)
    """Of the ledger, after each file that left."""
    not_exported: list[str] = field(default_factory=list)
    """Why families stayed."""
    not_made: list[NotMade] = field(default_factory=list)

    def all(self) -> None:
        """Prepare, check and write; of several formats what can be made is made."""
        check(self.request)
        recipients(self.request.keys)
        if self.request.forced and not self.request.reason.strip():
            raise InvalidChoice("--force needs a --reason, which the ledger keeps.")
        try:
            self._export()
        except GraphError:
            self._say_head()
            raise
        for why, count in Counter(self.not_exported).items():
            families = "1 family" if count == 1 else f"{count} families"
            typer.echo(f"{families} not exported: {why}", err=True)
        if self.heads or not self.not_made:
            self._say_end()
        self._say_not_made()

    def _export(self) -> None:
        settings = Settings.from_env()
        ledger, each = Ledger(settings.home), self.place.each
        with waiting() as progress, open_store(settings, progress) as store:
            for made in prepare(
                store, self.request, ledger, each=each, skipped=self.not_exported.append
            ):
                if each and (why := self._stays(made)):
                    self.not_exported.append(why)
                    continue
                self._see(made.disclosure)
                self._leave(Export.of(made, self.request, ledger))
                if each:
                    progress("exporting families", len(self.heads), len(self.heads))

    def _stays(self, made: PackedExport) -> str:
        """Say why one family of many does not leave; "" where it does."""
        if made.disclosure.refused and not self.request.forced:
            return "; ".join(made.disclosure.refused)
        if words := unread(typed(made), self.request.as_typed):
            return f"nobody has read {as_options(words)}"
        whys = [form.refuses(made.package) for form in self.forms]
        return whys[0] if all(whys) else ""

    def _see(self, found: Disclosure) -> None:
        """Refuse what the disclosure check refuses, unless it is forced; say what it found."""
        if found.refused and not self.request.forced:
            raise ExportRefused(
                "Nothing was exported; the disclosure check refuses it.\n"
                + "\n".join(found.lines())
                + '\nTo export it anyway: --force --reason "...".'
            )
        for line in found.lines():
            typer.echo(line, err=True)

    def _leave(self, export: Export) -> None:
        """Write all formats, and when each was read back let those leave that can.

        What left is said, also where a later one fails.
        """
        export_id = export.made.package.export_id
        paths = {f.name: export.target(self.place.of(f, export_id)) for f in self.forms}
        done: list[ExportFile] = []
        try:
            for file in self._written(export):
                try:
                    done.append(export.leave(file, paths[file.form.name]))
                except NotWritten as error:
                    self.not_made.append((file.form.name, error))
                else:
                    self.heads.append(done[-1].head)
        finally:
            if done:
                self._say_files(export, done)

    def _written(self, export: Export) -> list[ExportFile]:
        """Return what could be written; in which formats not, and why, is kept."""
        written: list[ExportFile] = []
        for form in self.forms:
            try:
                written.append(export.written(form))
            except GraphError as error:
                self.not_made.append((form.name, error))
        return written

    def _say_files(self, export: Export, done: Sequence[ExportFile]) -> None:
        """Say what left, and what the files do not hold."""
        package = export.made.package
        typer.echo(f"{package.export_id}, {package.tlp}, audience {package.audience.value}:")
        for file in done:
            typer.echo(f"  {file.path}")
            if not self.request.keys:
                _say_losses(file)

    def _say_head(self) -> None:
        if self.heads:
            typer.echo(f"Ledger head, to be kept on paper: {self.heads[-1]}")

    def _say_end(self) -> None:
        """Say the head of the ledger, and what is and is not promised of what left."""
        if not self.heads:
            raise ExportRefused("Nothing was exported.")
        self._say_head()
        if self.request.audience is not Audience.INTERNAL:
            typer.echo(PROMISED, err=True)
            typer.echo(NOT_PROMISED, err=True)

    def _say_not_made(self) -> None:
        """Say what could not be made, if anything; the one that was asked for alone as it is.

        Raises:
            NotAllMade: with a line for each of several.
        """
        if not self.not_made:
            return
        if len(self.not_made) == 1 and not self.heads:
            raise self.not_made[0][1]
        refused = all(isinstance(error, _REFUSED) for _, error in self.not_made)
        lines = Counter(
            f"{name} was not made: {str(error).removeprefix('Nothing was exported: ')}"
            for name, error in self.not_made
        )
        every = (
            line if files == 1 else f"{line} ({files} files)" for line, files in lines.items()
        )
        raise (NotAllMayGo if refused else NotAllMade)("\n".join(every))


def _say_losses(file: ExportFile) -> None:
    """Write what a file does not hold beside it; where it cannot be written, say it here."""
    try:
        beside = write_losses(file.path, file.losses)
    except NotWritten as error:
        for line in (str(error), *file.losses):
            typer.echo(f"  {line}", err=True)
    else:
        if beside is not None:
            typer.echo(f"  {beside}")
