"""``iceberg export``: a canvas as a picture, a document or data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from iceberg.cli.files import loaded, same_file, written
from iceberg.cli.say import complain, one_line, split_ids, split_names
from iceberg.errors import ExportError
from iceberg.exporters import FORMATS, ExportOptions
from iceberg.exporters import export as exported
from iceberg.exporters.pack import MEGABYTE
from iceberg.exporters.story.limit import parse_limit


class Page(StrEnum):
    """The sheets that a picture can be drawn for."""

    A4 = "a4"
    A3 = "a3"


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The canvas file.")],
    out: Annotated[
        Path,
        typer.Option(
            "-o",
            "--out",
            help="The file to write; its extension chooses the format: "
            f"{', '.join(fmt.extension for fmt in FORMATS)}.",
        ),
    ],
    page: Annotated[
        Page | None,
        typer.Option(case_sensitive=False, help="Sheet; by default what the canvas says."),
    ] = None,
    dpi: Annotated[int, typer.Option(help="Dots per inch of a PNG.")] = 300,
    greyscale: Annotated[
        bool | None,
        typer.Option("--greyscale/--colour", help="By default what the canvas says."),
    ] = None,
    layers: Annotated[
        str | None,
        typer.Option(help="Ids of the layers to show with commas between; by default all."),
    ] = None,
    transparent: Annotated[
        bool, typer.Option("--transparent", help="Leave the background out.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="Show cards too that the canvas's view leaves out.")
    ] = False,
    limit: Annotated[
        str | None,
        typer.Option(help="How long each answer of a .txt may be: 500c or 250w (the default)."),
    ] = None,
    formats: Annotated[
        str | None,
        typer.Option(help="What a .zip holds, with commas between: pdf,docx; by default all."),
    ] = None,
    size_limit: Annotated[
        float, typer.Option(min=0.001, help="How large a .zip may be, in megabytes.")
    ] = 10.0,
) -> None:
    """Write a canvas as a picture, a document or data; the extension of OUT chooses which."""
    extension = _extension(out)
    options = ExportOptions(
        page=page.value if page else None,
        dpi=dpi,
        greyscale=greyscale,
        layers=split_ids(layers) if layers is not None else None,
        transparent=transparent,
        whole=whole,
        limit=parse_limit(limit) if limit is not None else None,
        formats=split_names(formats) if formats is not None else None,
        size_limit=round(size_limit * MEGABYTE),
    )
    canvas = loaded(file)
    if same_file(file, out):
        raise ExportError(f"{out} is the canvas itself. Choose another name.")
    result = exported(canvas, extension, options)
    written(out, result.data, over=True)
    typer.echo(one_line(f"Wrote {out}."))
    for note in result.notes:
        complain(f"Note: {note}")


def _extension(out: Path) -> str:
    name = out.name.lower()
    found = [fmt.extension for fmt in FORMATS if name.endswith(fmt.extension)]
    if not found:
        known = ", ".join(fmt.extension for fmt in FORMATS)
        raise ExportError(f"{out} names no format. End it with one of {known}.")
    return max(found, key=len)
