"""What holds for all findings: unrelated cards change none, and nothing depends on chance."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import iceberg
from iceberg.analyses import Finding, read
from iceberg.model import EFFECTS, LEVELS, SHIFTABLE, Canvas, Card, Force
from tests.analyses.samples import random_canvas, small_canvases

COUNTS = ("chain:share", "force:balance", "gap:empty", "loop:stopped")
"""Findings about a whole layer or search rather than about cards."""


def about_cards(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if not finding.id.startswith(COUNTS)]


@st.composite
def with_a_card_more(draw: st.DrawFn) -> tuple[Canvas, Canvas]:
    """A canvas, and the same with one card more that nothing is linked to, anywhere in it."""
    canvas = draw(small_canvases(max_cards=10))
    force = st.builds(
        Force,
        effect=st.sampled_from(EFFECTS),
        strength=st.integers(1, 5),
        shiftable=st.none() | st.sampled_from(SHIFTABLE),
    )
    card = Card(
        id="another",
        layer=draw(st.sampled_from([layer.id for layer in canvas.layers])),
        level=draw(st.sampled_from(LEVELS)),
        text="Something else",
        force=draw(st.none() | force),
    )
    at = draw(st.integers(0, len(canvas.cards)))
    cards = (*canvas.cards[:at], card, *canvas.cards[at:])
    return canvas, canvas.model_copy(update={"cards": cards})


@given(with_a_card_more())
def test_an_unrelated_card_changes_no_finding_about_others(both: tuple[Canvas, Canvas]) -> None:
    before, after = (about_cards(read(canvas)) for canvas in both)
    others = [finding for finding in after if "another" not in finding.cards]
    assert others == before


@given(small_canvases(max_cards=10))
def test_reading_twice_gives_the_same(canvas: Canvas) -> None:
    assert read(canvas) == read(canvas)


def fingerprint() -> str:
    """A digest of all findings on a few canvases of several sizes."""
    canvases = [random_canvas(seed, 10 * seed, 22 * seed, layers=3) for seed in range(6)]
    told = repr([read(canvas) for canvas in canvases])
    return hashlib.sha256(told.encode()).hexdigest()


def test_findings_are_the_same_under_every_hash_seed() -> None:
    command = [sys.executable, "-c", f"from {__name__} import fingerprint; print(fingerprint())"]
    seen = set()
    for seed in ("0", "1", "4711"):
        root = str(Path(iceberg.__file__).parents[1])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        seen.add(done.stdout)
    assert seen == {f"{fingerprint()}\n"}
