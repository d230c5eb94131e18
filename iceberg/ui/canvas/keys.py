"""Names for widgets, and what was put into them."""

from __future__ import annotations

import zlib
from typing import Any

import streamlit as st

from iceberg.model import Part


class Fields:
    """The widgets of one form about one thing.

    Their names change with the thing, so that a form shows what is kept now (after an undo, say),
    and stay while anything else changes, so that half-typed words are never lost.
    """

    def __init__(self, form: str, about: Part | None = None) -> None:
        state = f"{zlib.crc32(about.model_dump_json().encode()):08x}" if about else "new"
        name = f"{getattr(about, 'id', '')}:{state}" if about else state
        self._prefix = f"{form}:{name}"

    def key(self, field: str) -> str:
        """The widget's key for a field."""
        return f"{self._prefix}:{field}"

    def __getitem__(self, field: str) -> Any:
        return st.session_state[self.key(field)]

    def get(self, field: str, otherwise: Any = None) -> Any:
        """What is in a field, or ``otherwise`` where the form does not show it."""
        return st.session_state.get(self.key(field), otherwise)

    def clear(self, **values: Any) -> None:
        """Put these values into the fields; only in a callback, before the form is drawn."""
        for field, value in values.items():
            st.session_state[self.key(field)] = value
