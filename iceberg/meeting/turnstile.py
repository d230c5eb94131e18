"""Counting attempts, so that short codes cannot be found by trying."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final

ADDRESSES_KEPT: Final = 10_000
"""Addresses that are counted apart; more come only from somebody who means harm."""


class Turnstile:
    """Lets so many through in so many seconds: from one address, and in all; from any thread."""

    def __init__(
        self,
        each: int,
        in_all: int,
        seconds: float,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._each, self._in_all, self._seconds, self._now = each, in_all, seconds, now
        self._passed: deque[float] = deque()
        self._by_address: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def passes(self, address: str) -> bool:
        """Whether one more attempt from here is let through; it is counted if so."""
        with self._lock:
            own = self._by_address.setdefault(address, deque())
            self._by_address.move_to_end(address)
            while len(self._by_address) > ADDRESSES_KEPT:
                self._by_address.popitem(last=False)
            now = self._now()
            for passed in (own, self._passed):
                while passed and passed[0] <= now - self._seconds:
                    passed.popleft()
            if len(own) >= self._each or len(self._passed) >= self._in_all:
                return False
            own.append(now)
            self._passed.append(now)
            return True

    def forgive(self, address: str) -> None:
        """Count the last attempt from here no more: it was a good one."""
        with self._lock:
            for passed in (self._by_address.get(address), self._passed):
                if passed:
                    passed.pop()
