"""`python -m graph export`: export a child, a family, an answer or some people."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from graph.commands.terminal import sentences
from graph.rule.reach import MAX_DEGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """The options as they were written. One that asks for more is a field of `Extras` too."""

    child: Annotated[list[str] | None, typer.Option(help="Id of a child; repeatable")] = None
    family: Annotated[
        str, typer.Option(help="Id of a child, or of a parent: all its children")
    ] = ""
    ask: Annotated[str, typer.Option(help="A question of the library: the people it finds")] = (
        ""
    )
    param: Annotated[
        list[str] | None, typer.Option(help="A parameter of the question, as in as_of=...")
    ] = None
    people: Annotated[str, typer.Option(help="Ids of people, separated by commas")] = ""
    as_of: Annotated[
        str | None, typer.Option(help="The day; by default the last day of the sources")
    ] = None
    known_on: Annotated[
        str | None, typer.Option(help="Only what the family knew by that day")
    ] = None
    degree: Annotated[
        int, typer.Option(min=1, max=12, help="Kin by blood up to this civil degree")
    ] = MAX_DEGREE
    form: Annotated[
        list[str],
        typer.Option(
            "--format",
            help="pdf, docx, factsheet, svg, png, html, graphml, gexf, cytoscape, csv, jsonl, "
            "cypher, neo4j-admin, gedcom, gedcom551, ftm, wgeid, ced or tracing; repeatable",
        ),
    ]
    audience: Annotated[
        str, typer.Option(help="The readers: internal, partner, briefing or public")
    ]
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file; for several formats, no ending"),
    ] = None
    each: Annotated[Path | None, typer.Option(help="A folder: one file for each family")] = None
    to: Annotated[str, typer.Option(help="The recipient; printed on every page")] = ""
    reader: Annotated[
        str,
        typer.Option(
            help="A briefing asks what is usual of a consulate, un, parliament or press"
        ),
    ] = ""
    plea: Annotated[
        str, typer.Option(help="What a briefing asks of the reader, in your words")
    ] = ""
    recipient: Annotated[
        list[str] | None,
        typer.Option(help="Encrypt with this public key of the program age; repeatable"),
    ] = None
    tlp: Annotated[str, typer.Option(help="A stricter label than the audience's")] = ""
    coded_words: Annotated[
        bool,
        typer.Option("--with-coded-words", help="For partners: coded words, with readings"),
    ] = False
    relays: Annotated[
        bool, typer.Option("--with-relays", help="For partners: who passed on the news")
    ] = False
    quotes: Annotated[
        bool, typer.Option("--with-quotes", help="For partners: the sources' own words")
    ] = False
    titles: Annotated[
        bool, typer.Option("--with-titles", help="Below partner: titles and publishers")
    ] = False
    as_typed: Annotated[
        list[str] | None,
        typer.Option(help="Typed words that were read and may leave; repeatable"),
    ] = None
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Made-up names instead of roles")
    ] = False
    force: Annotated[
        bool, typer.Option("--force", help="Export despite the disclosure check")
    ] = False
    reason: Annotated[str, typer.Option(help="The reason; the ledger keeps it")] = ""
    by: Annotated[str, typer.Option(help="The person who exports; by default the user")] = ""
    approved_by: Annotated[
        str, typer.Option(help="A second person who approves, for TLP:CLEAR")
    ] = ""
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that exists")
    ] = False


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the fields of `ExportOptions` as its own options, for typer to read."""
    hints = get_type_hints(ExportOptions, include_extras=True)
    command.__annotations__ = hints | {"return": None}
    command.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(
                field.name,
                Parameter.KEYWORD_ONLY,
                default=Parameter.empty if field.default is MISSING else field.default,
                annotation=hints[field.name],
            )
            for field in fields(ExportOptions)
        ]
    )
    return command


@with_options
def export(**options: Any) -> None:  # noqa: ANN401 - the fields of `ExportOptions`
    """Hand over what an audience may read, checked before it leaves; the ledger keeps it."""
    from graph.commands.export_run import run  # noqa: PLC0415 - only this command needs it

    with sentences():
        run(ExportOptions(**options))
