"""Tracebacks in the log say what failed and where in the program, and never with which words.

The message of an error may hold what people wrote, a link or an address, and any library may log
one: so it is left out wherever a record is made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from traceback import extract_tb


def log_no_words() -> None:
    """From now on, for every logger of this process; doing it again changes nothing."""
    made = logging.getLogRecordFactory()
    if not isinstance(made, _Discreet):
        logging.setLogRecordFactory(_Discreet(made))


class _Discreet:
    """Makes records of which the errors have a kind and a place, and no message."""

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make

    def __call__(self, *args: object, **more: object) -> logging.LogRecord:
        record = self._make(*args, **more)
        if record.exc_info and record.exc_info[1]:
            # Formatters take this text, where there is one, instead of making their own.
            record.exc_text = "\n".join(_told(record.exc_info[1]))
        return record


def _told(error: BaseException) -> Iterator[str]:
    """The error and those that led to it, the first of them first."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier:
        yield from _told(earlier)
    yield f"{type(error).__name__} in:"
    yield "".join(extract_tb(error.__traceback__).format()).rstrip("\n")
