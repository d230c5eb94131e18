"""What one phone has gathered without a network arrives whole, in order, and at the server's pace.

A minute takes three seconds here, on the phone and on the server alike.
"""

from __future__ import annotations

import asyncio
import re
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, Route, expect
from starlette.applications import Starlette

from iceberg.live.answers import Pens, Told
from iceberg.meeting import Grant, desk
from iceberg.meeting.turnstile import Turnstile
from iceberg.ui import channel, session
from iceberg.ui.assets import ASSETS
from iceberg.ui.kept import forget_all
from iceberg.ui.server import routes
from tests.browser.conftest import Watched
from tests.meeting.world import CANVAS

pytestmark = pytest.mark.browser

GATHERED = 200
A_MINUTE_S = 3.0
ADD_ALL = """
(count) => {
  const text = document.querySelector("#text");
  const add = [...document.querySelectorAll("button")].find((b) => b.textContent === "Add");
  for (let n = 1; n <= count; n += 1) {
    text.value = `Card ${n}`;
    add.click();
  }
}
"""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """Every answer that the server gives."""
    answers: list[Told] = []
    tell = Pens.tell
    monkeypatch.setattr(
        Pens, "tell", lambda pens, pen, one: (answers.append(one), tell(pens, pen, one))[1]
    )
    return answers


@pytest.fixture
def phones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The routes for phones on a server in this process; gives its address."""
    monkeypatch.setenv("ICEBERG_STORE", str(tmp_path / "canvases.sqlite"))
    monkeypatch.setenv("ICEBERG_KEY", "a key for tests")
    monkeypatch.setenv("ICEBERG_SHARED", "1")
    monkeypatch.setattr(
        desk, "Turnstile", lambda each, in_all, _: Turnstile(each, in_all, A_MINUTE_S)
    )
    forget()
    session.meetings()
    app = Starlette(routes=list(routes()), lifespan=lets_all_go)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_level="critical", ws="websockets-sansio")
        server = uvicorn.Server(config)
        running = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
        running.start()
        while not server.started:
            running.join(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        running.join(10)
    session.workshop().close()
    forget()


@asynccontextmanager
async def lets_all_go(_app: Starlette) -> AsyncIterator[None]:
    yield
    await channel.close()


def forget() -> None:
    for kept in (session.store, session.workshop, session.meetings, session.pens):
        kept.clear()
    for made in (channel.live, channel._hub):
        made.cache_clear()
    forget_all()


def in_short_minutes(route: Route) -> None:
    script = ASSETS["outbox.js"].path.read_text(encoding="utf-8")
    short = script.replace("PACE_MS = 61_000", f"PACE_MS = {int(A_MINUTE_S * 1000) + 100}")
    assert short != script
    again = short.replace("AGAIN_MS = 3000", "AGAIN_MS = 300")
    route.fulfill(body=again, content_type="text/javascript")


def joined(watched: Callable[..., Watched], phones: str, canvas: str) -> Page:
    page = watched("about:blank", 390, 844, has_touch=True).page
    page.route("**/outbox.js", in_short_minutes)
    token = session.meetings().doors.token(Grant(canvas, "facilitator"), "participant")
    page.goto(f"{phones}/join#{canvas}.{token}")
    expect(page.locator("h1")).to_have_text(CANVAS.title, timeout=30_000)
    return page


def test_two_hundred_acts_arrive_once_each_in_order_and_none_is_refused(
    phones: str, watched: Callable[..., Watched], told: list[Told]
) -> None:
    canvas = session.workshop().create(CANVAS)
    page = joined(watched, phones, canvas)
    page.context.set_offline(True)
    page.evaluate(ADD_ALL, GATHERED)
    expect(page.get_by_text("Kept on this phone, will be sent.")).to_have_count(GATHERED + 1)
    assert session.workshop().revision(canvas) == 0
    page.context.set_offline(False)
    waiting = page.get_by_text(re.compile("Being sent …|Kept on this phone, will be sent."))
    expect(waiting).to_have_count(0, timeout=60_000)
    made = session.workshop().open(canvas).cards[len(CANVAS.cards) :]
    assert [card.text for card in made] == [f"Card {n}" for n in range(1, GATHERED + 1)]
    assert session.workshop().revision(canvas) == GATHERED
    assert [one.seq for one in told] == list(range(1, GATHERED + 1))
    assert not [one.sentence for one in told if one.refused]
