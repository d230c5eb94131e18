"""The workbook on paper: type to read, nothing wider than its page, each row with its name."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.exporters import export
from iceberg.exporters.excel.printing import (
    LEAST_SCALE,
    MARGIN,
    inches_of,
    printed,
    subject_of,
)
from iceberg.exporters.story import Column
from tests.exporters.everything import everything
from tests.exporters.offices import as_pdf, need_calibri
from tests.layout.samples import sample_canvas

LEAST_PT = 11 * LEAST_SCALE / 100 - 0.1
PAPER = 297 / 25.4 - 2 * MARGIN
columns = st.lists(
    st.builds(Column, st.just("Title"), st.integers(5, 70), st.sampled_from([None, "data"])),
    min_size=1,
    max_size=14,
).map(tuple)


@given(columns)
def test_every_column_prints_once_in_order_and_fits_its_page(read: tuple[Column, ...]) -> None:
    file = Column("Id", 26, "file")
    how = printed((*read, file))
    assert [place for page in how.pages for place in page] == list(range(len(read)))
    for page in how.pages:
        repeated = (subject_of(read),) if subject_of(read) < page[0] else ()
        across = sum(inches_of(read[place]) for place in (*repeated, *page))
        assert across * how.scale / 100 <= PAPER
    assert how.scale >= LEAST_SCALE or max(map(len, how.pages)) == 1


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pymupdf.Document]:
    folder = tmp_path_factory.mktemp("printed")
    made = {"full": everything(60), "long": sample_canvas(60, 3, scripts=("welsh", "endless"))}
    files = [folder / f"{name}.xlsx" for name in made]
    for file in files:
        file.write_bytes(export(made[file.stem], ".xlsx").data)
    pages: list[Path] = as_pdf(files, folder)
    return {one.stem: pymupdf.open(one) for one in pages}


@pytest.mark.parametrize("name", ["full", "long"])
def test_type_can_be_read_and_nothing_runs_off_the_page(
    sheets: dict[str, pymupdf.Document], name: str
) -> None:
    for page in sheets[name]:
        assert page.rect.width > page.rect.height
        for block in page.get_text("dict")["blocks"]:
            for span in (span for line in block.get("lines", ()) for span in line["spans"]):
                if span["text"].strip():
                    assert span["size"] >= LEAST_PT, span["text"]
                    assert 0 <= span["bbox"][0] < span["bbox"][2] <= page.rect.width


def test_every_page_begins_with_the_header_row_and_says_which_card_its_rows_are(
    sheets: dict[str, pymupdf.Document],
) -> None:
    need_calibri()
    texts = [page.get_text() for page in sheets["full"]]
    cards = [text for text in texts if "Cards" in map(str.strip, text.splitlines())]
    assert len(cards) == 4, "two pages across, two down"
    for text in cards:
        assert "Card\n" in text
        assert "Card 1" in text or "Card 59" in text
    assert ["Tags" in text for text in cards] == [False, True, False, True]
    assert not any("Originals" in text for text in cards)
