"""The page itself: fixed HTML, filled in by its code; and the answer to a short code."""

from __future__ import annotations

import asyncio
import json
from html import escape
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from iceberg.errors import EditRefusedError, IcebergError, NotFoundError
from iceberg.live.addresses import address_of
from iceberg.live.socket import is_own_page
from iceberg.meeting import Meetings
from iceberg.ui import assets, where
from iceberg.ui.phone.words import WORDS

_BODY_LIMIT: Final = 1_000
"""Bytes of a request with a code: a code is six letters."""
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
        " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_PAGE: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="{assets}icon.svg">
<link rel="stylesheet" href="{assets}phone.css">
<script type="module" src="{assets}phone.js"></script>
</head>
<body data-assets="{assets}" data-live="{live}" data-knock="{knock}" data-words="{words}">
<noscript>{noscript}</noscript>
</body>
</html>
"""
_NOSCRIPT: Final = "This page needs JavaScript to send what you write."


def phone_page(_request: Request) -> Response:
    """The page; which canvas it is about stands behind the # and never reaches the server's log."""
    filled = _PAGE.format(
        title=escape(WORDS["title"]),
        assets=escape(assets.url()),
        live=escape(where.live_url()),
        knock=escape(f"{where.join_url()}/code"),
        words=escape(json.dumps(dict(WORDS))),
        noscript=escape(_NOSCRIPT),
    )
    return HTMLResponse(filled, headers=_HEADERS)


async def knock(request: Request, meetings: Meetings) -> Response:
    """``{"code"}`` → ``{"canvas", "token"}``, or ``{"sentence"}`` with why not."""
    if not is_own_page(request):
        return Response(status_code=403)
    try:
        code, address = await _code(request), address_of(request)
        canvas, token = await asyncio.to_thread(meetings.doors.knock, code, address)
    except NotFoundError as error:
        return JSONResponse({"sentence": str(error)}, status_code=404)
    except EditRefusedError as error:
        return JSONResponse({"sentence": str(error)}, status_code=429)
    except IcebergError as error:
        return JSONResponse({"sentence": str(error)}, status_code=503)
    return JSONResponse({"canvas": canvas, "token": token}, headers={"Cache-Control": "no-store"})


async def _code(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _BODY_LIMIT:
            return ""
    try:
        said: Any = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    code = said.get("code") if isinstance(said, dict) else None
    return code if isinstance(code, str) else ""
