"""Files that are mangled at random: either they are read, or the project's own error comes out."""

from __future__ import annotations

import time
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iceberg.errors import BadInputError
from iceberg.importers import MAP_FORMATS
from tests.importers.bringing import bring
from tests.importers.mangling import mangled
from tests.importers.samples import FILES, OURS

ALL = {**FILES, **OURS}
SECONDS = 5
"""Of the processor's time, in which any file has its answer."""

names = st.sampled_from(sorted(ALL))
seeds = st.integers(0, 2**64 - 1)
formats = st.none() | st.sampled_from([one.id for one in MAP_FORMATS])


def try_to_bring(name: str, seed: int, format_id: str | None) -> None:
    data = mangled(Random(seed), name, ALL[name])
    began = time.process_time()
    with suppress(BadInputError):
        imported = bring(data, name, **({"format_id": format_id} if format_id else {}))
        assert imported.report.markdown()
        assert {card.layer for card in imported.canvas.cards} <= {
            layer.id for layer in imported.canvas.layers
        }
    assert time.process_time() - began < SECONDS


@settings(max_examples=1_000)
@given(names, seeds, formats)
def test_a_thousand_mangled_files(name: str, seed: int, format_id: str | None) -> None:
    try_to_bring(name, seed, format_id)


@pytest.mark.long
@pytest.mark.timeout(7_200)
@settings(max_examples=100_000)
@given(names, seeds, formats)
def test_a_hundred_thousand_mangled_files(name: str, seed: int, format_id: str | None) -> None:
    try_to_bring(name, seed, format_id)


@pytest.mark.parametrize("name", ALL)
def test_a_file_cut_off_anywhere_is_read_or_refused(name: str) -> None:
    data = ALL[name]
    for length in range(1, len(data), max(len(data) // 40, 1)):
        with suppress(BadInputError):
            found = bring(data[:length], name).canvas
            assert found.cards or found.tray
