"""SVG from strangers, down to what draws: no script, nothing foreign, nothing from elsewhere."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as Xml

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
DRAWING: Final = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "style",
    ]
)
"""The elements that are kept; everything else goes with all that is in it."""
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_ELSEWHERE: Final = re.compile(
    r"url\s*\(\s*(?![\"']?#)|@|\\|/\*|expression|javascript:|data:|-moz-binding", re.I
)
"""What could reach out of the file, or hide that it does."""
ELEMENTS_LIMIT: Final = 5_000
"""A logo of more shapes is a map."""
DEPTH_LIMIT: Final = 40


def clean_svg(content: bytes) -> bytes:
    """The drawing alone, in UTF-8; cleaning it again changes nothing.

    Raises ValueError for what is no SVG, has entities, or is more than a logo.
    """
    try:
        root = fromstring(content)
    except (Xml.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ValueError("it is not a plain SVG file") from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("it is not an SVG file")
    if sum(1 for _ in root.iter()) > ELEMENTS_LIMIT or _depth(root) > DEPTH_LIMIT:
        raise ValueError("it has too many shapes for a logo")
    kept: bytes = Xml.tostring(_cleaned(root, outermost=True), encoding="utf-8")
    return kept


def _depth(root: Xml.Element) -> int:
    deepest, waiting = 0, [(root, 1)]
    while waiting and deepest <= DEPTH_LIMIT:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in element]
    return deepest


def _cleaned(element: Xml.Element, *, outermost: bool = False) -> Xml.Element:
    """Without namespaces of other programs: names are plain, so that nothing needs a prefix."""
    kept = Xml.Element(_local(element.tag), {"xmlns": SVG} if outermost else {})
    for name, value in element.attrib.items():
        if (plain := _attribute(name, value)) is not None:
            kept.set(*plain)
    kept.text = element.text
    for child in element:
        if _draws(child):
            kept.append(_cleaned(child))
            kept[-1].tail = child.tail
    return kept


def _draws(element: Xml.Element) -> bool:
    if not (isinstance(element.tag, str) and element.tag.startswith(f"{{{SVG}}}")):
        return False
    name = _local(element.tag)
    is_safe = name != "style" or (not len(element) and not _ELSEWHERE.search(element.text or ""))
    return name in DRAWING and is_safe


def _attribute(name: str, value: str) -> tuple[str, str] | None:
    if name in ("href", f"{{{XLINK}}}href"):
        return ("href", value) if value.startswith("#") else None
    harmless = _NAME.fullmatch(name) and not name.lower().startswith("on")
    return (name, value) if harmless and not _ELSEWHERE.search(value) else None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def size_of_svg(content: bytes) -> tuple[float, float] | None:
    """Width and height in its own units: those of its view box, else its own; None if neither."""
    root = fromstring(content)
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    given = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    try:
        width, height = (float(re.sub(r"(px|mm|cm|in|pt)$", "", side)) for side in given)
    except ValueError:
        return None
    usable = all(0 < side < float("inf") for side in (width, height))
    return (width, height) if usable else None
