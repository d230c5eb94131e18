"""All that is particular to SQLite."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Engine, create_engine, event, make_url

_BUSY_MS: Final = 10_000
"""How long a writer waits for another: far longer than any write takes."""
_PAUSE_S: Final = 0.02
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    # An acknowledged edit survives a power cut, not only the end of the process.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten in the file.
    "PRAGMA secure_delete = ON",
)


def sqlite_engine(url: str | URL) -> Engine:
    """A pooled engine on an SQLite file, whose connections any thread may use."""
    # Errors end up in logs: they say nothing of what people wrote.
    engine = create_engine(make_url(url), pool_size=8, max_overflow=64, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    return engine


def file_url(path: Path) -> URL:
    """The address of an SQLite file."""
    return URL.create("sqlite", database=str(path))


def overwrite_deleted(engine: Engine) -> None:
    """Leaves nothing of what has been deleted in an SQLite file's write-ahead log either.

    Without this it would stand there until the log is used again, or the last process ends.
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _prepare(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    _let_readers_be(cursor, time.monotonic() + _BUSY_MS / 1000)
    cursor.close()


def _let_readers_be(cursor: sqlite3.Cursor, until: float) -> None:
    """Lets readers and a writer not block each other, by a write-ahead log."""
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Of all statements this one does not wait when another process does the same.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)
