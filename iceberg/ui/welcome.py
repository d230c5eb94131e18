"""The first lines that the server prints, and the browser that it opens.

Streamlit's own welcome is off: on a machine without a screen it asks an outside service for the
machine's public address.
"""

from __future__ import annotations

import contextlib
import socket
import webbrowser
from typing import Final

import streamlit as st

# An address kept for documentation (RFC 5737); connecting a datagram socket sends nothing.
_SOMEWHERE: Final = ("192.0.2.1", 9)
_EVERYWHERE: Final = (None, "", "0.0.0.0", "::")  # noqa: S104 - to know it, not to ask for it
_HERE: Final = "The extended iceberg is at {url} (Ctrl+C stops it)"
_NEAR: Final = "For others on the same network: {url}"


def welcome() -> None:
    """Say where the app is, and open it in a browser where there is a screen."""
    print(_HERE.format(url=address("localhost")), flush=True)
    near = _own_address()
    if near and st.get_option("server.address") in _EVERYWHERE:
        print(_NEAR.format(url=address(near)), flush=True)
    if not st.get_option("server.headless"):
        webbrowser.open(address("localhost"))


def address(host: str) -> str:
    """The app's address on a host, with the port and path that the server was started with."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{base}"


def _own_address() -> str | None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_SOMEWHERE)
        return str(probe.getsockname()[0])
    return None
