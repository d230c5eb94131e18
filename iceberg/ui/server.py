"""What the server adds to Streamlit: the page script, routes of our own, start and stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from iceberg.catalog import load_catalog
from iceberg.errors import IcebergError
from iceberg.ui import assets, pages, where
from iceberg.ui.discretion import log_no_words
from iceberg.ui.hosting import NoDialogs
from iceberg.ui.privacy import ask_nobody_outside
from iceberg.ui.promptness import send_at_once
from iceberg.ui.quiet import log_nonsense_briefly
from iceberg.ui.welcome import welcome

_FOR_A_YEAR = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_OPEN_AFTER_S = 0.3
_AT_LEISURE_S, _BREATH_S = 5.0, 0.3
_YOUNG_OBJECTS = 20_000
_SWEEP_EVERY_S = 3600.0
_log = logging.getLogger("iceberg.ui")


def page_script() -> Path:
    """The script that Streamlit runs for every page."""
    return Path(__file__).with_name("main.py")


def check_before_start() -> None:
    """Leave with the reason rather than start with broken layers or a key that is none."""
    # As often as by default, it would look through all modules many times while they come in.
    gc.set_threshold(_YOUNG_OBJECTS)
    try:
        load_catalog()
        if os.environ.get("ICEBERG_KEY"):
            # Only where it is needed: the server answers sooner without.
            from iceberg.meeting.access import check_key

            check_key(os.environ)
    except IcebergError as error:
        sys.exit(str(error))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Read the assets before the first visitor comes, and say where the app is once it answers."""
    send_at_once(asyncio.get_running_loop())
    ask_nobody_outside()
    log_nonsense_briefly()
    log_no_words()
    begun = asyncio.create_task(_begin())
    yield {}
    begun.cancel()
    from iceberg.ui import channel, session

    await channel.close()
    with suppress(IcebergError):
        # With its last connection SQLite puts everything into one file.
        session.store().close()


async def _begin() -> None:
    prepared = asyncio.create_task(asyncio.to_thread(_prepare))
    await asyncio.sleep(_OPEN_AFTER_S)
    await asyncio.to_thread(welcome)
    await prepared
    # The first visitor's picture comes before all that nobody has asked for yet.
    await asyncio.sleep(_AT_LEISURE_S)
    for name in where.PAGES:
        await asyncio.to_thread(pages.page_of, name)
        await asyncio.sleep(_BREATH_S)
    # What has been imported stays for good: looking through it again and again delays edits.
    gc.freeze()
    while True:
        await asyncio.to_thread(_sweep)
        await asyncio.sleep(_SWEEP_EVERY_S)


def _sweep() -> None:
    """Delete the canvases whose last day has passed."""
    from iceberg.ui import session

    # Whatever goes wrong now, canvases are looked through again: their last days are a promise.
    try:
        session.meetings().keeping.sweep()
    except Exception as error:
        _log.error("Canvases could not be looked through for their last day", exc_info=error)


def _prepare() -> None:
    """Have at hand what the first visitor needs, while the browser still reads Streamlit's code.

    Half of what the pages import is not needed to answer the browser's first requests.
    """
    import_module("iceberg.ui.main")
    pages.page_of(where.CANVAS)
    import_module("iceberg.ui.channel")
    assets.digest()


def routes() -> Sequence[BaseRoute]:
    """The routes beside Streamlit's own: what the picture on screen needs, and its live channel."""
    return [
        Route(f"{assets.folder_url()}/{{digest}}/{{name}}", _asset),
        WebSocketRoute(where.live_url(), _live),
        Route(where.join_url(), _join),
        Route(f"{where.join_url()}/code", _knock, methods=["POST"]),
    ]


def middleware() -> Sequence[Middleware]:
    """What stands between a browser and Streamlit."""
    return [Middleware(NoDialogs)]


# The parts that take long to import come only when they are asked for.


async def _join(request: Request) -> Response:
    from iceberg.ui.phone.page import phone_page

    return phone_page(request)


async def _knock(request: Request) -> Response:
    from iceberg.ui import session
    from iceberg.ui.phone.page import knock

    return await knock(request, await asyncio.to_thread(session.meetings))


async def _live(websocket: WebSocket) -> None:
    from iceberg.ui import channel

    await channel.live().serve(websocket)


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
