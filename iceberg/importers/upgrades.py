"""Files of older versions, brought up to this one step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from iceberg.errors import BadInputError, Problem
from iceberg.model import SCHEMA_VERSION

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Final[tuple[Upgrade, ...]] = ()
"""The first turns a file of version 1 into one of version 2, and so on; released steps stay."""


def upgraded(
    data: dict[str, Any], upgrades: Sequence[Upgrade] = UPGRADES, newest: int = SCHEMA_VERSION
) -> dict[str, Any]:
    """The file's data as of version ``newest``; ``upgrades`` holds the ``newest - 1`` steps there.

    Raises `BadInputError` for a file that names no version, none that ever was, or a newer one.
    """
    version = data.get("schema")
    if version is None:
        raise _refused(
            "is missing.", f'Add "schema": {newest} if you wrote the file for this program.'
        )
    if type(version) is not int or version < 1:
        raise _refused("is not a version that ever was.", f'Write "schema": {newest}.')
    if version > newest:
        raise _refused(
            f"the file is of version {version}, and this program reads up to version {newest}.",
            "Update the program, then open the file again.",
        )
    for upgrade in upgrades[version - 1 :]:
        data = upgrade(data)
    return {**data, "schema": newest}


def _refused(what: str, mend: str) -> BadInputError:
    return BadInputError((Problem("schema", what, mend),))
