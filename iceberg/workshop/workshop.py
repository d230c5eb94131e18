"""Joins edits and store: submit, undo, redo, history."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Mapping
from typing import Final, Literal, TypeAlias

from iceberg.edits import Edit, apply, describe, inverse
from iceberg.errors import ConflictError, EditRefusedError, IcebergError, NothingToDoError
from iceberg.model import Canvas, new_id
from iceberg.store import Appended, CanvasEntry, EditRow, Pulse, Redelivered, Store
from iceberg.workshop import wording
from iceberg.workshop.folds import Folds
from iceberg.workshop.histories import Histories
from iceberg.workshop.proposals import Proposal, check_snapshot, proposed, still_fits
from iceberg.workshop.records import Envelope, canvas_to_payload, record_of, sealed
from iceberg.workshop.results import HistoryLine, Overridden, Revertible, Submitted
from iceberg.workshop.sender import Sender

_ATTEMPTS: Final = 50


Check: TypeAlias = Callable[[Canvas, Edit], None]
"""Raises EditRefusedError for an edit that may not be made on a canvas."""

Make: TypeAlias = Callable[[Canvas], Edit | None]
"""The edit to make on a canvas as it is; None where nothing would change."""


def any_edit(_canvas: Canvas, _edit: Edit) -> None:
    """Refuses nothing."""


def utc_now() -> dt.datetime:
    """The time in UTC."""
    return dt.datetime.now(dt.UTC)


class Workshop:
    """Canvases that many people change at once; every method may be called from any thread.

    A *client* is one open page (it undoes its own edits only); ``client_seq`` counts its edits, so
    that one that is sent again after a lost answer is kept once. Methods about a canvas raise
    ``NotFoundError`` when the store does not have it.
    """

    def __init__(self, store: Store, now: Callable[[], dt.datetime] = utc_now) -> None:
        self._store = store
        self._now = now
        self._folds = Folds(store)
        self._histories = Histories(store, self._folds)
        self._guard = threading.Lock()
        self._listeners: tuple[Callable[[str], None], ...] = ()

    def listen(self, heard: Callable[[str], None]) -> None:
        """Calls ``heard(canvas id)`` after every edit that is kept here, and every deletion.

        It is called on the thread that made the change, and must return at once.
        """
        with self._guard:
            self._listeners = (*self._listeners, heard)

    def unlisten(self, heard: Callable[[str], None]) -> None:
        """Calls ``heard`` no more."""
        with self._guard:
            self._listeners = tuple(other for other in self._listeners if other != heard)

    def hear_others(self, heard: Callable[[str], None]) -> Callable[[], None] | None:
        """Calls ``heard(canvas id)`` after changes of other processes, where the store tells them.

        Gives what ends it; None where the store does not tell: look at the pulses then.
        """
        return self._store.listen(heard)

    def create(self, canvas: Canvas) -> str:
        """Keeps a new canvas at revision 0 and gives its id.

        Snapshots stay behind: they name revisions of a history that does not come along.
        """
        # Whoever has the id has the canvas, so it is long enough not to be guessed.
        canvas_id = new_id() + new_id()
        first = canvas.model_copy(update={"revision": 0, "snapshots": ()})
        self._store.create(canvas_id, first.title, canvas_to_payload(first), self._time())
        return canvas_id

    def open(self, canvas_id: str) -> Canvas:
        """The canvas as it is now; its revision is the number of edits."""
        return self._folds.latest(canvas_id)

    def at(self, canvas_id: str, revision: int) -> Canvas:
        """The canvas as it was after so many edits.

        Raises:
            NotFoundError: there is no such revision.
        """
        return self._folds.at(canvas_id, revision)

    def revision(self, canvas_id: str) -> int:
        """The number of edits, without opening the canvas."""
        return self._store.last(canvas_id)

    def pulses(self, canvas_ids: Collection[str]) -> Mapping[str, Pulse]:
        """How far each canvas and what is around it has come; without those that are gone."""
        return self._store.pulses(canvas_ids)

    def canvases(self) -> tuple[CanvasEntry, ...]:
        """All canvases, the last changed first."""
        return self._store.canvases()

    def delete(self, canvas_id: str) -> None:
        """Forgets a canvas with its whole history, for good."""
        self._store.delete(canvas_id)
        self._folds.forget(canvas_id)
        self._histories.forget(canvas_id)
        self.tell(canvas_id)

    def close(self) -> None:
        """Closes the store."""
        self._store.close()

    def submit(
        self,
        canvas_id: str,
        edit: Edit | Make,
        client: str,
        client_seq: int | None = None,
        author: str | None = None,
        check: Check = any_edit,
        seen: int | None = None,
    ) -> Submitted:
        """Applies an edit to the canvas as it is now, or one that is made for it, and keeps it.

        ``check`` may refuse it, by the canvas that it would be applied to; ``seen`` is the revision
        that the client's page had come to.

        Raises:
            EditRefusedError: the edit does not fit.
            NothingToDoError: there is none to make.
            ConflictError: it does not fit any more, because somebody else came first.
        """

        def propose(before: Canvas) -> Proposal:
            made = edit(before) if callable(edit) else edit
            if made is None:
                raise NothingToDoError(wording.NOTHING_CHANGED)
            check(before, made)
            check_snapshot(before, made)
            after = apply(before, made)
            return Proposal(Envelope(edit=made), after, describe(made, before))

        return self._keep(canvas_id, Sender(client, client_seq, author, seen), propose)

    def undo(
        self,
        canvas_id: str,
        client: str,
        client_seq: int | None = None,
        author: str | None = None,
        check: Check = any_edit,
        seen: int | None = None,
    ) -> Submitted:
        """Appends the inverse of the client's last edit that is not undone.

        Raises:
            EditRefusedError: there is none, or somebody else's later edit is in the way.
            ConflictError: somebody else came first.
        """
        return self._revert(canvas_id, Sender(client, client_seq, author, seen), "undo", check)

    def redo(
        self,
        canvas_id: str,
        client: str,
        client_seq: int | None = None,
        author: str | None = None,
        check: Check = any_edit,
        seen: int | None = None,
    ) -> Submitted:
        """Takes the client's last undo back; any new edit of the client ends that possibility.

        Raises:
            EditRefusedError: there is none, or somebody else's later edit is in the way.
            ConflictError: somebody else came first.
        """
        return self._revert(canvas_id, Sender(client, client_seq, author, seen), "redo", check)

    def can_undo(self, canvas_id: str, client: str) -> Revertible | None:
        """What ``undo`` would take back, if anything; others may still be in its way."""
        with self._histories.lock(canvas_id):
            history = self._histories.of(canvas_id)
            return history.revertible(history.trail().to_undo(client))

    def can_redo(self, canvas_id: str, client: str) -> Revertible | None:
        """What ``redo`` would bring back, if anything; others may still be in its way."""
        with self._histories.lock(canvas_id):
            history = self._histories.of(canvas_id)
            return history.revertible(history.trail().to_redo(client))

    def overridden(self, canvas_id: str, seq: int) -> Overridden | None:
        """Somebody else's edit that edit ``seq`` changed again unseen, if there is one."""
        with self._histories.lock(canvas_id):
            return self._histories.of(canvas_id).overridden(seq)

    def lately_overridden(self, canvas_id: str, revision: int) -> tuple[Overridden, ...]:
        """What the last hundred edits of a canvas at a ``revision`` changed again unseen.

        Oldest first, and with what has been read of later edits. It follows from what is kept
        alone, so it is the same in every process.
        """
        with self._histories.lock(canvas_id):
            return self._histories.of(canvas_id).lately_overridden(revision)

    def owners(self, canvas_id: str, revision: int | None = None) -> Mapping[str, str]:
        """The client that first added a card or link, by the part's id.

        Those of a canvas at a ``revision`` that has been read are found without asking the store.
        """
        with self._histories.lock(canvas_id):
            return self._histories.of(canvas_id).owners(revision)

    def reviewed(self, canvas_id: str) -> Mapping[str, Canvas]:
        """The canvas as it was when each assumption was last reviewed, by the assumption's id."""
        with self._histories.lock(canvas_id):
            return self._histories.of(canvas_id).reviewed()

    def history(self, canvas_id: str) -> tuple[HistoryLine, ...]:
        """Every edit: who, when and a sentence; oldest first."""
        with self._histories.lock(canvas_id):
            return self._histories.of(canvas_id).lines()

    def edits(self, canvas_id: str, since: int = 0) -> tuple[Edit, ...]:
        """The edits as they were made, oldest first: in turn they lead from a revision to now."""
        return tuple(record_of(row).envelope.edit for row in self._store.rows(canvas_id, since))

    def _revert(
        self, canvas_id: str, sender: Sender, verb: Literal["undo", "redo"], check: Check
    ) -> Submitted:
        def propose(before: Canvas) -> Proposal:
            history = self._histories.of(canvas_id)
            trail = history.trail()
            undoing = verb == "undo"
            seq = trail.to_undo(sender.client) if undoing else trail.to_redo(sender.client)
            found = history.revertible(seq)
            if found is None:
                raise EditRefusedError(
                    wording.NOTHING_TO_UNDO if undoing else wording.NOTHING_TO_REDO
                )
            history.check_free(found.seq, sender.client, verb, found.sentence)
            record, earlier = history.recorded(found.seq)
            edit = inverse(earlier, record.envelope.edit)
            check(before, edit)
            envelope = Envelope(
                edit=edit,
                undoes=found.seq if undoing else None,
                redoes=None if undoing else found.seq,
            )
            told = wording.undone if undoing else wording.redone
            after = still_fits(before, edit, verb, found.sentence)
            return Proposal(envelope, after, told(found.sentence))

        return self._keep(canvas_id, sender, propose)

    def _keep(
        self, canvas_id: str, sender: Sender, propose: Callable[[Canvas], Proposal]
    ) -> Submitted:
        sender.check()
        with self._histories.lock(canvas_id):
            for attempt in range(_ATTEMPTS):
                before = self._folds.latest(canvas_id)
                try:
                    proposal = proposed(before, propose, attempt)
                except IcebergError:
                    # What is kept already may not fit a second time.
                    if (seq := self._delivered(canvas_id, sender)) is None:
                        raise
                    return self._again(canvas_id, seq)
                row = self._row(canvas_id, before.revision, sender, proposal.envelope)
                outcome = self._store.append(row, proposal.after.title)
                if isinstance(outcome, Redelivered):
                    return self._again(canvas_id, outcome.seq)
                if isinstance(outcome, Appended):
                    return self._kept(row, proposal)
        raise ConflictError(wording.BUSY)

    def _kept(self, row: EditRow, proposal: Proposal) -> Submitted:
        edit = proposal.envelope.edit
        canvas = proposal.after.model_copy(update={"revision": row.seq})
        self._folds.remember(row.canvas_id, canvas)
        self._histories.of(row.canvas_id).kept(row, edit)
        self.tell(row.canvas_id)
        return Submitted(canvas, row.seq, row.seq, edit, proposal.sentence)

    def _delivered(self, canvas_id: str, sender: Sender) -> int | None:
        if sender.client_seq is None:
            return None
        return self._store.delivered(canvas_id, sender.client, sender.client_seq)

    def _again(self, canvas_id: str, seq: int) -> Submitted:
        record, before = self._histories.of(canvas_id).recorded(seq)
        edit, canvas = record.envelope.edit, self._folds.latest(canvas_id)
        return Submitted(canvas, canvas.revision, seq, edit, describe(edit, before))

    def _row(self, canvas_id: str, last: int, sender: Sender, envelope: Envelope) -> EditRow:
        # No page has seen what is yet to come, whatever it says.
        seen = None if sender.seen is None else min(max(0, sender.seen), last)
        return EditRow(
            canvas_id=canvas_id,
            seq=last + 1,
            edit_id=new_id(),
            client=sender.client,
            client_seq=sender.client_seq,
            author=sender.name,
            at=self._time(),
            payload=sealed(envelope.model_copy(update={"seen": seen})),
        )

    def tell(self, canvas_id: str) -> None:
        """Has all who listen look at a canvas again, as when something around it has changed."""
        for heard in self._listeners:
            heard(canvas_id)

    def _time(self) -> str:
        return self._now().astimezone(dt.UTC).isoformat(timespec="milliseconds")
