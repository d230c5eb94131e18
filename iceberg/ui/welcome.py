"""The first lines that the server prints, and the browser that it opens.

Streamlit's own welcome is off: on a machine without a screen it asks an outside service for the
machine's public address.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import webbrowser
from typing import Final

import streamlit as st

# An address kept for documentation (RFC 5737); connecting a datagram socket sends nothing.
_SOMEWHERE: Final = ("192.0.2.1", 9)
_EVERYWHERE: Final = (None, "", "0.0.0.0", "::")  # noqa: S104 - to know it, not to ask for it
_HERE: Final = "The extended iceberg is at {url} (Ctrl+C stops it)"
_NEAR: Final = "For others, with the code on the Workshop page: {url}join"
_HOST: Final = "Only you should open this address: it opens every canvas."


def welcome() -> None:
    """Say where the app is, and open it in a browser where there is a screen."""
    own = address("localhost") + _host_query()
    print(_HERE.format(url=own), flush=True)
    if own != address("localhost"):
        print(_HOST, flush=True)
    near = own_address()
    if near and st.get_option("server.address") in _EVERYWHERE:
        print(_NEAR.format(url=address(near)), flush=True)
    if not st.get_option("server.headless"):
        webbrowser.open(own)


def _host_query() -> str:
    """What lets the host in where others are served too; never into a log."""
    if os.environ.get("ICEBERG_SHARED", "") in ("", "0") or not sys.stdout.isatty():
        return ""
    # Only where it is needed: the server answers sooner without.
    from iceberg.meeting.access import access_from
    from iceberg.store import default_path

    return f"?token={access_from(os.environ, default_path().parent).host_token}"


def address(host: str) -> str:
    """The app's address on a host, with the port and path that the server was started with."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{base}"


def own_address() -> str | None:
    """This machine's address in its network, if it has one; nothing is sent to find out."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_SOMEWHERE)
        return str(probe.getsockname()[0])
    return None
