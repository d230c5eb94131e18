"""The sheets of a wall as data for typst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from iceberg import wording as picture
from iceberg.exporters.tiles import wording
from iceberg.exporters.tiling import Tile, Tiling
from iceberg.exporters.typeset import dated, scene_data
from iceberg.layout.parts import MM_PER_PT
from iceberg.model import Canvas
from iceberg.scene import Scene

_START: Final[dict[str, float]] = {"start": 0.0, "middle": 0.5, "end": 1.0}


def tiles_data(canvas: Canvas, scene: Scene, cut: Tiling) -> dict[str, Any]:
    """Everything that ``tiles.typ`` sets; lengths in mm."""
    data = scene_data(scene)
    return {
        "scene": data,
        "date": dated(canvas.date),
        "edition": picture.REVISION.format(revision=canvas.revision).capitalize(),
        "sheet": [cut.sheet.width, cut.sheet.height],
        "tile": [cut.width, cut.height],
        "margin": [(cut.sheet.width - cut.width) / 2, (cut.sheet.height - cut.height) / 2],
        "words": {
            "heading": wording.HEADING,
            "size": wording.size(cut.rows, cut.columns, scene.page.width, scene.page.height),
            "steps": wording.STEPS,
        },
        "tiles": [_tile(tile, cut, scene, data["texts"]) for tile in cut.tiles],
    }


def words_of(data: dict[str, Any]) -> Iterator[str]:
    """All that the sheets say beside the picture."""
    words = data["words"]
    yield from (words["heading"], words["size"], *words["steps"], data["edition"])
    yield from (tile["label"] for tile in data["tiles"])


def _tile(tile: Tile, cut: Tiling, scene: Scene, texts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": f"{tile.row}-{tile.column}",
        "label": wording.tile(tile.row, tile.column, cut.rows, cut.columns),
        "alt": wording.spoken(scene.title, tile.row, tile.column),
        "x": tile.x,
        "y": tile.y,
        "texts": [one for one in texts if _meets(one, tile, cut)],
    }


def _meets(text: dict[str, Any], tile: Tile, cut: Tiling) -> bool:
    """Whether any of a line of text may lie on the tile: what is cut off is not read out there."""
    high = text["size"] * MM_PER_PT
    left: float = text["x"] - _START[text["anchor"]] * text["width"]
    right: float = left + text["width"]
    baseline: float = text["y"]
    across = left < tile.x + cut.width and right > tile.x
    return across and tile.y - high < baseline < tile.y + cut.height + high
