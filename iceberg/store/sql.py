"""A store in a database that SQLAlchemy reaches."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    ScalarSelect,
    delete,
    func,
    insert,
    null,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from iceberg.store.interface import (
    Appended,
    CanvasEntry,
    EditRow,
    Outcome,
    Redelivered,
    Taken,
    no_such_canvas,
)
from iceberg.store.sql_rooms import SqlRooms, check
from iceberg.store.sqlite import overwrite_deleted
from iceberg.store.tables import CANVASES, CHECKPOINTS, EDITS


class SqlStore(SqlRooms):
    """Canvases, their edits and checkpoints of the fold, in tables as ``schema.fit`` makes them."""

    def create(self, canvas_id: str, title: str, payload: str, at: str) -> None:
        """See ``Store``."""
        values = {"id": canvas_id, "title": title, "updated": at, "payload": payload}
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(CANVASES).values(**values))
                self._make_room(connection, canvas_id)
        except IntegrityError:
            raise ValueError(f"there is a canvas {canvas_id} already") from None

    def initial(self, canvas_id: str) -> str:
        """See ``Store``."""
        query = select(CANVASES.c.payload).where(CANVASES.c.id == canvas_id)
        with self.reading.connect() as connection:
            payload = connection.execute(query).scalar_one_or_none()
        if payload is None:
            raise no_such_canvas(canvas_id)
        return str(payload)

    def append(self, row: EditRow, title: str) -> Outcome:
        """See ``Store``."""
        entry = update(CANVASES).where(CANVASES.c.id == row.canvas_id)
        with self.engine.begin() as connection:
            # The update comes first: it locks the canvas, so that what is read next stays true.
            if not connection.execute(entry.values(title=title, updated=row.at)).rowcount:
                raise no_such_canvas(row.canvas_id)
            last, earlier = connection.execute(select(_newest(row), _earlier(row))).one()
            if earlier is not None or row.seq != last + 1:
                connection.rollback()
                return Taken(last) if earlier is None else Redelivered(earlier)
            connection.execute(insert(EDITS).values(**_values(row)))
            self._announce(connection, row.canvas_id)
        return Appended(row.seq)

    def rows(self, canvas_id: str, after: int = 0, upto: int | None = None) -> tuple[EditRow, ...]:
        """See ``Store``."""
        asked = (EDITS.c.canvas_id == CANVASES.c.id) & (EDITS.c.seq > after)
        if upto is not None:
            asked &= EDITS.c.seq <= upto
        # A canvas without such rows gives one of nothing: so it is told from one that is not there.
        query = select(EDITS).select_from(CANVASES.outerjoin(EDITS, asked))
        query = query.where(CANVASES.c.id == canvas_id).order_by(EDITS.c.seq)
        with self.reading.connect() as connection:
            found = connection.execute(query).mappings().all()
        if not found:
            raise no_such_canvas(canvas_id)
        return tuple(_row(one) for one in found if one["seq"] is not None)

    def last(self, canvas_id: str) -> int:
        """See ``Store``."""
        with self.reading.connect() as connection:
            return _last(connection, canvas_id)

    def delivered(self, canvas_id: str, client: str, client_seq: int) -> int | None:
        """See ``Store``."""
        query = select(EDITS.c.seq).filter_by(
            canvas_id=canvas_id, client=client, client_seq=client_seq
        )
        with self.reading.connect() as connection:
            check(connection, canvas_id)
            return connection.execute(query).scalar_one_or_none()

    def canvases(self) -> tuple[CanvasEntry, ...]:
        """See ``Store``."""
        revision = (
            select(func.coalesce(func.max(EDITS.c.seq), 0))
            .where(EDITS.c.canvas_id == CANVASES.c.id)
            .scalar_subquery()
        )
        query = select(CANVASES.c.id, CANVASES.c.title, CANVASES.c.updated, revision).order_by(
            CANVASES.c.updated.desc(), CANVASES.c.id
        )
        with self.reading.connect() as connection:
            return tuple(CanvasEntry(*entry) for entry in connection.execute(query))

    def keep_checkpoint(self, canvas_id: str, seq: int, payload: str) -> None:
        """See ``Store``."""
        values = {"canvas_id": canvas_id, "seq": seq, "payload": payload}
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(CHECKPOINTS).values(**values))
        except IntegrityError:
            # Another process kept the same one, or the canvas is gone.
            self.last(canvas_id)

    def checkpoint(self, canvas_id: str, upto: int | None = None) -> tuple[int, str] | None:
        """See ``Store``."""
        query = select(CHECKPOINTS.c.seq, CHECKPOINTS.c.payload).where(
            CHECKPOINTS.c.canvas_id == canvas_id
        )
        if upto is not None:
            query = query.where(CHECKPOINTS.c.seq <= upto)
        with self.reading.connect() as connection:
            found = connection.execute(query.order_by(CHECKPOINTS.c.seq.desc()).limit(1)).first()
            if found is None:
                check(connection, canvas_id)
        return (found.seq, found.payload) if found else None

    def delete(self, canvas_id: str) -> None:
        """See ``Store``."""
        with self.engine.begin() as connection:
            self._forget_room(connection, canvas_id)
            # A stronger lock than append's: no checkpoint can slip in between either.
            connection.execute(select(CANVASES.c.id).filter_by(id=canvas_id).with_for_update())
            for table in (CHECKPOINTS, EDITS):
                connection.execute(delete(table).where(table.c.canvas_id == canvas_id))
            connection.execute(delete(CANVASES).where(CANVASES.c.id == canvas_id))
        overwrite_deleted(self.engine)

    def close(self) -> None:
        """See ``Store``."""
        self.engine.dispose()


def _last(connection: Connection, canvas_id: str) -> int:
    query = select(func.max(EDITS.c.seq)).where(EDITS.c.canvas_id == canvas_id)
    last = connection.execute(query).scalar_one()
    if last is None:
        check(connection, canvas_id)
    return int(last or 0)


def _newest(row: EditRow) -> ScalarSelect[int]:
    newest = select(func.coalesce(func.max(EDITS.c.seq), 0))
    return newest.where(EDITS.c.canvas_id == row.canvas_id).scalar_subquery()


def _earlier(row: EditRow) -> ColumnElement[Any]:
    """The seq under which the same edit of the same client is kept already; numbered ones only."""
    if row.client_seq is None:
        return null()
    numbered = {"client": row.client, "client_seq": row.client_seq}
    return select(EDITS.c.seq).filter_by(canvas_id=row.canvas_id, **numbered).scalar_subquery()


def _values(row: EditRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in EditRow.__slots__}


def _row(found: RowMapping) -> EditRow:
    return EditRow(**{str(name): value for name, value in found.items()})
