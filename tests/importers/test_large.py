"""Large maps and files that nobody should bring: an answer within seconds."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from iceberg.exporters import export
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.model import Canvas, Card, Link
from tests.importers.bringing import CATALOG, bring, refused
from tests.importers.lz import packed

SECONDS = 5
"""Of the processor's time, so that a busy machine does not fail the test."""
READABLE = [one.extension for one in DATA_FORMATS if one.extension != ".mmd"]


@contextmanager
def in_time() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < SECONDS


def canvas(cards: int, links: int) -> Canvas:
    ends = [(n % cards, (n * 7 + 1 + n // cards) % cards) for n in range(links)]
    pairs = sorted({(one, other) for one, other in ends if one != other})
    return Canvas(
        title="Large",
        layers=(CATALOG.layer("national"), CATALOG.layer("place")),
        cards=tuple(
            Card(id=f"c{n}", layer="place", level="patterns", text=f"Card {n} keeps rising")
            for n in range(cards)
        ),
        links=tuple(
            Link(id=f"l{n}", source=f"c{one}", target=f"c{other}", sign="+")
            for n, (one, other) in enumerate(pairs)
        ),
    )


@pytest.mark.parametrize("extension", READABLE)
@pytest.mark.parametrize(("cards", "links"), [(400, 1_100), (750, 9_000)])
def test_a_large_map_goes_out_and_comes_in(extension: str, cards: int, links: int) -> None:
    large = canvas(cards, links)
    with in_time():
        data = export(large, extension).data
    with in_time():
        imported = bring(data, f"map{extension}")
    assert len(imported.canvas.cards) == cards
    assert len(imported.canvas.links) == len(large.links)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"[" * 9_000_000, "x.json", "deep"),
        (b'{"a":' * 600_000, "x.json", "deep"),
        (b"digraph { " + b"a -> b;" * 1_200_000, "x.dot", "2,000,000 characters"),
        (b"digraph { " + b"a -> b;" * 200_000, "x.dot", "far more edges"),
        (b'digraph { "' + b"a" * 1_900_000, "x.dot", "not DOT"),
        (b"graph [ node [ id 1 ] " + b"x 1 " * 400_000, "x.gml", "cannot be read"),
        (b"From,To\n" + b"a|" * 5_000 + b"z," + b"b|" * 5_000 + b"y", "x.csv", "far more links"),
        (b'Text,Note\n"' + b"ab,c " * 1_000_000, "x.csv", "not CSV"),
        (b"<graphml>" + b"<a b='c'>x</a>" * 600_000, "x.graphml", "far more parts"),
        (b"<graphml>" + b"<a b='c'>x</a>" * 200_000, "x.graphml", "not XML"),
        (b"# " + b"ab cd " * 300_000, "x.md", "no cards"),
        (
            packed(json.dumps({"nodes": [{"id": n} for n in range(60_000)]})).encode(),
            "x.prsm",
            "60,000",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_too_much_is_refused_in_time(data: bytes, name: str, said: str) -> None:
    with in_time():
        assert said in refused(data, name)
