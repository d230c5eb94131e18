"""The story of a canvas as plain data: sections of sentences and tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

_BOLD = 1.5
"""How much wider a letter of a title may be than one of the text."""
_PADDING = 3
"""The room beside a cell's text, in letters."""

Value = str | int | float | dt.date | None
Row = tuple[Value, ...]
SectionName = Literal[
    "how_to_read", "found", "cards", "links", "forces", "assumptions", "readings", "sources"
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

    ``document``: for people who read a page; ``data``: for those who sort and count.
    """

    title: str
    width: int
    only: Literal["document", "data"] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a value is text, a number, a date, or None where nothing is known."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def for_document(self) -> Table:
        """The columns for people who read a page, without those that hold nothing."""
        kept = [n for n in self._but("data") if any(row[n] not in (None, "") for row in self.rows)]
        return self._with(kept)

    def shares(self) -> tuple[float, ...]:
        """How much of a page's width each column takes, 1 in all; no word of a title is cut."""
        letters = [
            max(column.width, _BOLD * max(map(len, column.title.split()))) + _PADDING
            for column in self.columns
        ]
        return tuple(one / sum(letters) for one in letters)

    def for_data(self) -> Table:
        """The columns for people who sort and count."""
        return self._with(self._but("document"))

    def _but(self, only: str) -> list[int]:
        return [n for n, column in enumerate(self.columns) if column.only != only]

    def _with(self, kept: list[int]) -> Table:
        columns = tuple(self.columns[n] for n in kept)
        return replace(
            self, columns=columns, rows=tuple(tuple(row[n] for n in kept) for row in self.rows)
        )


@dataclass(frozen=True, slots=True)
class Section:
    """What is said under one heading, in this order: sentences, points, table, parts.

    ``data`` is the whole section as one table, where it has one.
    """

    title: str
    sentences: tuple[Sentence, ...] = ()
    points: tuple[Sentence, ...] = ()
    table: Table | None = None
    parts: tuple[Section, ...] = ()
    data: Table | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say under this heading."""
        has_rows = self.table is not None and bool(self.table.rows)
        return not (self.sentences or self.points or has_rows or self.parts)


@dataclass(frozen=True, slots=True)
class Story:
    """A canvas in words.

    ``alt`` is the picture in a sentence or two, ``description`` the whole picture in words, a line
    a card or link; ``sections`` has every section by name, also those that are empty.
    """

    title: str
    subtitle: str
    language: str
    alt: str
    description: str
    sections: dict[SectionName, Section]

    def told(self) -> tuple[Section, ...]:
        """The sections that have something to say, in reading order."""
        return tuple(section for section in self.sections.values() if not section.is_empty)
