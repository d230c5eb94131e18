"""Dates, figures and other small parts of a canvas."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from iceberg.model import (
    EFFECTS,
    SHIFTABLE,
    Force,
    Position,
)
from tests.layout.texts import card_texts

dates = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))
lines = st.none() | card_texts.map(lambda text: text.replace("\n", " "))
forces = st.builds(
    Force,
    effect=st.sampled_from(EFFECTS),
    strength=st.integers(1, 5),
    shiftable=st.none() | st.sampled_from(SHIFTABLE),
)
positions = st.builds(
    Position,
    row=st.integers(0, 4),
    x=st.floats(0, 1).map(lambda x: round(x, 4)),
    pinned=st.booleans(),
)
figures = st.none() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | st.just("62%")
actions = st.lists(st.sampled_from(["Ask the funder", "Keep a reserve"]), max_size=2).map(tuple)
ids = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=1, max_size=4)
