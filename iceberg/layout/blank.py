"""Empty icebergs as large as the page allows, with as much room at every level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from iceberg.layout.frame import FULL_HEIGHT, Frame, frame
from iceberg.layout.parts import Layout, PlacedBand, Rect
from iceberg.layout.place import place_icebergs
from iceberg.layout.sizing import make_grid
from iceberg.model import LEVELS, Layer

NAME_SHARE = 0.8
"""The part of the peak that the icebergs' names take; the events get it on top of their share."""


def lay_out_blank(layers: Sequence[Layer], area: Rect, margin: float, scale: float) -> Layout:
    """Where the icebergs of a blank sheet stand within ``area`` (mm), one for each layer.

    ``margin`` is kept free of ice on the area's left, for the names of the bands; the measures
    that suit a picture on A4 are taken times ``scale``.
    """
    room = Rect(area.x + margin, area.y, area.width - margin, area.height)
    inside = frame(room, len(layers), scale * FULL_HEIGHT, 0)
    grid = make_grid(inside, (0,) * len(LEVELS), (1,) * len(layers), 1.0)
    bands = _bands(inside)
    return Layout(area, 0.0, bands, place_icebergs(inside, grid, layers, bands, ()), (), ())


def _bands(inside: Frame) -> tuple[PlacedBand, ...]:
    names = NAME_SHARE * inside.peak
    share = (inside.room.height - names) / len(LEVELS)
    heights = (names + share, *[share] * (len(LEVELS) - 1))
    edges = accumulate(heights, initial=inside.room.y)
    return tuple(
        PlacedBand(level, round(y0, 3), round(y1, 3))
        for level, (y0, y1) in zip(LEVELS, pairwise(edges), strict=True)
    )
