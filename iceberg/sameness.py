"""Results kept by the objects they were made from: frozen parts that stay are the same ones."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Kept(Generic[Result]):
    """The last ``size`` results by the very objects that they belong to; from any thread.

    Objects are the same when they are one, not when they are equal: that costs no look inside.
    They have to be immutable.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: dict[tuple[int, ...], tuple[tuple[object, ...], Result]] = {}
        self._lock = Lock()

    def knows(self, *parts: object) -> bool:
        """Whether there is a result for these objects."""
        return tuple(map(id, parts)) in self._kept

    def of(self, *parts: object) -> Result:
        """The result for these objects; raises KeyError where none is kept."""
        return self._kept[tuple(map(id, parts))][1]

    def keep(self, result: Result, *parts: object) -> None:
        """Keep a result for these objects."""
        # The parts are kept too, so that no other object can get their identity.
        with self._lock:
            self._kept[tuple(map(id, parts))] = (parts, result)
            while len(self._kept) > self._size:
                del self._kept[next(iter(self._kept))]

    def clear(self) -> None:
        """Forget all results."""
        with self._lock:
            self._kept.clear()


class BySameness(Generic[Result]):
    """Calls ``work`` once for the same objects, and keeps the last ``size`` results."""

    def __init__(self, work: Callable[..., Result], size: int) -> None:
        self._work = work
        self._kept = Kept[Result](size)

    def __call__(self, *parts: object) -> Result:
        """The result for these objects."""
        try:
            return self._kept.of(*parts)
        except KeyError:
            result = self._work(*parts)
            self._kept.keep(result, *parts)
            return result

    def clear(self) -> None:
        """Forget all results."""
        self._kept.clear()
