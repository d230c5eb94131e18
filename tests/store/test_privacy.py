"""PRIVACY.md names everything that the store keeps, and nothing that it does not."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from iceberg.meeting import Meeting
from iceberg.store import open_store
from iceberg.store.tables import METADATA
from tests.meeting.world import SAM, World

PRIVACY = (Path(__file__).parents[2] / "PRIVACY.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?:(`\w+`) )?\| (`[^|]*`) \| ([^|]+) \|$", re.MULTILINE)


def told() -> dict[str, dict[str, str]]:
    """What PRIVACY.md says of each column, by table."""
    tables: dict[str, dict[str, str]] = {}
    table = ""
    for named, columns, says in ROW.findall(PRIVACY):
        table = named.strip("`") or table
        for column in re.findall(r"`(\w+)`", columns):
            tables.setdefault(table, {})[column] = says
    return tables


def test_every_table_and_column_is_described() -> None:
    kept = {name: set(table.columns.keys()) for name, table in METADATA.tables.items()}
    described = {name: set(columns) for name, columns in told().items()}
    assert described.pop("alembic_version") == {"version_num"}
    assert described == kept


def test_a_new_database_has_no_other_table_or_column(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    open_store(path).close()
    database = sqlite3.connect(path)
    tables = [
        name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    ]
    found = {
        name: {column[1] for column in database.execute(f"PRAGMA table_info({name})")}
        for name in tables
    }
    database.close()
    assert found == {name: set(columns) for name, columns in told().items()}


def test_every_field_of_a_workshop_is_described() -> None:
    says = told()["rooms"]["payload"]
    assert set(re.findall(r"`(\w+)`", says)) == set(Meeting.model_fields)


def test_every_kind_of_paper_is_described(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    with open_store(path) as store:
        world = World(store)
        part = world.grant("participant")
        world.meetings.suggestions.make(part, SAM, "c0", "Better words")
        world.meetings.begin(world.host, "vote")
        world.meetings.votes.cast(part, SAM, "c0", 1)
    database = sqlite3.connect(path)
    kinds = {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM papers")}
    database.close()
    assert kinds == set(re.findall(r"`(\w+)`", told()["papers"]["kind"]))
