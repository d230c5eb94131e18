"""A canvas at two moments a quarter apart."""

from __future__ import annotations

import datetime as dt

from iceberg.compare import Moment
from iceberg.model import (
    Assumption,
    Canvas,
    Card,
    Force,
    KeptFinding,
    Layer,
    Link,
    Position,
    Reading,
)

JUNE, SEPTEMBER = dt.date(2026, 6, 24), dt.date(2026, 9, 24)


def card(card_id: str, layer: str = "place", **more: object) -> Card:
    """A card that says its own id."""
    fields = {"id": card_id, "layer": layer, "level": "patterns", "text": card_id, **more}
    return Card.model_validate(fields)


def resists(strength: int) -> Force:
    return Force(effect="resists", strength=strength)


THEN = Canvas(
    title="Keeping it going",
    question="What holds it?",
    layers=(
        Layer(id="national", title="National", order=1),
        Layer(id="place", title="Place", order=2),
    ),
    cards=(
        card("nics", "national", force=resists(2), position=Position(row=0, x=0.3)),
        card("need", "national", position=Position(row=0, x=0.7)),
        card("staff", force=resists(3), position=Position(row=0, x=0.3)),
        card("trust", position=Position(row=0, x=0.7)),
    ),
    links=(
        Link(id="l1", source="nics", target="staff", sign="+"),
        Link(id="l2", source="staff", target="trust", sign="-"),
    ),
    readings=(
        Reading(id="r1", card="nics", date=JUNE, direction="steady"),
        Reading(id="r2", card="need", date=JUNE, direction="rising", figure=12, unit="%"),
    ),
    assumptions=(
        Assumption(id="a1", text="The council pays", cards=("staff",), load_bearing=True),
        Assumption(id="a2", text="People come", cards=("trust",)),
    ),
    kept=(KeptFinding(id="gap:lone:trust", kind="gap", text="Ask about trust", cards=("trust",)),),
)
NOW = THEN.model_copy(
    update={
        "revision": 9,
        "cards": (
            card("nics", "national", force=resists(4), position=Position(row=0, x=0.3)),
            card("need", "national", text="Need grows", position=Position(row=0, x=0.7)),
            card("staff", force=resists(3), level="events", position=Position(row=0, x=0.5)),
            card("club", force=Force(effect="helps"), position=Position(row=0, x=0.7)),
        ),
        "links": (
            Link(id="l1", source="nics", target="staff", sign="+", strength=3),
            Link(id="l3", source="club", target="staff", sign="-"),
        ),
        "readings": (
            *THEN.readings,
            Reading(id="r3", card="nics", date=SEPTEMBER, direction="rising"),
        ),
        "assumptions": (THEN.assumptions[0].model_copy(update={"status": "weakening"}),),
        "kept": (),
    }
)


def moment(name: str, canvas: Canvas) -> Moment:
    return Moment(name, f"“{name}”", canvas)
