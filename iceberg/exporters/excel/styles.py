"""The styles of a workbook in the order that the schema wants."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as Xml

PART: Final = "xl/styles.xml"
_SPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Xml.register_namespace("", _SPACE)
_IN_ORDER: Final = (
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
)
"""The children of a font (ECMA-376, part 1, 18.8.22); the library has an order of its own."""


def in_order(styles: bytes) -> bytes:
    """The same styles with every font's children in the schema's order."""
    root = Xml.fromstring(styles)  # noqa: S314 - the library wrote it a moment ago
    for font in root.iter(f"{{{_SPACE}}}font"):
        font[:] = sorted(font, key=lambda child: _IN_ORDER.index(child.tag.rpartition("}")[2]))
    text: bytes = Xml.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text
