"""``iceberg sheet``: a blank iceberg on paper, for a room with sticky notes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer
from pydantic import ValidationError

from iceberg import wording
from iceberg.catalog import load_catalog
from iceberg.cli.files import loaded, written
from iceberg.cli.say import complain, printable, split_ids
from iceberg.errors import BadInputError, ExportError
from iceberg.exporters import blank_sheet
from iceberg.model import Canvas, problems_of

USUAL_LAYERS: Final = "national,place"


class Sheet(StrEnum):
    """The sheets that can be printed."""

    A4 = "a4"
    A3 = "a3"
    A2 = "a2"
    A1 = "a1"
    A0 = "a0"


def sheet(
    out: Annotated[Path, typer.Option("-o", "--out", help="The PDF to write.")],
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="A canvas file, for its title, question, place and layers."
        ),
    ] = None,
    page: Annotated[
        Sheet, typer.Option(case_sensitive=False, help="Sheet; A1 reads from two metres.")
    ] = Sheet.A3,
    layers: Annotated[
        str | None,
        typer.Option(
            help="Ids of layers with commas between; by default those of the canvas, "
            f"or {USUAL_LAYERS}."
        ),
    ] = None,
    greyscale: Annotated[
        bool | None,
        typer.Option("--greyscale/--colour", help="By default what the canvas says."),
    ] = None,
) -> None:
    """Write a blank sheet to stick notes on: icebergs without cards, and what to ask."""
    if out.suffix.lower() != ".pdf":
        raise ExportError(f"{out} is no name for a sheet to print. End it with .pdf.")
    ids = split_ids(layers) if layers is not None else None
    canvas = loaded(file) if file else _empty(ids or split_ids(USUAL_LAYERS))
    result = blank_sheet(canvas, page.value, layers=ids, greyscale=greyscale)
    written(out, result.data, over=True)
    typer.echo(printable(f"Wrote {out}."))
    for note in result.notes:
        complain(f"Note: {note}")


def _empty(ids: tuple[str, ...]) -> Canvas:
    catalog = load_catalog()
    chosen = tuple(catalog.layer(name) for name in ids)
    try:
        return Canvas(title=wording.SHEET_TITLE, layers=chosen)
    except ValidationError as error:
        raise BadInputError(problems_of(error)) from None
