"""Real browsers in the room: when what one person did is drawn on the others' screens."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.bench.live.plan import Plan
from tests.bench.live.rooms import SECONDS, House, measured, spread, usage

SIGHT: Final = Path(__file__).with_name("sight.js").read_text(encoding="utf-8")
SCREEN: Final = {"width": 1280, "height": 720}
SIZES: Final = [100, 500]
EDITS_A_SECOND: Final = 2.0
COMES_WITHIN_S: Final = 20.0
Drawn = list[tuple[int, float]]


class Browsers:
    """Pages that show a room's picture."""

    def __init__(self, chromium: Browser, plan: Plan, token: str, pages: int) -> None:
        home = plan.url.replace("ws", "http", 1).removesuffix("/iceberg-live")
        self._address = f"{home}/?canvas={plan.canvas}&token={token}"
        self._contexts = [
            chromium.new_context(viewport=SCREEN, reduced_motion="reduce")  # type: ignore[arg-type]
            for _ in range(pages)
        ]
        self.pages = [self._opened(context) for context in self._contexts]

    def _opened(self, context: Any) -> Page:
        context.add_init_script(SIGHT)
        page: Page = context.new_page()
        page.goto(self._address)
        page.wait_for_function("() => sight.board()?.dataset.revision !== undefined")
        page.keyboard.press("Escape")
        page.evaluate("() => sight.start()")
        return page

    def drawn(self) -> list[Drawn]:
        """For each page which revision was drawn when, in seconds since 1970."""
        told = [page.evaluate("() => sight.drawn") for page in self.pages]
        return [[(revision, at / 1000) for revision, at in one] for one in told]

    def wait_for(self, revision: int) -> None:
        """Until all pages have drawn a revision, or it has taken too long."""
        end = time.monotonic() + COMES_WITHIN_S
        while time.monotonic() < end:
            if all(one and one[-1][0] >= revision for one in self.drawn()):
                return
            time.sleep(0.1)

    def close(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def browsers(chromium: Browser) -> Iterator[Any]:
    """Opens ``browsers(plan, pages)``."""
    opened: list[Browsers] = []

    def open_pages(plan: Plan, pages: int) -> Browsers:
        opened.append(Browsers(chromium, plan, plan.people[0].token, pages))
        return opened[-1]

    yield open_pages
    for one in opened:
        one.close()


def latencies(sent: Sequence[tuple[int, float]], drawn: Sequence[Drawn]) -> list[float | None]:
    """From each edit's being sent, as (revision, time), to its being drawn; None if it was not."""
    return [
        next((at - begun for shown, at in one if shown >= revision), None)
        for revision, begun in sent
        for one in drawn
    ]


def told(found: list[float | None]) -> dict[str, Any]:
    """Percentiles, and how many were missed."""
    came = [one for one in found if one is not None]
    return {**spread(came), "missed": len(found) - len(came)}


@pytest.mark.browser
@pytest.mark.parametrize("cards", SIZES)
def test_browsers_beside_phones(
    benchmark: Any, house: House, browsers: Any, tell: Any, cards: int
) -> None:
    """Three browsers look on while ten people at phones work."""
    plan = house.plan(10, cards, EDITS_A_SECOND, pictures=["facilitator"])
    watching = browsers(plan, 3)
    found = benchmark.pedantic(lambda: measured(house, plan))
    watching.wait_for(max(found.revisions))
    ends = [at for _, _, at in found.report.sent]
    sent = list(zip(found.revisions, ends, strict=True))[1:]
    seen = told(latencies(sent, watching.drawn()))
    figures = found.figures(SECONDS) | seen | {"missed": found.missed + seen["missed"]}
    tell(f"3 browsers beside 10 clients, {EDITS_A_SECOND:g} edits/s, {cards} cards", figures)
    assert (figures["missed"], found.doubled) == (0, 0)


@pytest.mark.browser
@pytest.mark.parametrize("cards", SIZES)
def test_browsers_among_themselves(
    benchmark: Any, house: House, browsers: Any, tell: Any, cards: int
) -> None:
    """Four browsers, one of which works by keys: a card resists, helps, resists …"""
    plan = house.plan(1, cards, EDITS_A_SECOND, pictures=["facilitator"])
    watching = browsers(plan, 4)
    doing, first = watching.pages[0], house.workshop.revision(plan.canvas)
    doing.locator(".cards button").first.focus()
    before = usage(house.servers)
    benchmark.pedantic(lambda: press(doing, round(plan.seconds * EDITS_A_SECOND)))
    after = usage(house.servers)
    keys = [at / 1000 for at in doing.evaluate("() => sight.keys") if at][-plan.edits :]
    watching.wait_for(first + plan.edits)
    kept = house.workshop.revision(plan.canvas) - first
    sent = [(first + number, at) for number, at in enumerate(keys, 1)]
    used = round(100 * (after.processor - before.processor) / SECONDS, 1)
    figures = told(latencies(sent[1:], watching.drawn()[1:]))
    figures |= {"core %": used, "MB": round(after.memory), "doubled": kept - plan.edits}
    tell(f"4 browsers, one works, {EDITS_A_SECOND:g} edits/s, {cards} cards", figures)
    assert (figures["missed"], kept) == (0, plan.edits)


def press(page: Page, times: int) -> None:
    """Change the focused card's force so many times, at the pace of the room."""
    for turn in range(times):
        page.keyboard.press("rh"[turn % 2])
        page.wait_for_timeout(1000 / EDITS_A_SECOND)
