"""The picture in the document, with its text alternative and its caption."""

from __future__ import annotations

import io
from typing import Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from iceberg.exporters.png import with_dpi
from iceberg.exporters.story import Story
from iceberg.exporters.svg import legal
from iceberg.exporters.typst_page import render
from iceberg.exporters.word import wording
from iceberg.exporters.word.setup import LONG_SIDE, PICTURE_MARGIN, SHORT_SIDE
from iceberg.exporters.word.text import add_text
from iceberg.scene import Scene

_BESIDE: Final = 28
"""Millimetres that title and caption need on the picture's page."""


def add_picture(document: Document, scene: Scene, story: Story, *, dpi: int) -> None:
    """Title, picture and caption on the page that there is."""
    title = add_text(document.add_paragraph(style="Title"), story.title)
    title.paragraph_format.space_after = Pt(4)
    holder = document.add_paragraph()
    holder.alignment = WD_ALIGN_PARAGRAPH.CENTER
    holder.paragraph_format.space_after = Pt(2)
    holder.paragraph_format.keep_with_next = True
    png = with_dpi(render(scene, "png", dpi=dpi), dpi)
    drawn = holder.add_run().add_picture(io.BytesIO(png), width=Mm(_width(scene)))
    properties = drawn._inline.docPr
    properties.set("name", legal(story.title))
    properties.set("descr", legal(f"{story.alt} {wording.IN_WORDS}"))
    caption = f"{wording.FIGURE}: {story.alt}"
    add_text(document.add_paragraph(style="Caption"), caption, rtl=False)


def _width(scene: Scene) -> float:
    """As wide as the page allows, in mm."""
    across = LONG_SIDE - 2 * PICTURE_MARGIN
    down = SHORT_SIDE - 2 * PICTURE_MARGIN - _BESIDE
    return min(across, down * scene.page.width / scene.page.height)
