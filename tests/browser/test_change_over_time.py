"""A quarter later: readings, an assumption that asks for another look, a review, a comparison."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from iceberg.edits import NameSnapshot
from iceberg.model import Assumption, Canvas, Card, Force, Link, Reading, Snapshot
from iceberg.scene.placing import settled
from iceberg.store import open_store
from iceberg.ui import session, where
from iceberg.ui import wording as app
from iceberg.ui.assumptions import wording as ledger
from iceberg.ui.compare import wording as compare
from iceberg.ui.findings import wording as findings
from iceberg.ui.readings import wording as readings
from iceberg.workshop import Workshop
from tests.browser.conftest import Server, Watched
from tests.browser.test_main_job import quiet
from tests.browser.waiting import idle

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
QUARTER_AGO = dt.date.today() - dt.timedelta(days=92)
REWORDED = "The council pays for one post"
MONEY, NEED, COSTS = "Councils have less money", "Need keeps growing", "Costs outrun income"


def told(text: str) -> re.Pattern[str]:
    """The text as a page tells it: a joiner that nobody sees may follow a colon."""
    return re.compile(re.escape(text).replace(":", ":\u2060?"))


def national(card_id: str, text: str) -> Card:
    force = Force(effect="resists", strength=3)
    return Card(id=card_id, layer="national", level="patterns", text=text, force=force)


def a_quarter_ago() -> Canvas:
    """Three national cards, two with readings; the money leads to what an assumption rests on."""
    layers = tuple(session.catalog().layer(name) for name in ("national", "place"))
    seen = {"date": QUARTER_AGO, "direction": "steady"}
    canvas = Canvas(
        title="Keeping it going",
        date=QUARTER_AGO,
        layers=layers,
        cards=(
            national("money", MONEY),
            national("need", NEED),
            national("costs", COSTS),
            Card(id="posts", layer="place", level="structures", text="Posts end with the grant"),
        ),
        links=(Link(id="l1", source="money", target="posts", sign="+"),),
        readings=(
            Reading.model_validate({"id": "r1", "card": "money", **seen}),
            Reading.model_validate({"id": "r2", "card": "need", **seen}),
        ),
        assumptions=(
            Assumption(id="a1", text="The council pays", cards=("posts",), load_bearing=True),
        ),
    )
    return settled(canvas)


def kept_in(server: Server) -> tuple[Workshop, str]:
    """The canvas in the server's store, with the review of a quarter ago by name."""
    workshop = Workshop(open_store(str(server.store)))
    canvas_id = workshop.create(a_quarter_ago())
    first = Snapshot(id="s1", name="Review of spring", revision=0, date=QUARTER_AGO)
    workshop.submit(canvas_id, NameSnapshot(snapshot=first), "another")
    return workshop, canvas_id


def read_again(page: Page, text: str, direction: str, figure: str = "") -> None:
    """A new reading of the card that the page asks about."""
    expect(page.get_by_role("heading", name=text)).to_be_visible(timeout=30_000)
    idle(page)
    page.locator(".st-key-reading_now-direction").get_by_text(direction, exact=True).click()
    if figure:
        page.get_by_label(readings.FIGURE).fill(figure)
        page.get_by_label(readings.SOURCE, exact=True).fill("A survey")
    page.get_by_role("button", name=readings.SAVE).click()


def test_a_quarter_later(watched: Open, server: Server) -> None:
    workshop, canvas_id = kept_in(server)
    seen = watched(f"{server.home}/?page={where.READINGS}&canvas={canvas_id}")
    page = seen.page

    read_again(page, MONEY, "rising", "12")
    read_again(page, NEED, "easing")
    read_again(page, COSTS, "rising")
    expect(page.get_by_text("3 new readings")).to_be_visible(timeout=30_000)
    page.get_by_label(app.SNAPSHOT_NAME, exact=True).fill("Review of summer")
    page.get_by_role("button", name=app.SNAPSHOT_BUTTON).click()
    idle(page)
    assert [one.name for one in workshop.open(canvas_id).snapshots] == [
        "Review of spring",
        "Review of summer",
    ]

    page.get_by_role("link", name=readings.TO_FINDINGS).click()
    way = f"How it gets there: {MONEY} → Posts end with the grant"
    expect(page.get_by_text(told(way)).first).to_be_visible(timeout=30_000)
    idle(page)
    page.get_by_role("button", name=findings.KEEP, exact=True).first.click()
    expect(page.get_by_role("heading", name="What we found")).to_be_visible(timeout=30_000)
    review(page)
    idle(page)
    reviewed = workshop.open(canvas_id).assumptions[0]
    assert (reviewed.status, reviewed.text) == ("weakening", REWORDED)

    page.get_by_role("link", name=app.FINDINGS).click()
    page.get_by_role("link", name=findings.TO_COMPARE).click()
    expect(page.get_by_label(compare.FROM)).to_be_visible(timeout=30_000)
    choose_spring(page)
    for said in (
        f"“{MONEY}” is rising (12)",
        f"“{NEED}” is easing",
        f"“{COSTS}” is rising",
        f"“The council pays” now reads “{REWORDED}”.",
        f"The assumption “{REWORDED}”: weakening (before: holds).",
        "Kept: ",
    ):
        expect(page.get_by_text(told(said)).first).to_be_visible(timeout=30_000)
    for name, begins in ((".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")):
        assert taken_away(page, name).startswith(begins)

    page.get_by_role("tab", name=compare.TABS[1]).click()
    expect(page.get_by_text(told("Between “Review of spring” and now:"))).to_be_visible(
        timeout=30_000
    )
    held = f"does not hold: “{REWORDED}” is weakening. Before, it held."
    expect(page.get_by_text(told(held))).to_be_visible()
    workshop.close()
    quiet(seen)


def review(page: Page) -> None:
    """Say in the review that the assumption is weakening, and what we now assume."""
    page.get_by_role("link", name=app.ASSUMPTIONS, exact=True).click()
    expect(page.get_by_text(told(f"{MONEY} → Posts end with the grant")).first).to_be_visible(
        timeout=30_000
    )
    idle(page)
    page.get_by_role("button", name=ledger.REVIEW, exact=True).click()
    window = page.get_by_role("dialog")
    window.get_by_text(ledger.MARKS["weakening"], exact=True).click()
    window.get_by_label(ledger.NOW_ASSUME).fill(REWORDED)
    window.get_by_role("button", name=ledger.REVIEW_SAVE).click()
    expect(window).to_be_hidden(timeout=30_000)


def choose_spring(page: Page) -> None:
    page.get_by_role("combobox", name=compare.FROM).click()
    page.get_by_role("option", name="Review of spring").click()
    idle(page)


def taken_away(page: Page, extension: str) -> bytes:
    """The comparison as a file."""
    name = compare.FORMATS[extension]
    page.locator(".st-key-compare_format").get_by_text(name, exact=True).click()
    button = page.get_by_role("button", name=compare.DOWNLOAD.format(format=name), exact=True)
    button.wait_for(timeout=30_000)
    idle(page)
    with page.expect_download() as started:
        button.click()
    assert started.value.suggested_filename.endswith(f"changes{extension}")
    return Path(started.value.path()).read_bytes()
