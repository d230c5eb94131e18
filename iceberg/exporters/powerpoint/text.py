"""Text in shapes, in the theme's own type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iceberg.exporters.powerpoint.paint import solid
from iceberg.exporters.powerpoint.xml import Element, element, emu
from iceberg.exporters.svg import legal
from iceberg.layout.text import is_rtl
from iceberg.scene.parts import Text

_SIDES: Final = {"start": "l", "middle": "ctr", "end": "r"}
_INSETS: Final = ("left", "top", "right", "bottom")
_LEAST: Final = 100
"""The smallest type that DrawingML knows: 1 pt."""


@dataclass(frozen=True, slots=True)
class Insets:
    """Room kept free inside a shape, in mm."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


def body(insets: Insets, *, wraps: bool) -> Element:
    """How text stands in its shape: as one line, or wrapped and, once edited, made to fit."""
    sides = {f"{name[0]}Ins": emu(max(getattr(insets, name), 0.0)) for name in _INSETS}
    made = element("a:bodyPr", wrap="square" if wraps else "none", rtlCol=0, anchor="t", **sides)
    if wraps:
        made.append(element("a:normAutofit"))
    return made


def text_body(properties: Element, text: Text, font_pt: float) -> Element:
    """One line as a scene draws it, in type of this size."""
    side = _SIDES[text.anchor]
    run = _run(text.text, font_pt, text.colour, bold=text.bold)
    return element("p:txBody", properties, element("a:lstStyle"), paragraph(side, text.rtl, run))


def card_body(
    properties: Element, content: str, font_pt: float, colour: str, spacing: float
) -> Element:
    """A card's text as people wrote it, which the shape wraps; ``spacing`` is 1 for single."""
    rtl = is_rtl(content)
    runs: list[Element] = []
    for n, part in enumerate(content.split("\n")):
        runs += [element("a:br")] if n else []
        runs.append(_run(part, font_pt, colour))
    said = paragraph("r" if rtl else "l", rtl, *runs, spacing=spacing)
    return element("p:txBody", properties, element("a:lstStyle"), said)


def paragraph(side: str, rtl: bool, *runs: Element, spacing: float = 1.0) -> Element:
    """Runs of text on one side of their shape."""
    way = element("a:pPr", algn=side, rtl=int(rtl))
    if spacing != 1.0:
        share = element("a:spcPct", val=round(spacing * 100_000))
        way.append(element("a:lnSpc", share))
    return element("a:p", way, *runs)


def _run(content: str, font_pt: float, colour: str, *, bold: bool = False) -> Element:
    words = element("a:t")
    words.text = legal(content)
    properties = element("a:rPr", solid(colour), sz=max(round(font_pt * 100), _LEAST), b=int(bold))
    return element("a:r", properties, words)
