"""The drawing as JSON: millimetres, y downwards; also what the drawing on screen reads."""

from __future__ import annotations

import json
from typing import Any, Final

from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas
from iceberg.scene.parts import (
    Badge,
    Box,
    CardDrawing,
    Gradient,
    LinkDrawing,
    Mark,
    Paint,
    Path,
    PlacedLogo,
    Scene,
    Text,
)


def scene_to_dict(scene: Scene) -> dict[str, Any]:
    """A scene as plain JSON values.

    Keys: ``page``, ``title``, ``description``, ``language``, ``background``, ``bands``,
    ``icebergs``, ``waterline``, ``links``, ``cards``, ``furniture``, ``texts``, ``notes`` and, for
    a canvas that has one, ``logo`` (its file in base64).
    Marks have a ``kind`` (box, path or text); ``texts`` repeats header, labels and footer with
    their ``role``. Lengths in mm, type in points.
    """
    rest = rest_to_dict(scene)
    after = {key: rest.pop(key) for key in ("furniture", "texts", "notes")}
    return {
        **rest,
        "links": [link_to_dict(link) for link in scene.links],
        "cards": [card_to_dict(card) for card in scene.cards],
        **after,
        **({"logo": _logo(scene.logo)} if scene.logo else {}),
    }


def rest_to_dict(scene: Scene) -> dict[str, Any]:
    """A scene without its cards and links as plain JSON values, by the keys of the whole."""
    return {
        "page": {"width": scene.page.width, "height": scene.page.height},
        "title": scene.title,
        "description": scene.description,
        "language": scene.language,
        "background": _marks(scene.background),
        "bands": [
            {"level": band.level, "y0": band.y0, "y1": band.y1, "marks": _marks(band.marks)}
            for band in scene.bands
        ],
        "icebergs": [
            {
                "layer": iceberg.layer,
                "title": iceberg.title,
                "outline": [list(point) for point in iceberg.outline],
                "marks": _marks(iceberg.marks),
            }
            for iceberg in scene.icebergs
        ],
        "waterline": _marks(scene.waterline),
        "furniture": _marks(scene.furniture),
        "texts": _texts(scene),
        "notes": list(scene.notes),
    }


def card_to_dict(card: CardDrawing) -> dict[str, Any]:
    """A card's drawing as plain JSON values."""
    return {
        "id": card.id,
        "layer": card.layer,
        "level": card.level,
        "x": card.x,
        "y": card.y,
        "width": card.width,
        "height": card.height,
        "lines": list(card.lines),
        "font_pt": card.font_pt,
        "spoken": card.spoken,
        "marks": _marks(card.marks),
    }


def link_to_dict(link: LinkDrawing) -> dict[str, Any]:
    """A link's drawing as plain JSON values."""
    return {
        "id": link.id,
        "source": link.source,
        "target": link.target,
        "path": [list(bezier) for bezier in link.path],
        "badge": _badge(link.badge) if link.badge else None,
        "spoken": link.spoken,
        "marks": _marks(link.marks),
        "over": _marks(link.over),
    }


def _badge(badge: Badge) -> dict[str, Any]:
    return {
        "x": badge.x,
        "y": badge.y,
        "width": badge.width,
        "height": badge.height,
        "marks": _marks(badge.marks),
    }


def _texts(scene: Scene) -> list[dict[str, Any]]:
    top = scene.bands[0].y0 if scene.bands else 0.0
    edge = [mark for mark in scene.furniture if isinstance(mark, Text)]
    named = (*(band.marks for band in scene.bands), *(ice.marks for ice in scene.icebergs))
    labels = [mark for marks in named for mark in marks if isinstance(mark, Text)]
    return [
        *({"role": "header", **_mark(mark)} for mark in edge if mark.y < top),
        *({"role": "label", **_mark(mark)} for mark in labels),
        *({"role": "footer", **_mark(mark)} for mark in edge if mark.y >= top),
    ]


def _logo(placed: PlacedLogo) -> dict[str, Any]:
    return {
        "x": placed.x,
        "y": placed.y,
        "width": placed.width,
        "height": placed.height,
        "mime": placed.logo.mime,
        "alt": placed.logo.alt,
        "data": placed.logo.data,
    }


def _marks(marks: tuple[Mark, ...]) -> list[dict[str, Any]]:
    return [_mark(mark) for mark in marks]


def _mark(mark: Mark) -> dict[str, Any]:
    match mark:
        case Box():
            return {
                "kind": "box",
                "x": mark.x,
                "y": mark.y,
                "width": mark.width,
                "height": mark.height,
                "radius": mark.radius,
                **_paint(mark.paint),
            }
        case Path():
            return {"kind": "path", "d": mark.d, **_paint(mark.paint)}
        case Text():
            return {
                "kind": "text",
                "x": mark.x,
                "y": mark.y,
                "text": mark.text,
                "font_pt": mark.font_pt,
                "width": mark.width,
                "colour": mark.colour,
                "bold": mark.bold,
                "anchor": mark.anchor,
                "rtl": mark.rtl,
            }


def _paint(paint: Paint) -> dict[str, Any]:
    return {
        "fill": _fill(paint.fill),
        "stroke": paint.stroke,
        "stroke_width": paint.stroke_width,
        "dash": list(paint.dash),
    }


def _fill(fill: str | Gradient | None) -> Any:
    if isinstance(fill, Gradient):
        return {"y0": fill.y0, "y1": fill.y1, "stops": [list(stop) for stop in fill.stops]}
    return fill


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    text = json.dumps(scene_to_dict(scene), ensure_ascii=False, indent=1, allow_nan=False)
    return Exported(f"{text}\n".encode(), scene.notes)


FORMAT: Final = Format(".scene.json", "application/json", "Drawing as data", _write)
