"""The story of a canvas as plain data: sections of sentences and tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

_BOLD = 1.5
"""How much wider a letter of a title may be than one of the text."""
_LEAST_BOLD = 1.25
_PADDING = 3
_LEAST_PADDING = 2
"""The room beside a cell's text, in letters; the least ones are for where a page is narrow."""

Value = str | int | float | dt.date | None
Row = tuple[Value, ...]
SectionName = Literal[
    "glance",
    "how_to_read",
    "found",
    "cards",
    "links",
    "forces",
    "assumptions",
    "readings",
    "sources",
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or two, with the ids of the cards and links that it was made from."""

    text: str
    cards: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, its width in letters, and whether it is for one kind of reader only.

    ``document``: for people who read a page; ``data``: for those who sort and count; ``file``:
    for programs that open the file again. Those come last.
    """

    title: str
    width: int
    only: Literal["document", "data", "file"] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a value is text, a number, a date, or None where nothing is known."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def for_document(self) -> Table:
        """The columns for people who read a page, without those that hold nothing."""
        return self._with(self._filled(self._but("data", "file")))

    def shares(self, across: int = 0) -> tuple[float, ...]:
        """How much of a page's width each column takes, 1 in all; no word of a title is cut.

        ``across`` is how many letters the page holds; without it as many as the columns want.
        """
        words = [max(map(len, column.title.split())) for column in self.columns]
        wanted = [
            max(column.width, _BOLD * word) + _PADDING
            for column, word in zip(self.columns, words, strict=True)
        ]
        titles: list[float] = [_LEAST_BOLD * word + _LEAST_PADDING for word in words]
        room = max(float(across) or sum(wanted), sum(titles))
        return tuple(one / room for one in _fitted(wanted, titles, room))

    def for_data(self) -> Table:
        """The columns for people who sort and count."""
        return self._with(self._but("document"))

    def for_looking(self) -> Table:
        """What of the data a person looks at: no column for programs, and none without a value."""
        return self._with(self._filled(self._but("document", "file")))

    def _filled(self, places: list[int]) -> list[int]:
        return [n for n in places if any(row[n] not in (None, "") for row in self.rows)]

    def _but(self, *only: str) -> list[int]:
        return [n for n, column in enumerate(self.columns) if column.only not in only]

    def _with(self, kept: list[int]) -> Table:
        columns = tuple(self.columns[n] for n in kept)
        return replace(
            self, columns=columns, rows=tuple(tuple(row[n] for n in kept) for row in self.rows)
        )


def _fitted(wanted: list[float], least: list[float], room: float) -> list[float]:
    """The widths grown or shrunk alike to fill the room, none below its least."""
    fixed: set[int] = set()
    while True:
        left = room - sum(least[n] for n in fixed)
        rest = sum(width for n, width in enumerate(wanted) if n not in fixed)
        scale = left / rest if rest else 0.0
        tight = {n for n, width in enumerate(wanted) if width * scale < least[n]} - fixed
        if not tight:
            return [least[n] if n in fixed else w * scale for n, w in enumerate(wanted)]
        fixed |= tight


@dataclass(frozen=True, slots=True)
class Section:
    """What is said under one heading, in this order: sentences, points, table, parts.

    ``rows`` says the points as a table, for documents that show tables rather than points;
    ``data`` is the whole section as one table. Not every section has them.
    """

    title: str
    sentences: tuple[Sentence, ...] = ()
    points: tuple[Sentence, ...] = ()
    table: Table | None = None
    parts: tuple[Section, ...] = ()
    rows: Table | None = None
    data: Table | None = None

    def in_tables(self) -> Section:
        """The section with its points as a table, where it has them so, and so its parts."""
        parts = tuple(part.in_tables() for part in self.parts)
        if self.rows is None:
            return replace(self, parts=parts)
        return replace(self, points=(), table=self.rows, parts=parts)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say under this heading."""
        has_rows = self.table is not None and bool(self.table.rows)
        return not (self.sentences or self.points or has_rows or self.parts)


@dataclass(frozen=True, slots=True)
class Story:
    """A canvas in words.

    ``alt`` is the picture in a sentence or two, ``description`` the whole picture in words, a line
    a card or link; ``credit`` says who it is from and for; ``edition`` is the line that every page
    of a document ends with, revision and date; ``from_right`` says which way its pages run;
    ``sections`` has every section by name, also those that are empty.
    """

    title: str
    subtitle: str
    language: str
    alt: str
    description: str
    sections: dict[SectionName, Section]
    credit: str = ""
    caption: str = ""
    edition: str = ""
    from_right: bool = False

    def told(self) -> tuple[Section, ...]:
        """The sections that have something to say, in reading order."""
        return tuple(section for section in self.sections.values() if not section.is_empty)
