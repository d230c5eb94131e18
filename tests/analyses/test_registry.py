"""Every analysis is registered, and what it gives is well formed."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given

from iceberg import analyses
from iceberg.analyses import ANALYSES, KINDS, SURE, Finding, few, read
from iceberg.analyses.findings import finding_id
from iceberg.analyses.wording import KIND_TITLES, SURE_MARKS, SURE_WORDS
from iceberg.graph import to_graph
from iceberg.model import Assumption, Canvas, KeptFinding
from tests.analyses.samples import random_canvas, small_canvases

HELPERS = {
    "another_look",
    "assumption_words",
    "breaking",
    "circuits",
    "downstream",
    "few",
    "findings",
    "gone_since",
    "paths",
    "pushes",
    "sides",
    "signposts",
    "since_review",
    "wording",
}
"""Modules that analyses share; every other module is one."""
MODULES = sorted({module.name for module in iter_modules(analyses.__path__)} - HELPERS)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_registered(name: str) -> None:
    assert import_module(f"iceberg.analyses.{name}").ANALYSIS in ANALYSES


def test_there_are_no_more_analyses_than_modules() -> None:
    assert len(ANALYSES) == len(MODULES)
    assert [analysis.kind for analysis in ANALYSES] == list(KINDS)


def test_every_kind_and_every_sureness_has_its_words() -> None:
    assert list(KIND_TITLES) == list(KINDS)
    assert list(SURE_WORDS) == list(SURE_MARKS) == list(SURE)


@given(small_canvases())
def test_findings_are_sentences_that_name_what_is_there(canvas: Canvas) -> None:
    cards = {card.id for card in canvas.cards}
    links = {link.id for link in canvas.links}
    assumptions = {assumption.id for assumption in canvas.assumptions}
    for finding in read(canvas):
        assert (
            finding.sentence[0] in "“"
            or finding.sentence[0].isupper()
            or finding.sentence[0].isdigit()
        )
        assert finding.sentence.endswith((".", "?"))
        assert finding.to_try.endswith((".", "?"))
        assert set(finding.cards) <= cards
        assert set(finding.links) <= links
        assert set(finding.assumptions) <= assumptions


@given(small_canvases())
def test_ids_are_unique(canvas: Canvas) -> None:
    ids = [finding.id for finding in read(canvas)]
    assert len(set(ids)) == len(ids)


@given(small_canvases())
def test_every_finding_can_be_kept(canvas: Canvas) -> None:
    for one in read(canvas, today=date(2026, 10, 1)):
        kept = KeptFinding(id=one.id, kind=one.kind, text=one.sentence, cards=one.cards)
        assert kept.text == one.sentence


def test_a_given_graph_is_the_one_that_is_read() -> None:
    canvas = random_canvas(1, 12, 20)
    assert read(canvas, to_graph(canvas)) == read(canvas)


def test_a_long_id_ends_in_a_digest_that_tells_its_subjects_apart() -> None:
    some, others = (
        finding_id("loop", "reinforcing", *(mark * 40 for mark in marks))
        for marks in ("abcd", "abce")
    )
    assert some != others
    assert max(len(some), len(others)) <= 120
    assert finding_id("what if", "more", "a+") == "what-if:more:a+"


def test_of_each_assumption_the_few_tell_the_first() -> None:
    status = {"status": "broken", "review": date(2026, 9, 30), "cards": ("c1",)}
    shaky = [Assumption(id=name, text=f"We assume {name}", **status) for name in ("a1", "a2")]
    canvas = random_canvas(1, 3, 3, readings=0).model_copy(update={"assumptions": tuple(shaky)})
    found = few(read(canvas, today=date(2026, 10, 1)))
    told = [finding.id for finding in found if finding.kind == "assumption"]
    assert told == ["assumption:broken:a1", "assumption:broken:a2"]


def test_the_few_are_the_first_of_each_kind() -> None:
    found = read(random_canvas(3, 40, 80))
    chosen = few(found)
    assert len(chosen) <= 12
    assert {finding.kind for finding in chosen} == {finding.kind for finding in found}
    assert list(chosen) == [finding for finding in found if finding in chosen]
    firsts: dict[str, Finding] = {}
    for finding in found:
        firsts.setdefault(finding.kind, finding)
    assert set(firsts.values()) <= set(chosen)
