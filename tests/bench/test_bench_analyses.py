"""All findings by size, beside plain ``networkx.simple_cycles`` with an end to its time."""

from __future__ import annotations

import multiprocessing
import time
from typing import Any

import networkx as nx
import pytest

from iceberg.analyses import read
from iceberg.analyses.circuits import circuits
from iceberg.graph import to_graph
from iceberg.model import Canvas
from tests.analyses.samples import random_canvas

SIZES = [(24, 30, 1.0), (100, 150, 1.0), (93, 250, 1.0), (500, 1_000, 5.0), (2_000, 10_000, 5.0)]
"""Cards, links, and the seconds within which all findings should be there."""
PATIENCE = 5.0
"""Seconds that plain networkx gets to find every loop."""


def canvas_of(cards: int, links: int) -> Canvas:
    return random_canvas(1, cards, links, assumptions=2 + cards // 50, readings=cards // 4)


@pytest.mark.parametrize(("cards", "links", "seconds"), SIZES)
def test_all_findings(benchmark: Any, cards: int, links: int, seconds: float) -> None:
    canvas = canvas_of(cards, links)
    found = benchmark.pedantic(read, (canvas,), rounds=5, warmup_rounds=1)
    loops = circuits(to_graph(canvas))
    benchmark.extra_info["findings"] = len(found)
    benchmark.extra_info["loops"] = f"{len(loops.loops)} ({loops.stopped})"
    assert benchmark.stats.stats.median < seconds


@pytest.mark.parametrize(("cards", "links", "seconds"), SIZES)
def test_plain_simple_cycles(benchmark: Any, cards: int, links: int, seconds: float) -> None:
    """Every loop by networkx alone; what it had when its time was up is in the extra info."""
    graph = to_graph(canvas_of(cards, links))
    plain = nx.DiGraph(graph.edges())
    found, done = benchmark.pedantic(_cycles_in_time, (plain,), rounds=1)
    benchmark.extra_info["loops"] = found
    benchmark.extra_info["came to an end"] = done
    del seconds


def _cycles_in_time(graph: nx.DiGraph) -> tuple[int, bool]:
    """How many loops were found, and whether these are all; in a process that can be ended."""
    fresh = multiprocessing.get_context("spawn")
    counted, ended, begun = fresh.Value("q", 0), fresh.Value("b", 0), fresh.Event()
    process = fresh.Process(target=_count, args=(graph, counted, ended, begun), daemon=True)
    process.start()
    begun.wait()
    process.join(PATIENCE)
    process.terminate()
    process.join()
    return int(counted.value), bool(ended.value)


def _count(graph: nx.DiGraph, counted: Any, ended: Any, begun: Any) -> None:
    begun.set()
    last = time.monotonic()
    number = 0
    for number, _ in enumerate(nx.simple_cycles(graph), start=1):
        if time.monotonic() - last > 0.05:
            counted.value, last = number, time.monotonic()
    counted.value, ended.value = number, 1
