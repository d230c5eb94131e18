"""What the server adds to Streamlit: the page script, routes of our own, start and stop."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from iceberg.catalog import load_catalog
from iceberg.errors import IcebergError
from iceberg.live import Hub, Live
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.ui import pictures, session, where
from iceberg.ui.component import assets
from iceberg.ui.promptness import send_at_once
from iceberg.ui.welcome import welcome

_FOR_A_YEAR = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_OPEN_AFTER_S = 0.3
_YOUNG_OBJECTS = 20_000


def page_script() -> Path:
    """The script that Streamlit runs for every page."""
    return Path(__file__).with_name("main.py")


def check_before_start() -> None:
    """Leave with the reason, file and line, rather than start with layers that are broken."""
    try:
        load_catalog()
    except IcebergError as error:
        sys.exit(str(error))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Read the assets before the first visitor comes, and say where the app is once it answers."""
    send_at_once(asyncio.get_running_loop())
    begun = asyncio.create_task(_begin())
    yield {}
    begun.cancel()
    if _hub.cache_info().currsize:
        await _hub().close()


async def _begin() -> None:
    await asyncio.to_thread(assets.digest)
    _spare_the_collector()
    await asyncio.sleep(_OPEN_AFTER_S)
    await asyncio.to_thread(welcome)


def _spare_the_collector() -> None:
    """What has been imported stays for good: looking through it again and again delays edits."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS)


def routes() -> Sequence[BaseRoute]:
    """The routes beside Streamlit's own: what the picture on screen needs, and its live channel."""
    return [
        Route(f"{assets.folder_url()}/{{digest}}/{{name}}", _asset),
        WebSocketRoute(where.live_url(), Live(_hub).serve),
    ]


@cache
def _hub() -> Hub:
    return Hub(session.workshop(), session.pens(), _scene)


def _scene(canvas_id: str, canvas: Canvas) -> Scene:
    return pictures.scene_of(canvas_id, canvas.revision, canvas)


async def _asset(request: Request) -> Response:
    asset = assets.ASSETS.get(request.path_params["name"])
    if asset is None:
        return Response(status_code=404)
    tag = f'"{assets.digest_of(asset)}"'
    current = request.path_params["digest"] == assets.digest()
    headers = {
        "ETag": tag,
        "Cache-Control": _FOR_A_YEAR if current else _ASK_AGAIN,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(asset.path.read_bytes(), media_type=asset.mime, headers=headers)
