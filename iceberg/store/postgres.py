"""All that is particular to Postgres."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, func, select

from iceberg.store.listening import Listener
from iceberg.store.sql import SqlStore

CHANNEL: Final = "iceberg"
"""Where changes are announced, with the canvas's id."""
_POOL: Final = 4
"""Connections that stay open: statements take milliseconds, so a few serve many threads."""
_OVERFLOW: Final = 8
"""More of them in a rush. With the listener's, seven processes fit into Postgres's usual 100."""
_CONNECTION: Final = {
    "connect_timeout": 10,
    # A listener that only waits must find out within a minute that nobody is there any more.
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}


def postgres_engine(url: URL) -> Engine:
    """A pooled engine by psycopg; connections that the server has closed are replaced unseen."""
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=_POOL,
        max_overflow=_OVERFLOW,
        pool_pre_ping=True,
        # Errors end up in logs: they say nothing of what people wrote.
        hide_parameters=True,
        connect_args={name: value for name, value in _CONNECTION.items() if name not in url.query},
    )


class PostgresStore(SqlStore):
    """A store that tells other processes of every change, by NOTIFY in its transaction."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._listeners: list[Listener] = []

    def listen(self, heard: Callable[[str], None], /) -> Callable[[], None]:
        """See ``Store``."""
        listener = Listener(self.engine, CHANNEL, heard, self._everything)
        self._listeners.append(listener)
        return listener.stop

    def close(self) -> None:
        """See ``Store``."""
        for listener in self._listeners:
            listener.stop()
        super().close()

    def _everything(self) -> list[str]:
        return [entry.id for entry in self.canvases()]

    def _announce(self, connection: Connection, canvas_id: str) -> None:
        connection.execute(select(func.pg_notify(CHANNEL, canvas_id)))
