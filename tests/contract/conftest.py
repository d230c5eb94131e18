"""Each kind of store, with one canvas in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from iceberg.store import MemoryStore, Store, open_store
from tests.contract.rows import NOON

OPENERS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: MemoryStore(),
    "sqlite": lambda folder: open_store(folder / "canvases.sqlite"),
}


@pytest.fixture(params=OPENERS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with OPENERS[request.param](tmp_path) as opened:
        opened.create("one", "One", '{"title": "One"}', NOON)
        yield opened
