"""Setting short items in lines: a legend, a list of assumptions, a list of sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iceberg.layout.text import line_width
from iceberg.scene.parts import Mark
from iceberg.scene.shapes import line_between

Draw = Callable[[float, float], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something with a width (mm) that draws itself from x on the baseline y."""

    width: float
    draw: Draw


Item = tuple[Piece, ...]
Row = tuple[tuple[float, Piece], ...]


def words(content: str, font_pt: float, colour: str, *, bold: bool = False) -> Piece:
    """A line of text as a piece."""
    width = line_width(content, font_pt, bold=bold)

    def draw(x: float, y: float) -> tuple[Mark, ...]:
        return (line_between(content, x, x + width, y, font_pt, colour, bold=bold),)

    return Piece(width, draw)


def space(width: float) -> Piece:
    """Empty room."""
    return Piece(width, lambda _x, _y: ())


def width_of(item: Item) -> float:
    """The width of an item's pieces side by side, in mm."""
    return sum(piece.width for piece in item)


def in_rows(items: tuple[Item, ...], room: float, gap: float) -> tuple[Row, ...]:
    """Items one after another in rows of ``room`` mm, ``gap`` apart; an item is never split."""
    rows: list[list[tuple[float, Piece]]] = []
    x = room
    for item in items:
        if not rows or x + gap + width_of(item) > room:
            rows.append([])
            x = -gap
        x += gap
        for piece in item:
            rows[-1].append((x, piece))
            x += piece.width
    return tuple(tuple(row) for row in rows)


def draw_row(row: Row, x: float, y: float) -> tuple[Mark, ...]:
    """The marks of a row that begins at x, on the baseline y."""
    return tuple(mark for at, piece in row for mark in piece.draw(x + at, y))
