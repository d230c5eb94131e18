"""Canvases that the tests of pictures and exports share."""

from __future__ import annotations

import datetime as dt

from iceberg.model import (
    Assumption,
    Canvas,
    Card,
    Force,
    Layer,
    Link,
    Reading,
)

NATIONAL = Layer(id="national", title="National", order=10, colour="#16365c")
PLACE = Layer(id="place", title="Place", order=20, colour="#1f78a4")
FIRST = Card(
    id="c1",
    layer="national",
    level="structures",
    text="Contracts below cost",
    force=Force(effect="resists", strength=4, shiftable="partly"),
    source="A contracts survey, 2025",
)
SECOND = Card(
    id="c2",
    layer="place",
    level="patterns",
    text="Staff keep leaving",
    force=Force(effect="resists"),
    votes=3,
)
THIRD = Card(
    id="c3", layer="place", level="events", text="A circle meets", force=Force(effect="helps")
)


def sample() -> Canvas:
    """Three cards on two layers with one of everything that a picture can show."""
    return Canvas(
        title="Keeping going",
        question="What holds it in place?",
        place="Northfield",
        date=dt.date(2026, 6, 24),
        revision=143,
        layers=(NATIONAL, PLACE),
        cards=(FIRST, SECOND, THIRD),
        links=(
            Link(id="l1", source="c1", target="c2", sign="+", strength=3),
            Link(id="l2", source="c3", target="c2", sign="-", delayed=True),
        ),
        readings=(
            Reading(
                id="r1",
                card="c2",
                date=dt.date(2026, 5, 1),
                direction="rising",
                source="The staff list",
            ),
        ),
        assumptions=(
            Assumption(
                id="a1",
                text="We assume the council pays for two posts.",
                cards=("c1",),
                status="weakening",
                review=dt.date(2026, 9, 1),
            ),
        ),
    )


def plain(*texts: str, title: str = "Canvas") -> Canvas:
    """A canvas with a card for each text and nothing else."""
    return Canvas(
        title=title,
        layers=(NATIONAL, PLACE),
        cards=tuple(
            Card(id=f"c{n}", layer="national" if n % 2 else "place", level="patterns", text=text)
            for n, text in enumerate(texts)
        ),
    )
