"""The WebSocket route: one open page each, which says what it shows and what was done there.

A page sends ``{"show": canvas id, "token": …, "holds": digest of its drawing, "told": the last
revision that it has heard of}`` and
``{"pen": …, "acts": […]}``; a phone also says ``"as": "board"`` and its ``pen`` at once.

It gets ``{"document", "revision", "digest", "update", "answers", "own", "warnings", "now"}``: what
it needs to come from the drawing that it holds to the newest one (see ``pieces.update``), the
answers to its acts, what is told to a phone alone when that is new, and the time in milliseconds
since 1970. A page that is slow gets fewer, later ones; it never holds up others.
``{"still": true}`` comes back as it is, so that a page can find out whether the connection holds.

``warnings`` are sentences for a page that has said its ``pen`` with what it shows: somebody who had
not seen its change has changed the same part again. They are about edits after ``told`` and up to
``revision``, so a page that keeps both is told of each once, whichever process it comes to.

A page that says anything else is let go with the code 1008 or 1009; one that says too much (see
``limits``) with 1013, or 503 when there is no place: it may come back later.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.websockets import WebSocket

from iceberg.live.addresses import address_of
from iceberg.live.hub import Hub
from iceberg.live.limits import Limits
from iceberg.live.visit import Visit

_COME_BACK_LATER = 503


class Live:
    """The endpoint; ``hub`` gives this process's hub, made when the first page comes."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub
        self._limits = Limits()

    async def serve(self, socket: WebSocket) -> None:
        """Serve one page until it goes."""
        if not is_own_page(socket):
            await socket.close(code=1008)
            return
        address = address_of(socket)
        with self._limits.place(address) as has_place:
            if not has_place:
                await socket.send_denial_response(Response(status_code=_COME_BACK_LATER))
                return
            await socket.accept()
            await Visit(socket, self._hub(), self._limits, address).run()


def is_own_page(asking: HTTPConnection) -> bool:
    """Whether a page of this very server asks, or no browser at all."""
    origin = asking.headers.get("origin")
    if origin is None:
        return True
    hosts = {asking.headers.get("host"), asking.headers.get("x-forwarded-host")}
    try:
        return urlsplit(origin).netloc in hosts
    except ValueError:
        return False
