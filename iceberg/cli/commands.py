"""The commands of ``iceberg`` and its entry point."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from iceberg import __version__
from iceberg.cli.bring import import_
from iceberg.cli.check import check
from iceberg.cli.export import export
from iceberg.cli.host_link import host_link
from iceberg.cli.layers import layers
from iceberg.cli.new import new
from iceberg.cli.read import read
from iceberg.cli.say import complain
from iceberg.cli.serve import PortOption, ShareOption, StoreOption, serve
from iceberg.cli.sheet import sheet
from iceberg.errors import IcebergError

EXIT_CODES = (
    "Exit codes: 0 all is well; 1 something could not be read, drawn or written as asked; "
    "2 the command line was not understood."
)

app = typer.Typer(
    help="Draw what is shaped nationally beside what is shaped in one place. "
    "Without a command, the app starts in your browser.",
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
for command in (serve, new, check, read, export, sheet, layers, host_link):
    app.command(epilog=EXIT_CODES)(command)
app.command("import", epilog=EXIT_CODES)(import_)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"iceberg {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    store: StoreOption = None,
    port: PortOption = None,
    share: ShareOption = False,
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    """Draw what is shaped nationally beside what is shaped in one place."""
    del show_version
    if context.invoked_subcommand is None:
        serve(store=store, port=port, share=share)
    # So that “iceberg --port 8600 serve” means what it says.
    given = {"store": store, "port": port, "share": share or None}
    context.default_map = {"serve": {name: one for name, one in given.items() if one is not None}}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with these arguments, or with the program's own; ends the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a character shows a question mark instead of a traceback.
            stream.reconfigure(errors="replace")
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="iceberg")
    except IcebergError as error:
        complain(str(error))
        sys.exit(1)
