"""What a file is for: each purpose sets page, type and detail, and offers its formats first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from iceberg.exporters.leaving.selection import Selection
from iceberg.exporters.parts import ExportOptions
from iceberg.model import Canvas, PageName
from iceberg.scene.shown import shown_part

PurposeName = Literal["bid", "slide", "report", "wall", "website"]
PURPOSES: Final[tuple[PurposeName, ...]] = get_args(PurposeName)


@dataclass(frozen=True, slots=True)
class Purpose:
    """How a file for something is made.

    ``least_pt`` is the smallest type of a card that can be read there, in points; ``most_cards``
    how many are shown unless asked otherwise, the strongest ones. ``formats`` are extensions, the
    most usual first; ``read_where`` ends the sentence that something is too small to read.
    """

    name: PurposeName
    page: PageName
    dpi: int
    least_pt: float
    formats: tuple[str, ...]
    read_where: str
    larger: tuple[PageName, ...] = ()
    most_cards: int | None = None

    def options(self, canvas: Canvas) -> ExportOptions:
        """The options that suit this purpose, for this canvas."""
        seen = len(shown_part(canvas).cards)
        too_many = self.most_cards is not None and seen > self.most_cards
        show = Selection(strongest=self.most_cards) if too_many else None
        return ExportOptions(page=self.page, dpi=self.dpi, show=show)


_ALL: Final = (
    Purpose(
        "bid",
        page="a4",
        dpi=300,
        least_pt=6.5,
        formats=(".pdf", ".docx", ".txt", ".alt.txt", ".png", ".zip"),
        read_where="on paper",
        larger=("a3",),
    ),
    Purpose(
        "slide",
        page="slide",
        dpi=150,
        least_pt=8.0,
        formats=(".pptx", ".png", ".svg", ".pdf"),
        read_where="from the back of a room",
        most_cards=16,
    ),
    Purpose(
        "report",
        page="a4",
        dpi=300,
        least_pt=6.5,
        formats=(".report.pdf", ".docx", ".html", ".xlsx", ".ics", ".zip"),
        read_where="on paper",
        larger=("a3",),
    ),
    Purpose(
        "wall",
        page="a1",
        dpi=150,
        least_pt=16.0,
        formats=(".pdf", ".tiles.pdf", ".svg", ".png"),
        read_where="from two steps away",
        larger=("a0",),
    ),
    Purpose(
        "website",
        page="a4",
        dpi=150,
        least_pt=5.0,
        formats=(".html", ".svg", ".png", ".alt.txt"),
        read_where="on a screen",
    ),
)


def purpose(name: PurposeName) -> Purpose:
    """The purpose with this name."""
    return next(one for one in _ALL if one.name == name)
