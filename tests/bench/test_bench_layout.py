"""Layout and routing by size, with crossings and length beside graphviz's dot where it is."""

from __future__ import annotations

import shutil
import subprocess
from statistics import mean
from typing import Any

import numpy as np
import pytest

from iceberg.layout import faces, lay_out, sizing
from iceberg.layout.arrange import arrange, arrange_by_x
from iceberg.layout.crossings import Floats, Ints, count_crossings, total_length
from iceberg.layout.frame import frame
from iceberg.layout.grid import Cell
from iceberg.layout.joining import join_links
from iceberg.layout.parts import Rect
from iceberg.layout.settle import settle
from iceberg.layout.sizing import plan_page
from iceberg.model import LEVELS, Canvas
from iceberg.scene.build import page_frame
from tests.layout.samples import sample_canvas

SEEDS = range(3)


@pytest.mark.parametrize("cards", [16, 40, 80, 100, 160, 320])
def test_layout_and_routing(benchmark: Any, cards: int) -> None:
    """The whole way from canvas to places and paths, on the page that suits the size."""
    canvas = sample_canvas(cards, 1)
    page = page_frame(canvas, "a4" if cards <= 40 else "a3")
    lay_out(canvas, *page)
    layout = benchmark.pedantic(lay_out, (canvas, *page), setup=forget, rounds=10)
    benchmark.extra_info["font_pt"] = layout.font_pt


def forget() -> None:
    """Let nothing be known of the page but the faces of its cards: all of it is laid out anew."""
    for kept in (settle, join_links, sizing._planned):
        kept.cache_clear()


@pytest.mark.parametrize("cards", [16, 40, 80, 160, 320])
def test_order_beside_dot(benchmark: Any, cards: int) -> None:
    """Mean crossings and length (mm) of three canvases; dot's order goes into the same slots.

    dot is told the bands only: with icebergs as clusters it does not come to an end on some of
    these canvases.
    """
    problems = [_problem(sample_canvas(cards, seed)) for seed in SEEDS]
    plans = benchmark(lambda: [arrange(grid, cells, edges, {}) for grid, cells, edges in problems])
    found = [(plan.centres, edges) for plan, (_, _, edges) in zip(plans, problems, strict=True)]
    benchmark.extra_info.update(_figures("own", found))
    if shutil.which("dot"):
        theirs = [
            (arrange_by_x(grid, cells, edges, _dot_xs(cells, edges)).centres, edges)
            for grid, cells, edges in problems
        ]
        benchmark.extra_info.update(_figures("dot", theirs))
        assert _crossings(found) <= _crossings(theirs) or cards < 40


def _problem(canvas: Canvas) -> tuple[Any, list[Cell], Ints]:
    layers = [layer.id for layer in canvas.layers]
    cells = [(layers.index(card.layer), LEVELS.index(card.level)) for card in canvas.cards]
    index = {card.id: n for n, card in enumerate(canvas.cards)}
    edges = np.array([(index[link.source], index[link.target]) for link in canvas.links])
    labels = faces.labels(canvas)
    inside = frame(Rect(40.0, 30.0, 370.0, 230.0), len(layers), 297.0, len(cells))
    shown = [labels[card.id] for card in canvas.cards]
    return plan_page(inside, cells, shown).grid, cells, edges


def _crossings(found: list[tuple[Floats, Ints]]) -> float:
    return mean(count_crossings(centres, edges) for centres, edges in found)


def _figures(name: str, found: list[tuple[Floats, Ints]]) -> dict[str, float]:
    length = mean(total_length(centres, edges) for centres, edges in found)
    return {f"{name}_crossings": round(_crossings(found)), f"{name}_length": round(length)}


def _dot_xs(cells: list[Cell], edges: Ints) -> list[float]:
    """The x that dot gives each card, with one rank a band."""
    lines = ["digraph { node [shape=box width=1.7 height=.8 fixedsize=true];"]
    for band in range(len(LEVELS)):
        members = " ".join(f"n{n};" for n, cell in enumerate(cells) if cell[1] == band)
        lines.append(f"{{ rank=same; b{band} [style=invis]; {members} }}")
    lines += [f"b{band} -> b{band + 1} [style=invis];" for band in range(len(LEVELS) - 1)]
    for a, b in edges.tolist():
        upper, lower = (a, b) if cells[a][1] <= cells[b][1] else (b, a)
        lines.append(f"n{upper} -> n{lower};")
    text = "\n".join([*lines, "}"])
    done = subprocess.run(
        ["dot", "-Tplain"], input=text, capture_output=True, text=True, check=True, timeout=60
    )
    fields = [line.split() for line in done.stdout.splitlines()]
    xs = {f[1]: float(f[2]) for f in fields if f and f[0] == "node"}
    return [xs[f"n{n}"] for n in range(len(cells))]
