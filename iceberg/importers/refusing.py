"""The one way in which a file is refused."""

from __future__ import annotations

from iceberg.errors import BadInputError, Problem


def refused(what: str, mend: str, where: str = "") -> BadInputError:
    """The error that says what is wrong with a file, where, and what to do."""
    return BadInputError((Problem(where, what, mend),))
