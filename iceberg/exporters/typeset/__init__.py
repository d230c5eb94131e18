"""Pages set by typst: real text in reading order, tagged, the same bytes on every machine."""

from __future__ import annotations

from iceberg.exporters.typeset.alternative import notes_on
from iceberg.exporters.typeset.page import render
from iceberg.exporters.typeset.run import (
    NO_DAY,
    PICTURE,
    dated,
    set_pages,
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
    "template",
]
