"""The picture and its story as a report to send: tagged, with bookmarks, at 11 pt."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.report.document import report_data, texts_in, words_of
from iceberg.exporters.story import tell
from iceberg.exporters.tones import tones
from iceberg.exporters.typeset import set_pages, template
from iceberg.model import Canvas
from iceberg.scene.build import lost_letters


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    story = tell(canvas, layers=options.layers, whole=options.whole)
    data = report_data(canvas, scene, story, tones(canvas, options))
    data |= {"marks": options.marks}
    pages = set_pages(template("report"), data, texts_in(data), "pdf")
    notes = dict.fromkeys((*scene.notes, *lost_letters(words_of(story))))
    return Exported(pages, tuple(notes))


FORMAT: Final = Format(".report.pdf", "application/pdf", "Report to send (PDF)", _write)
