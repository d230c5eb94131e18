"""Results by the very objects that they were made from."""

from __future__ import annotations

from iceberg.sameness import BySameness, Kept


def test_the_same_objects_are_worked_on_once_and_equal_ones_each() -> None:
    calls: list[list[int]] = []

    def note(part: list[int]) -> int:
        calls.append(part)
        return len(calls)

    work = BySameness(note, 8)
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
    assert [kept.get(part) for part in parts] == [None, 1, 2]
    kept.clear()
    assert kept.get(parts[2]) is None
