"""``iceberg host-link``: the address that opens every canvas of a shared server."""

from __future__ import annotations

import os
from typing import Annotated, Final
from urllib.parse import urlsplit

import typer

from iceberg.cli.say import printable
from iceberg.errors import BadInputError, Problem

_AT_HOME: Final = "http://localhost:8501"


def host_link(
    address: Annotated[
        str,
        typer.Option(metavar="URL", help="Where the app is found, such as https://example.org."),
    ] = _AT_HOME,
) -> None:
    """Print the host's address, which opens every canvas: keep it to yourself.

    It is made from ICEBERG_KEY, or from the key that the server keeps in your user data folder.
    """
    # Only here, because the other commands need no database.
    from iceberg.meeting.access import KEY, access_from, is_key_known
    from iceberg.store import default_path

    folder = default_path().parent
    if not is_key_known(os.environ, folder):
        mend = f"Set {KEY} as the server has it, or run this as the user who started the server."
        raise BadInputError((Problem("", f"No key is set, and none is kept in {folder}.", mend),))
    token = access_from(os.environ, folder).host_token
    typer.echo(printable(f"{_base(address)}/?token={token}"))


def _base(address: str) -> str:
    """The address without a slash at its end; raises BadInputError for what is no such address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        mend = "Write it like https://example.org."
        raise BadInputError((Problem("--address", f"{address} is no address of an app.", mend),))
    return address.rstrip("/")
