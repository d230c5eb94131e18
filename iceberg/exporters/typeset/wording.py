"""What is told in a PDF, and to the person who asks for it, where its words are too many."""

from __future__ import annotations

from typing import Final

from iceberg.wording import counted

SHORTENED: Final = (
    "The picture in words is longer than a PDF for archives (PDF/A) takes; this one tells as much "
    "as fits. The report and the file with the alt text tell all."
)


def rest(lines: int) -> str:
    """How a description ends that was cut."""
    return f"{counted(lines, 'more line')}: in the report, and in the file with the alt text."
