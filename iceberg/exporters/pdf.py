"""The picture as PDF for print and for keeping: real text, the whole picture in words as its alt.

It is PDF/UA-1 and PDF/A-2a at once.
"""

from __future__ import annotations

from typing import Final

from iceberg import wording
from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.typeset import notes_on, render
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    revision = (wording.REVISION.format(revision=canvas.revision), *options.marks)
    notes = (*scene.notes, *notes_on(scene.description))
    return Exported(render(scene, "pdf", day=canvas.date, keywords=revision), notes)


FORMAT: Final = Format(".pdf", "application/pdf", "Page to print (PDF)", _write)
