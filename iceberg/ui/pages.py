"""The pages by name. Each is imported when it is first opened, or once there is time for it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from iceberg.ui import where

_FOLDERS: Final[dict[str, str]] = {
    where.START: "start",
    where.CANVAS: "canvas",
    where.FINDINGS: "findings",
    where.ASSUMPTIONS: "assumptions",
    where.WORKSHOP: "meeting",
    where.TAKE_AWAY: "take_away",
    where.READINGS: "readings",
    where.COMPARE: "compare",
    where.BRING: "bring",
}


def page_of(name: str) -> Callable[[], None]:
    """What shows the page of that name in the address."""
    folder = _FOLDERS[name]
    module = import_module(f"iceberg.ui.{folder}.page")
    return cast(Callable[[], None], getattr(module, f"{folder}_page"))
