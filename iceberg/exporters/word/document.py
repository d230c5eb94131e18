"""The whole document, from the picture to the sources."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordDocument

from iceberg.exporters.drawing import draw
from iceberg.exporters.office import settled
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.story import tell
from iceberg.exporters.tones import tones
from iceberg.exporters.word.footer import add_footers
from iceberg.exporters.word.picture import add_picture
from iceberg.exporters.word.sections import add_section
from iceberg.exporters.word.setup import portrait, set_up
from iceberg.model import Canvas


def write(canvas: Canvas, options: ExportOptions) -> Exported:
    """The picture across a landscape page, then every section of the story on upright pages."""
    scene = draw(canvas, options)
    story = tell(canvas, layers=options.layers, whole=options.whole)
    document = Document()
    colours = tones(canvas, options)
    set_up(document, story, colours)
    add_picture(document, scene, story, dpi=options.dpi)
    portrait(document)
    add_footers(document, story)
    for section in story.told():
        add_section(document, section, colours, from_right=story.from_right)
    return Exported(settled(_bytes(document), canvas, story), scene.notes)


def _bytes(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
