"""What `python -m graph export` does: from the options to files that left."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from graph.commands.ask_command import given
from graph.commands.left_command import day_of
from graph.commands.terminal import REFUSED, UNREADABLE, waiting
from graph.errors import GraphError
from graph.export.audiences import Extras
from graph.export.check.disclosure import NOT_PROMISED, PROMISED, Disclosure
from graph.export.file_leaving import Export, ExportedFile, Sending, Written
from graph.export.formats import FORMATS, FileFormat, endings
from graph.export.formats.file_format import FormatRefused
from graph.export.ledger.encryption import SUFFIX, InvalidRecipient, recipients
from graph.export.ledger.ledger import Head, Ledger
from graph.export.ledger.losses_beside import write_losses
from graph.export.ledger.whole_files import NotWritten
from graph.export.package import Audience
from graph.export.preparing import Choice, InvalidChoice, Prepared, check, prepare
from graph.export.scan import LeakFound, NameFound
from graph.export.select.selection import InvalidSelection, SelectionRequest
from graph.export.typed_words import Unread, as_options, unread
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options as they were written."""

    children: tuple[str, ...]
    family: str
    ask: str
    params: tuple[str, ...]
    people: str
    as_of: str | None
    known_on: str | None
    degree: int
    formats: tuple[str, ...]
    audience: str
    output: Path | None
    each: Path | None
    to: str
    keys: tuple[str, ...]
    tlp: str
    coded_words: bool
    relays: bool
    quotes: bool
    titles: bool
    as_typed: tuple[str, ...]
    pseudonyms: bool
    force: bool
    reason: str
    by: str
    approved_by: str
    overwrite: bool

    def extras(self) -> Extras:
        """Return what was asked for by name."""
        return Extras(
            coded_words=self.coded_words,
            relays=self.relays,
            quotes=self.quotes,
            titles=self.titles,
            pseudonyms=self.pseudonyms,
        )

    def wanted(self) -> SelectionRequest:
        """Return whom it is about."""
        return SelectionRequest(
            children=self.children,
            family=self.family,
            ask=self.ask,
            params=given(self.params),
            people=tuple(one.strip() for one in self.people.split(",") if one.strip()),
        )

    def choice(self) -> Choice:
        """Return what is to be exported, to whom, as of when."""
        return Choice(
            wanted=self.wanted(),
            audience=_audience(self.audience),
            made_on=today(),
            as_of=day_of(self.as_of),
            known_on=day_of(self.known_on),
            max_degree=self.degree,
            extras=self.extras(),
            recipient=self.to,
            tlp=self.tlp,
            by=self.by,
            approved_by=self.approved_by,
        )

    def sending(self) -> Sending:
        """Return who exports, for whom, and why: what the ledger keeps."""
        return Sending(
            by=self.by,
            how=self.wanted().how,
            recipient=self.to,
            keys=self.keys,
            extras=self.extras(),
            reason=self.reason,
            forced=self.force,
            approved_by=self.approved_by,
            overwrite=self.overwrite,
            as_typed=self.as_typed,
        )


def run(request: Request) -> None:
    """Export; what was written wrongly ends with code 2, what a check refuses with 3."""
    try:
        forms = _formats(request.formats)
        place = _place(request, forms)
        _export(request.choice(), request.sending(), forms, place)
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


def _place(request: Request, forms: Sequence[FileFormat]) -> _Place:
    path = request.output or request.each
    if path is None or (request.output and request.each):
        raise InvalidChoice(
            "Say where to: -o FILE, or --each FOLDER for a file for each family."
        )
    folder = request.each or path.parent
    if not folder.is_dir():
        raise InvalidChoice(f"{folder} is no folder; make it first.")
    place = _Place(path, forms, each=request.each is not None)
    if len(forms) == 1 and not place.each and place.of(forms[0], "") != path:
        typer.echo(f"{forms[0].suffix} is added to the name: programs know the file by it.")
    return place


def _export(
    choice: Choice, sending: Sending, forms: Sequence[FileFormat], place: _Place
) -> None:
    """Prepare, check and write; of several formats what can be made is made."""
    check(choice)
    recipients(sending.keys)
    if sending.forced and not sending.reason.strip():
        raise InvalidChoice("--force needs a --reason, which the ledger keeps.")
    settings = Settings.from_env()
    ledger = Ledger(settings.home)
    heads: list[Head] = []
    not_exported: list[str] = []
    not_made: list[NotMade] = []
    try:
        with waiting() as progress, open_store(settings, progress) as store:
            for prepared in prepare(
                store, choice, ledger, each=place.each, skipped=not_exported.append
            ):
                if place.each and (why := _stays(prepared, sending, forms)):
                    not_exported.append(why)
                    continue
                _refuse(prepared.disclosure, sending)
                _warn(prepared.disclosure)
                leaving = Leaving(ledger=ledger, heads=heads)
                not_made += _leave(prepared, sending, forms, place, leaving)
                if place.each:
                    progress("exporting families", len(heads), len(heads))
    except GraphError:
        _tell_head(heads)
        raise
    _say_not_exported(not_exported)
    if heads or not not_made:
        _end(heads, choice.audience)
    _say_not_made(not_made, alone=not heads and len(not_made) == 1)


NotMade = tuple[str, GraphError]
"""A format, and why there is no file in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """The ledger, and its heads after each file that left so far."""

    ledger: Ledger
    heads: list[Head]


def _stays(prepared: Prepared, sending: Sending, forms: Sequence[FileFormat]) -> str:
    """Say why one family of many does not leave; "" where it does."""
    if prepared.disclosure.refused and not sending.forced:
        return "; ".join(prepared.disclosure.refused)
    if words := unread(prepared.typed, sending.as_typed):
        return f"nobody has read {as_options(words)}"
    whys = [form.refuses(prepared.package.handed) for form in forms]
    return whys[0] if all(whys) else ""


def _leave(
    prepared: Prepared,
    sending: Sending,
    forms: Sequence[FileFormat],
    place: _Place,
    leaving: Leaving,
) -> list[NotMade]:
    """Write all formats, and when each was read back let those leave that can.

    What left is told, also where a later one fails; what could not be made is returned.
    """
    made = Export.of(prepared.package, prepared.gathered, sending, leaving.ledger)
    export_id = prepared.package.handed.export_id
    paths = {form.name: made.target(place.of(form, export_id)) for form in forms}
    written, not_made = _written(made, forms)
    left: list[ExportedFile] = []
    try:
        for one in written:
            try:
                left.append(made.leave(one, paths[one.form.name]))
            except NotWritten as error:
                not_made.append((one.form.name, error))
            else:
                leaving.heads.append(left[-1].head)
    finally:
        if left:
            _tell(left, prepared, sending)
    return not_made


def _written(made: Export, forms: Sequence[FileFormat]) -> tuple[list[Written], list[NotMade]]:
    """Return what could be written in some formats, and in which not, and why."""
    written: list[Written] = []
    not_made: list[NotMade] = []
    for form in forms:
        try:
            written.append(made.written(form))
        except GraphError as error:
            not_made.append((form.name, error))
    return written, not_made


def _say_not_made(not_made: Sequence[NotMade], *, alone: bool) -> None:
    """Say what could not be made, if anything; the one that was asked for alone as it is.

    Raises:
        NotAllMade: with a line for each of several.
    """
    if not not_made:
        return
    if alone:
        raise not_made[0][1]
    refused = all(isinstance(error, _REFUSED) for _, error in not_made)
    whys = (
        (name, str(error).removeprefix("Nothing was exported: ")) for name, error in not_made
    )
    lines = Counter(f"{name} was not made: {why}" for name, why in whys)
    said = (line if files == 1 else f"{line} ({files} files)" for line, files in lines.items())
    raise (NotAllMayGo if refused else NotAllMade)("\n".join(said))


def _say_not_exported(not_exported: Sequence[str]) -> None:
    """Say how many families stayed, and why."""
    for why, count in Counter(not_exported).items():
        families = "1 family" if count == 1 else f"{count} families"
        typer.echo(f"{families} not exported: {why}", err=True)


def _end(heads: Sequence[Head], audience: Audience) -> None:
    """Say the head of the ledger, and what is and is not promised of what left."""
    if not heads:
        raise ExportRefused("Nothing was exported.")
    _tell_head(heads)
    if audience is not Audience.INTERNAL:
        typer.echo(PROMISED, err=True)
        typer.echo(NOT_PROMISED, err=True)


def _tell_head(heads: Sequence[Head]) -> None:
    if heads:
        typer.echo(f"Ledger head, to be kept on paper: {heads[-1]}")


def _refuse(found: Disclosure, sending: Sending) -> None:
    if found.refused and not sending.forced:
        lines = [*found.refused, *found.alternatives, *found.noted]
        raise ExportRefused(
            "Nothing was exported; the disclosure check refuses it:\n"
            + "\n".join(f"  {line}" for line in lines)
            + '\nTo export it all the same: --force --reason "...".'
        )


def _tell(done: Sequence[ExportedFile], prepared: Prepared, sending: Sending) -> None:
    """Say what left, what the files do not hold, and what was found when it was looked at."""
    handed = prepared.package.handed
    typer.echo(f"{handed.export_id}, {handed.tlp}, audience {handed.audience.value}:")
    for left in done:
        typer.echo(f"  {left.path}")
        if not sending.keys:
            _tell_losses(left)


def _warn(found: Disclosure) -> None:
    """Say what was found when it was looked at, before anything leaves."""
    for line in (*found.refused, *found.noted):
        typer.echo(line, err=True)


def _tell_losses(left: ExportedFile) -> None:
    """Write what a file does not hold beside it; where it cannot be written, say it here."""
    try:
        beside = write_losses(left.path, left.losses)
    except NotWritten as error:
        for line in (str(error), *left.losses):
            typer.echo(f"  {line}", err=True)
    else:
        if beside is not None:
            typer.echo(f"  {beside}")
