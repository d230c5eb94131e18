"""What Streamlit's page is told about where it runs: no dialogs about a lost connection.

Such a dialog makes the page inert and takes the focus from whoever is writing at that moment, to
say "streamlit run yourscript.py". Our pages tell of it themselves, in a line beside the work.
"""

from __future__ import annotations

import json
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ASKED: Final = "/_stcore/host-config"
_START, _BODY = "http.response.start", "http.response.body"


class NoDialogs:
    """Middleware: the server's answer about its host, with Streamlit's own dialogs left out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        is_asked = scope["type"] == "http" and scope["path"].endswith(_ASKED)
        await self._app(scope, receive, _Answer(send).take if is_asked else send)


class _Answer:
    """Holds an answer back until it is whole, so that its length can be told anew."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message = {}
        self._body = b""

    async def take(self, message: Message) -> None:
        if message["type"] == _START:
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = _without_dialogs(self._body)
        kept = [(k, v) for k, v in self._start["headers"] if k.lower() != b"content-length"]
        headers = [*kept, (b"content-length", str(len(body)).encode())]
        await self._send({**self._start, "headers": headers})
        await self._send({"type": _BODY, "body": body})


def _without_dialogs(body: bytes) -> bytes:
    try:
        told = json.loads(body)
    except ValueError:
        return body
    return json.dumps({**told, "blockErrorDialogs": True}).encode()
