"""The columns in which a table holds cards and links, and how their cells are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

COLUMNS: Final = (
    "Id",
    "Layer",
    "Level",
    "Text",
    "Effect",
    "Strength",
    "Shiftable",
    "Votes",
    "Tags",
    "Source",
    "Note",
    "Row",
    "X",
    "Y",
    "Pinned",
    "Originals",
    "Unsure",
    "From",
    "To",
    "Verb",
    "Sign",
    "Delayed",
)
"""What a table of ours has; a row with From and To is a link, every other row a card."""

BETWEEN: Final = "|"
"""What stands between several values in one cell, as in Kumu's tables."""

_LOOKS_LIKE_A_FORMULA: Final = re.compile(r"'*[=+\-@\t\r].", re.DOTALL)
_QUOTED_FORMULA: Final = re.compile(r"'+[=+\-@\t\r].", re.DOTALL)


def spelled(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; `read_cell` takes it back.

    After OWASP, CSV injection: an apostrophe before =, +, − and @.
    """
    return f"'{text}" if _LOOKS_LIKE_A_FORMULA.match(text) else text


def literal(text: str) -> str:
    """A text as a cell that `read_cell` takes back, where cells know text from formulas."""
    return f"'{text}" if _QUOTED_FORMULA.match(text) else text


def read_cell(cell: str) -> str:
    """The text that a cell spells."""
    return cell[1:] if _QUOTED_FORMULA.match(cell) else cell


def joined(values: Iterable[str]) -> str:
    r"""Several values as one cell, ``a|b``; marks that part values get a ``\`` before in them."""
    return BETWEEN.join(map(_escaped, values))


def listed(values: Iterable[str]) -> str:
    """The same with commas, ``a, b``, where people read it; to be split with ``commas``."""
    return ", ".join(map(_escaped, values))


def split(cell: str, *, commas: bool = False) -> tuple[str, ...]:
    """The values of a cell, without empty ones; ``commas`` part them too where no ``|`` does."""
    parts = _parts(cell, BETWEEN)
    if commas and len(parts) == 1:
        parts = [part.strip() for part in _parts(cell, ",")]
    return tuple(re.sub(r"\\([\\|,])", r"\1", part) for part in parts if part.strip())


def _escaped(value: str) -> str:
    return re.sub(r"([\\|,])", r"\\\1", value)


def _parts(cell: str, mark: str) -> list[str]:
    return re.findall(rf"((?:\\.|[^{mark}\\]|\\$)+)", cell, re.DOTALL)
