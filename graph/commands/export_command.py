"""`python -m graph export`: hand over a child, a family, an answer or some people."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from graph.commands.terminal import sentences
from graph.rule.reach import MAX_DEGREE


def export(  # noqa: PLR0913 - the options of a command
    *,
    child: Annotated[list[str] | None, typer.Option(help="Id of a child; repeatable")] = None,
    family: Annotated[
        str, typer.Option(help="Id of a child, or of a parent: all its children")
    ] = "",
    ask: Annotated[str, typer.Option(help="A question of the library: whom it finds")] = "",
    param: Annotated[
        list[str] | None, typer.Option(help="A parameter of the question, as in as_of=...")
    ] = None,
    people: Annotated[str, typer.Option(help="Ids, parted by commas: nobody else")] = "",
    as_of: Annotated[
        str | None, typer.Option(help="The day; by default until when the sources speak")
    ] = None,
    known_on: Annotated[
        str | None, typer.Option(help="Only what the family knew by that day")
    ] = None,
    degree: Annotated[
        int, typer.Option(min=1, max=12, help="Kin by blood up to this civil degree")
    ] = MAX_DEGREE,
    form: Annotated[
        list[str],
        typer.Option(
            "--format",
            help="pdf, docx, factsheet, svg, png, html, graphml, gexf, cytoscape, csv, jsonl, "
            "cypher, neo4j-admin, gedcom or ftm; repeatable",
        ),
    ],
    audience: Annotated[
        str, typer.Option(help="internal, partner, briefing or public: who is to read it")
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file; of more formats, without its ending"),
    ] = None,
    each: Annotated[
        Path | None, typer.Option(help="A folder: one file for each family")
    ] = None,
    to: Annotated[str, typer.Option(help="For whom it is; stands on every page")] = "",
    recipient: Annotated[
        list[str] | None,
        typer.Option(help="Encrypt for the owner of this age public key; repeatable"),
    ] = None,
    tlp: Annotated[str, typer.Option(help="A stricter label than the audience's")] = "",
    with_coded_words: Annotated[
        bool, typer.Option("--with-coded-words", help="Partners: coded words, with readings")
    ] = False,
    with_relays: Annotated[
        bool, typer.Option("--with-relays", help="Partners: through whom news came")
    ] = False,
    with_quotes: Annotated[
        bool, typer.Option("--with-quotes", help="Partners: the sources' own words")
    ] = False,
    with_titles: Annotated[
        bool, typer.Option("--with-titles", help="Below partners: titles and publishers")
    ] = False,
    as_typed: Annotated[
        list[str] | None,
        typer.Option(help="Words that were read and leave as they were typed; repeatable"),
    ] = None,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Made-up names instead of roles")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Export what the disclosure check refuses")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why; the ledger keeps it")] = "",
    by: Annotated[str, typer.Option(help="Who exports; by default the user")] = "",
    approved_by: Annotated[str, typer.Option(help="A second person, for TLP:CLEAR")] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Take the place of a file that is there")
    ] = False,
) -> None:
    """Hand over what an audience may read, checked before it leaves; the ledger keeps it."""
    from graph.commands.export_run import Request, run  # noqa: PLC0415 - only this command needs it

    with sentences():
        run(
            Request(
                children=tuple(child or ()),
                family=family,
                ask=ask,
                params=tuple(param or ()),
                people=people,
                as_of=as_of,
                known_on=known_on,
                degree=degree,
                formats=tuple(form),
                audience=audience,
                output=output,
                each=each,
                to=to,
                keys=tuple(recipient or ()),
                tlp=tlp,
                coded_words=with_coded_words,
                relays=with_relays,
                quotes=with_quotes,
                titles=with_titles,
                as_typed=tuple(as_typed or ()),
                pseudonyms=pseudonyms,
                force=force,
                reason=reason,
                by=by or getpass.getuser(),
                approved_by=approved_by,
                overwrite=overwrite,
            )
        )
