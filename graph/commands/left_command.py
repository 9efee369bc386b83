"""`python -m graph left`: who is left to contact, for one child or for all."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.commands.row_table import print_rows
from graph.commands.terminal import sentences, waiting
from graph.errors import GraphError
from graph.record.model import Records
from graph.record.vocabulary import STOPPED, Left
from graph.rule.answer import ChildAnswer, Relative, answer
from graph.rule.left import FRESH_DAYS
from graph.rule.reach import MAX_DEGREE
from graph.settings import Settings
from graph.store.opening import elsewhere, open_store
from graph.words import answer_text
from graph.words.answer_json import as_json
from graph.words.cautions import caution_marks, cautions
from graph.words.name_marks import ASKED_NOT, with_marks
from graph.words.spreadsheet_cell import safe_cell
from graph.words.wording import LEFT_WORDS, RISK, STOP, status_words

_LEFT = (Left.YES, Left.POSSIBLY)
ONE_CSV = (
    "id",
    "name",
    "relation",
    "degree",
    "left",
    "answer",
    "status",
    "reason",
    "later",
    "duress",
    "do_not_contact",
    "household_asked_not",
    "in_region",
    "claims",
    "as_of",
    "known_on",
)
ALL_CSV = (
    "id",
    "name",
    "family",
    "do_not_contact",
    "as_of",
    "separated",
    "yes",
    "possibly",
    "no",
    "unknown",
    "abroad",
    "last_thread",
    "do_not_contact",
    "left_do_not_contact",
    "known_on",
)


class LeftFormat(StrEnum):
    """How the answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def day_of(text: str | None) -> date | None:
    """Read an option's day, `2018-05-15`."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write 2018-05-15") from None


def left(
    *,
    child: Annotated[
        str | None, typer.Option(help="Id of one child; else one line a child")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(help="The day asked about; by default until when the sources speak"),
    ] = None,
    known_on: Annotated[
        str | None, typer.Option(help="Read only what the family knew by that day")
    ] = None,
    max_degree: Annotated[
        int, typer.Option(min=1, max=12, help="Kin by blood up to this civil degree")
    ] = MAX_DEGREE,
    fresh_days: Annotated[
        int, typer.Option(min=1, help="For so many days contact counts as recent")
    ] = FRESH_DAYS,
    form: Annotated[
        LeftFormat, typer.Option("--format", help="How to write the answer")
    ] = LeftFormat.TABLE,
) -> None:
    """Say who is recorded as left to contact, with the reason and the evidence for each."""
    day, known = day_of(as_of), day_of(known_on)
    ask = partial(answer, known_on=known, max_degree=max_degree, fresh_days=fresh_days)
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        if child is not None:
            write_one(ask(store.around(child, max_degree), child, as_of=day), form)
            return
        records = dict(store.around_many(store.children(), max_degree))
    write_all(answers(records, day, ask), form)


def answers(
    records: Mapping[str, Records], day: date | None, ask: Callable[..., ChildAnswer]
) -> list[ChildAnswer]:
    """Answer for every child on the board of the day, by default the latest of all sources."""
    found = list(_asked(records, day, ask))
    if day is None and found:
        latest = max(one.as_of for one in found)
        children = (one.network.child.id for one in found)
        found = list(_asked({child: records[child] for child in children}, latest, ask))
    return [one for one in found if one.board.listed]


def _asked(
    records: Mapping[str, Records], day: date | None, ask: Callable[..., ChildAnswer]
) -> Iterator[ChildAnswer]:
    """Yield the answers; say of whom there is none, as what is recorded contradicts itself."""
    for child, around in records.items():
        try:
            yield ask(around, child, as_of=day)
        except GraphError as error:
            typer.echo(
                f"{child} is not in the list, its answer cannot be worked out: {error}",
                err=True,
            )


def write_one(said: ChildAnswer, form: LeftFormat) -> None:
    """Write the answer for one child."""
    shown = as_json(said) | {"headline": answer_text.headline(said)}
    if form is LeftFormat.JSON:
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    elif form is LeftFormat.CSV:
        days = {key: shown[key] for key in ("as_of", "known_on")}
        rows = [
            person
            | days
            | {"claims": "; ".join(claim["id"] for claim in person["claims"])}
            | {"left": STOPPED if person["do_not_contact"] else person["left"]}
            | {"answer": person["left"]}
            for person in shown["people"]
        ]
        write_csv(ONE_CSV, rows)
    else:
        _text_of_one(said)


def write_all(found: list[ChildAnswer], form: LeftFormat) -> None:
    """Write one line a child."""
    shown = [as_json(one) for one in found]
    if form is LeftFormat.JSON:
        keys = ("child", "counts", "last_thread", "clocks")
        typer.echo(
            json.dumps(
                [{k: one[k] for k in keys} for one in shown], ensure_ascii=False, indent=1
            )
        )
    elif form is LeftFormat.CSV:
        write_csv(
            ALL_CSV,
            (
                one["child"]
                | one["counts"]
                | {key: one[key] for key in ("as_of", "known_on", "separated")}
                | {"last_thread": one["last_thread"]["state"]}
                | {"left_do_not_contact": "; ".join(r.person.id for r in _left_who_asked(said))}
                for one, said in zip(shown, found, strict=True)
            ),
        )
    else:
        _table_of_all(found)


def write_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    """Write CSV in which no cell is read as a formula by a spreadsheet."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_cell(row[column]) for column in columns)


def _cell(value: object) -> object:
    """Return what a cell holds: nothing where nothing is recorded."""
    return "" if value is None else safe_cell(value)


def _days(said: ChildAnswer) -> str:
    """Say the day that is asked about, and by when it had to be known."""
    known = "" if said.known_on is None else f", as known on {said.known_on.isoformat()}"
    return f"as of {said.as_of.isoformat()}{known}"


def _text_of_one(said: ChildAnswer) -> None:
    """Print the answer as a list that reads well at any width."""
    console = Console()
    child = said.network.child
    name = answer_text.called(said, child)
    console.print(Text(f"{name} ({child.id}), {_days(said)}", "bold"))
    console.print(Text(answer_text.headline(said)))
    if stopped := answer_text.stopped(said):
        console.print(Text(stopped, "bold"))
    console.print(Text(RISK))
    for relative in said.relatives:
        _print_relative(console, said, relative)


def _print_relative(console: Console, answer: ChildAnswer, relative: Relative) -> None:
    """Print one person: the answer in a line, then what it rests on, set in."""
    said = relative.answer
    name = f"{relative.person.name}, {relative.reached.relation}"
    marked = with_marks(name, [ASKED_NOT] if relative.do_not_contact else [])
    who = f"{marked}: {status_words(said)}"
    console.print(Text.assemble("\n", (f"{LEFT_WORDS[said.left]:9}", "bold"), who))
    lines = [Text(STOP, "bold")] if relative.do_not_contact else []
    lines += [Text(caution, "bold") for caution in cautions(relative)]
    lines.append(Text(answer_text.why(answer, relative)))
    if relative.later:
        later = ", ".join(event.type.words for event in relative.later)
        lines.append(Text(f"Later, or perhaps later: {later}."))
    lines.append(Text("; ".join(relative.claims), "dim"))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 9)))


def _table_of_all(found: list[ChildAnswer]) -> None:
    if not found:
        typer.echo("No child is recorded as separated from a parent abroad.")
        if said := elsewhere(Settings.from_env()):
            typer.echo(said)
        return
    console = Console()
    console.print(Text(f"A{_days(found[0])[1:]}. {RISK}"))
    columns = ("child", "yes", "possibly", "no", "unknown", "abroad", "last thread", "stops")
    print_rows(console, columns, list(map(_line, found)))


def _line(one: ChildAnswer) -> list[str]:
    child = one.network.child
    counts = map(str, one.counts().values())
    name = f"{answer_text.called(one, child)} ({child.id})"
    asked = [f"{relative.person.name}: {ASKED_NOT}" for relative in _left_who_asked(one)]
    doubted = [
        f"{relative.person.name}: {'; '.join(marks)}"
        for relative in one.relatives
        if relative.answer.left in _LEFT and (marks := caution_marks(relative))
    ]
    return [name, *counts, one.thread.state.value, "; ".join([*asked, *doubted])]


def _left_who_asked(one: ChildAnswer) -> list[Relative]:
    """Return who is left, or possibly left, and asked not to be contacted."""
    return [r for r in one.relatives if r.do_not_contact and r.answer.left in _LEFT]
