"""Make anew a file that is recalled: for the same reader, audience and format.

The new file goes through the same door: its check, its search and its line in the ledger.
"""

import getpass
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.errors import GraphError
from graph.export.audiences import Extras
from graph.export.file_leaving import Export, ExportFile, things
from graph.export.formats import FORMATS
from graph.export.ledger.ledger import Ledger, LedgerEntry
from graph.export.ledger.whole_files import write_losses
from graph.export.package import Audience
from graph.export.preparing import prepare
from graph.export.request import ExportRequest, SelectionRequest
from graph.export.scan import LeakFound
from graph.export.select.selection import Gathering, everybody

_SAME = ("audience", "as_of", "known_on", "selected", "only", "extras", "format", "keys")
"""What two recalled files have in common that one new file replaces."""


class NotAnew(GraphError):
    """A recalled file cannot be made anew."""


class MayNotLeave(NotAnew):
    """A check refuses the new file: the old one is destroyed, and nothing takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaking:
    """What is recalled, and what a new file needs."""

    recalled: str
    """The id of the claim, source, person, event or tie."""
    store: Gathering
    ledger: Ledger
    today: date
    as_typed: tuple[str, ...] = ()

    def file(self, entry: LedgerEntry, path: Path) -> ExportFile:
        """Make one file anew on the disk; its ending is added to the path.

        Raises:
            GraphError: as `handed`; or it cannot be written there.
        """
        export, written = self._written(entry)
        form = written.form
        file = export.leave(written, path.with_name(path.name + form.suffix))
        if not export.request.keys:
            write_losses(file.path, file.losses)
        return file

    def handed(self, entry: LedgerEntry) -> ExportFile:
        """Make one file anew in memory, as a browser takes it.

        Raises:
            NotAnew: the ledger does not say what was in it, or it would say the same again.
            MayNotLeave: a check refuses it, as it would refuse any export.
            Unread: somebody has to read words of it before.
            GraphError: it cannot be made.
        """
        export, written = self._written(entry)
        return export.hand(written)

    def _written(self, entry: LedgerEntry) -> tuple[Export, ExportFile]:
        """Return what goes out, and its file, checked and read back."""
        if not can_be_made(entry):
            raise NotAnew("the ledger does not say whom it was about. Choose them on Export.")
        request = self._request(entry)
        made = next(iter(prepare(self.store, request, self.ledger)))
        if made.disclosure.refused:
            raise MayNotLeave(
                "the disclosure check refuses it. Look at it on Export, and decide there."
            )
        export, form = Export.of(made, request, self.ledger), FORMATS[entry.fields["format"]]
        self._see_gone(export)
        try:
            return export, export.written(form)
        except LeakFound as error:
            raise MayNotLeave(str(error)) from error

    def _request(self, entry: LedgerEntry) -> ExportRequest:
        fields = entry.fields
        children = self._ids(fields["selected"], self.store.children())
        only = self._ids(fields["only"], everybody(self.store)) if fields["only"] else ()
        known_on = fields["known_on"]
        return ExportRequest(
            selection=SelectionRequest(children=() if only else children, people=only),
            audience=Audience(fields["audience"]),
            made_on=self.today,
            as_of=date.fromisoformat(fields["as_of"]),
            known_on=date.fromisoformat(known_on) if known_on else None,
            extras=Extras(**dict.fromkeys(fields["extras"], True)),
            tlp=fields["tlp"],
            recipient=fields["recipient"],
            keys=tuple(fields["keys"]),
            by=getpass.getuser(),
            approved_by=fields["approved_by"],
            reason=f"in place of {fields['export_id']}, which was recalled",
            as_typed=self.as_typed,
        )

    def _ids(self, tokens: Collection[str], known: Iterable[str]) -> tuple[str, ...]:
        """Return whom the ledger's keyed hashes stand for."""
        found = {self.ledger.token(id_): id_ for id_ in known}
        if not set(tokens) <= found.keys():
            raise NotAnew("somebody whom it was about is not recorded any more.")
        return tuple(sorted(found[token] for token in tokens))

    def _see_gone(self, export: Export) -> None:
        carried = export.carried()
        held = {claim.id for claim in carried} | {claim.source for claim in carried}
        if self.recalled in held | things(carried):
            raise NotAnew(
                "it would hold the same again. First retract the claim, or lower the consent "
                "of its source."
            )


def can_be_made(entry: LedgerEntry) -> bool:
    """Return whether the ledger says whom a file was about; older lines do not."""
    return entry.fields["format"] in FORMATS and "selected" in entry.fields


def to_make(entries: Iterable[LedgerEntry]) -> list[list[LedgerEntry]]:
    """Return recalled files of one reader, those together that one new file replaces."""
    same: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
    for one in entries:
        same[str([one.fields.get(name) for name in _SAME])].append(one)
    return list(same.values())
