"""Kinthread from a terminal: `python -m graph`."""

import typer

from graph import lean as lean  # noqa: PLC0414 - first: it imports the driver without pandas
from graph.commands import export, ledger, left, run, store
from graph.commands.ask import ask_command
from graph.commands.query import query_command
from graph.commands.terminal import see_environment, sentences
from graph.server.commands import server

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


app.command()(run.run)
app.command()(left.left)
app.command("ask")(ask_command)
app.command("query")(query_command)
app.command()(store.contents)
app.command()(store.claims)
app.command()(store.retract)
app.command()(store.derive)
app.command()(export.export)
app.command()(ledger.recall)
app.command()(ledger.consent)
app.command("hash")(store.graph_hash)
app.command()(store.clear)
app.add_typer(ledger.ledger, name="ledger")
app.add_typer(server, name="server")

if __name__ == "__main__":
    app(prog_name="python -m graph")
