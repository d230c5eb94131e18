"""GraphML and GEXF as networkx reads them: the same graph with all that cards and links say."""

from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pytest
from hypothesis import given

from iceberg.exporters import export
from iceberg.model import Canvas
from tests.exporters.everything import everything
from tests.strategies import canvases

READERS = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf}


def told(value: Any) -> dict[str, str]:
    """Attributes as texts; ``id`` and what the reader adds of its own are left out."""
    return {
        key: str(one) for key, one in value.items() if key not in ("id", "weight", "node_default")
    }


def as_graph(canvas: Canvas) -> nx.DiGraph[str]:
    """The graph that a canvas is, made from its fields alone."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for card in canvas.cards:
        force, place = card.force, card.position
        values = {
            "label": card.text,
            "layer": card.layer,
            "level": card.level,
            "effect": force and force.effect,
            "strength": force and force.strength,
            "shiftable": force and force.shiftable,
            "row": place and place.row,
            "x": place and place.x,
            "pinned": place and ("yes" if place.pinned else "no"),
            "votes": card.votes or None,
            "tags": "|".join(_marked(tag) for tag in card.tags) or None,
            "source": card.source,
            "note": card.note,
            "originals": "|".join(_marked(text) for text in card.originals) or None,
            "unsure": "yes" if card.unsure else None,
        }
        graph.add_node(card.id, **{key: one for key, one in values.items() if one is not None})
    for link in canvas.links:
        values = {
            "verb": link.verb,
            "sign": link.sign,
            "strength": link.strength,
            "delayed": "yes" if link.delayed else None,
            "note": link.note,
        }
        kept = {key: one for key, one in values.items() if one is not None}
        graph.add_edge(link.source, link.target, **kept)
    return graph


def _marked(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|").replace(",", "\\,")


def same(one: nx.DiGraph[str], other: nx.DiGraph[str]) -> bool:
    def match(a: Any, b: Any) -> bool:
        return told(a) == told(b)

    return bool(nx.is_isomorphic(one, other, node_match=match, edge_match=match))


@pytest.mark.parametrize("extension", READERS)
@given(canvas=canvases(min_cards=1))
def test_a_canvas_is_isomorphic_to_its_file(extension: str, canvas: Canvas) -> None:
    # Equal texts on many cards would make the search for a match long.
    cards = tuple(
        card.model_copy(update={"text": f"{card.id}: {card.text}"[:240].strip()})
        for card in canvas.cards
    )
    canvas = canvas.model_copy(update={"cards": cards})
    read = READERS[extension](io.BytesIO(export(canvas, extension).data))
    assert set(read) == {card.id for card in canvas.cards}
    assert same(read, as_graph(canvas))


@pytest.mark.parametrize("extension", READERS)
@pytest.mark.parametrize("count", [0, 1, 12])
def test_everything_is_isomorphic_to_its_file(extension: str, count: int) -> None:
    canvas = everything(count)
    read = READERS[extension](io.BytesIO(export(canvas, extension).data))
    assert same(read, as_graph(canvas))
    changed = canvas.cards[0].model_copy(update={"note": "Another"})
    other = canvas.model_copy(update={"cards": (changed, *canvas.cards[1:])})
    assert not same(read, as_graph(other))
