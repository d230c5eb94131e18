"""A backup that was made as README.md says holds all that was kept."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from pathlib import Path

from iceberg.store import open_store
from tests import postgres
from tests.contract.rows import NOON, row
from tests.postgres import Cluster

README = Path(__file__).parents[2] / "README.md"
MADE, BROUGHT_BACK = "canvases_before", "canvases_after"


def test_a_dump_of_postgres_is_brought_back_whole(cluster: Cluster, tmp_path: Path) -> None:
    folder = postgres.programs()
    assert folder is not None
    (dump,) = re.findall(r"`pg_dump (.+?) --file=\S+ iceberg`", README.read_text("utf-8"))
    file, there = tmp_path / "iceberg.dump", ["-h", "127.0.0.1", "-U", "postgres"]
    there += ["-p", str(cluster.port)]
    with cluster.connected() as server:
        for name in (MADE, BROUGHT_BACK):
            server.execute(f"CREATE DATABASE {name}")
    address = f"postgresql://postgres@127.0.0.1:{cluster.port}"
    with open_store(f"{address}/{MADE}") as store:
        store.create("one", "One", "{}", NOON)
        store.append(row(1), "One")
        kept = store.rows("one")
        subprocess.run(
            [folder / "pg_dump", *there, dump, f"--file={file}", MADE], check=True, timeout=60
        )
    restore = [folder / "pg_restore", *there, f"--dbname={BROUGHT_BACK}", file]
    subprocess.run(restore, check=True, timeout=60)
    with open_store(f"{address}/{BROUGHT_BACK}") as back:
        assert back.rows("one") == kept


def test_a_backup_of_a_file_in_use_is_whole(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with open_store(tmp_path / "canvases.sqlite") as store:
        store.create("one", "One", "{}", NOON)
        store.append(row(1), "One")
        # What sqlite3's .backup does.
        source, target = sqlite3.connect(tmp_path / "canvases.sqlite"), sqlite3.connect(copy)
        source.backup(target)
        source.close()
        target.close()
        kept = store.rows("one")
    with open_store(copy) as back:
        assert back.rows("one") == kept
