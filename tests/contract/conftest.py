"""Each kind of store, with one canvas in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iceberg.store import Store, open_store
from tests.contract.rows import NOON


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An open store; the canvas in it is ``one``."""
    with open_store(_place(request, tmp_path)) as opened:
        opened.create("one", "One", '{"title": "One"}', NOON)
        yield opened


def _place(request: pytest.FixtureRequest, folder: Path) -> str:
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_address"))
    return ":memory:" if request.param == "memory" else str(folder / "canvases.sqlite")
