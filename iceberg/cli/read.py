"""``iceberg read``: what a canvas tells, in plain words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import Annotated, Final

import typer

from iceberg.analyses import Finding, few, left_to_tell
from iceberg.analyses import read as findings_of
from iceberg.analyses.wording import KEPT_TITLE, KIND_TITLES, NOTHING, SURE_MARKS
from iceberg.cli.files import loaded
from iceberg.cli.say import printable
from iceberg.model import Canvas
from iceberg.wording import counted

_WIDEST: Final = 100
"""Characters a line at most; longer ones are hard to read aloud from."""


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The canvas file.")],
    everything: Annotated[
        bool, typer.Option("--all", help="Tell all findings, not only the first of each kind.")
    ] = False,
    since: Annotated[
        Path | None,
        typer.Option(
            "--since",
            metavar="FILE",
            help="The canvas file as it was at the last review: what is new since then asks for "
            "another look too.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print all findings as JSON, with what they name.")
    ] = False,
) -> None:
    """Tell what a canvas says: what holds it, what reaches the place, which assumptions wobble.

    What the room has kept comes first; what it has dismissed is only among all findings as JSON.
    """
    canvas = loaded(file)
    then = loaded(since) if since else None
    reviewed = {a.id: then for a in then.assumptions} if then else {}
    found = findings_of(canvas, today=dt.date.today(), then=reviewed)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in found], indent=2))
        return
    found = left_to_tell(canvas, found)
    shown = found if everything else few(found)
    typer.echo(printable(canvas.title))
    lines = [*_kept(canvas), *_lines(shown)]
    for line in lines or (NOTHING,):
        typer.echo(line)
    if len(shown) < len(found):
        typer.echo(f"\n{counted(len(found) - len(shown), 'finding')} more: add --all.")


def _kept(canvas: Canvas) -> Iterator[str]:
    if canvas.kept:
        yield f"\n{KEPT_TITLE.upper()}"
    for finding in canvas.kept:
        yield from _wrapped(finding.text, "• ")


def _lines(findings: Iterable[Finding]) -> Iterator[str]:
    for kind, group in groupby(findings, key=lambda finding: finding.kind):
        yield f"\n{KIND_TITLES[kind].upper()}"
        for to_try, alike in groupby(group, key=lambda finding: finding.to_try):
            for finding in alike:
                mark = SURE_MARKS[finding.sure]
                yield from _wrapped(f"{finding.sentence} {mark}".strip(), "• ")
            yield from _wrapped(to_try, "  ▸ ")


def _wrapped(text: str, begin: str) -> list[str]:
    width = min(_WIDEST, get_terminal_size((_WIDEST, 0)).columns)
    return wrap(printable(text), width, initial_indent=begin, subsequent_indent=" " * len(begin))
