"""The sheets and columns in which a workbook of ours holds a canvas, to be written and read back.

What a sheet says in words for people beside these columns is not read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["text", "number", "figure", "date", "yes", "values", "lines"]
Part: TypeAlias = Literal[
    "layers", "levels", "tray", "tray_links", "readings", "tray_readings", "assumptions",
    "history", "kept", "snapshots", "imports", "logo",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its heading, the field that it holds (``force.effect``), and how it spells it.

    ``values`` are several with ``|`` between, ``lines`` several on a line each.
    """

    heading: str
    name: str
    kind: Kind = "text"


CANVAS: Final = "Canvas"
"""The sheet with what is said of the canvas as a whole, a row each: what, and its value."""
WHAT: Final = "What"
VALUE: Final = "Value"
DETAILS: Final = (
    Field("Title", "title"),
    Field("Question", "question"),
    Field("Place", "place"),
    Field("Aim", "aim"),
    Field("Date", "date", "date"),
    Field("Language", "language"),
    Field("Revision", "revision", "number"),
    Field("Page", "view.page"),
    Field("Colours", "view.palette"),
    Field("Greyscale", "view.greyscale", "yes"),
    Field("Shown layer", "view.layers", "values"),
    Field("Left out of the picture", "view.left_out", "values"),
    Field("Organisation", "cover.organisation"),
    Field("Funder", "cover.funder"),
    Field("Caption", "cover.caption"),
    Field("Text runs", "cover.direction"),
    Field("Dismissed finding", "dismissed", "values"),
)
"""Each value of several has a row of its own here."""

_FORCE: Final = (
    Field("Effect", "force.effect"),
    Field("Strength", "force.strength", "number"),
    Field("Can we shift it?", "force.shiftable"),
)
_READING: Final = (
    Field("Date", "date", "date"),
    Field("Direction", "direction"),
    Field("Figure", "figure", "figure"),
    Field("Unit", "unit"),
    Field("Nation", "nation"),
    Field("Period", "period"),
    Field("Source", "source"),
    Field("Id", "id"),
    Field("Card id", "card"),
)
SHEETS: Final[dict[Part, tuple[str, tuple[Field, ...]]]] = {
    "layers": (
        "Layers",
        (
            Field("Id", "id"),
            Field("Title", "title"),
            Field("Order", "order", "number"),
            Field("Colour", "colour"),
            Field("Scope", "scope"),
        ),
    ),
    "levels": (
        "Levels",
        (
            Field("Layer id", "layer"),
            Field("Level", "level"),
            Field("Question", "question"),
            Field("Example", "example"),
            Field("Mistake", "mistake"),
        ),
    ),
    "tray": (
        "Tray",
        (
            Field("Card", "text"),
            *_FORCE,
            Field("Votes", "votes", "number"),
            Field("Tags", "tags", "values"),
            Field("Source", "source"),
            Field("Note", "note"),
            Field("Id", "id"),
            Field("Originals", "originals", "values"),
            Field("Unsure", "unsure", "yes"),
            Field("X", "hint.x", "number"),
            Field("Y", "hint.y", "number"),
        ),
    ),
    "tray_links": (
        "Tray links",
        (
            Field("Cause id", "source"),
            Field("Link", "verb"),
            Field("Effect id", "target"),
            Field("Sign", "sign"),
            Field("Strength", "strength", "number"),
            Field("Takes time", "delayed", "yes"),
            Field("Note", "note"),
            Field("Id", "id"),
        ),
    ),
    "readings": ("Readings", _READING),
    "tray_readings": ("Tray readings", _READING),
    "assumptions": (
        "Assumptions",
        (
            Field("Assumption", "text"),
            Field("Status", "status"),
            Field("Load-bearing", "load_bearing", "yes"),
            Field("Vulnerable", "vulnerable", "yes"),
            Field("To protect it", "shaping", "lines"),
            Field("In case it fails", "hedging", "lines"),
            Field("Owner", "owner"),
            Field("Review by", "review", "date"),
            Field("Id", "id"),
            Field("Card ids", "cards", "values"),
            Field("Link ids", "links", "values"),
            Field("Warning sign", "signpost"),
            Field("Seen on card id", "signpost_card"),
            Field("Passed", "threshold.crossing"),
            Field("Passed at", "threshold.figure", "number"),
        ),
    ),
    "history": (
        "History",
        (
            Field("Assumption id", "assumption"),
            Field("Date", "date", "date"),
            Field("Status", "status"),
            Field("Note", "note"),
            Field("Wording", "text"),
            Field("Looked at", "look", "yes"),
        ),
    ),
    "kept": (
        "Findings",
        (
            Field("What we found", "text"),
            Field("Kind", "kind"),
            Field("Kept on", "date", "date"),
            Field("Id", "id"),
            Field("Card ids", "cards", "values"),
            Field("Link ids", "links", "values"),
        ),
    ),
    "snapshots": (
        "Snapshots",
        (
            Field("Name", "name"),
            Field("Revision", "revision", "number"),
            Field("Date", "date", "date"),
            Field("Id", "id"),
        ),
    ),
    "imports": (
        "Imports",
        (
            Field("Name", "name"),
            Field("Read as", "format"),
            Field("Date", "date", "date"),
            Field("Report", "report"),
            Field("Id", "id"),
        ),
    ),
    "logo": ("Logo", (Field("Kind", "kind"), Field("Shows", "alt"), Field("Data", "data"))),
}
"""The sheets besides those of cards and links, which any table has, with their columns.

A report or a logo that is longer than a cell goes on in the rows below, under the same id.
"""
LONG: Final = {"imports": "report", "logo": "data"}
PIECE: Final = 30_000
"""Characters of a long text in one row: a cell holds 32,767, and some are spelled with more."""
