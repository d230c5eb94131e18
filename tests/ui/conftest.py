"""The app without a browser, on a store of its own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from iceberg.live.wording import OUR_FAULT
from iceberg.model import Assumption, Canvas, Card, Force, Link, Position, Reading
from iceberg.ui import session
from iceberg.ui.canvas import page
from iceberg.ui.kept import forget_all
from tests.ui.driving import Driver


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """A fresh session on an empty store; the test fails when an error of ours was shown."""
    monkeypatch.setenv("ICEBERG_STORE", str(tmp_path / "canvases.sqlite"))
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    monkeypatch.setattr(page, "HEAD_START_S", 0.0)
    monkeypatch.setenv("ICEBERG_KEY", "a key for tests")
    _forget()
    driver = Driver()
    yield driver
    assert driver.may_fail or OUR_FAULT not in driver.errors
    session.workshop().close()
    _forget()


def _forget() -> None:
    for kept in (session.store, session.workshop, session.meetings):
        kept.clear()
    forget_all()


@pytest.fixture
def small() -> Canvas:
    """Three cards, two links, a reading and an assumption."""
    import datetime as dt

    from iceberg.ui.session import catalog

    return Canvas(
        title="Keeping the lunch club going",
        place="Northfield",
        question="What holds it in place?",
        layers=(catalog().layer("national"), catalog().layer("place")),
        cards=(
            Card(id="cost", layer="national", level="structures", text="Costs rise"),
            Card(
                id="less",
                layer="place",
                level="patterns",
                text="Fewer lunches",
                force=Force(effect="resists", strength=4, shiftable="partly"),
                votes=2,
                tags=("food",),
                position=Position(row=0, x=0.25),
            ),
            Card(id="closed", layer="place", level="events", text="The club closed on Friday"),
        ),
        links=(
            Link(id="l1", source="cost", target="less"),
            Link(id="l2", source="less", target="closed", verb="holds in place", sign="+"),
        ),
        readings=(
            Reading(id="r1", card="less", date=dt.date(2026, 1, 5), direction="rising", figure=12),
        ),
        assumptions=(Assumption(id="a1", text="The council stays in", cards=("less",)),),
    )
