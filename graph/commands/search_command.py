"""`python -m graph search`: people, places and sources by any spelling, with their ids."""

import json
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.row_table import print_rows
from graph.commands.server_command import AsFormat, ServerFormat
from graph.commands.terminal import nothing, sentences, waiting
from graph.settings import Settings
from graph.store.opening import open_store
from graph.views import sensitivity
from graph.views.held_names import entries
from graph.views.kin_called import BY_KIN, KinHit, closest_first, kin_hits
from graph.views.name_search import HOW, NO_DECISION, Hit, Index, SearchEntry, nothing_found
from graph.words.name_marks import NameMarks
from graph.words.wording import RISK

COLUMNS = ("name", "id", "what", "why it is here", "also written")


def search(
    name: Annotated[
        str, typer.Argument(help='A name, or kin: "mother of Amina"; in any script')
    ],
    form: AsFormat = ServerFormat.TEXT,
) -> None:
    """Find people, places and sources by any spelling or kinship, with their ids."""
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        index = Index(entries(store))
        found = index.search(name)
        hits = closest_first(found, kin_hits(name, index, store.around))
        people = {one.id for hit in hits for one in _named(hit)}
        none = "" if hits else nothing(store, nothing_found(name))
        marks = NameMarks(stopped=sensitivity.stops(store, [people])[0])
    rows = [_row(hit, marks) for hit in hits]
    if form is ServerFormat.JSON:
        shown = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    elif rows:
        typer.echo(f"{RISK} {NO_DECISION}")
        print_rows(Console(), COLUMNS, rows)
        if found.more:
            typer.echo(f"and {found.more:,} more")
    else:
        typer.echo(none)


def _named(hit: Hit | KinHit) -> tuple[SearchEntry, ...]:
    return (hit.entry, hit.of) if isinstance(hit, KinHit) else (hit.entry,)


def _row(hit: Hit | KinHit, marks: NameMarks) -> tuple[str, ...]:
    return (
        marks.name(hit.entry.names[0], hit.entry.id),
        hit.entry.id,
        "; ".join((hit.entry.kind, *hit.entry.notes)),
        _why(hit, marks),
        "; ".join(hit.entry.also),
    )


def _why(hit: Hit | KinHit, marks: NameMarks) -> str:
    if isinstance(hit, KinHit):
        return f"{hit.relation} of {marks.name(hit.of.names[0], hit.of.id)}, {BY_KIN}"
    parts = (HOW[hit.how], hit.other_spelling, hit.warning)
    return ": ".join(one for one in parts if one)
