"""The picture as SVG: self-contained, text as text, in reading order."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as Xml

from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.layout.fonts import Face, families, runs
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.subset import subset_woff2
from iceberg.model import Canvas
from iceberg.scene.parts import (
    Box,
    Gradient,
    LinkDrawing,
    Mark,
    Paint,
    Path,
    PlacedLogo,
    Scene,
    Text,
)
from iceberg.scene.shapes import number

NAMESPACE: Final = "http://www.w3.org/2000/svg"
RTL_MARK: Final = "\u200f"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def scene_to_svg(scene: Scene, *, with_text: bool = True) -> bytes:
    """A scene as an SVG file in UTF-8, one unit a millimetre.

    Cards are ``rect[data-card]`` and links ``path[data-link]``, each with its id. The letters used
    are inside as fonts. ``with_text`` false leaves out all text, for those who set it themselves.
    """
    return _Writer(scene, with_text).svg()


def texts_of(scene: Scene) -> Iterator[Text]:
    """Every line of text that a scene draws."""
    groups: Iterable[tuple[Mark, ...]] = (
        scene.background,
        *(band.marks for band in scene.bands),
        *(iceberg.marks for iceberg in scene.icebergs),
        scene.waterline,
        *(link.marks for link in scene.links),
        *((*link.over, *(link.badge.marks if link.badge else ())) for link in scene.links),
        *(card.marks for card in scene.cards),
        scene.furniture,
    )
    return (mark for marks in groups for mark in marks if isinstance(mark, Text))


class _Writer:
    """Collects one SVG; gradients are numbered as they come up."""

    def __init__(self, scene: Scene, with_text: bool) -> None:
        self.scene = scene
        self.with_text = with_text
        self.gradients: dict[Gradient, str] = {}
        self.root = Xml.Element("svg", self._attributes())

    def _attributes(self) -> dict[str, str]:
        width, height = number(self.scene.page.width), number(self.scene.page.height)
        drawn = "".join(text.text for text in texts_of(self.scene))
        return {
            "xmlns": NAMESPACE,
            "width": f"{width}mm",
            "height": f"{height}mm",
            "viewBox": f"0 0 {width} {height}",
            "lang": self.scene.language,
            "role": "graphics-document document",
            "aria-labelledby": "title",
            "aria-describedby": "description",
            "font-family": ", ".join((*(f"'{f}'" for f in families(drawn)), "sans-serif")),
        }

    def svg(self) -> bytes:
        scene = self.scene
        _leaf(self.root, "title", scene.title, id="title")
        _leaf(self.root, "desc", scene.description, id="description")
        if self.with_text:
            _leaf(self.root, "style", font_faces(scene))
        defs = Xml.SubElement(self.root, "defs")
        top = scene.bands[0].y0 if scene.bands else 0.0
        header = tuple(m for m in scene.furniture if isinstance(m, Text) and m.y < top)
        footer = tuple(m for m in scene.furniture if m not in header)
        self._group(scene.background, hidden=True)
        self._group(header)
        if scene.logo:
            self.root.append(_logo(scene.logo))
        for band in scene.bands:
            self._group(band.marks, data_level=band.level)
        for iceberg in scene.icebergs:
            self._group(iceberg.marks, data_layer=iceberg.layer)
        self._group(scene.waterline, hidden=True)
        for link in scene.links:
            self._link(link)
        for link in scene.links:
            badge = link.badge.marks if link.badge else ()
            self._group((*link.over, *badge), hidden=True)
        for card in scene.cards:
            group = self._group(card.marks, role="img", aria_label=card.spoken)
            group.find("rect").set("data-card", card.id)  # type: ignore[union-attr]
        for link in scene.links:
            Xml.SubElement(self.root, "g", {"role": "img", "aria-label": legal(link.spoken)})
        self._group(footer)
        for gradient, name in self.gradients.items():
            _gradient(defs, gradient, name)
        text: str = Xml.tostring(self.root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()

    def _link(self, link: LinkDrawing) -> None:
        group = self._group(link.marks, hidden=True)
        group.findall("path")[-1].set("data-link", link.id)

    def _group(self, marks: tuple[Mark, ...], *, hidden: bool = False, **names: str) -> Xml.Element:
        attributes = {name.replace("_", "-"): legal(value) for name, value in names.items()}
        if hidden:
            attributes["aria-hidden"] = "true"
        group = Xml.SubElement(self.root, "g", attributes)
        for mark in marks:
            self._mark(group, mark)
        return group

    def _mark(self, parent: Xml.Element, mark: Mark) -> None:
        match mark:
            case Box():
                shape = {
                    "x": number(mark.x),
                    "y": number(mark.y),
                    "width": number(mark.width),
                    "height": number(mark.height),
                }
                radius = {"rx": number(mark.radius)} if mark.radius else {}
                Xml.SubElement(parent, "rect", {**shape, **radius, **self._paint(mark.paint)})
            case Path():
                Xml.SubElement(parent, "path", {"d": mark.d, **self._paint(mark.paint)})
            case Text() if self.with_text:
                _text(parent, mark)

    def _paint(self, paint: Paint) -> dict[str, str]:
        attributes = {"fill": self._fill(paint.fill)}
        if paint.stroke and paint.stroke_width:
            attributes |= {"stroke": paint.stroke, "stroke-width": number(paint.stroke_width)}
            attributes["stroke-linejoin"] = "round"
        if paint.dash:
            attributes["stroke-dasharray"] = " ".join(map(number, paint.dash))
        return attributes

    def _fill(self, fill: str | Gradient | None) -> str:
        if isinstance(fill, Gradient):
            name = self.gradients.setdefault(fill, f"gradient-{len(self.gradients) + 1}")
            return f"url(#{name})"
        return fill or "none"


def _logo(placed: PlacedLogo) -> Xml.Element:
    """The logo as an image with its own data: as an image, an SVG can neither run nor load."""
    attributes = {
        "x": number(placed.x),
        "y": number(placed.y),
        "width": number(placed.width),
        "height": number(placed.height),
        "href": f"data:{placed.logo.mime};base64,{placed.logo.data}",
        **({"role": "img", "aria-label": legal(placed.logo.alt)} if placed.logo.alt else {}),
    }
    return Xml.Element("image", attributes)


def legal(content: str) -> str:
    """The text without the characters that XML 1.0 forbids."""
    return _NOT_XML.sub("", content)


def _leaf(parent: Xml.Element, tag: str, content: str, **attributes: str) -> None:
    Xml.SubElement(parent, tag, attributes).text = legal(content)


def _gradient(defs: Xml.Element, gradient: Gradient, name: str) -> None:
    line = {"x1": "0", "y1": number(gradient.y0), "x2": "0", "y2": number(gradient.y1)}
    units = {"id": name, "gradientUnits": "userSpaceOnUse"}
    element = Xml.SubElement(defs, "linearGradient", {**units, **line})
    for at, colour in gradient.stops:
        Xml.SubElement(element, "stop", {"offset": number(at), "stop-color": colour})


def _text(parent: Xml.Element, text: Text) -> None:
    attributes = {
        "x": number(text.x),
        "y": number(text.y),
        "font-size": number(text.font_pt * MM_PER_PT),
        "fill": text.colour,
    }
    if text.bold:
        attributes["font-weight"] = "700"
    if text.anchor != "start":
        attributes["text-anchor"] = text.anchor
    if text.rtl:
        attributes["unicode-bidi"] = "plaintext"
    # Readers that know no unicode-bidi still see from the marks which way the line runs.
    edge = RTL_MARK if text.rtl else ""
    _leaf(parent, "text", f"{edge}{text.text}{edge}", **attributes)


def font_faces(scene: Scene, *more: str) -> str:
    """CSS that brings the letters of a scene, and of ``more`` in both weights, as data."""
    used: dict[Face, set[str]] = {}
    for one in more:
        for run in (*runs(one), *runs(one, bold=True)):
            used.setdefault(run.face, set()).update(run.text)
    for text in texts_of(scene):
        for run in runs(text.text, bold=text.bold):
            used.setdefault(run.face, set()).update(run.text)
    ordered = sorted(used, key=lambda face: (face.family, face.bold, str(face.path), face.index))
    return "".join(_font_face(face, frozenset(used[face])) for face in ordered)


def _font_face(face: Face, characters: frozenset[str]) -> str:
    data = base64.b64encode(subset_woff2(face, characters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    return Exported(scene_to_svg(scene), scene.notes)


FORMAT: Final = Format(".svg", "image/svg+xml", "Picture to scale (SVG)", _write)
