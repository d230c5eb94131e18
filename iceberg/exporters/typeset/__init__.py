"""Pages set by typst: real text in reading order, tagged, the same bytes on every machine."""

from __future__ import annotations

from iceberg.exporters.typeset.page import render
from iceberg.exporters.typeset.run import (
    NO_DAY,
    PICTURE,
    dated,
    notes_on,
    set_pages,
    standards_for,
    template,
)
from iceberg.exporters.typeset.scene import language_of, scene_data

__all__ = [
    "NO_DAY",
    "PICTURE",
    "dated",
    "language_of",
    "notes_on",
    "render",
    "scene_data",
    "set_pages",
    "standards_for",
    "template",
]
