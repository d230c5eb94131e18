"""Cells of tables: what is spelled for a spreadsheet is read as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iceberg.columns import joined, read_cell, spelled, split

texts = st.text(st.sampled_from("ab|\\,'=+-@ \t\n"), max_size=8)


@given(texts)
def test_a_spelled_cell_is_read_as_it_was_and_is_no_formula(text: str) -> None:
    cell = spelled(text)
    assert read_cell(cell) == text
    assert len(cell) < 2 or cell[0] not in "=+-@\t\r"


@given(st.lists(texts.filter(lambda text: text.strip() == text and bool(text)), max_size=4))
def test_joined_values_are_split_as_they_were(values: list[str]) -> None:
    assert split(joined(values)) == tuple(values)
    assert split(joined(values), commas=True) == tuple(values)
