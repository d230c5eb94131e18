"""A canvas with one layer, and edits of it."""

from __future__ import annotations

from iceberg.edits import (
    AddCard,
    AddLink,
    CardChanges,
    ChangeCard,
    Edit,
)
from iceberg.errors import EditRefusedError
from iceberg.model import Canvas, Card, Layer, Link
from iceberg.workshop import Workshop

FIRST = Canvas(title="T", layers=(Layer(id="place", title="Place"),))


def add(card_id: str) -> AddCard:
    card = Card(id=card_id, layer="place", level="events", text=f"Card {card_id}")
    return AddCard(card=card)


def reword(card_id: str, text: str) -> ChangeCard:
    return ChangeCard(card=card_id, changes=CardChanges(text=text))


def link(source: str, target: str) -> AddLink:
    return AddLink(link=Link(id=f"{source}{target}", source=source, target=target))


def ids(canvas: Canvas) -> list[str]:
    return [card.id for card in canvas.cards]


def content(canvas: Canvas) -> Canvas:
    return canvas.model_copy(update={"revision": 0})


def submitted(workshop: Workshop, canvas_id: str, edit: Edit) -> bool:
    try:
        workshop.submit(canvas_id, edit, "phone")
    except EditRefusedError:
        return False
    return True
