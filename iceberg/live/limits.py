"""How much a connection, an address and all together may ask of the live route.

What one address may is meant for three rooms of 60 phones behind one router, so that nobody who
means no harm ever meets a limit. A page that meets one comes back later by itself and sends again
what has no answer yet: nothing is lost.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from iceberg.meeting.turnstile import Turnstile

CONNECTIONS_IN_ALL: Final = 600
"""Ten rooms of 60. On many systems a process may have 1,024 files open, and pages, the store and
Streamlit's own connections need the others; more rooms want more processes."""
CONNECTIONS_EACH: Final = 300
"""From one address: 180 phones and their projectors, and half as many again that have lost their
wifi without a word and have come back before that was noticed."""
ARRIVALS_EACH: Final = 1_200
"""From one address in a minute: each of these may come back four times after a break."""
ACTS_EACH: Final = 3_000
"""Acts from one address in a minute: 180 people who each put a dot every four seconds."""
MESSAGES_AT_ONCE: Final = 100
"""Messages that may come in one go: what gathers on a page while its network hiccups."""
MESSAGES_A_SECOND: Final = 10.0
"""What one connection may keep up: more than two hands do."""
FRAME_LIMIT: Final = 2_000_000
"""Characters in one message; a page sends what is longer in several."""
CHARACTERS_AT_ONCE: Final = 2 * FRAME_LIMIT
CHARACTERS_A_SECOND: Final = 200_000.0
"""A long paste each second. Reading this much takes the server 1% of a core."""
STRANGERS_FRAME_LIMIT: Final = 10_000
"""Characters of a message from somebody who has not shown a link: a link is a few hundred."""
STRANGERS_MESSAGES: Final = 10
"""Messages before a link has to open a canvas: a page says which it shows, and whether all is
well, and has done so once again."""
STRANGERS_LEAVE_AFTER_S: Final = 20.0
"""Seconds until then; a page of ours says what it shows as soon as it is connected."""
SEND_WITHIN_S: Final = 20.0
"""A page that takes longer to receive has gone; it comes back by itself."""
CLOSE_WITHIN_S: Final = 2.0
"""How long a page may take to hear that it is let go."""
_MINUTE_S: Final = 60.0
_NO_LIMIT: Final = 2**31


class Limits:
    """Who is connected from where, and how often; to be used on one event loop."""

    def __init__(self) -> None:
        self._connected: Counter[str] = Counter()
        self._arrivals = Turnstile(ARRIVALS_EACH, _NO_LIMIT, _MINUTE_S)
        self._acts = Turnstile(ACTS_EACH, _NO_LIMIT, _MINUTE_S)

    @contextmanager
    def place(self, address: str) -> Iterator[bool]:
        """A place for one connection while it lasts; False when there is none."""
        if not self._has_place(address):
            yield False
            return
        self._connected[address] += 1
        try:
            yield True
        finally:
            self._connected[address] -= 1
            if not self._connected[address]:
                del self._connected[address]

    def may_act(self, address: str, acts: int) -> bool:
        """Whether so many more acts may come from an address now; they are counted."""
        return all(self._acts.passes(address) for _ in range(acts))

    def _has_place(self, address: str) -> bool:
        return (
            self._connected[address] < CONNECTIONS_EACH
            and self._connected.total() < CONNECTIONS_IN_ALL
            and self._arrivals.passes(address)
        )


class Bucket:
    """Lets so much through at once, and so much a second after that (a token bucket)."""

    def __init__(
        self, at_once: float, a_second: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once, self._a_second, self._now = at_once, a_second, now
        self._left, self._at = at_once, now()

    def lets_through(self, amount: float = 1.0) -> bool:
        """Whether this much may come now; it is counted if so."""
        now = self._now()
        gained = (now - self._at) * self._a_second
        self._left, self._at = min(self._at_once, self._left + gained), now
        if amount > self._left:
            return False
        self._left -= amount
        return True
