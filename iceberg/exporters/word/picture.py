"""The picture in the document, with its text alternative and its caption."""

from __future__ import annotations

import io
from typing import Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shape import InlineShape
from docx.shared import Mm, Pt

from iceberg.exporters.office.svg_blip import SVG_NAME, SVG_TYPE, svg_extension
from iceberg.exporters.outlines import outlined_svg
from iceberg.exporters.png import with_dpi
from iceberg.exporters.story import Story
from iceberg.exporters.svg import legal
from iceberg.exporters.typeset import render
from iceberg.exporters.word import wording
from iceberg.exporters.word.setup import LONG_SIDE, PICTURE_MARGIN, SHORT_SIDE
from iceberg.exporters.word.text import add_text
from iceberg.scene import Scene

_BESIDE: Final = 28
"""Millimetres that title and caption need on the picture's page."""
_CREDIT: Final = 7
"""Millimetres for a line that says who it is from and for."""


def add_picture(document: Document, scene: Scene, story: Story, *, dpi: int) -> None:
    """Title, picture and caption on the page that there is."""
    title = add_text(document.add_paragraph(style="Title"), story.title)
    title.paragraph_format.space_after = Pt(4)
    if story.credit:
        credit = add_text(document.add_paragraph(), story.credit)
        credit.paragraph_format.space_after = Pt(2)
    holder = document.add_paragraph()
    holder.alignment = WD_ALIGN_PARAGRAPH.CENTER
    holder.paragraph_format.space_after = Pt(2)
    holder.paragraph_format.keep_with_next = True
    png = with_dpi(render(scene, "png", dpi=dpi), dpi)
    drawn = holder.add_run().add_picture(
        io.BytesIO(png), width=Mm(_width(scene, _CREDIT if story.credit else 0))
    )
    properties = drawn._inline.docPr
    properties.set("name", legal(story.title))
    properties.set("descr", legal(f"{story.alt} {wording.IN_WORDS}"))
    _sharpen(document, drawn, scene)
    caption = f"{wording.FIGURE}: {story.caption or story.alt}"
    add_text(document.add_paragraph(style="Caption"), caption, rtl=False)


def _sharpen(document: Document, drawn: InlineShape, scene: Scene) -> None:
    """Add the SVG that newer programs show instead of the bitmap."""
    svg = outlined_svg(scene)
    if svg is None:
        return
    name = PackURI(f"/word/media/{SVG_NAME}")
    relation = document.part.relate_to(
        Part(name, SVG_TYPE, svg, document.part.package), RELATIONSHIP_TYPE.IMAGE
    )
    blip = drawn._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(parse_xml(svg_extension(relation)))


def _width(scene: Scene, beside: float) -> float:
    """As wide as the page allows beside so many more millimetres of words, in mm."""
    across = LONG_SIDE - 2 * PICTURE_MARGIN
    down = SHORT_SIDE - 2 * PICTURE_MARGIN - _BESIDE
    return min(across, (down - beside) * scene.page.width / scene.page.height)
