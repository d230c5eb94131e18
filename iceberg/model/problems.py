"""What is wrong with an input, said as a person would: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from pydantic import ValidationError

from iceberg.errors import Problem
from iceberg.model.fields import COLOUR_PATTERN, FINDING_KEY_PATTERN, ID_PATTERN, LANGUAGE_PATTERN

_Location: TypeAlias = tuple[int | str, ...]
_Said: TypeAlias = tuple[str, str]

_KINDS: Final[dict[str, _Said]] = {
    "missing": ("is missing.", "Add it."),
    "extra_forbidden": ("is not a key that is known here.", "Remove it, or check its spelling."),
    "string_type": ("is not text.", "Write text, in quotation marks."),
    "int_type": ("is not a whole number.", "Write a whole number."),
    "int_from_float": ("is not a whole number.", "Write a whole number."),
    "int_parsing": ("is not a whole number.", "Write a whole number."),
    "int_parsing_size": ("is too large a number.", "Write a smaller one."),
    "float_type": ("is not a number.", "Write a number."),
    "finite_number": ("is not a finite number.", "Write a number."),
    "bool_type": ("is neither true nor false.", "Write true or false."),
    "tuple_type": ("is not a list.", "Write a list, in [ ]."),
    "dict_type": ("is not a group of keys.", "Write keys and values, in { }."),
    "model_type": ("is not a group of keys.", "Write keys and values, in { }."),
    "model_attributes_type": ("is not a group of keys.", "Write keys and values, in { }."),
    "date_type": ("is not a date.", "Write it like 2026-06-24."),
    "date_parsing": ("is not a date.", "Write it like 2026-06-24."),
    "date_from_datetime_parsing": ("is not a date.", "Write it like 2026-06-24."),
    "date_from_datetime_inexact": ("is not a date.", "Write it like 2026-06-24."),
    "figure": ("is neither a number nor a short text.", "Write the figure as first published."),
    "number": ("is not a number.", "Write a number."),
    "json_invalid": ("is not JSON.", "Check its brackets, commas and quotation marks."),
    "union_tag_not_found": ("does not say what kind it is.", "Add its kind."),
    "union_tag_invalid": ("is of a kind that is not known here.", "Check its kind."),
}
_PATTERNS: Final[dict[str, _Said]] = {
    ID_PATTERN: (
        "is not an id.",
        "Use 1 to 64 of a-z, A-Z, 0-9, - and _; begin with a letter or a digit.",
    ),
    FINDING_KEY_PATTERN: (
        "is not the key of a finding.",
        "Write it as the program does, like gap:no-cause:c1.",
    ),
    COLOUR_PATTERN: ("is not a colour.", "Write it like #1c4f8a, in small letters."),
    LANGUAGE_PATTERN: ("is not a language.", "Write its code, like en-GB or cy."),
}


class InconsistentError(ValueError):
    """Parts that do not fit together; raised inside validation, read by ``problems_of``."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """A validation error as problems that name the place (``cards[3].text``) and the way out."""
    return tuple(problem for detail in error.errors() for problem in _problems_in(detail))


def _problems_in(detail: Any) -> Iterator[Problem]:
    location = detail["loc"]
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, InconsistentError):
        for problem in cause.problems:
            where = ".".join(step for step in (_where(location), problem.where) if step)
            yield Problem(where, problem.what, problem.mend)
    else:
        yield Problem(_where(location), *_said(detail))


def _said(detail: Any) -> _Said:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _KINDS:
        return _KINDS[kind]
    match kind:
        case "string_pattern_mismatch" if context["pattern"] in _PATTERNS:
            return _PATTERNS[context["pattern"]]
        case "literal_error":
            choices = context["expected"].replace("'", "")
            return f"is not {_either(choices)}.", "Check its spelling."
        case "string_too_short" | "too_short":
            return "is empty.", _fill(detail["input"])
        case "string_too_long" | "too_long":
            return _too_long(detail["input"], context["max_length"])
        case "greater_than_equal":
            return f"is less than {context['ge']:g}.", f"Write {context['ge']:g} or more."
        case "less_than_equal":
            return f"is more than {context['le']:g}.", f"Write {context['le']:g} or less."
        case _:
            return f"is refused: {detail['msg'][:1].lower()}{detail['msg'][1:]}.", "Correct it."


def _either(choices: str) -> str:
    return f"one of {choices}" if "," in choices else choices


def _fill(value: Any) -> str:
    return "Write at least one character." if isinstance(value, str) else "Add at least one."


def _too_long(value: Any, limit: int) -> _Said:
    if isinstance(value, str):
        return f"is longer than {limit:,} characters.", "Shorten it."
    return f"has more than {limit:,} entries.", "Take some out."


def _where(location: _Location) -> str:
    # A key that is itself wrong is named by its own place.
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in location]
    return "".join(step for step in steps if step != ".[key]").removeprefix(".")
