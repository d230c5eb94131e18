"""Databases of earlier versions are brought up to date without loss; those of later ones wait."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import iceberg.store
from iceberg.errors import BadInputError
from iceberg.store import CanvasEntry, Pulse, open_store
from iceberg.store.schema import HEAD
from iceberg.store.tables import METADATA
from iceberg.workshop import Workshop
from tests.store.databases import connected, content, run

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = Path(iceberg.store.__file__).parent / "migrations"
FIRST = (Path(__file__).parent / "schemas" / "1.sql").read_text(encoding="utf-8")
HALFWAY = ("CREATE TABLE alembic_version", "CREATE TABLE rooms", "INSERT INTO rooms", "UPDATE ale")


@pytest.fixture
def old(address: str) -> str:
    """A database of schema 1: a canvas with six edits and a checkpoint, and an empty one."""
    run(address, FIRST)
    return address


def opening(address: str, *dying: str) -> subprocess.Popen[str]:
    """A process that is about to open a store."""
    command = [sys.executable, "-m", "tests.store.open_when_told", address, *dying]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def test_the_number_in_the_program_is_the_newest_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == str(HEAD)


def test_the_scripts_make_the_tables_that_the_program_uses(address: str) -> None:
    open_store(address).close()
    with connected(address) as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []


def test_everything_of_an_old_database_is_kept(old: str) -> None:
    before = content(old)
    assert [len(rows) for rows in before.values()] == [2, 6, 1]
    open_store(old).close()
    assert content(old) == before


def test_an_old_database_is_used_as_if_it_were_new(old: str) -> None:
    with open_store(old) as store:
        empty, busy = sorted(store.canvases(), key=revision)
        canvas = Workshop(store).open(busy.id)
        texts = ["The last bus leaves at six", 'Ŵyn’s café closed 🏠; it\'s "over"', "People drive"]
        assert [card.text for card in canvas.cards] == texts
        assert store.pulse(empty.id) == Pulse(0, 0)
        store.keep_room(busy.id, 1, "{}")
        Workshop(store).redo(busy.id, "laptop")
        assert store.pulse(busy.id) == Pulse(7, 1)
    with open_store(old) as store:
        assert store.pulse(busy.id) == Pulse(7, 1)


def test_a_database_that_was_not_even_begun_well_is_completed(address: str) -> None:
    run(address, FIRST.partition(";\n")[2].partition(";\n")[0])
    with open_store(address) as store:
        store.create("one", "One", "{}", "2026-06-24T12:00:00.000+00:00")
        assert store.pulse("one") == Pulse(0, 0)


@pytest.mark.parametrize("words", HALFWAY)
def test_who_is_killed_half_way_loses_nothing(old: str, words: str) -> None:
    before = content(old)
    with opening(old, words) as process:
        process.communicate("\n")
    assert process.returncode == -signal.SIGKILL
    assert content(old) == before
    with open_store(old) as store:
        assert sorted(map(revision, store.canvases())) == [0, 6]


def test_processes_that_open_at_once_do_no_harm(old: str) -> None:
    before = content(old)
    processes = [opening(old) for _ in range(4)]
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate()[0] for process in processes] == ["2\n"] * 4
    assert content(old) == before


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("3", "was made by a newer version of this program. Install that version."),
        ("1975ea83b712", "is the database of another program. Choose another place."),
    ],
)
def test_a_number_that_is_not_known_is_refused(address: str, number: str, reason: str) -> None:
    open_store(address).close()
    run(address, f"UPDATE alembic_version SET version_num = '{number}'")
    with pytest.raises(BadInputError) as caught:
        open_store(address)
    assert str(caught.value).endswith(f": {reason}")


def test_numbers_of_another_program_are_not_taken_for_ours(address: str) -> None:
    run(address, "CREATE TABLE alembic_version (version_num VARCHAR(32))")
    run(address, f"INSERT INTO alembic_version VALUES ('{HEAD}')")
    with pytest.raises(BadInputError, match="another program"):
        open_store(address)


def test_a_start_without_an_upgrade_does_without_alembic(address: str) -> None:
    open_store(address).close()
    code = (
        "import sys; from iceberg.store import open_store;"
        f"open_store({address!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == "False\n"


def revision(entry: CanvasEntry) -> int:
    return entry.revision
