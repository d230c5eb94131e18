"""Things two in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

Thing = TypeVar("Thing")


def side_by_side(things: Sequence[Thing]) -> Iterator[tuple[DeltaGenerator, Thing]]:
    """Each thing with its column, two in a row, so that a phone shows them in their order."""
    for start in range(0, len(things), 2):
        columns = st.columns(2, gap="medium")
        yield from zip(columns, things[start : start + 2], strict=False)
