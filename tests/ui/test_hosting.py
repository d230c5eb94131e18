"""Streamlit's page is told to open no dialogs of its own; nothing else that it is told changes."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from iceberg.ui.hosting import NoDialogs

TOLD = json.dumps({"blockErrorDialogs": False, "metricsUrl": ""})


def asked(path: str, said: str = TOLD) -> tuple[dict[bytes, bytes], bytes]:
    """The headers and the body of the answer of a server that says this."""
    messages: list[Message] = []

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(said)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        messages.append(message)

    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": path, "headers": []}
    asyncio.run(NoDialogs(serve)(scope, receive, send))
    start, *bodies = messages
    return dict(start["headers"]), b"".join(body["body"] for body in bodies)


@pytest.mark.parametrize("base", ["", "/base"])
def test_dialogs_are_left_out(base: str) -> None:
    headers, body = asked(f"{base}/_stcore/host-config")
    assert json.loads(body) == {"blockErrorDialogs": True, "metricsUrl": ""}
    assert int(headers[b"content-length"]) == len(body)


def test_what_is_not_understood_stays_as_it_is() -> None:
    assert asked("/_stcore/host-config", "no JSON")[1] == b"no JSON"
    assert asked("/other")[1] == TOLD.encode()
