"""All that is particular to Postgres."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, func, select

from iceberg.store.listening import Listener
from iceberg.store.sql import SqlStore

CHANNEL: Final = "iceberg"
"""Where changes are announced, with the canvas's id and that of the store that changed it."""
_POOL: Final = 4
"""Connections that stay open: statements take milliseconds, so a few serve many threads."""
_OVERFLOW: Final = 8
"""More of them in a rush. With the listener's, seven processes fit into Postgres's usual 100."""
_CONNECTION: Final = {
    "connect_timeout": 10,
    # A listener that only waits finds out within 14 seconds that nobody is there any more, as long
    # as a page waits before it takes its own connection for dead …
    "keepalives_idle": 5,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    # … and so does a statement that is on its way: alone it would be sent again for a quarter of an
    # hour (tcp_retries2). In milliseconds; systems without it do as they did.
    "tcp_user_timeout": 15_000,
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
        # A statement that only reads needs no transaction, nor the two messages that one costs.
        super().__init__(engine, engine.execution_options(isolation_level="AUTOCOMMIT"))
        self._own = secrets.token_hex(8)
        self._listeners: list[Listener] = []

    def listen(self, heard: Callable[[str], None], /) -> Callable[[], None]:
        """See ``Store``."""

        def hear(notice: str) -> None:
            canvas_id, _, teller = notice.partition(" ")
            if teller != self._own:
                heard(canvas_id)

        listener = Listener(self.engine, CHANNEL, hear, self._everything)
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
        connection.execute(select(func.pg_notify(CHANNEL, f"{canvas_id} {self._own}")))
