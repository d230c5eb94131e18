"""A thread that waits for what Postgres is told by NOTIFY."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any, Final, cast

import psycopg
from psycopg import sql
from sqlalchemy import Engine

_LOOK_S: Final = 0.5
"""How often the thread looks whether it is to stop."""
_AGAIN_S: Final = 1.0
"""How long it waits before it connects again."""
_FIRST_S: Final = 10.0
"""How long a new listener may keep its caller waiting for the first connection."""

_log = logging.getLogger(__name__)


class Listener:
    """Calls ``heard`` with each notice on a channel, over a connection of its own.

    When the connection breaks it makes another, and calls ``heard`` with all of ``everything``,
    as it cannot know what it has missed.
    """

    def __init__(
        self,
        engine: Engine,
        channel: str,
        heard: Callable[[str], None],
        everything: Callable[[], Iterable[str]],
    ) -> None:
        self._engine, self._channel = engine, channel
        self._heard, self._everything = heard, everything
        self._begun, self._stopped = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="store-listener", daemon=True)
        self._thread.start()
        if not self._begun.wait(_FIRST_S):
            # The caller goes on, and what happens until there is a connection counts as missed.
            self._begun.set()

    def stop(self) -> None:
        """Ends listening; ``heard`` is called no more.

        Takes up to a second, or until an attempt to connect is given up.
        """
        self._stopped.set()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                with closing(self._connection()) as connection:
                    self._listen(connection)
            except Exception as error:
                # Whatever it was, later changes must be heard of again.
                _log.warning("Listening for changes is interrupted: %s", error)
                self._stopped.wait(_AGAIN_S)

    def _connection(self) -> psycopg.Connection[Any]:
        pooled = self._engine.raw_connection()
        connection = cast("psycopg.Connection[Any]", pooled.driver_connection)
        pooled.detach()
        connection.autocommit = True
        return connection

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(self._channel)))
        if self._begun.is_set():
            self._tell(self._everything())
        self._begun.set()
        while not self._stopped.is_set():
            self._tell(note.payload for note in connection.notifies(timeout=_LOOK_S))

    def _tell(self, news: Iterable[str]) -> None:
        for one in news:
            if self._stopped.is_set():
                return
            try:
                self._heard(one)
            except Exception:
                _log.exception("The change of %s could not be passed on", one)
