"""How fast a canvas with a long history opens, and how fast edits are kept."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from iceberg.edits import AddCard, AddLink, CardChanges, ChangeCard, Edit
from iceberg.model import Canvas, Card, Layer, Link
from iceberg.store import open_store
from iceberg.workshop import Workshop

EDITS = 10_000
OPEN_SECONDS = 0.5


def edits(number: int) -> Edit:
    """First 300 cards, then 600 links, then changes of words."""
    if number < 300:
        card = Card(id=f"c{number}", layer="place", level="events", text=f"Card {number}")
        return AddCard(card=card)
    if number < 900:
        source, step = number % 300, number // 300
        ends = {"source": f"c{source}", "target": f"c{(source + step) % 300}"}
        return AddLink(link=Link(id=f"l{number}", **ends))
    card_id = f"c{Random(number).randrange(300)}"
    return ChangeCard(card=card_id, changes=CardChanges(text=f"Said again {number}"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("store") / "canvases.sqlite"
    with open_store(path) as store:
        workshop = Workshop(store)
        canvas_id = workshop.create(Canvas(title="T", layers=(Layer(id="place", title="P"),)))
        for number in range(EDITS - 1):
            workshop.submit(canvas_id, edits(number), "phone", number)
    return path, canvas_id


def test_ten_thousand_edits_open(benchmark: BenchmarkFixture, filled: tuple[Path, str]) -> None:
    path, canvas_id = filled

    def opened() -> Canvas:
        with open_store(path) as store:
            return Workshop(store).open(canvas_id)

    canvas = benchmark(opened)
    assert canvas.revision >= EDITS - 1
    assert benchmark.stats.stats.max < OPEN_SECONDS


def test_an_edit_is_kept(benchmark: BenchmarkFixture, filled: tuple[Path, str]) -> None:
    path, canvas_id = filled
    numbers = count(EDITS)
    with open_store(path) as store:
        workshop = Workshop(store)
        benchmark.pedantic(
            lambda: workshop.submit(canvas_id, edits(next(numbers)), "laptop"), rounds=200
        )
        assert workshop.revision(canvas_id) > EDITS


def test_what_can_be_undone_after_a_restart(
    benchmark: BenchmarkFixture, filled: tuple[Path, str]
) -> None:
    path, canvas_id = filled
    with open_store(path) as store:
        found = benchmark(lambda: Workshop(store).can_undo(canvas_id, "phone"))
        assert found is not None


def test_the_whole_history_in_words(benchmark: BenchmarkFixture, filled: tuple[Path, str]) -> None:
    path, canvas_id = filled
    with open_store(path) as store:
        lines = benchmark.pedantic(lambda: Workshop(store).history(canvas_id), rounds=3)
        assert len(lines) >= EDITS - 1
