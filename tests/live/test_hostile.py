"""Whatever is sent to the live route: the honest pages go on within a second."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from iceberg.edits import AddCard
from iceberg.live import limits
from iceberg.meeting import Grant, Role, desk
from iceberg.meeting.wording import ONLY_LOOKING, TOO_FAST
from iceberg.model import Card
from iceberg.scene.placing import settled
from tests.layout.samples import sample_canvas
from tests.live.conftest import Page, Serving
from tests.meeting.world import CANVAS, SHARED

ELSEWHERE = {"X-Forwarded-For": "192.0.2.7"}
HANDSHAKE = (
    "GET /live HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Honest:
    """Two pages that work together all the while."""

    def __init__(self, live: Serving, **options: Any) -> None:
        self.live = live
        self.done = 0
        options |= {"max_queue": None}
        self.worker, self.other = live.page("worker", **options), live.page("other", **options)
        token = live.meetings.doors.token(Grant(live.canvas, "facilitator"), "facilitator")
        for page in (self.worker, self.other):
            page.say(show=live.canvas, token=token, holds="")
            page.hear()

    def goes_on(self) -> None:
        self.done += 1
        words = f"Still here, for the time number {self.done}"
        changes = {"kind": "change_card", "card": "c1", "changes": {"text": words}}
        self.worker.do(self.live.canvas, self.done, {"edit": changes})
        self.other.hear_until(lambda news: words in str(news.get("update")))
        self.worker.hear_until(lambda news: (news.get("answers") or {}).get("done") == self.done)


@pytest.fixture
def honest(live: Serving) -> Honest:
    """In a shared canvas, from an address of their own."""
    live.share(SHARED)
    live.canvas = live.workshop.create(CANVAS)
    return Honest(live, additional_headers=ELSEWHERE)


def inside(live: Serving, role: Role = "participant", pen: str = "bad") -> Page:
    page = live.page(pen)
    token = live.meetings.doors.token(Grant(live.canvas, "facilitator"), role)
    page.say(show=live.canvas, token=token, holds="", pen=pen, **{"as": "board"})
    page.hear()
    return page


def code_of(page: Page) -> int:
    """The code that a page is let go with."""
    with suppress(ConnectionClosed):
        while True:
            page.connection.recv(8)
    assert page.connection.protocol.close_rcvd is not None
    return int(page.connection.protocol.close_rcvd.code)


def new_card(card: str, text: str = "More") -> dict[str, Any]:
    made = AddCard(card=Card(id=card, text=text, layer="place", level="events"))
    return {"edit": made.model_dump(mode="json")}


def acts(live: Serving, *numbers: int) -> list[dict[str, Any]]:
    return [
        {"seq": n, "document": live.canvas, "seen": 0, "do": new_card(f"n{n}")} for n in numbers
    ]


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("nonsense", 1008),
        ("[]", 1008),
        ("null", 1008),
        ("1" * 5_000, 1008),
        (b"\x00\xff", 1008),
        ("[" * 100_000, 1008),
        ('{"acts":' * 100_000, 1008),
        ("x" * (limits.FRAME_LIMIT + 1), 1009),
        ("x" * 17_000_000, 1009),
    ],
)
def test_a_frame_that_is_not_ours_ends_the_visit(
    live: Serving, honest: Honest, frame: str | bytes, code: int
) -> None:
    bad = inside(live)
    with suppress(ConnectionClosed):
        bad.connection.send(frame)
    honest.goes_on()
    assert code_of(bad) == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (Frame(Opcode.TEXT, b"\xff\xfe").serialize(mask=True), 1007),
        (b"\xf1\x80abcd", 1002),
        (b"\x89\xfe\x01\x00" + b"\x00" * 260, 1002),
        (b"\x81\x02hi", 1002),
    ],
)
def test_what_is_no_frame_ends_the_visit(
    live: Serving, honest: Honest, raw: bytes, code: int
) -> None:
    bad = inside(live)
    bad.connection.socket.sendall(raw)
    honest.goes_on()
    assert code_of(bad) == code


def test_a_stranger_may_say_little(live: Serving, honest: Honest) -> None:
    long, many = live.page(), live.page()
    long.say(show="x" * limits.STRANGERS_FRAME_LIMIT)
    assert code_of(long) == 1009
    for _ in range(limits.STRANGERS_MESSAGES):
        many.say(show=live.canvas, token="guess")
    honest.goes_on()
    assert code_of(many) == 1008


def test_whoever_says_nothing_has_to_go(
    live: Serving, honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "STRANGERS_LEAVE_AFTER_S", 0.3)
    silent, chatty = live.page(), live.page()
    chatty.say(still=True)
    assert (code_of(silent), code_of(chatty)) == (1008, 1008)
    honest.goes_on()


@pytest.mark.parametrize("nothing", ["\ud800", "a\0b", "\udfff" * 100])
def test_halves_of_characters_open_nothing_and_are_no_fault_of_ours(
    live: Serving, honest: Honest, nothing: str, caplog: pytest.LogCaptureFixture
) -> None:
    for said in ({"show": nothing}, {"show": live.canvas, "token": nothing, "pen": nothing}):
        page = live.page()
        page.say(**said)
        assert "does not open" in page.hear()["shut"]
    bad = inside(live)
    for seq, do in enumerate((new_card("n1"), {"suggest": {"card": "c0"}}), 1):
        do[next(iter(do))]["card"] = nothing
        bad.do(live.canvas, seq, do)
        told = bad.hear_until(lambda news: news.get("answers"))["answers"]["told"][-1]
        assert told["refused"]
    honest.goes_on()
    assert caplog.records == []


def test_a_flood_of_messages_is_sent_away_to_come_back_later(live: Serving, honest: Honest) -> None:
    bad = inside(live)
    with suppress(ConnectionClosed):
        for _ in range(5 * limits.MESSAGES_AT_ONCE):
            bad.say(still=True)
    honest.goes_on()
    assert code_of(bad) == 1013
    assert inside(live).holds


def test_a_flood_of_long_messages_is_sent_away_too(live: Serving, honest: Honest) -> None:
    bad = inside(live)
    with suppress(ConnectionClosed):
        for _ in range(4):
            bad.say(acts="x" * (limits.FRAME_LIMIT - 100))
    honest.goes_on()
    assert code_of(bad) == 1013


def test_a_device_that_edits_without_end_is_told_so_in_a_sentence(
    live: Serving, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(desk, "ACTS_A_MINUTE", 20)
    honest: Honest = request.getfixturevalue("honest")
    bad = inside(live)
    bad.say(pen="bad", acts=acts(live, *range(1, 51)))
    honest.goes_on()
    heard = bad.hear_until(lambda news: news.get("answers"))["answers"]
    assert heard["done"] == 50
    assert [told["sentence"] for told in heard["told"][-30:]] == [TOO_FAST] * 30
    kept = {card.id for card in live.workshop.open(live.canvas).cards}
    assert kept & {f"n{n}" for n in range(1, 51)} == {f"n{n}" for n in range(1, 21)}


def test_a_page_has_one_pen_so_that_its_device_can_be_counted(
    live: Serving, honest: Honest
) -> None:
    bad = inside(live)
    for n in range(1, 3):
        bad.say(pen=f"bad{n}", acts=acts(live, n))
    assert code_of(bad) == 1008
    honest.goes_on()
    cards = live.workshop.open(live.canvas).cards
    assert [card.id for card in cards if card.id.startswith("n")] == ["n1"]


def test_more_acts_than_three_rooms_can_do_are_not_taken_from_one_address(
    live: Serving, honest: Honest
) -> None:
    bad = inside(live, "viewer")
    for n in range(0, limits.ACTS_EACH + 1_000, 1_000):
        with suppress(ConnectionClosed):
            bad.say(pen="bad", acts=acts(live, *range(n + 1, n + 1_001)))
    honest.goes_on()
    assert code_of(bad) == 1013


def test_what_a_viewer_does_costs_no_look_into_the_store(
    live: Serving, honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = inside(live, "viewer")
    read = []
    room = live.kept.room
    monkeypatch.setattr(live.kept, "room", lambda canvas: (read.append(canvas), room(canvas))[1])
    viewer.say(pen="bad", acts=acts(live, *range(1, 101)))
    heard = viewer.hear_until(lambda news: news.get("answers"))["answers"]
    assert heard["done"] == 100
    assert {told["sentence"] for told in heard["told"]} == {ONLY_LOOKING}
    assert read == []
    honest.goes_on()


@contextmanager
def crowd(url: str, size: int) -> Iterator[list[int]]:
    """So many connections at once; gives the status that each was answered with."""
    host = urlsplit(url).netloc
    where = (urlsplit(url).hostname, urlsplit(url).port)
    with asyncio.Runner() as runner:

        async def come() -> tuple[asyncio.StreamWriter, int]:
            reader, writer = await asyncio.open_connection(*where)
            writer.write(HANDSHAKE.format(host=host).encode())
            return writer, int((await reader.readline()).split()[1])

        async def all_come() -> list[tuple[asyncio.StreamWriter, int]]:
            return [await come() for _ in range(size)]

        async def all_go() -> None:
            for writer, _ in came:
                writer.transport.abort()
            await asyncio.sleep(0.1)

        came = runner.run(all_come())
        yield [status for _, status in came]
        runner.run(all_go())


def test_a_thousand_connections_leave_the_others_their_places(
    live: Serving, honest: Honest
) -> None:
    with crowd(live.url, 1_000) as answered:
        assert answered.count(101) == limits.CONNECTIONS_EACH
        assert answered.count(503) == 1_000 - limits.CONNECTIONS_EACH
        honest.goes_on()
        late = live.page("late", additional_headers={"X-Forwarded-For": "192.0.2.8"})
        late.say(show=live.canvas, token="")
        assert "does not open" in late.hear()["shut"]
    assert inside(live).holds


def test_one_who_never_reads_loses_the_place(
    live: Serving, honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SEND_WITHIN_S", 0.3)
    monkeypatch.setattr(limits, "CLOSE_WITHIN_S", 0.3)
    monkeypatch.setattr(limits, "CONNECTIONS_EACH", 1)
    url = urlsplit(live.url)
    large = live.workshop.create(settled(sample_canvas(60, 3)))
    token = live.meetings.doors.token(Grant(large, "facilitator"), "facilitator")
    show = json.dumps({"show": large, "token": token, "holds": ""}).encode()
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        deaf.connect((url.hostname, url.port))
        deaf.sendall(HANDSHAKE.format(host=url.netloc).encode())
        for _ in range(limits.MESSAGES_AT_ONCE):
            deaf.sendall(Frame(Opcode.TEXT, show).serialize(mask=True))
            time.sleep(0.01)
        honest.goes_on()
        time.sleep(1.0)
        assert inside(live).holds
        honest.goes_on()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a\u2066b\u2069c\u200f", "abc"),
        ('"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'),
    ],
)
def test_text_stays_text_and_cannot_turn_others_round(
    live: Serving, honest: Honest, said: str, kept: str
) -> None:
    bad = inside(live)
    bad.do(live.canvas, 1, new_card("n1", "x") | {"edit": _card_of(said)})
    seen = honest.other.hear_until(lambda news: "cards/n1" in news["update"]["put"])
    assert seen["update"]["put"]["facts/cards/n1"]["text"] == kept
    honest.goes_on()


def _card_of(text: str) -> dict[str, Any]:
    """As a browser may send it: no model has looked at it."""
    card = {"id": "n1", "layer": "place", "level": "events", "text": text}
    return {"kind": "add_card", "card": card}
