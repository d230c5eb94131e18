"""Maps of hundreds of cards: brought in, laid out, narrowed and sent out, beside a usual canvas.

Each figure is told as the processor's time and beside a canvas of 80 cards in the same run, so that
a slow machine does not look like slow code; memory is that of the process after it.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from iceberg.catalog import load_catalog
from iceberg.exporters import export
from iceberg.importers import import_file
from iceberg.model import LEVELS, Canvas, Card, Link
from iceberg.scene import build_scene
from iceberg.scene.portions import portions
from tests.bench.test_bench_layout import forget

SIZES = [(400, 1_100), (750, 9_000)]
USUAL = (80, 120)
SECONDS = 20
"""Of the processor's time for the slowest of these steps: the drawing of 9,000 links."""
CATALOG = load_catalog()


def canvas(cards: int, links: int) -> Canvas:
    random, pairs = Random(1), set[tuple[int, int]]()
    while len(pairs) < links:
        one, other = random.randrange(cards), random.randrange(cards)
        pairs |= {(one, other)} if one != other else set()
    layers = (CATALOG.layer("national"), CATALOG.layer("place"))
    return Canvas(
        title="Large",
        layers=layers,
        cards=tuple(
            Card(
                id=f"c{n}",
                layer=layers[n % 2].id,
                level=LEVELS[n // 2 % 4],
                text=f"Card {n} keeps rising",
            )
            for n in range(cards)
        ),
        links=tuple(
            Link(id=f"l{n}", source=f"c{one}", target=f"c{other}", sign="+")
            for n, (one, other) in enumerate(sorted(pairs))
        ),
    )


def bring_in(large: Canvas) -> object:
    return import_file("map.kumu.json", export(large, ".kumu.json").data, CATALOG)


def narrow(large: Canvas) -> object:
    """Find the parts, and draw the last of them."""
    return build_scene(large.model_copy(update={"view": portions(large)[-1].view}))


def send_out(large: Canvas) -> object:
    return [export(large, one).data for one in (".csv", ".graphml", ".prsm", ".kumu.xlsx")]


STEPS: dict[str, Callable[[Canvas], object]] = {
    "bring in": bring_in,
    "lay out and draw": build_scene,
    "narrow": narrow,
    "send out": send_out,
}


def seconds(step: Callable[[Canvas], object], large: Canvas) -> float:
    forget()
    began = time.process_time()
    step(large)
    return time.process_time() - began


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("cards", "links"), SIZES)
def test_a_large_map_stays_usable(benchmark: Any, step: str, cards: int, links: int) -> None:
    usual, large = canvas(*USUAL), canvas(cards, links)
    build_scene(canvas(8, 8))
    base = seconds(STEPS[step], usual)
    taken = benchmark.pedantic(seconds, (STEPS[step], large), rounds=1)
    unit = 1 if sys.platform == "darwin" else 1024
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    benchmark.extra_info |= {
        "cpu s": round(taken, 2),
        "times 80 cards": round(taken / base, 1),
        "process MB": round(megabytes),
    }
    assert taken < SECONDS
