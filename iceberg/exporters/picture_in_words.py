"""The picture in words alone: alt text for a form or a website, then its full description."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.story import tell
from iceberg.exporters.story.answers import wording
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    """Both under their headings, to copy each into its own field."""
    story = tell(canvas, layers=options.layers, whole=options.whole)
    blocks = (wording.ALT, story.alt, wording.DESCRIPTION, story.description)
    return Exported(("\n\n".join(blocks) + "\n").encode())


FORMAT: Final = Format(".alt.txt", "text/plain", "Alt text and description (text)", _write)
