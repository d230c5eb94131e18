"""How deep each of many swings lies that are laid one upon another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def stacked(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each open span (left, right): one more than the deepest before it that it overlaps.

    The first and those that overlap nothing are 0. A span without length lies upon those that it
    is inside of. The skyline is kept by places between and at the ends, so that n spans take n
    slices of an array and not a comparison of every two.
    """
    ends = sorted({x for span in spans for x in span})
    place = {x: 2 * n for n, x in enumerate(ends)}
    skyline = np.full(2 * len(ends), -1)
    # Spans without length do not overlap each other, so that they have a skyline of their own.
    points = skyline.copy()
    depths: list[int] = []
    for left, right in spans:
        at, end = place[left], place[right]
        if at == end:
            depth = int(skyline[at]) + 1
            points[at] = max(depth, int(points[at]))
        else:
            inside = slice(at + 1, end)
            depth = int(max(skyline[inside].max(), points[inside].max())) + 1
            skyline[inside] = depth
        depths.append(depth)
    return depths
