"""How a sheet prints: pages across that a person can read, never a line wider than its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.worksheet import Worksheet

from iceberg.exporters.story.parts import Column

LEAST_SCALE: Final = 85
"""Per cent; type of 11 pt prints at 9.4 pt or more."""
MARGIN: Final = 0.3
"""Inches beside the columns; office printers reach that far."""
_ACROSS: Final = 0.96 * (297 / 25.4 - 2 * MARGIN)
"""Inches of an A4 page across, less what programs differ by in the width of a digit."""
_DOTS: Final = 96
_DIGIT: Final = 7
_PADDING: Final = 5
"""Dots to an inch, of a digit of 11 pt and beside a cell's text (ECMA-376, part 1, 18.3.1.13)."""
_BUTTON: Final = 2
"""Digits that the button in a header cell takes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The columns on each page across, from 0, without the repeated one; the scale in per cent."""

    pages: tuple[tuple[int, ...], ...]
    scale: int


def width_of(column: Column) -> int:
    """How wide a column is, in digits."""
    return column.width + _BUTTON


def inches_of(column: Column) -> float:
    """How wide a column prints at 100 per cent."""
    return (_DIGIT * width_of(column) + _PADDING) / _DOTS


def printed(columns: tuple[Column, ...]) -> Printed:
    """As few pages across as hold what people read, in type that they can.

    Columns that only programs read come last and do not print. From the second page on the
    column that says which row it is comes first.
    """
    read = tuple(column for column in columns if column.only != "file")
    pages = tuple(_filled(read, subject_of(columns)))
    widest = max(_together(read, page, subject_of(columns)) for page in pages)
    return Printed(pages, min(100, int(100 * _ACROSS / widest)))


def subject_of(columns: tuple[Column, ...]) -> int:
    """The column that says which row it is: the widest, the first of several."""
    widths = [column.width if column.only is None else 0 for column in columns]
    return widths.index(max(widths))


def _filled(columns: tuple[Column, ...], subject: int) -> Iterator[tuple[int, ...]]:
    page: tuple[int, ...] = ()
    for place in range(len(columns)):
        if page and _together(columns, (*page, place), subject) > 100 * _ACROSS / LEAST_SCALE:
            yield page
            page = ()
        page = (*page, place)
    yield page


def _together(columns: tuple[Column, ...], page: tuple[int, ...], subject: int) -> float:
    """Inches that a page's columns take, with the repeated one if it comes after its own page."""
    repeated = (subject,) if subject < page[0] else ()
    return sum(inches_of(columns[place]) for place in (*repeated, *page))


def set_printing(sheet: Worksheet, columns: tuple[Column, ...], rows: int) -> None:
    """A4 across, the header row and the subject on every page, what belongs together in a row."""
    how = printed(columns)
    last = get_column_letter(how.pages[-1][-1] + 1)
    subject = get_column_letter(subject_of(columns) + 1)
    sheet.print_area = f"A1:{last}{rows + 1}"
    sheet.print_title_rows = "1:1"
    if len(how.pages) > 1:
        sheet.print_title_cols = f"{subject}:{subject}"
    ends = [Break(id=page[-1] + 1) for page in how.pages[:-1]]
    sheet.col_breaks = ColBreak(brk=ends)
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", "9"
    setup.scale, setup.pageOrder = how.scale, "overThenDown"
    margins = sheet.page_margins
    margins.left = margins.right = MARGIN
    margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
