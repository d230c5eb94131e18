"""``iceberg new``: an empty canvas in a file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from iceberg.catalog import load_catalog
from iceberg.cli.files import written
from iceberg.cli.say import printable, split_ids
from iceberg.errors import BadInputError, ExportError
from iceberg.exporters.canvas_file import write_canvas
from iceberg.model import Canvas, problems_of


def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write, such as ours.iceberg.json.")
    ],
    title: Annotated[str, typer.Option(help="What the canvas is called.")],
    place: Annotated[str, typer.Option(help="The place that it is about.")],
    question: Annotated[str, typer.Option(help="What the room wants to find out.")] = "",
    aim: Annotated[str, typer.Option(help="What the initiative wants to change.")] = "",
    layers: Annotated[
        str, typer.Option(help="Ids of layers with commas between; see “iceberg layers”.")
    ] = "national,place",
) -> None:
    """Write a new canvas without cards, dated today; never over a file that is there."""
    if not file.name.lower().endswith(".json"):
        raise ExportError(f"{file} is no name that the app opens. End it with .iceberg.json.")
    catalog = load_catalog()
    chosen = tuple(catalog.layer(layer) for layer in split_ids(layers))
    try:
        canvas = Canvas(
            title=title,
            place=place,
            question=question,
            aim=aim,
            date=dt.date.today(),
            layers=chosen,
        )
    except ValidationError as error:
        raise BadInputError(problems_of(error)) from None
    written(file, write_canvas(canvas).encode(), over=False)
    typer.echo(printable(f"Wrote {file}. Open it in the app, or add cards to it by hand."))
