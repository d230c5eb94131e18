"""Submitting, by several clients and through several workshops, and what is kept of it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.edits import (
    ChangeDetails,
    DetailsChanges,
    Edit,
    NameSnapshot,
    RemoveCard,
    apply,
)
from iceberg.errors import ConflictError, EditRefusedError, IcebergError, NotFoundError
from iceberg.model import Canvas, Snapshot
from iceberg.store import EditRow, MemoryStore, Outcome, Store
from iceberg.workshop import Workshop
from tests.strategies import histories
from tests.workshop.samples import FIRST, add, content, ids, reword


def test_a_submitted_edit_is_there_for_everyone(
    workshop: Workshop, canvas_id: str, store: Store
) -> None:
    kept = workshop.submit(canvas_id, add("a"), "phone")
    assert (kept.revision, kept.seq, ids(kept.canvas)) == (1, 1, ["a"])
    assert kept.sentence == "Added the card “Card a” to Place, events"
    assert workshop.open(canvas_id) == kept.canvas == Workshop(store).open(canvas_id)
    assert workshop.revision(canvas_id) == 1


def test_two_workshops_on_one_store_see_each_others_edits(
    workshop: Workshop, canvas_id: str, store: Store
) -> None:
    other = Workshop(store)
    for number in range(4):
        (workshop, other)[number % 2].submit(canvas_id, add(f"c{number}"), "phone")
    assert ids(workshop.open(canvas_id)) == ids(other.open(canvas_id)) == ["c0", "c1", "c2", "c3"]


def test_a_refused_edit_leaves_nothing_behind(workshop: Workshop, canvas_id: str) -> None:
    with pytest.raises(EditRefusedError, match="no longer on the canvas"):
        workshop.submit(canvas_id, RemoveCard(card="a"), "phone")
    assert workshop.revision(canvas_id) == 0


def test_an_edit_that_is_sent_again_is_kept_once(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, add("a"), "phone", 1)
    workshop.submit(canvas_id, add("b"), "laptop", 1)
    again = workshop.submit(canvas_id, add("a"), "phone", 1)
    assert (again.seq, again.revision, ids(again.canvas)) == (1, 2, ["a", "b"])
    undone = workshop.undo(canvas_id, "phone", 2)
    assert workshop.undo(canvas_id, "phone", 2).seq == undone.seq == 3


@pytest.mark.parametrize("client", ["", "x" * 65, "a\x00b", "ŵyn"])
def test_a_client_without_a_proper_name_is_asked_to_reload(
    workshop: Workshop, canvas_id: str, client: str
) -> None:
    with pytest.raises(EditRefusedError, match="Reload"):
        workshop.submit(canvas_id, add("a"), client)
    with pytest.raises(EditRefusedError, match="Reload"):
        workshop.submit(canvas_id, add("a"), "phone", -1)


class Overtaken(MemoryStore):
    """A store in which somebody else's edit lands just before the next append."""

    def __init__(self) -> None:
        super().__init__()
        self.overtake: Edit | None = None

    def append(self, row: EditRow, title: str) -> Outcome:
        if self.overtake is not None:
            edit, self.overtake = self.overtake, None
            Workshop(self).submit(row.canvas_id, edit, "somebody")
        return super().append(row, title)


def test_an_edit_that_is_overtaken_is_applied_again() -> None:
    store = Overtaken()
    workshop = Workshop(store)
    canvas_id = workshop.create(FIRST)
    store.overtake = add("theirs")
    kept = workshop.submit(canvas_id, add("mine"), "phone")
    assert (kept.seq, ids(kept.canvas)) == (2, ["theirs", "mine"])


def test_who_is_overtaken_and_no_longer_fits_is_told() -> None:
    store = Overtaken()
    workshop = Workshop(store)
    canvas_id = workshop.create(FIRST)
    workshop.submit(canvas_id, add("a"), "phone")
    store.overtake = RemoveCard(card="a")
    with pytest.raises(ConflictError, match=r"came first\. That card is no longer"):
        workshop.submit(canvas_id, reword("a", "x"), "phone")
    assert workshop.revision(canvas_id) == 2


@given(histories(max_edits=10), st.lists(st.sampled_from(["phone", "laptop"]), min_size=20))
def test_the_rows_alone_give_every_revision(
    history: tuple[Canvas, tuple[Edit, ...]], clients: list[str]
) -> None:
    first, edits = history
    store = MemoryStore()
    workshop = Workshop(store)
    canvas_id = workshop.create(first)
    revisions = [workshop.open(canvas_id)]
    for edit, client in zip(edits, clients, strict=False):
        submit = partial(workshop.submit, canvas_id, edit, client)
        for act in (submit, partial(workshop.undo, canvas_id, client)):
            with suppress(IcebergError):
                revisions.append(act().canvas)
    assert [Workshop(store).at(canvas_id, one.revision) for one in revisions] == revisions


def test_history_tells_who_did_what_when(canvas_id: str, store: Store) -> None:
    noon = dt.datetime(2026, 6, 24, 12, tzinfo=dt.UTC)
    workshop = Workshop(store, now=lambda: noon)
    workshop.submit(canvas_id, add("a"), "phone", author=" Ffion\n\x00")
    workshop.undo(canvas_id, "phone")
    workshop.redo(canvas_id, "phone")
    lines = workshop.history(canvas_id)
    assert [(line.seq, line.author, line.sentence) for line in lines] == [
        (1, "Ffion", "Added the card “Card a” to Place, events"),
        (2, None, "Undone: added the card “Card a” to Place, events"),
        (3, None, "Redone: added the card “Card a” to Place, events"),
    ]
    assert (lines[0].at, lines[0].client) == (noon, "phone")
    assert (lines[1].undoes, lines[2].redoes) == (1, 2)
    assert Workshop(store).history(canvas_id) == lines


def test_any_revision_can_be_opened_across_checkpoints(
    workshop: Workshop, canvas_id: str, store: Store
) -> None:
    for number in range(600):
        workshop.submit(canvas_id, add(f"c{number}"), "phone")
    fresh = Workshop(store)
    for revision in (600, 0, 251, 500, 499, 1):
        canvas = fresh.at(canvas_id, revision)
        assert (canvas.revision, len(canvas.cards)) == (revision, revision)
    for revision in (601, -1):
        with pytest.raises(NotFoundError, match="no revision"):
            fresh.at(canvas_id, revision)


def test_the_list_follows_the_title(workshop: Workshop, canvas_id: str) -> None:
    rename = ChangeDetails(changes=DetailsChanges(title="Renamed"))
    workshop.submit(canvas_id, rename, "phone")
    [entry] = workshop.canvases()
    assert (entry.id, entry.title, entry.revision) == (canvas_id, "Renamed", 1)


def test_a_deleted_canvas_is_gone_for_everyone(
    workshop: Workshop, canvas_id: str, store: Store
) -> None:
    other = Workshop(store)
    other.submit(canvas_id, add("a"), "laptop")
    workshop.delete(canvas_id)
    assert workshop.canvases() == ()
    for use in (
        lambda: other.open(canvas_id),
        lambda: other.submit(canvas_id, add("b"), "laptop"),
        lambda: other.history(canvas_id),
        lambda: other.can_undo(canvas_id, "laptop"),
        lambda: workshop.revision(canvas_id),
    ):
        with pytest.raises(NotFoundError):
            use()


def test_a_new_canvas_begins_its_own_history(workshop: Workshop) -> None:
    snapshot = Snapshot(id="s", name="Elsewhere", revision=3)
    canvas_id = workshop.create(FIRST.model_copy(update={"revision": 9, "snapshots": (snapshot,)}))
    assert workshop.open(canvas_id) == FIRST


def test_only_a_revision_that_exists_can_be_named(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, add("a"), "phone")
    early = NameSnapshot(snapshot=Snapshot(id="s", name="Tomorrow", revision=2))
    with pytest.raises(EditRefusedError, match="no revision 2 to name yet"):
        workshop.submit(canvas_id, early, "phone")
    named = NameSnapshot(snapshot=Snapshot(id="s", name="Today", revision=1))
    assert workshop.submit(canvas_id, named, "phone").canvas.snapshots[0].name == "Today"


def test_many_threads_and_two_workshops_lose_nothing(
    workshop: Workshop, canvas_id: str, store: Store
) -> None:
    other = Workshop(store)
    start = threading.Barrier(8)

    def write(thread: int) -> list[int]:
        start.wait()
        mine = (workshop, other)[thread % 2]
        return [
            mine.submit(canvas_id, add(f"t{thread}n{number}"), f"client{thread}", number).seq
            for number in range(10)
        ]

    with ThreadPoolExecutor(8) as pool:
        seqs = sorted(seq for got in pool.map(write, range(8)) for seq in got)
    assert seqs == list(range(1, 81))
    assert len(workshop.open(canvas_id).cards) == 80
    assert workshop.open(canvas_id) == other.open(canvas_id) == Workshop(store).open(canvas_id)


def test_a_row_of_a_newer_program_is_named_as_such(
    workshop: Workshop, canvas_id: str, store: Store
) -> None:
    payload = '{"edit": {"kind": "from_the_future"}}'
    row = EditRow(canvas_id, 1, "e", "phone", None, None, "2026-06-24T12:00:00+00:00", payload)
    store.append(row, "T")
    with pytest.raises(IcebergError, match="newer version of this program"):
        workshop.open(canvas_id)


def test_submitting_needs_neither_layout_nor_streamlit() -> None:
    heavy = "('iceberg.layout', 'iceberg.scene', 'streamlit', 'networkx', 'uharfbuzz')"
    script = f"import sys, iceberg.workshop; sys.exit(any(n in sys.modules for n in {heavy}))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_what_is_submitted_is_what_apply_gives(workshop: Workshop, canvas_id: str) -> None:
    before = workshop.open(canvas_id)
    kept = workshop.submit(canvas_id, add("a"), "phone")
    assert content(kept.canvas) == apply(before, add("a"))
