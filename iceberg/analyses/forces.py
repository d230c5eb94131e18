"""What resists the change and what helps it, and what to weaken before pushing harder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iceberg.analyses import wording
from iceberg.analyses.findings import Analysis, Finding, finding_id
from iceberg.analyses.paths import named
from iceberg.analyses.sides import Sides, sides_of
from iceberg.graph import CauseGraph
from iceberg.model import Canvas, Card, Layer, Shiftable

_EASE: Final[dict[Shiftable | None, int]] = {"yes": 0, "partly": 1, None: 2, "no": 3}


@dataclass(frozen=True, slots=True)
class ForceField:
    """The scored cards of one layer: resisting and helping, each the strongest first.

    A force field after Lewin (Field theory in social science, 1951). Strength and "can we shift
    it?" are two scores; the picture shows them side by side.
    """

    layer: Layer
    resisting: tuple[Card, ...]
    helping: tuple[Card, ...]


def force_fields(canvas: Canvas) -> tuple[ForceField, ...]:
    """One force field a layer, from left to right; cards without a force are left out."""
    return tuple(
        ForceField(layer, _pulling(canvas, layer, "resists"), _pulling(canvas, layer, "helps"))
        for layer in canvas.ordered_layers()
    )


def _pulling(canvas: Canvas, layer: Layer, effect: str) -> tuple[Card, ...]:
    scored = [c for c in canvas.cards if c.layer == layer.id and c.force]
    pulling = [c for c in scored if c.force and c.force.effect == effect]
    return tuple(sorted(pulling, key=lambda card: -_strength(card)))


def _strength(card: Card) -> int:
    return card.force.strength if card.force else 0


def _shiftable(card: Card) -> Shiftable | None:
    return card.force.shiftable if card.force else None


def find_forces(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """What to weaken, the place's first; what to live with; and how each layer pulls.

    Weakening a resistance moves more than adding push, which meets a counter-push (Lewin, 1951).
    So the resistances come first that we can shift, then those that we can partly shift, each by
    strength, but events last, because they have happened. One that we cannot shift is named
    where it lands in the place.
    """
    sides = sides_of(canvas)
    fields = sorted(force_fields(canvas), key=lambda field: field.layer.id != sides.place.id)
    resisting = [card for field in fields for card in field.resisting]
    ranked = sorted(resisting, key=lambda card: (_EASE[_shiftable(card)], card.level == "events"))
    return (
        *(finding for card in ranked for finding in _resisting(graph, card, sides)),
        *(_balance(field) for field in fields if field.resisting or field.helping),
    )


def _resisting(graph: CauseGraph, card: Card, sides: Sides) -> Iterator[Finding]:
    match _shiftable(card):
        case "yes" | "partly" as shiftable:
            held = [c for c in graph.pred[card.id] if graph.edges[c, card.id]["sign"] >= 0]
            yield _weaken(graph, card, shiftable, _holding(graph, card, held))
        case "no":
            landing = [c for c in graph.succ[card.id] if c in set(sides.place_cards)]
            if landing and card.layer != sides.place.id:
                yield _landing(graph, card, landing)
        case None:
            yield _unasked(card)


def _holding(graph: CauseGraph, card: Card, causes: list[str]) -> list[str]:
    """The causes that feed a card, without those that are said to block it."""
    return [c for c in causes if graph.edges[c, card.id]["verb"] != "blocks"]


def _weaken(graph: CauseGraph, card: Card, shiftable: Shiftable, held: list[str]) -> Finding:
    return Finding(
        id=finding_id("force", "weaken", card.id),
        kind="force",
        sentence=wording.weaken(card.text, _strength(card), shiftable),
        sure="plain to see",
        to_try=wording.weaken_try(named(graph, held)),
        cards=(card.id, *held),
        links=tuple(graph.edges[cause, card.id]["id"] for cause in held),
    )


def _landing(graph: CauseGraph, card: Card, landing: list[str]) -> Finding:
    return Finding(
        id=finding_id("force", "lands", card.id),
        kind="force",
        sentence=wording.lands(card.text, _strength(card), named(graph, landing)),
        sure="if the links hold",
        to_try=wording.LANDS_TRY,
        cards=(card.id, *landing),
        links=tuple(graph.edges[card.id, effect]["id"] for effect in landing),
    )


def _unasked(card: Card) -> Finding:
    return Finding(
        id=finding_id("force", "unasked", card.id),
        kind="force",
        sentence=wording.unasked(card.text, _strength(card)),
        sure="plain to see",
        to_try=wording.UNASKED_TRY,
        cards=(card.id,),
    )


def _balance(field: ForceField) -> Finding:
    strongest = [(card.text, _strength(card)) for card in field.resisting[:1]]
    return Finding(
        id=finding_id("force", "balance", field.layer.id),
        kind="force",
        sentence=wording.balance(
            field.layer.title, len(field.resisting), len(field.helping), strongest
        ),
        sure="plain to see",
        to_try=wording.BALANCE_TRY,
        cards=tuple(card.id for card in (*field.resisting, *field.helping)),
    )


ANALYSIS = Analysis("force", find_forces)
