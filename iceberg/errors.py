"""One small tree of errors; every message is a sentence that a person can act on."""

from __future__ import annotations

from dataclasses import dataclass


class IcebergError(Exception):
    """Base of all errors whose text may be shown to a person as it stands."""


class NotFoundError(IcebergError):
    """A canvas, card, link, layer or file that was asked for does not exist."""


class EditRefusedError(IcebergError):
    """An edit that does not fit the canvas; the canvas is unchanged."""


class NothingToDoError(IcebergError):
    """What is asked for would change nothing."""


class ConflictError(IcebergError):
    """Somebody else's edit came first and this one no longer fits."""


class ExportError(IcebergError):
    """A file could not be made; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: where it is, what is wrong, how to mend it."""

    where: str
    what: str
    mend: str = ""

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.what}" if self.where else self.what
        return f"{sentence} {self.mend}".strip()


class BadInputError(IcebergError):
    """Input that cannot be read, with all of its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
