"""Swings laid one upon another lie as deep as a comparison of every two says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iceberg.layout.stack import stacked

xs = st.integers(0, 12).map(float)
spans = st.lists(st.tuples(xs, xs).map(lambda ends: (min(ends), max(ends))), max_size=40)


def by_pairs(given: list[tuple[float, float]]) -> list[int]:
    depths: list[int] = []
    for n, (left, right) in enumerate(given):
        below = [depths[k] + 1 for k in range(n) if given[k][0] < right and left < given[k][1]]
        depths.append(max(below, default=0))
    return depths


@given(spans)
def test_depths_are_those_of_all_pairs(given: list[tuple[float, float]]) -> None:
    assert stacked(given) == by_pairs(given)


def test_spans_that_only_touch_lie_side_by_side() -> None:
    assert stacked([(0, 1), (1, 2), (0, 2), (1, 1), (1, 1)]) == [0, 0, 1, 2, 2]
