"""What a file that leaves the canvas is called."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from iceberg.model import Canvas

_LENGTH: Final = 60


def file_name(canvas: Canvas, extension: str) -> str:
    """``<title>-<date>-r<revision><extension>`` in small ASCII letters, safe on every system.

    A date or a revision that the canvas does not have is left out.
    """
    folded = unicodedata.normalize("NFKD", canvas.title).encode("ascii", "ignore").decode()
    title = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")[:_LENGTH].strip("-")
    date = canvas.date.isoformat() if canvas.date else ""
    revision = f"r{canvas.revision}" if canvas.revision else ""
    return "-".join(filter(None, (title or "canvas", date, revision))) + extension
