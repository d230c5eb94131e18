"""Elements of DrawingML (ECMA-376, part 1, chapter 20) in EMU, 36,000 of them a millimetre."""

from __future__ import annotations

from typing import Final, TypeAlias

from pptx.oxml.xmlchemy import BaseOxmlElement, OxmlElement

from iceberg.exporters.svg import legal

Element: TypeAlias = BaseOxmlElement
EMU_PER_MM: Final = 36_000


def emu(mm: float) -> int:
    """A length in EMU."""
    return round(mm * EMU_PER_MM)


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element such as ``a:off`` with its attributes and children."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(name, legal(value) if isinstance(value, str) else str(value))
    for child in children:
        made.append(child)
    return made


def placed(tag: str, left: int, top: int, width: int, height: int, *more: Element) -> Element:
    """An ``xfrm``: where something stands, in EMU."""
    return element(
        tag,
        element("a:off", x=left, y=top),
        element("a:ext", cx=width, cy=height),
        *more,
    )
