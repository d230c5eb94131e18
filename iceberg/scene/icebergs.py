"""Icebergs: an outline of ice with the layer's name at its peak."""

from __future__ import annotations

from iceberg import theme
from iceberg.layout.parts import Layout, PlacedIceberg
from iceberg.layout.text import line_width
from iceberg.model import Layer
from iceberg.scene.parts import Gradient, Iceberg, Paint
from iceberg.scene.shapes import mm, polygon, text


def draw_iceberg(layer: Layer, placed: PlacedIceberg, layout: Layout) -> Iceberg:
    """The layer's iceberg as it stands on the page."""
    outline = tuple((mm(x), mm(y)) for x, y in placed.outline)
    area = layout.area
    ice = Gradient(mm(area.y), mm(area.y + area.height), theme.ICE)
    paint = Paint(fill=ice, stroke=theme.ICE_EDGE, stroke_width=0.28)
    name = text(
        layer.title.upper(),
        placed.title_x,
        placed.title_y,
        _name_size(layer.title.upper(), placed),
        theme.layer_ink(layer.colour),
        bold=True,
        anchor="middle",
    )
    return Iceberg(layer.id, layer.title, outline, (polygon(outline, paint), name))


def _name_size(name: str, placed: PlacedIceberg) -> float:
    """The size that the layout gave, or what lets a long name fit the iceberg's width."""
    across = [x for x, _ in placed.outline]
    room = 0.8 * (max(across) - min(across))
    width = line_width(name, placed.title_pt, bold=True)
    return round(placed.title_pt * min(1.0, room / width), 2)
