"""SVG from strangers, down to what draws: no script, nothing foreign, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
DRAWN_LIMIT: Final = 100_000
"""Shapes with all their repetitions."""
_LONGEST_CHAIN: Final = 200
_NAMED: Final = re.compile(r"url\s*\(\s*[\"']?#([^\s\"')]+)")


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
    cleaned = _cleaned(root, outermost=True)
    if _drawn(cleaned) > DRAWN_LIMIT:
        raise ValueError("it repeats its shapes too often for a logo")
    kept: bytes = Xml.tostring(cleaned, encoding="utf-8")
    return kept


def says_something(cleaned: bytes) -> bool:
    """Whether a cleaned SVG has text that needs a font; its title and description need none."""
    texts = fromstring(cleaned).iter(f"{{{SVG}}}text")
    return any("".join(text.itertext()).strip() for text in texts)


def _drawn(root: Xml.Element) -> int:
    """How many shapes are drawn at most, with all that are drawn again by their names.

    A few lines that repeat each other can ask for billions; circles count as too many.
    """
    named = {element.get("id", ""): element for element in root.iter()}
    known: dict[Xml.Element, int] = {}

    def count(element: Xml.Element, chain: int = 0) -> int:
        if chain > _LONGEST_CHAIN:
            return DRAWN_LIMIT + 1
        if element not in known:
            known[element] = DRAWN_LIMIT + 1
            again = (named[name] for name in _names(element) if name in named)
            known[element] = 1 + sum(count(one, chain + 1) for one in (*element, *again))
        return known[element]

    return count(root)


def _names(element: Xml.Element) -> Iterator[str]:
    """The names of the parts that an element repeats or is painted with."""
    for name, value in element.attrib.items():
        yield from (value[1:],) if name == "href" else _NAMED.findall(value)


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
