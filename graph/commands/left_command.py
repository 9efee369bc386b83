"""`python -m graph left`: who is left to contact, for one child or for all."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.commands.row_table import print_rows, write_csv
from graph.commands.terminal import nothing, sentences, waiting
from graph.errors import GraphError
from graph.record.model import Records
from graph.record.vocabulary import STOPPED, Left
from graph.rule.answer import ChildAnswer, Relative, answer
from graph.rule.left import FRESH_DAYS
from graph.rule.reach import MAX_DEGREE
from graph.settings import Settings
from graph.store.opening import open_store
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText, RelativeText
from graph.words.wording import RISK, risk_of

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


NO_CHILD = "On this day no child is recorded as separated from a parent abroad."


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
        str | None, typer.Option(help="Id of a child; without it, all children")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(help="The day of the question; by default the last day of the sources"),
    ] = None,
    known_on: Annotated[
        str | None, typer.Option(help="Read only what the family knew by that day")
    ] = None,
    max_degree: Annotated[
        int, typer.Option(min=1, max=12, help="Kin by blood up to this civil degree")
    ] = MAX_DEGREE,
    fresh_days: Annotated[
        int, typer.Option(min=1, help="Days for which contact is recent")
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
        none = nothing(store, NO_CHILD)
    found, failed = answers(records, day, ask)
    for one, error in failed.items():
        reason = f"{one} is not in the list, its answer cannot be worked out: {error}"
        typer.echo(reason, err=True)
    if failed and not found:
        raise typer.Exit(1)
    if form is LeftFormat.TABLE and not found:
        typer.echo(none)
    else:
        write_all(found, form)


def answers(
    records: Mapping[str, Records], day: date | None, ask: Callable[..., ChildAnswer]
) -> tuple[list[ChildAnswer], dict[str, GraphError]]:
    """Answer for every child on the board of the day, by default the latest of all sources.

    Returns:
        The answers; and by child, why there is none: what is recorded contradicts itself.
    """
    every, failed = _answered(records, day, ask)
    if day is None and every:
        latest = max(one.as_of for one in every)
        near = {one.network.child.id: records[one.network.child.id] for one in every}
        every, _ = _answered(near, latest, ask)
    return [one for one in every if one.board.listed], failed


def _answered(
    records: Mapping[str, Records], day: date | None, ask: Callable[..., ChildAnswer]
) -> tuple[list[ChildAnswer], dict[str, GraphError]]:
    every, failed = [], {}
    for child, around in records.items():
        try:
            every.append(ask(around, child, as_of=day))
        except GraphError as error:
            failed[child] = error
    return every, failed


def write_one(said: ChildAnswer, form: LeftFormat) -> None:
    """Write the answer for one child."""
    shown = as_json(AnswerText(said))
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
        _write(ONE_CSV, rows)
    else:
        print_answer(Console(), AnswerText(said))


def write_all(found: list[ChildAnswer], form: LeftFormat) -> None:
    """Write one line a child."""
    if form is LeftFormat.TABLE:
        _table_of_all(found)
        return
    shown = [as_json(AnswerText(one)) for one in found]
    if form is LeftFormat.JSON:
        keys = ("child", "counts", "last_thread", "clocks")
        cut = [{key: one[key] for key in keys} for one in shown]
        typer.echo(json.dumps(cut, ensure_ascii=False, indent=1))
        return
    _write(
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


def _write(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    write_csv(columns, ([row[column] for column in columns] for row in rows))


def _days(said: ChildAnswer) -> str:
    """Say the day that is asked about, and by when it had to be known."""
    known = "" if said.known_on is None else f", as known on {said.known_on.isoformat()}"
    return f"as of {said.as_of.isoformat()}{known}"


def print_answer(console: Console, text: AnswerText) -> None:
    """Print the answer as a list that reads well at any width."""
    child = text.answer.network.child.id
    console.print(Text(f"{text.child} ({child}), {_days(text.answer)}", "bold"))
    console.print(Text(text.headline))
    if text.stopped:
        console.print(Text(text.stopped, "bold"))
    console.print(Text(f"Last thread: {text.thread}; {text.cut_off}."))
    console.print(Text(" ".join((text.circumstances, *text.apart))))
    console.print(Text(risk_of(text.answer.network)))
    for one in text.relatives:
        _print_relative(console, one)
    if text.died_before:
        console.print(Text(f"\n{text.died_before}"))


def _print_relative(console: Console, one: RelativeText) -> None:
    """Print one person: the answer in a line, then what it rests on, set in."""
    who = f"{one.named}: {one.status}"
    console.print(Text.assemble("\n", (f"{one.left:9}", "bold"), who))
    lines = [Text(warning, "bold") for warning in (one.stop, *one.cautions) if warning]
    lines += [Text(line) for line in (one.reason, one.care, one.after) if line]
    lines.append(Text("; ".join(one.relative.claims), "dim"))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 9)))


def _table_of_all(found: list[ChildAnswer]) -> None:
    console = Console()
    console.print(Text(f"A{_days(found[0])[1:]}. {RISK}"))
    columns = ("child", "yes", "possibly", "no", "unknown", "abroad", "last thread", "stops")
    print_rows(console, columns, list(map(_line, found)))


def _line(one: ChildAnswer) -> list[str]:
    text = AnswerText(one)
    counts = map(str, one.counts().values())
    left_ = [r for r in text.relatives if r.relative.answer.left in _LEFT]
    seen = ((r.name, text.marks.of(r.relative.person.id)) for r in left_)
    stops = [f"{name}: {'; '.join(marks)}" for name, marks in seen if marks]
    return [f"{text.child} ({one.network.child.id})", *counts, text.thread, "; ".join(stops)]


def _left_who_asked(one: ChildAnswer) -> list[Relative]:
    """Return who is left, or possibly left, and asked not to be contacted."""
    return [r for r in one.relatives if r.do_not_contact and r.answer.left in _LEFT]
