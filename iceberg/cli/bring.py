"""``iceberg import``: a map from elsewhere as a canvas, with a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from iceberg.catalog import load_catalog
from iceberg.cli.files import same_file, written
from iceberg.cli.say import complain, printable, problem_lines, split_ids
from iceberg.errors import ExportError, IcebergError
from iceberg.exporters.canvas_file import write_canvas
from iceberg.importers import MAP_FORMATS, Imported, Rules, import_file, noted, read_rules
from iceberg.importers.disk import read_bytes
from iceberg.importers.limits import MAP_BYTES
from iceberg.wording import counted


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The map to bring in.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="The canvas to write, such as ours.iceberg.json.")
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="What the file is; by default its content tells. "
            f"One of {', '.join(one.id for one in MAP_FORMATS)}.",
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="R.md", help="Where to write the report, as Markdown.")
    ] = None,
    rules: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="RULES.toml", help="Rules that say where cards belong; see the README."
        ),
    ] = None,
    layers: Annotated[
        str, typer.Option(help="Ids of layers with commas between; see “iceberg layers”.")
    ] = "national,place",
) -> None:
    """Make a canvas of a map from another program, and say what was changed or left out.

    Where the file does not say on which layer and level a card belongs, a suggestion is taken; the
    report gives the reason of each.
    """
    if not out.name.lower().endswith(".json"):
        raise ExportError(f"{out} is no name that the app opens. End it with .iceberg.json.")
    if same_file(file, out):
        raise ExportError(f"{out} is the map itself. Choose another name.")
    imported = _imported(file, source, rules, split_ids(layers))
    if report:
        written(report, imported.report.markdown().encode(), over=True)
    written(out, write_canvas(noted(imported)).encode(), over=True)
    typer.echo(printable(f"Wrote {out}: {_counts(imported)}."))
    told = len(imported.report.remarks)
    where = f"{report} names it all." if report else "--report R.md names it all."
    if told:
        complain(f"Note: {counted(told, 'thing')} changed or left out; {where}")


def _imported(
    file: Path, source: str | None, rules: Path | None, layers: tuple[str, ...]
) -> Imported:
    # What is wrong with the rules names their file itself.
    ruled = _rules(rules) if rules else None
    try:
        content = read_bytes(file, MAP_BYTES + 1, "a map")
        return import_file(
            file.name, content, load_catalog(), layers=layers, format_id=source, rules=ruled
        )
    except IcebergError as error:
        for line in problem_lines(str(file), error):
            complain(line)
        raise typer.Exit(1) from None


def _rules(file: Path) -> Rules:
    return read_rules(read_bytes(file, MAP_BYTES, "a file of rules"), str(file))


def _counts(imported: Imported) -> str:
    canvas = imported.canvas
    return f"{counted(len(canvas.cards), 'card')}, {counted(len(canvas.links), 'link')}"
