"""Placing things in a row as near to where they want to be as gaps and bounds allow."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    targets: Sequence[float],
    gaps: Sequence[float],
    low: float,
    high: float,
    weights: Sequence[float] | None = None,
) -> list[float]:
    """Positions x with x[i+1] − x[i] ≥ gaps[i] in [low, high], least squares from the targets.

    Isotonic regression by pool adjacent violators (Barlow et al., 1972) on the positions less the
    gaps before them; cutting at the bounds keeps it exact. If the gaps do not fit, they shrink
    alike until they do. ``gaps`` has one item fewer than ``targets``.
    """
    if not targets:
        return []
    needed, room = sum(gaps), high - low
    share = min(1.0, max(room, 0.0) / needed) if needed > 0 else 1.0
    before = [0.0]
    for gap in gaps:
        before.append(before[-1] + gap * share)
    pools: list[list[float]] = []
    for n, target in enumerate(targets):
        weight = 1.0 if weights is None else weights[n]
        pools.append([(target - before[n]) * weight, weight, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, weight, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + weight, pools[-1][2] + count]
    top = max(low, high - before[-1])
    values = [
        min(max(total / weight, low), top)
        for total, weight, count in pools
        for _ in range(int(count))
    ]
    return [value + offset for value, offset in zip(values, before, strict=True)]
