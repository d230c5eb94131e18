"""Canvases with a number of everything that a canvas can have."""

from __future__ import annotations

import datetime as dt

from iceberg.catalog import load_catalog
from iceberg.model import (
    Assumption,
    Canvas,
    Card,
    Cover,
    Force,
    KeptFinding,
    Link,
    Position,
    Reading,
    Snapshot,
    StatusChange,
    View,
)
from tests.scene.samples import NATIONAL, PLACE

LAYERS = ("national", "place")
DAY = dt.date(2026, 6, 24)


def everything(count: int) -> Canvas:
    """Two bare cards, and this many of all parts, with every field filled; nothing for 0."""
    bare = [Card(id=f"b{n}", layer="place", level="events", text=f"Bare {n}") for n in "12"]
    cards = [_card(n) for n in range(count)]
    return Canvas(
        title="Everything",
        layers=(NATIONAL, PLACE) if count else tuple(map(load_catalog().layer, LAYERS)),
        cards=(*bare, *cards),
        links=(Link(id="plain", source="b1", target="b2", sign="+"), *map(_link, range(count))),
        readings=tuple(_reading(n) for n in range(count)),
        assumptions=tuple(_assumption(n) for n in range(count)),
        kept=tuple(_finding(n) for n in range(count)),
        snapshots=tuple(
            Snapshot(id=f"s{n}", name="Workshop", revision=n, date=DAY) for n in range(count)
        ),
        **(_details() if count else {}),
    )


def _details() -> dict[str, object]:
    return {
        "question": "What holds it in place?",
        "place": "Northfield",
        "aim": "Posts that last",
        "date": DAY,
        "cover": Cover(organisation="The partnership"),
        "view": View(page="a3", left_out=("b1",)),
    }


def _card(number: int) -> Card:
    return Card(
        id=f"c{number}",
        layer="national",
        level="structures",
        text=f"Card {number}",
        force=Force(effect="resists", strength=4, shiftable="partly"),
        position=Position(row=1, x=0.25, pinned=False),
        tags=("power | money, people",),
        source="A survey",
        note="Said in the room",
        votes=1,
        originals=("As it was said",),
        unsure=True,
    )


def _link(number: int) -> Link:
    return Link(
        id=f"l{number}",
        source=f"c{number}",
        target="b1",
        verb="blocks",
        sign="-",
        strength=3,
        delayed=True,
        note="For years",
    )


def _reading(number: int) -> Reading:
    return Reading(
        id=f"r{number}",
        card=f"c{number}",
        date=DAY,
        direction="rising",
        figure=7,
        unit="%",
        nation="England",
        period="2026-27",
        source="The staff list",
    )


def _finding(number: int) -> KeptFinding:
    return KeptFinding(id=f"gap:c{number}", kind="gap", text="Found", cards=(f"c{number}",))


def _assumption(number: int) -> Assumption:
    return Assumption(
        id=f"a{number}",
        text="We assume that posts last.",
        cards=(f"c{number}",),
        load_bearing=True,
        vulnerable=True,
        signpost="A post is cut",
        owner="The council",
        review=DAY,
        status="weakening",
        history=(StatusChange(date=DAY, status="holds", note="At first"),),
    )
