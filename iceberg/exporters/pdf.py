"""The picture as PDF for print: PDF/UA-1, real text, the whole picture in words as its alt text."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.typst_page import render
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    return Exported(render(scene, "pdf"), scene.notes)


FORMAT: Final = Format(".pdf", "application/pdf", "Page to print (PDF)", _write)
