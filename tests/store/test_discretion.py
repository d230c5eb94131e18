"""What people wrote is kept in the store alone: not in errors, nor in the file once deleted."""

from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from iceberg.model import Card
from iceberg.store import EditRow, open_store

SECRET = "a neighbour told me"
NOON = "2026-06-24T12:00:00.000+00:00"
ROW = EditRow("one", 1, "e1", "device", 1, None, NOON, f'{{"text": "{SECRET}"}}')


def test_a_failing_database_does_not_tell_what_was_to_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    with open_store(path) as store:
        store.create("one", "One", "{}", NOON)
        broken = sqlite3.connect(path)
        broken.execute(
            "CREATE TRIGGER full BEFORE INSERT ON edits BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        broken.close()
        with pytest.raises(SQLAlchemyError) as failed:
            store.append(ROW, "One")
    assert SECRET not in "".join(traceback.format_exception(failed.value))


def test_a_refused_part_does_not_tell_what_was_written() -> None:
    with pytest.raises(ValidationError) as refused:
        Card(id="c1", layer="place", level="deep", text=SECRET * 100)  # type: ignore[arg-type]
    assert refused.value.error_count() == 2
    assert SECRET not in str(refused.value)


def test_what_is_deleted_is_in_no_file_any_more_while_the_store_is_open(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    with open_store(path) as store:
        store.create("one", "One", "{}", NOON)
        store.append(ROW, "One")
        assert any(SECRET.encode() in file.read_bytes() for file in tmp_path.iterdir())
        store.delete("one")
        assert not any(SECRET.encode() in file.read_bytes() for file in tmp_path.iterdir())


def test_what_is_deleted_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    with open_store(path) as store:
        store.create("one", "One", "{}", NOON)
        store.append(ROW, "One")
    assert SECRET.encode() in path.read_bytes()
    with open_store(path) as store:
        store.delete("one")
    assert SECRET.encode() not in path.read_bytes()
