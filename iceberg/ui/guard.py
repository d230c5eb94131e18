"""Nobody ever sees a traceback: every error becomes one sentence, and the rest goes to the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from pydantic import ValidationError

from iceberg.errors import BadInputError, IcebergError, Problem
from iceberg.live.wording import OUR_FAULT
from iceberg.model import problems_of
from iceberg.ui import wording
from iceberg.ui.plain import plain

_log = logging.getLogger("iceberg.ui")


def sentences(error: Exception) -> tuple[str, ...]:
    """What to say about an error; errors that are ours to mend are logged and named so."""
    if isinstance(error, BadInputError):
        return tuple(_spoken(problem) for problem in error.problems)
    if isinstance(error, IcebergError):
        return (str(error),)
    if isinstance(error, ValidationError):
        return tuple(_spoken(problem) for problem in problems_of(error))
    _log.error("An unexpected error reached the page", exc_info=error)
    return (OUR_FAULT,)


def _spoken(problem: Problem) -> str:
    field = wording.FIELDS.get(problem.where.partition("[")[0])
    if field is None:
        return str(problem)
    return f"{field} {problem.what} {problem.mend}".strip()


def show_error(error: Exception) -> None:
    """The error on the page, one line a problem."""
    st.error("  \n".join(plain(sentence) for sentence in sentences(error)))


@contextmanager
def guarded() -> Iterator[None]:
    """Turn whatever goes wrong inside into a sentence in its place on the page."""
    try:
        yield
    except Exception as error:
        show_error(error)


def on_script_error(error: Exception) -> bool:
    """For Streamlit's own handler: show the sentence in place of its traceback."""
    show_error(error)
    return True
