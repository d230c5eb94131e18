"""Where somebody comes from, for counting what comes from one place."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from starlette.requests import HTTPConnection

_ONE_HOUSEHOLD: Final = 64
"""Bits of an IPv6 address that everybody in one place shares (RFC 6177); the rest is free."""


def address_of(asking: HTTPConnection) -> str:
    """The address that a request or a WebSocket comes from, of IPv6 the network.

    Behind a proxy on this machine it is what the proxy says; nobody else is believed.
    """
    near = asking.client.host if asking.client else ""
    if near not in ("127.0.0.1", "::1"):
        return _counted(near) or near
    said = asking.headers.get("x-forwarded-for", near).rsplit(",", 1)[-1].strip()
    return _counted(said) or near


def _counted(said: str) -> str:
    """The address to count by; nothing for what is no address."""
    try:
        found = ip_address(said)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        household = ip_network((int(found), _ONE_HOUSEHOLD), strict=False)
        return str(found.ipv4_mapped or household)
    return str(found)
