"""``iceberg export``: a canvas as a picture, a document or data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from iceberg.cli.files import loaded, same_file, written
from iceberg.cli.say import complain, printable, split_ids, split_names
from iceberg.cli.showing import (
    HIDE_HELP,
    SHOW_HELP,
    For,
    purpose_of,
    said,
    selection,
)
from iceberg.errors import ExportError
from iceberg.exporters import FORMATS, ExportOptions
from iceberg.exporters import export as exported
from iceberg.exporters.leaving.purposes import Purpose
from iceberg.exporters.pack import MEGABYTE
from iceberg.exporters.story.limit import parse_limit


class Page(StrEnum):
    """The sheets that a picture can be drawn for."""

    A4 = "a4"
    A3 = "a3"
    SLIDE = "slide"
    A1 = "a1"
    A0 = "a0"


class Printer(StrEnum):
    """The paper of an office printer."""

    A4 = "a4"
    A3 = "a3"


class Palette(StrEnum):
    """The colours that a picture can be drawn in."""

    WATER = "water"
    PLAIN = "plain"
    BLACK_AND_WHITE = "black_and_white"


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
    for_what: Annotated[
        For | None,
        typer.Option(
            "--for",
            case_sensitive=False,
            help="Sets page, detail and resolution; a .pdf for a report is all of it.",
        ),
    ] = None,
    show: Annotated[str | None, typer.Option(help=SHOW_HELP)] = None,
    hide: Annotated[str | None, typer.Option(help=HIDE_HELP)] = None,
    page: Annotated[
        Page | None,
        typer.Option(case_sensitive=False, help="Sheet; by default what the canvas says."),
    ] = None,
    palette: Annotated[
        Palette | None,
        typer.Option(case_sensitive=False, help="Colours; by default what the canvas says."),
    ] = None,
    dpi: Annotated[int | None, typer.Option(help="Dots per inch of a PNG; 300 by default.")] = None,
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
    printer: Annotated[
        Printer, typer.Option(case_sensitive=False, help="Paper that a wall is cut for.")
    ] = Printer.A4,
    formats: Annotated[
        str | None,
        typer.Option(help="What a .zip holds, with commas between: pdf,docx; by default all."),
    ] = None,
    size_limit: Annotated[
        float, typer.Option(min=0.001, help="How large a .zip may be, in megabytes.")
    ] = 10.0,
) -> None:
    """Write a canvas as a picture, a document or data; the extension of OUT chooses which."""
    canvas, purpose = loaded(file), purpose_of(for_what)
    extension = _extension(out, purpose)
    given = purpose.options(canvas) if purpose else ExportOptions()
    options = ExportOptions(
        page=page.value if page else given.page,
        dpi=dpi if dpi is not None else given.dpi,
        palette=palette.value if palette else None,
        show=selection(canvas, show, hide, given.show),
        greyscale=greyscale,
        layers=split_ids(layers) if layers is not None else None,
        transparent=transparent,
        whole=whole,
        limit=parse_limit(limit) if limit is not None else None,
        formats=split_names(formats) if formats is not None else None,
        printer=printer.value,
        size_limit=round(size_limit * MEGABYTE),
    )
    if same_file(file, out):
        raise ExportError(f"{out} is the canvas itself. Choose another name.")
    result = exported(canvas, extension, options)
    written(out, result.data, over=True)
    typer.echo(printable(f"Wrote {out}."))
    for note in dict.fromkeys((*said(canvas, options, purpose), *result.notes)):
        complain(f"Note: {note}")


def _extension(out: Path, purpose: Purpose | None) -> str:
    """The format that the name asks for; a purpose that has one of its own kind gives that.

    So a .pdf for a report is the report, as on the page to take away from.
    """
    name = out.name.lower()
    found = [fmt.extension for fmt in FORMATS if name.endswith(fmt.extension)]
    if not found:
        known = ", ".join(fmt.extension for fmt in FORMATS)
        raise ExportError(f"{out} names no format. End it with one of {known}.")
    asked = max(found, key=len)
    own = purpose.formats if purpose else ()
    return next((extension for extension in own if extension.endswith(asked)), asked)
