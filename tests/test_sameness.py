"""Results by the very objects that they were made from."""

from __future__ import annotations

import pytest

from iceberg.sameness import BySameness, Kept


def test_the_same_objects_are_worked_on_once_and_equal_ones_each() -> None:
    calls: list[list[int]] = []
    work = BySameness(lambda part: calls.append(part), 8)
    one, equal = [1], [1]
    for part in (one, one, equal, equal):
        work(part)
    assert calls == [one, equal]
    assert all(made is given for made, given in zip(calls, (one, equal), strict=True))


def test_only_the_last_results_are_kept() -> None:
    kept = Kept[int](2)
    parts = [object() for _ in range(3)]
    for number, part in enumerate(parts):
        kept.keep(number, part)
    assert [kept.knows(part) for part in parts] == [False, True, True]
    assert kept.of(parts[2]) == 2
    with pytest.raises(KeyError):
        kept.of(parts[0])
    kept.clear()
    assert not kept.knows(parts[2])
