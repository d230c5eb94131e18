"""Canvases with assumptions, and what their page shows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from iceberg.model import Assumption, Canvas, StatusChange
from tests.ui.driving import Driver

TODAY = dt.datetime.now(dt.UTC).date()
LAST_YEAR = StatusChange(date=TODAY - dt.timedelta(days=365), status="holds")
SOON = TODAY + dt.timedelta(days=30)


def having(small: Canvas, *assumptions: dict[str, Any]) -> Canvas:
    """The canvas with these assumptions; they were looked at today unless they say otherwise."""
    today = StatusChange(date=TODAY, status="holds")
    made = [
        Assumption.model_validate({"text": f"Thing {one['id']}", "history": (today,), **one})
        for one in assumptions
    ]
    return small.model_copy(update={"assumptions": tuple(made)})


def ledger(app: Driver, canvas: Canvas) -> Driver:
    return app.open(canvas, "assumptions")


def labels(app: Driver) -> list[str]:
    """The short names of the entries, from the top down."""
    found = [item.value for item in app.at.markdown if item.value.startswith("**A")]
    return [value[2:].split(" ")[0].strip("*") for value in found]


def asked(app: Driver) -> str:
    return "\n".join(box.value.replace("\\", "").replace("\u2060", "") for box in app.at.warning)


def unfold(app: Driver, part: str) -> Driver:
    app.at.session_state[part] = True
    app.at.run()
    return app


def undone(app: Driver, before: Canvas) -> None:
    app.press("undo")
    assert app.canvas.assumptions == before.assumptions
