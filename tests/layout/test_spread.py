"""Isotonic placing in a row, against its own optimality conditions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.layout.spread import spread

numbers = st.floats(-100, 100, allow_nan=False)


@given(st.lists(numbers, min_size=1, max_size=12), st.floats(0, 20), st.data())
def test_gaps_and_bounds_hold_and_no_small_step_does_better(
    targets: list[float], gap: float, data: st.DataObject
) -> None:
    gaps = [gap] * (len(targets) - 1)
    low = -120.0
    high = low + sum(gaps) + data.draw(st.floats(0, 200))
    places = spread(targets, gaps, low, high)

    def valid(xs: list[float]) -> bool:
        apart = all(b - a >= gap - 1e-6 for a, b in pairwise(xs))
        return apart and xs[0] >= low - 1e-6 and xs[-1] <= high + 1e-6

    def cost(xs: list[float]) -> float:
        return sum((x - t) ** 2 for x, t in zip(xs, targets, strict=True))

    assert valid(places)
    for first in range(len(places)):
        for last in range(first, len(places)):
            for step in (-0.01, 0.01):
                tried = [x + step if first <= n <= last else x for n, x in enumerate(places)]
                assert not valid(tried) or cost(tried) >= cost(places) - 1e-3


def test_a_firm_wish_wins_over_a_weak_one() -> None:
    firm, weak = spread([0.0, 0.0], [10.0], -50, 50, [1000.0, 1.0])
    assert firm == pytest.approx(0.0, abs=0.02)
    assert weak == pytest.approx(10.0, abs=0.02)


def test_gaps_shrink_alike_when_there_is_no_room() -> None:
    assert spread([0, 0, 0], [10, 30], 0, 20) == pytest.approx([0, 5, 20])


def test_nothing_to_place() -> None:
    assert spread([], [], 0, 1) == []
