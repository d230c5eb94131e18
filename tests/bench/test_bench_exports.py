"""Every way out by size: how long it takes and how large the file is."""

from __future__ import annotations

from typing import Any

import pytest

from iceberg.exporters import FORMATS, export
from tests.layout.samples import sample_canvas

PORTAL_BYTES = 10_000_000
"""What a funder's portal takes."""


@pytest.mark.parametrize("cards", [24, 100])
@pytest.mark.parametrize("extension", [fmt.extension for fmt in FORMATS])
def test_export(benchmark: Any, extension: str, cards: int) -> None:
    canvas = sample_canvas(cards, 1)
    made = benchmark.pedantic(export, args=(canvas, extension), rounds=3, warmup_rounds=1)
    benchmark.extra_info["kB"] = round(len(made.data) / 1000)


def test_a_pack_of_24_cards_fits_a_portal(benchmark: Any) -> None:
    canvas = sample_canvas(24, 1)
    made = benchmark.pedantic(export, args=(canvas, ".zip"), rounds=3, warmup_rounds=1)
    assert len(made.data) < PORTAL_BYTES
