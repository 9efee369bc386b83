"""Kinthread from a terminal: `python -m graph`."""

import typer

from graph.console import fast_start as fast_start  # noqa: PLC0414 - first: no pandas

# isort: split
from graph.commands import (
    export_command,
    ledger_command,
    left_command,
    run_command,
    store_commands,
)
from graph.commands.ask_command import ask_command
from graph.commands.query_command import query_command
from graph.commands.search_command import search
from graph.commands.server_command import server
from graph.commands.terminal import see_environment, sentences

app = typer.Typer(
    name="python -m graph",
    help="Kinthread: who is left to contact, for each child of a separated family.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def enter() -> None:
    """See, before any command, that the environment can be read and who can listen."""
    with sentences():
        see_environment()


app.command()(run_command.run)
app.command()(left_command.left)
app.command()(search)
app.command("ask")(ask_command)
app.command("query")(query_command)
app.command()(store_commands.contents)
app.command()(store_commands.claims)
app.command()(store_commands.retract)
app.command()(store_commands.restore)
app.command()(store_commands.derive)
app.command()(export_command.export)
app.command()(ledger_command.recall)
app.command()(ledger_command.consent)
app.command("hash")(store_commands.graph_hash)
app.command()(store_commands.clear)
app.add_typer(ledger_command.ledger, name="ledger")
app.add_typer(server, name="server")

if __name__ == "__main__":
    app(prog_name="python -m graph")
