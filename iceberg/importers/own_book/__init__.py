"""A workbook of this program, read back as the canvas that it was made from."""

from __future__ import annotations

from iceberg.importers.own_book.reading import TITLE, is_book, read_book

__all__ = ["TITLE", "is_book", "read_book"]
