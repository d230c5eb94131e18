"""Small messages leave the server at once.

Streamlit makes the socket that it listens on itself, without naming TCP as its protocol. asyncio
then does not recognise it as TCP and leaves Nagle's algorithm (RFC 896) on: of two small messages
in a row the second waits for the other side's delayed acknowledgement, for up to 40 ms.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any

__all__ = ["send_at_once"]

_INTERNET = (socket.AF_INET, socket.AF_INET6)


def send_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Turn delayed sending off for every connection to servers that this loop still begins."""
    create = loop.create_server

    async def create_server(*args: Any, **options: Any) -> asyncio.Server:
        sock = options.get("sock")
        if sock is not None and sock.family in _INTERNET:
            # Connections inherit this from the socket that accepts them.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await create(*args, **options)

    loop.create_server = create_server  # type: ignore[method-assign]
