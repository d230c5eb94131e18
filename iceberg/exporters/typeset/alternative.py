"""The picture in words as a PDF can hold it: whole, or as many of its lines as fit."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from iceberg.exporters.typeset import wording

_LONGEST: Final = 32_767 - 2
"""Bytes of a string in a PDF/A-2 (ISO 19005-2, 6.1.13) without its mark of order."""


def alternative(description: str) -> str:
    """The description, or as many whole lines as PDF/A allows and how many more there are.

    Cards and assumptions stand on the page as text that is read out; the report and the file with
    the alt text tell all.
    """
    if _bytes(description) <= _LONGEST:
        return description
    lines = description.split("\n")
    room = _LONGEST - _bytes(wording.rest(len(lines)))
    lengths = accumulate(_bytes(f"{line}\n") for line in lines)
    kept = sum(length <= room for length in lengths)
    return "\n".join((*lines[:kept], wording.rest(len(lines) - kept)))


def notes_on(description: str) -> tuple[str, ...]:
    """What the person who asks for a picture told in these words has to know of its PDF."""
    return () if alternative(description) == description else (wording.SHORTENED,)


def _bytes(text: str) -> int:
    return len(text.encode("utf-16-be", "surrogatepass"))
