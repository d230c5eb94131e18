"""The whole deck: the picture, the picture in shapes, a slide a layer, the assumptions."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Mm, Pt

from iceberg.exporters.drawing import draw
from iceberg.exporters.logos import png_of
from iceberg.exporters.office import settled
from iceberg.exporters.office.svg_blip import SVG_NAME, SVG_TYPE, svg_extension
from iceberg.exporters.outlines import outlined_svg
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.png import with_dpi
from iceberg.exporters.powerpoint import wording
from iceberg.exporters.powerpoint.native import native
from iceberg.exporters.powerpoint.tables import MARGIN, add_table, on_slides, rgb, run_from_right
from iceberg.exporters.powerpoint.xml import element
from iceberg.exporters.story import Story, tell
from iceberg.exporters.story.plain import as_text
from iceberg.exporters.svg import legal
from iceberg.exporters.tones import Tones, tones
from iceberg.exporters.typeset import render
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.scene.shown import shown_part

_TITLE_ONLY = 5
"""The place of the layout "Title Only" in the library's own template."""
_A4_HEIGHT = 210.0


def write(canvas: Canvas, options: ExportOptions) -> Exported:
    """Slides as large as the page of the picture, so that a millimetre stays one."""
    scene = draw(canvas, options)
    story = tell(canvas, layers=options.layers, whole=options.whole)
    deck = _Deck(scene, story, tones(canvas, options))
    deck.picture(options.dpi)
    deck.shapes(scene, wording.EDITABLE.format(title=story.title), canvas)
    for title, layer in _layers(canvas, options):
        deck.shapes(layer, wording.LAYER.format(title=story.title, layer=title), canvas)
    deck.assumptions()
    return Exported(settled(deck.data(), canvas, story), scene.notes)


def _layers(canvas: Canvas, options: ExportOptions) -> Iterator[tuple[str, Scene]]:
    """Each layer that the picture shows, alone; none where there is only one."""
    shown = shown_part(canvas, options.layers, whole=options.whole).ordered_layers()
    for layer in shown if len(shown) > 1 else ():
        yield layer.title, draw(canvas, replace(options, layers=(layer.id,)))


class _Deck:
    """Collects the slides of one presentation."""

    def __init__(self, scene: Scene, story: Story, tones: Tones) -> None:
        self._scene, self._story, self._tones = scene, story, tones
        self._width, self._height = scene.page.width, scene.page.height
        self._scale = self._height / _A4_HEIGHT
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Mm(self._width), Mm(self._height)

    def picture(self, dpi: int) -> None:
        """The picture on the whole slide, with its alternative; the story in the notes."""
        slide = self._slide(self._story.title, hidden=True)
        png = io.BytesIO(with_dpi(render(self._scene, "png", dpi=dpi), dpi))
        drawn = slide.shapes.add_picture(png, 0, 0, Mm(self._width), Mm(self._height))
        drawn._element.nvPicPr.cNvPr.set("descr", legal(self._story.alt))
        self._sharpen(slide, drawn)
        told = as_text(self._story.told())
        slide.notes_slide.notes_text_frame.text = legal(told)

    def _sharpen(self, slide: Any, drawn: Any) -> None:
        """Add the SVG that newer programs show instead of the bitmap."""
        svg = outlined_svg(self._scene)
        if svg is None:
            return
        part = Part(PackURI(f"/ppt/media/{SVG_NAME}"), SVG_TYPE, slide.part.package, svg)
        relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        drawn._element.blipFill.blip.append(parse_xml(svg_extension(relation)))

    def shapes(self, scene: Scene, title: str, canvas: Canvas) -> None:
        """A scene in shapes that can be edited; the notes say it in words."""
        slide = self._slide(title, hidden=True)
        tree = slide.shapes._spTree
        first = max(shape.shape_id for shape in slide.shapes) + 1
        for group in native(scene, {card.id: card.text for card in canvas.cards}, first):
            tree.append(group)
        _add_logo(slide, scene)
        slide.notes_slide.notes_text_frame.text = legal(scene.description)

    def assumptions(self) -> None:
        """The assumptions in a table; no slide where there are none."""
        rows = self._story.sections["assumptions"].table
        if rows is None or not rows.rows:
            return
        parts = on_slides(rows.for_document(), self._width, self._height, self._scale)
        for n, part in enumerate(parts, start=1):
            name = wording.ASSUMPTIONS
            if len(parts) > 1:
                name = wording.CONTINUED.format(title=name, part=n, parts=len(parts))
            slide = self._slide(name)
            table = add_table(slide, part, self._width, self._scale, name, self._tones)
            if self._story.from_right:
                run_from_right(table)

    def data(self) -> bytes:
        """The finished file."""
        package = self._deck.part.package
        for key, relation in list(package._rels.items()):
            if relation.reltype.endswith("/thumbnail"):
                package.drop_rel(key)
        for slide in self._deck.slides:
            _speak(slide._element, self._story.language)
            if slide.has_notes_slide:
                _speak(slide.notes_slide._element, self._story.language)
        out = io.BytesIO()
        self._deck.save(out)
        return out.getvalue()

    def _slide(self, title: str, *, hidden: bool = False) -> Any:
        """A slide with its title; a hidden one stands above the slide, for those who listen."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        holder = slide.shapes.title
        margin, high = MARGIN * self._scale, 16 * self._scale
        top = -high - 4 if hidden else margin * 0.7
        holder.left, holder.top = Mm(margin), Mm(top)
        holder.width, holder.height = Mm(self._width - 2 * margin), Mm(high)
        holder.text_frame.text = legal(title)
        [line] = holder.text_frame.paragraphs
        line.alignment = PP_ALIGN.RIGHT if self._story.from_right else PP_ALIGN.LEFT
        line.font.size, line.font.color.rgb = Pt(26 * self._scale), rgb(self._tones.ink)
        return slide


def _speak(tree: Any, language: str) -> None:
    """The language of every run of text, for screen readers and for the spelling."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for run in tree.iter(f"{space}r"):
        properties = run.find(f"{space}rPr")
        if properties is None:
            properties = element("a:rPr")
            run.insert(0, properties)
        properties.set("lang", language)


def _add_logo(slide: Any, scene: Scene) -> None:
    """The canvas's logo where the picture has it, with what it shows in words."""
    placed = scene.logo
    if placed is None:
        return
    size = Mm(placed.x), Mm(placed.y), Mm(placed.width), Mm(placed.height)
    drawn = slide.shapes.add_picture(io.BytesIO(png_of(placed)), *size)
    drawn.name = wording.LOGO
    drawn._element.nvPicPr.cNvPr.set("descr", legal(placed.logo.alt))
