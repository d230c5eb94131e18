"""Opening a store by a path or a database's address."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import platformdirs
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from iceberg.errors import BadInputError, Problem
from iceberg.store import schema
from iceberg.store.interface import Store
from iceberg.store.memory import MemoryStore
from iceberg.store.sql import SqlStore
from iceberg.store.sqlite import file_url, sqlite_engine

VARIABLE: Final = "ICEBERG_STORE"
"""The environment variable that says where canvases are kept."""
_POSTGRES: Final = ("postgresql", "postgres", "postgresql+psycopg")
"""Hosts hand out addresses with any of these; all are reached by psycopg."""
_FILE: Final = "canvases.sqlite"
_IN_MEMORY: Final = (":memory:", "sqlite://", "sqlite:///:memory:")


def default_path() -> Path:
    """The file that canvases are kept in when nothing else is said, in the user's data folder."""
    return platformdirs.user_data_path("extended-iceberg", appauthor=False) / _FILE


def open_store(where: str | os.PathLike[str] | None = None) -> Store:
    """The store at a file's path or an SQLAlchemy address; it is made when it is not there yet.

    ``:memory:`` lasts as long as the process. Without ``where`` the environment variable
    ``ICEBERG_STORE`` counts, then the user's data folder.

    Raises:
        BadInputError: nothing can be kept there, with the reason.
    """
    place = os.fspath(where or os.environ.get(VARIABLE) or default_path())
    return MemoryStore() if place in _IN_MEMORY else _fitted(place, _made(place))


def _made(place: str) -> SqlStore:
    if "://" not in place:
        path = Path(place).expanduser()
        _make_folder(path)
        return SqlStore(sqlite_engine(file_url(path)))
    try:
        return _made_by_address(make_url(place))
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise _refused(place, "is not the address of a database that is known here") from None
    except ImportError as error:
        raise _refused(place, *_missing(error)) from None


def _made_by_address(url: URL) -> SqlStore:
    if url.get_backend_name() == "sqlite":
        return SqlStore(sqlite_engine(url))
    if url.drivername in _POSTGRES:
        # Imported only now, because most do without psycopg.
        from iceberg.store.postgres import PostgresStore, postgres_engine

        return PostgresStore(postgres_engine(url))
    return SqlStore(create_engine(url, hide_parameters=True))


def _missing(error: ImportError) -> tuple[str, str]:
    if error.name in ("psycopg", None):  # It has no name when psycopg itself lacks a library.
        return "needs psycopg", 'Install it: pip install "extended-iceberg[postgres]".'
    return f"needs the Python package {error.name}", "Install it."


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(str(path), f"cannot be made ({error.strerror})") from None
    if path.is_dir():
        raise _refused(str(path), "is a folder", "Name a file in it.")


def _fitted(place: str, store: SqlStore) -> Store:
    try:
        schema.fit(store.engine)
        return store
    except schema.UnfitError as unfit:
        refusal = _refused(place, unfit.what, unfit.mend)
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", error)).splitlines()[0]
        refusal = _refused(place, f"cannot be used as a store of canvases ({cause})")
    store.close()
    raise refusal


def _refused(place: str, what: str, mend: str = "Choose another place.") -> BadInputError:
    # An address may hold a password, before the host or among the options.
    shown = re.sub(r"//.*@", "//…@", place)
    if "://" in shown:
        shown = re.sub(r"\?.*", "?…", shown)
    return BadInputError((Problem(shown, f"{what}.", mend),))
