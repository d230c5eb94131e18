"""A whole workshop on a real server, and then a look at all that it has written anywhere."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from iceberg.exporters.canvas_file import write_canvas
from iceberg.meeting import Grant, Meetings, Role
from iceberg.meeting.access import access_from
from iceberg.store import open_store
from iceberg.ui import wording as words
from iceberg.ui.meeting import wording
from iceberg.workshop import Workshop
from tests.browser.conftest import ROOT, Server, Watched
from tests.browser.workshop import begin, press
from tests.live.conftest import Page as Live
from tests.meeting.world import CANVAS

pytestmark = pytest.mark.browser

SECRET = "a-neighbour-told-me"
TITLE = "the-lunch-club-of-mrs-jones"
PHONE, VIEWER, HOSTILE = "203.0.113.9", "203.0.113.10", "203.0.113.66"
PRIVACY = (ROOT / "PRIVACY.md").read_text(encoding="utf-8")


class Site:
    """A shared server that may write only below one folder, and the ways into it."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        (folder / "tmp").mkdir()
        self.open = ExitStack()
        self.data = self.home / "data" / "extended-iceberg"
        places = {"HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data")}
        places |= {"TMPDIR": str(folder / "tmp"), "ICEBERG_STORE": "", "ICEBERG_KEY": ""}
        self.server = Server(ROOT / "app.py", folder, **places, ICEBERG_SHARED="1")

    @property
    def access(self) -> Any:
        return access_from({"ICEBERG_SHARED": "1"}, self.data)

    def asked(self, ask: Callable[[Meetings], Any]) -> Any:
        """What the meetings of the server's store say, asked by another process."""
        with open_store(str(self.data / "canvases.sqlite")) as store:
            return ask(Meetings(Workshop(store), store, self.access))

    def token(self, canvas: str, role: Role) -> str:
        return str(self.asked(lambda all_: all_.doors.token(Grant(canvas, "facilitator"), role)))

    def code(self, canvas: str) -> str:
        return str(self.asked(lambda all_: all_.doors.code(Grant(canvas, "facilitator"))))

    def page(self, address: str, pen: str) -> Live:
        url = f"{self.server.url.replace('http', 'ws')}/iceberg-live"
        coming = connect(url, additional_headers={"X-Forwarded-For": address})
        return Live(self.open.enter_context(coming), pen)

    def knock(self, code: str) -> int:
        body, headers = json.dumps({"code": code}).encode(), {"X-Forwarded-For": PHONE}
        asked = urllib.request.Request(f"{self.server.url}/join/code", body, headers)
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(asked) as answer:
            return int(answer.status)
        return 404


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path)
    site.server.start()
    yield site
    site.open.close()
    site.server.stop()


def bring_in(page: Page, folder: Path) -> str:
    """Open a canvas file on Start; gives the canvas's id."""
    file = folder / f"{TITLE}.iceberg.json"
    file.write_text(write_canvas(CANVAS.model_copy(update={"title": TITLE})), encoding="utf-8")
    page.locator(".st-key-bring_file input[type=file]").set_input_files(str(file))
    expect(page.locator(".board")).to_be_visible(timeout=60_000)
    return re.findall(r"canvas=(\w+)", page.url)[0]


def shown(site: Site, canvas: str, role: Role, address: str, pen: str) -> Live:
    page = site.page(address, pen)
    page.say(show=canvas, token=site.token(canvas, role), holds="", pen=pen, **{"as": "board"})
    page.hear()
    return page


def work(site: Site, canvas: str) -> None:
    """A phone adds, is refused and floods; a viewer tries; strangers send what they like."""
    card = {"id": "n1", "layer": "place", "level": "events", "text": SECRET}
    phone = shown(site, canvas, "participant", PHONE, "sams-phone")
    phone.do(canvas, 1, {"edit": {"kind": "add_card", "card": card}})
    other = {"kind": "change_card", "card": "c0", "changes": {"text": SECRET}}
    phone.do(canvas, 2, {"edit": other})
    phone.do(canvas, 3, {"suggest": {"card": "c0", "text": f"Say {SECRET}"}})
    phone.do(canvas, 4, {"edit": {"kind": SECRET, "card": [SECRET] * 3}})
    phone.do(canvas, 5, {"drop": [{"card": SECRET, "x": "far"}]})
    again = {"document": canvas, "seen": 0, "do": {"edit": {**other, "card": "n1"}}}
    phone.say(pen=phone.pen, acts=[{"seq": seq, **again} for seq in range(6, 200)])
    phone.hear_until(lambda news: (news.get("answers") or {}).get("done") == 199)
    viewer = shown(site, canvas, "viewer", VIEWER, "on-the-wall")
    viewer.do(canvas, 1, {"edit": other})
    viewer.hear_until(lambda news: news.get("answers"))
    for said in (f'"{SECRET}"', f'{{"show": ["{SECRET}"]}}', SECRET * 200, f"\ud7ff{SECRET}"):
        bad = site.page(HOSTILE, "bad")
        with suppress(ConnectionClosed, TimeoutError):
            bad.connection.send(said)
            bad.say(show=canvas, token=f"{SECRET}x")
            bad.connection.recv(0.5)
    with suppress(ConnectionClosed, TimeoutError):
        site.page(HOSTILE, "bad").connection.send(b"\xff\xfe" + SECRET.encode())


def everything_taken_and_deleted(page: Page) -> None:
    page.get_by_text(wording.KEEPING, exact=True).click()
    for name in (wording.TAKE_HISTORY, wording.TAKE_PACK):
        with page.expect_download(timeout=120_000) as taken:
            press(page, name)
        assert taken.value.path()
    press(page, wording.DELETE_NOW)
    press(page, wording.DELETE_YES)
    expect(
        page.get_by_text(words.OPEN_BY_LINK).or_(page.get_by_text(words.OPEN_EMPTY))
    ).to_be_visible(timeout=30_000)


def test_neither_the_log_nor_any_other_file_tells_of_people(
    site: Site, watched: Callable[..., Watched], tmp_path: Path
) -> None:
    host = site.access.host_token
    desk = watched(f"{site.server.home}/?token={host}").page
    canvas = bring_in(desk, tmp_path)
    desk.goto(f"{site.server.home}/?page=workshop&canvas={canvas}&token={host}")
    press(desk, wording.OPEN_DOOR)
    expect(desk.get_by_role("img", name=wording.QR_ALT)).to_be_visible(timeout=30_000)
    code = site.code(canvas)
    assert site.knock(code) == 200
    assert site.knock("ZZZZZZ") == 404
    begin(desk, "silence")
    work(site, canvas)
    begin(desk, "reveal")
    tokens = [site.token(canvas, role) for role in ("facilitator", "participant", "viewer")]
    written = {path.relative_to(site.home / "data") for path in files(site.home)}
    assert {path.name for path in written} == {
        *("canvases.sqlite", "canvases.sqlite-wal", "canvases.sqlite-shm", "key")
    }
    everything_taken_and_deleted(desk)
    site.server.stop()
    assert files(tmp_path / "tmp") == []
    for path in files(site.home):
        assert f"`{path.name}`" in PRIVACY
        assert SECRET.encode() not in path.read_bytes()
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "The extended iceberg is at" in log
    for private in (SECRET, TITLE, code, host, *tokens, canvas, "203.0.113", "127.0.0.1", "c0"):
        assert private not in log, log


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
