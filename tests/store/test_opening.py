"""Where a store is opened, and what is said when it cannot be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from iceberg.errors import BadInputError
from iceberg.store import MemoryStore, default_path, open_store

NOON = "2026-06-24T12:00:00.000+00:00"


def test_the_folders_of_a_path_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "b" / "canvases.sqlite"
    with open_store(path) as store:
        store.create("one", "One", "{}", NOON)
    assert path.is_file()
    with open_store(str(path)) as store:
        assert [entry.id for entry in store.canvases()] == ["one"]


def test_an_address_opens_the_same_file_as_its_path(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    with open_store(path) as store:
        store.create("one", "One", "{}", NOON)
    with open_store(f"sqlite:///{path}") as store:
        assert store.initial("one") == "{}"


def test_the_variable_says_where_when_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ICEBERG_STORE", str(tmp_path / "by-variable.sqlite"))
    open_store().close()
    assert (tmp_path / "by-variable.sqlite").is_file()
    open_store(tmp_path / "given.sqlite").close()
    assert (tmp_path / "given.sqlite").is_file()


def test_without_anything_said_it_is_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ICEBERG_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    open_store().close()
    assert default_path().is_file()


def test_a_store_in_memory_has_a_name_too() -> None:
    assert isinstance(open_store(":memory:"), MemoryStore)


def test_the_file_is_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    open_store(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def refusal(where: str | Path) -> str:
    with pytest.raises(BadInputError) as caught:
        open_store(where)
    sentence = str(caught.value)
    assert len(sentence.splitlines()) == 1
    return sentence


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: is a folder. Name a file in it."


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "cannot be made" in refusal(tmp_path / "file" / "canvases.sqlite")


def test_a_file_that_is_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all, " * 300)
    assert "file is not a database" in refusal(path)
    assert path.read_text().startswith("Dear all, ")


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE edits (name TEXT)")
    connection.commit()
    assert "another program" in refusal(path)
    tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert tables == [("edits",)]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("nosuch://host/canvases", "not the address of a database"),
        ("sqlite://host:port/x", "not the address of a database"),
        ("sqlite://host/x.sqlite", "not the address of a database"),
        ("sqlite:///x.sqlite?timeout=soon", "not the address of a database"),
        ("postgresql+nodriver://host/canvases", "not the address of a database"),
        ("sqlite:////nowhere/at/all/canvases.sqlite", "unable to open"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str, reason: str) -> None:
    assert reason in refusal(address)


def test_a_password_is_never_repeated() -> None:
    assert "hush" not in refusal("nosuch://me:hush@host/canvases")
    assert "hush" not in refusal("nosuch://host/canvases?user=me&password=hush")
