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

    def get(self, *parts: object) -> Result | None:
        """The result for these objects, or None where none is kept (any more)."""
        found = self._kept.get(tuple(map(id, parts)))
        return found[1] if found else None

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
    """Calls ``work``, which must not give None, once for the same objects."""

    def __init__(self, work: Callable[..., Result], size: int) -> None:
        self._work = work
        self._kept = Kept[Result](size)

    def __call__(self, *parts: object) -> Result:
        """The result for these objects."""
        result = self._kept.get(*parts)
        if result is None:
            result = self._work(*parts)
            self._kept.keep(result, *parts)
        return result

    def clear(self) -> None:
        """Forget all results."""
        self._kept.clear()
