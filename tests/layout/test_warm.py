"""What is kept between layouts saves work and changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iceberg.layout import Layout, lay_out
from iceberg.layout.courses import courses
from iceberg.layout.joining import join_links
from iceberg.model import Canvas
from iceberg.scene.build import page_frame
from tests.layout.samples import sample_canvas

CARDS = 24
WORDS = st.text("aäb cd", min_size=1, max_size=120).filter(str.strip)
EDITS = st.lists(st.tuples(st.integers(0, CARDS - 1), WORDS), min_size=1, max_size=6)


def laid_out(canvas: Canvas) -> Layout:
    return lay_out(canvas, *page_frame(canvas, "a4"))


def reworded(canvas: Canvas, at: int, words: str) -> Canvas:
    cards = list(canvas.cards)
    cards[at] = cards[at].model_copy(update={"text": words.strip()})
    return canvas.model_copy(update={"cards": tuple(cards)})


@given(EDITS)
def test_a_page_after_many_edits_is_the_page_made_anew(edits: list[tuple[int, str]]) -> None:
    canvas = sample_canvas(CARDS, 2)
    for at, words in edits:
        canvas = reworded(canvas, at, words)
        warm = laid_out(canvas)
    for kept in (courses, join_links):
        kept.cache_clear()
    assert warm == laid_out(canvas)
