"""The server asks nothing of other servers either."""

from __future__ import annotations

from streamlit import net_util

__all__ = ["ask_nobody_outside"]


def ask_nobody_outside() -> None:
    """Keep Streamlit from asking an outside service for this machine's address.

    It does so to welcome whoever starts it, and whenever a page of another server tries to connect.
    """
    net_util.get_external_ip = _unknown


def _unknown() -> None:
    """No address; Streamlit takes it as not known."""
