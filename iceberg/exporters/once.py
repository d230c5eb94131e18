"""Files that are made together share what they have in common, such as the drawn picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
_VALUES: Final = (str, int, bool, tuple, type(None))
_made: ContextVar[dict[Any, tuple[Any, Any]] | None] = ContextVar("made", default=None)


@contextmanager
def together() -> Iterator[None]:
    """While this is open, what ``once`` marks is made once for the same arguments."""
    token = _made.set({})
    try:
        yield
    finally:
        _made.reset(token)


def once(work: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Keep the results of a function while files are made ``together``.

    Values and tuples of them are compared, other objects count as the same only when they are one:
    that costs no look inside.
    """

    @wraps(work)
    def kept(*args: Arguments.args, **named: Arguments.kwargs) -> Result:
        made = _made.get()
        if made is None:
            return work(*args, **named)
        given = (*args, *(named[name] for name in sorted(named)))
        key = (work, *sorted(named), *map(_same, given))
        if key not in made:
            # What was given is kept too, so that no other object can get its identity.
            made[key] = (given, work(*args, **named))
        result: Result = made[key][1]
        return result

    return kept


def _same(given: object) -> object:
    return given if isinstance(given, _VALUES) else id(given)
