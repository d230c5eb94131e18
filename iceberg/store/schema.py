"""The shape of a database: whether it is a store of canvases, and how an older one keeps up."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Inspector,
    MetaData,
    String,
    Table,
    inspect,
    select,
)

from iceberg.store.tables import CANVASES, METADATA

HEAD: Final = 2
"""The schema that this program speaks: the number of the newest script in ``migrations``."""
_MIGRATIONS: Final = Path(__file__).parent / "migrations"
_VERSION: Final = Table("alembic_version", MetaData(), Column("version_num", String(32)))
_ONE_AT_A_TIME: Final = threading.Lock()
"""Alembic has one context a process."""
_LOCKS: Final = {
    "sqlite": "BEGIN IMMEDIATE",
    # Any number, as long as it is always the same; it is let go of with the transaction.
    "postgresql": "SELECT pg_advisory_xact_lock(1229144898)",
}


class UnfitError(Exception):
    """A database that cannot be used: what is wrong with it, and how to mend that."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


def fit(engine: Engine) -> None:
    """Gives a database the tables of this program, whole or not at all; what is in it stays.

    Raises:
        UnfitError: it belongs to another program, or to a newer version of this one.
    """
    with engine.connect() as connection:
        if _schema(connection) == HEAD:
            return
    with engine.begin() as connection:
        if lock := _LOCKS.get(engine.dialect.name):
            connection.exec_driver_sql(lock)
        # Another process may have held the lock, and done it.
        if _schema(connection) != HEAD:
            _upgrade(connection)


def _schema(connection: Connection) -> int:
    """The schema's number; 0 in a database that is empty or older than numbers are."""
    found = inspect(connection)
    if not found.has_table(_VERSION.name):
        _check_shapes(found)
        return 0
    number = str(connection.execute(select(_VERSION.c.version_num)).scalar_one())
    if not number.isdecimal() or not found.has_table(CANVASES.name):
        raise _foreign()
    if int(number) > HEAD:
        raise UnfitError("was made by a newer version of this program", "Install that version.")
    return int(number)


def _check_shapes(found: Inspector) -> None:
    for table in METADATA.sorted_tables:
        if found.has_table(table.name):
            names = {column["name"] for column in found.get_columns(table.name)}
            if not names >= set(table.c.keys()):
                raise _foreign()


def _upgrade(connection: Connection) -> None:
    # Imported only now, because most starts do not need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _ONE_AT_A_TIME:
        command.upgrade(config, "head")


def _foreign() -> UnfitError:
    return UnfitError("is the database of another program", "Choose another place.")
