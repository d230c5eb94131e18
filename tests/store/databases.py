"""Looking into a store's database behind its back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine

FIRST_TABLES = ("canvases", "edits", "checkpoints")


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    """A connection that is committed at the end."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def run(address: str, script: str) -> None:
    """Carries out one or more statements."""
    with connected(address) as connection:
        cursor = connection.connection.cursor()
        getattr(cursor, "executescript", cursor.execute)(script)


def content(address: str) -> dict[str, list[tuple[object, ...]]]:
    """All that the tables of schema 1 hold."""
    with connected(address) as connection:
        return {
            table: [
                tuple(row)
                for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2")
            ]
            for table in FIRST_TABLES
        }
