"""What single fields hold: ids, texts, lines, notes, tags, scores, figures."""

from __future__ import annotations

import secrets
import string
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from iceberg.model.limits import (
    ACTIONS_LIMIT,
    FINDING_LIMIT,
    KEY_LIMIT,
    LINE_LIMIT,
    NOTE_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
)
from iceberg.model.text import clean_line, clean_text

ID_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
FINDING_KEY_PATTERN: Final = r"^[a-z][a-z-]*(:[A-Za-z0-9_+-]+)+$"
COLOUR_PATTERN: Final = r"^#[0-9a-f]{6}$"
LANGUAGE_PATTERN: Final = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_ID_ALPHABET: Final = string.ascii_lowercase + string.digits


def new_id() -> str:
    """A short random id: 8 of ``a-z0-9``, the first a letter, safe in a URL."""
    return secrets.choice(string.ascii_lowercase) + "".join(
        secrets.choice(_ID_ALPHABET) for _ in range(7)
    )


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


def _clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tags))


def _one_problem(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    try:
        return validate(value)
    except ValidationError:
        raise PydanticCustomError("figure", "neither a number nor a short text") from None


def _a_number(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    try:
        return validate(value)
    except ValidationError:
        raise PydanticCustomError("number", "not a number") from None


Id = Annotated[str, Field(pattern=ID_PATTERN)]
CardText = Annotated[str, BeforeValidator(clean_text), Field(min_length=1, max_length=TEXT_LIMIT)]
FindingKey = Annotated[str, Field(pattern=FINDING_KEY_PATTERN, max_length=KEY_LIMIT)]
FindingText = Annotated[
    str, BeforeValidator(clean_text), Field(min_length=1, max_length=FINDING_LIMIT)
]
Title = Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=TITLE_LIMIT)]
Line = Annotated[str, BeforeValidator(clean_line), Field(max_length=LINE_LIMIT)]
OptionalLine = Annotated[
    Annotated[str, Field(max_length=LINE_LIMIT)] | None,
    BeforeValidator(lambda value: _empty_is_none(clean_line(value))),
]
OptionalText = Annotated[
    Annotated[str, Field(max_length=TEXT_LIMIT)] | None,
    BeforeValidator(lambda value: _empty_is_none(clean_text(value))),
]
OptionalNote = Annotated[
    Annotated[str, Field(max_length=NOTE_LIMIT)] | None,
    BeforeValidator(lambda value: _empty_is_none(clean_text(value))),
]
Action = Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=LINE_LIMIT)]
Actions = Annotated[tuple[Action, ...], Field(max_length=ACTIONS_LIMIT)]
Tag = Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=TAG_LIMIT)]
Tags = Annotated[tuple[Tag, ...], Field(max_length=TAGS_LIMIT), AfterValidator(_clean_tags)]
Strength5 = Annotated[int, Field(ge=1, le=5)]
Strength3 = Annotated[int, Field(ge=1, le=3)]
Colour = Annotated[str, Field(pattern=COLOUR_PATTERN)]
Language = Annotated[str, Field(pattern=LANGUAGE_PATTERN)]
Figure = Annotated[int | float | OptionalLine, WrapValidator(_one_problem)]
Number = Annotated[int | float, WrapValidator(_a_number)]
