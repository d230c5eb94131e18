"""The live channel of this process, joined to its store and to the pictures it keeps."""

from __future__ import annotations

from functools import cache

from iceberg.live.hub import Hub
from iceberg.live.socket import Live
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.ui import pictures, session

__all__ = ["close", "live"]


@cache
def live() -> Live:
    """What serves each page's connection."""
    return Live(_hub)


@cache
def _hub() -> Hub:
    return Hub(session.meetings(), session.pens(), _scene)


def _scene(canvas_id: str, canvas: Canvas) -> Scene:
    return pictures.scene_of(*pictures.key_of(canvas_id, canvas), canvas)


async def close() -> None:
    """Let all connections go, if there were any."""
    if _hub.cache_info().currsize:
        await _hub().close()
