"""The base of every part of a canvas."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of every part of a canvas: frozen, strict, no unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        # An error that ends up in a log says nothing of what people wrote.
        hide_input_in_errors=True,
    )
