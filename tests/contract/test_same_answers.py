"""Whatever is done in whatever order, every kind of store answers as the one in memory does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iceberg.errors import NotFoundError
from iceberg.store import MemoryStore, Store
from tests.contract.rows import LATER, NOON, row

Deed = Callable[[Store], object]

canvases = st.sampled_from(["one", "two"])
kinds = st.sampled_from(["ballot", "device"])
names = st.sampled_from(["", "a", "B", "é"])
codes = st.sampled_from(["11", "12"])
small = st.integers(0, 3)


def create(canvas: str) -> Deed:
    return lambda store: store.create(canvas, canvas, "{}", NOON)


def delete(canvas: str) -> Deed:
    return lambda store: store.delete(canvas)


def append(canvas: str, seq: int, client_seq: int | None) -> Deed:
    return lambda store: store.append(replace(row(seq, client_seq), canvas_id=canvas), canvas)


def keep_room(canvas: str, version: int) -> Deed:
    return lambda store: store.keep_room(canvas, version, f"room {version}")


def put_paper(canvas: str, kind: str, name: str, payload: int) -> Deed:
    return lambda store: store.put_paper(canvas, kind, name, str(payload))


def remove_papers(canvas: str, kind: str, name: str | None) -> Deed:
    return lambda store: store.remove_papers(canvas, kind, name)


def open_door(code: str, canvas: str) -> Deed:
    return lambda store: store.open_door(code, canvas, LATER)


def close_doors(canvas: str) -> Deed:
    return lambda store: store.close_doors(canvas)


deeds = st.one_of(
    st.builds(create, canvases),
    st.builds(delete, canvases),
    st.builds(append, canvases, small, st.none() | small),
    st.builds(keep_room, canvases, small),
    st.builds(put_paper, canvases, kinds, names, small),
    st.builds(remove_papers, canvases, kinds, st.none() | names),
    st.builds(open_door, codes, canvases),
    st.builds(close_doors, canvases),
)


def answer(store: Store, deed: Deed) -> object:
    try:
        return deed(store)
    except (NotFoundError, ValueError) as error:
        return repr(error)


def around(canvas: str) -> Deed:
    return lambda store: (
        store.rows(canvas),
        store.room(canvas),
        store.papers(canvas, "ballot"),
        store.papers(canvas, "device"),
        store.pulse(canvas),
    )


def state(store: Store) -> list[object]:
    doors = [store.door(code) for code in ("11", "12")]
    return [store.canvases(), doors, *(answer(store, around(canvas)) for canvas in ("one", "two"))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, max_size=25))
def test_every_store_answers_as_the_one_in_memory_does(store: Store, done: list[Deed]) -> None:
    for entry in store.canvases():
        store.delete(entry.id)
    with MemoryStore() as model:
        for given_store in (model, store):
            given_store.create("one", "one", "{}", NOON)
        for deed in done:
            assert answer(store, deed) == answer(model, deed)
        assert state(store) == state(model)
