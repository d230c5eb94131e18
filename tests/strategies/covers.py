"""Covers and views for property tests, and a logo that tests share."""

from __future__ import annotations

from hypothesis import strategies as st

from iceberg.model import PAGES, PALETTES, TEXT_DIRECTIONS, Cover, View, logo_from

LOGO = logo_from(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" rx="4" fill="#0f7565"/></svg>',
    "A green plate",
)

views = st.builds(
    View,
    page=st.sampled_from(PAGES),
    palette=st.sampled_from(PALETTES),
    greyscale=st.booleans(),
)
covers = st.builds(
    Cover,
    organisation=st.sampled_from(["", "Northfield Partnership"]),
    funder=st.sampled_from(["", "صندوق"]),
    caption=st.sampled_from(["", "What holds it in place"]),
    logo=st.sampled_from([None, LOGO]),
    direction=st.sampled_from(TEXT_DIRECTIONS),
)
