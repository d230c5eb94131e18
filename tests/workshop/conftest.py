"""A workshop on a store in memory, and one on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iceberg.store import Store, open_store
from iceberg.workshop import Workshop
from tests.workshop.samples import FIRST


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    where = ":memory:" if request.param == "memory" else tmp_path / "canvases.sqlite"
    with open_store(where) as opened:
        yield opened


@pytest.fixture
def workshop(store: Store) -> Workshop:
    return Workshop(store)


@pytest.fixture
def canvas_id(workshop: Workshop) -> str:
    return workshop.create(FIRST)
