"""Rooms, papers and doors in a database that SQLAlchemy reaches."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Engine,
    Row,
    Select,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from iceberg.store.interface import Store, no_such_canvas
from iceberg.store.rooms import Door, Paper, Pulse, Room, taken_code
from iceberg.store.tables import CANVASES, DOORS, EDITS, PAPERS, ROOMS


class SqlRooms(Store):
    """The half of a store in a database that has no history.

    ``reading`` is for what only reads, where the database has a cheaper way for that.
    """

    def __init__(self, engine: Engine, reading: Engine | None = None) -> None:
        self.engine = engine
        self.reading = reading or engine

    def room(self, canvas_id: str) -> Room | None:
        """See ``Store``."""
        query = select(ROOMS.c.version, ROOMS.c.payload).where(ROOMS.c.canvas_id == canvas_id)
        with self.reading.connect() as connection:
            found = connection.execute(query).first()
        if found is None:
            raise no_such_canvas(canvas_id)
        return Room(*found) if found.version else None

    def keep_room(self, canvas_id: str, version: int, payload: str) -> bool:
        """See ``Store``."""
        swap = (
            update(ROOMS)
            .where(ROOMS.c.canvas_id == canvas_id, ROOMS.c.version == version - 1)
            .values(version=version, payload=payload, turns=ROOMS.c.turns + 1)
        )
        with self.engine.begin() as connection:
            kept = bool(connection.execute(swap).rowcount)
            if kept:
                self._announce(connection, canvas_id)
            else:
                check(connection, canvas_id)
        return kept

    def put_paper(self, canvas_id: str, kind: str, name: str, payload: str) -> None:
        """See ``Store``."""
        key = {"canvas_id": canvas_id, "kind": kind, "name": name}
        with self.engine.begin() as connection:
            self._turn(connection, canvas_id)
            again = update(PAPERS).filter_by(**key).values(payload=payload)
            if not connection.execute(again).rowcount:
                connection.execute(insert(PAPERS).values(**key, payload=payload))

    def paper(self, canvas_id: str, kind: str, name: str) -> str | None:
        """See ``Store``."""
        query = select(PAPERS.c.payload).filter_by(canvas_id=canvas_id, kind=kind, name=name)
        found = self._found(canvas_id, query)
        return str(found[0].payload) if found else None

    def papers(self, canvas_id: str, kind: str) -> tuple[Paper, ...]:
        """See ``Store``."""
        query = select(PAPERS.c.name, PAPERS.c.payload).filter_by(canvas_id=canvas_id, kind=kind)
        # Sorted here, because each database has an order of letters of its own.
        papers = (Paper(one.name, one.payload) for one in self._found(canvas_id, query))
        return tuple(sorted(papers, key=lambda paper: paper.name))

    def remove_papers(self, canvas_id: str, kind: str, name: str | None = None) -> None:
        """See ``Store``."""
        key = {"canvas_id": canvas_id, "kind": kind} | ({} if name is None else {"name": name})
        self._remove(canvas_id, delete(PAPERS).filter_by(**key))

    def open_door(self, code: str, canvas_id: str, until: str) -> None:
        """See ``Store``."""
        door = insert(DOORS).values(code=code, canvas_id=canvas_id, until=until)
        try:
            with self.engine.begin() as connection:
                self._turn(connection, canvas_id)
                connection.execute(door)
        except IntegrityError:
            raise taken_code(code) from None

    def door(self, code: str) -> Door | None:
        """See ``Store``."""
        query = select(DOORS.c.canvas_id, DOORS.c.until).where(DOORS.c.code == code)
        with self.reading.connect() as connection:
            found = connection.execute(query).first()
        return Door(*found) if found else None

    def close_doors(self, canvas_id: str) -> None:
        """See ``Store``."""
        self._remove(canvas_id, delete(DOORS).where(DOORS.c.canvas_id == canvas_id))

    def pulse(self, canvas_id: str) -> Pulse:
        """See ``Store``."""
        try:
            return self.pulses((canvas_id,))[canvas_id]
        except KeyError:
            raise no_such_canvas(canvas_id) from None

    def pulses(self, canvas_ids: Collection[str]) -> dict[str, Pulse]:
        """See ``Store``."""
        revision = (
            select(func.coalesce(func.max(EDITS.c.seq), 0))
            .where(EDITS.c.canvas_id == ROOMS.c.canvas_id)
            .scalar_subquery()
        )
        query = select(ROOMS.c.canvas_id, revision, ROOMS.c.turns)
        with self.reading.connect() as connection:
            found = connection.execute(query.where(ROOMS.c.canvas_id.in_(canvas_ids)))
            return {canvas_id: Pulse(revision, turns) for canvas_id, revision, turns in found}

    def _found(self, canvas_id: str, query: Select[Any]) -> Sequence[Row[Any]]:
        with self.reading.connect() as connection:
            found = connection.execute(query).all()
            if not found:
                check(connection, canvas_id)
        return found

    def _remove(self, canvas_id: str, gone: Delete) -> None:
        with self.engine.begin() as connection:
            self._turn(connection, canvas_id)
            if not connection.execute(gone).rowcount:
                connection.rollback()

    def _make_room(self, connection: Connection, canvas_id: str) -> None:
        nothing = {"turns": 0, "version": 0, "payload": ""}
        connection.execute(insert(ROOMS).values(canvas_id=canvas_id, **nothing))
        self._announce(connection, canvas_id)

    def _forget_room(self, connection: Connection, canvas_id: str) -> None:
        self._turn(connection, canvas_id)
        for table in (PAPERS, DOORS, ROOMS):
            connection.execute(delete(table).where(table.c.canvas_id == canvas_id))

    def _turn(self, connection: Connection, canvas_id: str) -> None:
        # Comes first in every change: it locks the room, so that what is read next stays true.
        turn = update(ROOMS).where(ROOMS.c.canvas_id == canvas_id).values(turns=ROOMS.c.turns + 1)
        if not connection.execute(turn).rowcount:
            raise no_such_canvas(canvas_id)
        self._announce(connection, canvas_id)

    def _announce(self, connection: Connection, canvas_id: str) -> None:
        """Called in each transaction that changes something, for databases that can tell others."""


def check(connection: Connection, canvas_id: str) -> None:
    """Raises ``NotFoundError`` when the database does not have a canvas."""
    known = select(CANVASES.c.id).where(CANVASES.c.id == canvas_id)
    if connection.execute(known).first() is None:
        raise no_such_canvas(canvas_id)
