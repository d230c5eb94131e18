"""What every edit is, and what every partial change is."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from iceberg.model import Canvas, Part


class BaseEdit(Part):
    """One change to a canvas. It carries everything, so that it means the same for ever."""

    @abstractmethod
    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas after this edit.

        Raises:
            EditRefusedError: the edit does not fit the canvas; the message says what to do.
        """

    @abstractmethod
    def describe(self, before: Canvas) -> str:
        """The edit as a sentence without a full stop, for the canvas that it is applied to."""


class Changes(Part):
    """A partial change: only the fields that were given, in Python or in JSON, are changed.

    A field given as ``None`` is set to nothing. The defaults stand for "not given"; they are
    never used as values.
    """

    def given(self) -> dict[str, Any]:
        """The fields to change, with their new values, in the order of the class."""
        return {
            name: getattr(self, name)
            for name in type(self).model_fields
            if name in self.model_fields_set
        }

    @model_serializer(mode="wrap")
    def _only_given(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = serialize(self)
        return {name: value for name, value in fields.items() if name in self.model_fields_set}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.given() == other.given()

    __hash__ = Part.__hash__


At = Field(default=None, ge=0)
"""Where a part goes among its kind, counted from 0; None: after the last."""
