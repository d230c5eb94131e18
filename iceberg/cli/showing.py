"""What ``--for``, ``--show`` and ``--hide`` ask for, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final

from iceberg.analyses import read
from iceberg.cli.say import split_names
from iceberg.errors import ExportError
from iceberg.exporters import ExportOptions
from iceberg.exporters.drawing import draw
from iceberg.exporters.leaving.advice import advice
from iceberg.exporters.leaving.people import people
from iceberg.exporters.leaving.purposes import Purpose, purpose
from iceberg.exporters.leaving.selection import Selection, select
from iceberg.model import Canvas
from iceberg.scene.shown import shown_part

HIDEABLE: Final = ("quoted", "sensitive", "names")
SHOW_HELP: Final = (
    "all, strongest:12, cards:ID,ID, or finding:ID (a kept finding, a chain or a loop; see "
    "“iceberg read --json”); by default what suits --for."
)
HIDE_HELP: Final = "What to leave out, with commas between: quoted, sensitive, names."
_STRONGEST: Final = re.compile(r"strongest\s*[: ]\s*(\d{1,4})")


class For(StrEnum):
    """What a file is for."""

    BID = "bid"
    SLIDE = "slide"
    REPORT = "report"
    WALL = "wall"
    WEBSITE = "website"


def purpose_of(chosen: For | None) -> Purpose | None:
    """The purpose that was chosen, if one was."""
    return purpose(chosen.value) if chosen else None


def selection(
    canvas: Canvas, show: str | None, hide: str | None, given: Selection | None
) -> Selection:
    """What is asked for, beginning with what the purpose shows.

    Raises ExportError for words that ask for nothing known.
    """
    shown = (given or Selection()) if show is None else _shown(canvas, show)
    hidden = split_names(hide) if hide is not None else ()
    if unknown := [name for name in hidden if name not in HIDEABLE]:
        known = ", ".join(HIDEABLE)
        raise ExportError(f"--hide knows no “{unknown[0]}”. Choose from {known}.")
    named = people(canvas) if "names" in hidden else ()
    return replace(
        shown,
        without_quoted="quoted" in hidden,
        without_sensitive="sensitive" in hidden,
        hidden=tuple(hint.place for hint in named if hint.can_be_hidden),
    )


def _shown(canvas: Canvas, show: str) -> Selection:
    kind, _, rest = show.strip().partition(":")
    if show.strip() == "all":
        return Selection()
    if strongest := _STRONGEST.fullmatch(show.strip()):
        return Selection(strongest=int(strongest[1]))
    if kind == "cards" and rest:
        return Selection(cards=_known(canvas, split_names(rest)))
    if kind == "finding" and rest:
        return Selection(cards=_found(canvas, rest.strip()))
    raise ExportError(f"--show does not know “{show}”. Write {SHOW_HELP.partition(';')[0]}).")


def _known(canvas: Canvas, cards: tuple[str, ...]) -> tuple[str, ...]:
    for card in cards:
        if canvas.card(card) is None:
            raise ExportError(f"The canvas has no card “{card}”. Its file names them by id.")
    return cards


def _found(canvas: Canvas, key: str) -> tuple[str, ...]:
    found = {finding.id: finding.cards for finding in read(canvas)}
    found |= {kept.id: kept.cards for kept in canvas.kept}
    if not found.get(key):
        raise ExportError(
            f"There is no finding “{key}” with cards. “iceberg read --json” lists what there is."
        )
    return found[key]


def said(canvas: Canvas, options: ExportOptions, chosen: Purpose | None) -> Iterator[str]:
    """Notes about what is shown, what would spoil it for the purpose, and names left in."""
    part = select(canvas, options.show or Selection(), layers=options.layers, whole=options.whole)
    shown = shown_part(part, options.layers, whole=options.whole)
    if left_out := len(shown.view.left_out):
        yield f"Shows {len(shown.cards)} of {len(shown.cards) + left_out} cards."
    if chosen is not None:
        page = options.page or canvas.view.page
        palette = options.palette or canvas.view.palette
        scene = draw(part, replace(options, show=None))
        yield from advice(scene, shown, chosen, page, palette)
    if hints := people(part):
        places = "1 place" if len(hints) == 1 else f"{len(hints)} places"
        yield (
            f"{places} may name a person, such as “{hints[0].found}”. Read the file before it goes "
            "out, or leave them out with --hide names."
        )
