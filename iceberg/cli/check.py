"""``iceberg check``: whether canvas files can be opened."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from iceberg.catalog import load_catalog
from iceberg.cli.say import printable, problem_lines
from iceberg.errors import IcebergError
from iceberg.importers import load_canvas
from iceberg.wording import counted


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Canvas files.")],
) -> None:
    """Read canvas files and list every problem: file, where, what, how to mend it."""
    catalog = load_catalog()
    failed = False
    for file in files:
        try:
            canvas = load_canvas(file, catalog)
        except IcebergError as error:
            failed = True
            for line in problem_lines(str(file), error):
                typer.echo(line)
        else:
            counts = ", ".join(
                (counted(len(canvas.cards), "card"), counted(len(canvas.links), "link"))
            )
            typer.echo(printable(f"{file}: fine ({counts})."))
    raise typer.Exit(1 if failed else 0)
