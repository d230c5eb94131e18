"""Two app processes behind nginx are one site: all see the same, and one of them may die."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from iceberg.cli import main
from iceberg.meeting.doors import CODE_TRIES_EACH
from tests.live.conftest import Page
from tests.serving.conftest import SETTINGS
from tests.serving.site import ANNE, BOB, NAME, Site, served_by

WITHIN_S = 1.0


def reword(card: str, text: str) -> dict[str, Any]:
    return {"edit": {"kind": "change_card", "card": card, "changes": {"text": text}}}


def done(page: Page, seq: int) -> dict[str, Any]:
    """The message that answers a page's act."""
    return page.hear_until(lambda news: news.get("answers") and news["answers"]["done"] == seq)


def sees(page: Page, text: str) -> None:
    page.hear_until(lambda news: text in json.dumps(news["update"]))


def seconds_until_seen(site: Site, one: Page, other: Page, seq: int) -> float:
    text = f"Words {seq} of {one.pen}"
    begun = time.monotonic()
    one.do(site.canvas, seq, reword("c1", text))
    sees(other, text)
    return time.monotonic() - begun


def test_what_is_done_at_one_process_is_seen_at_the_other_within_a_second(site: Site) -> None:
    one, other = (site.watching(f"pen{process}", process) for process in site.servers)
    assert {served_by(page.connection.response.headers) for page in (one, other)} == {*site.servers}
    for seq in range(1, 4):
        assert seconds_until_seen(site, one, other, seq) < WITHIN_S
        assert seconds_until_seen(site, other, one, seq) < WITHIN_S


def test_a_page_whose_process_is_killed_goes_on_at_the_other_and_loses_nothing(site: Site) -> None:
    dying, living = site.servers
    anne, bob = site.watching("anne", dying), site.watching("bob", living)
    anne.do(site.canvas, 1, reword("c2", "Before"))
    before = done(anne, 1)["revision"]
    anne.do(site.canvas, 2, reword("c3", "On the way"))
    with site.without(dying):
        bob.do(site.canvas, 1, reword("c4", "Meanwhile"))
        done(bob, 1)
        with pytest.raises(ConnectionClosed):
            anne.hear_until(lambda _: False)
        back = site.page("anne", dying)
        assert served_by(back.connection.response.headers) == living
        back.say(show=site.canvas, token=site.token, holds=anne.holds, pen="anne")
        sees(back, "Meanwhile")
        back.do(site.canvas, 2, reword("c3", "On the way"))
        assert done(back, 2)["revision"] == before + 2
    again = site.watching("carla", dying)
    assert served_by(again.connection.response.headers) == dying
    again.do(site.canvas, 1, reword("c5", "Afterwards"))
    sees(bob, "Afterwards")
    cards = {card.id: card.text for card in site.workshop.open(site.canvas).cards}
    kept = ["Before", "On the way", "Meanwhile", "Afterwards"]
    assert [cards[f"c{n}"] for n in (2, 3, 4, 5)] == kept


def test_a_browser_stays_with_its_process_and_others_are_shared_out(site: Site) -> None:
    health = "/_stcore/health"
    for process in site.servers:
        asked = [site.ask(health, process=process) for _ in range(3)]
        assert {served_by(answer.headers) for answer in asked} == {process}
    first = {served_by(site.ask(health, f"127.0.1.{n}").headers) for n in range(1, 31)}
    assert first == {*site.servers}
    made_up = {served_by(site.ask(health, process=1).headers) for _ in range(5)}
    assert len(made_up) == 1


def test_the_phone_page_comes_whole(site: Site) -> None:
    page = site.ask("/join", BOB)
    assert page.status == 200
    found = re.findall(r'(?:href|src)="([^"]+)"', page.body.decode())
    assert len(found) == 3
    for address in found:
        asset = site.ask(address, BOB)
        assert (asset.status, len(asset.body) > 100) == (200, True), address
    (live,) = re.findall(r'data-live="/([^"]+)"', page.body.decode())
    phone = site.page("phone", path=live)
    token = site.meetings.doors.token(site.host, "participant")
    phone.say(show=site.canvas, token=token, holds="", pen="phone", **{"as": "board"})
    assert "cards/c0" in phone.hear()["update"]["put"]


def knock(site: Site, code: str, visitor: str, **options: Any) -> tuple[int, dict[str, str]]:
    body = json.dumps({"code": code}).encode()
    answer = site.ask("/join/code", visitor, method="POST", body=body, **options)
    assert "set-cookie" not in answer.headers
    return answer.status, json.loads(answer.body)


def test_a_code_lets_in_and_tries_are_counted_for_each_visitor(site: Site) -> None:
    code = site.meetings.doors.open(site.host)
    for n in range(CODE_TRIES_EACH):
        process = [*site.servers][n % 2]
        assert knock(site, "222222", ANNE, process=process)[0] == 404
    for process in site.servers:
        assert knock(site, code, ANNE, process=process)[0] == 429
        assert knock(site, code, ANNE, process=process, X_Forwarded_For="1.2.3.4")[0] == 429
    status, told = knock(site, code, BOB)
    assert (status, told["canvas"]) == (200, site.canvas)
    assert site.meetings.enter(site.canvas, told["token"]).role == "participant"


@pytest.mark.parametrize("path", ["iceberg-live", "_stcore/stream"])
def test_the_sites_own_pages_are_let_in_by_its_name(site: Site, path: str) -> None:
    for process in site.servers:
        assert site.page("pen", process, path=path).connection.response.status_code == 101


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "http://127.0.0.1", "null"])
def test_pages_of_other_sites_are_not_let_in(site: Site, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        site.page("pen", origin=origin)
    assert refused.value.response.status_code == 403


def test_a_file_as_large_as_the_app_takes_comes_through(site: Site) -> None:
    upload = "/_stcore/upload_file/nobody/nothing"
    answer = site.ask(upload, method="PUT", body=b"x" * 20_000_000)
    assert answer.status in (400, 403)
    assert answer.headers.get("server", "").startswith("nginx")
    assert site.ask(upload, method="PUT", Content_Length="27000000").status == 413


def test_plain_http_is_sent_on_to_https(site: Site) -> None:
    answer = site.ask("/join?a", port=site.plain_port)
    assert (answer.status, answer.headers["location"]) == (301, f"https://{NAME}/join?a")


def test_the_hosts_link_opens_the_canvas_at_both(
    site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        main(["host-link", "--address", f"https://{NAME}"])
    address, token = capsys.readouterr().out.strip().split("?token=")
    assert address == f"https://{NAME}/"
    for process in site.servers:
        assert site.watching("host", process, token=token).holds


def test_everybody_is_served_as_soon_as_one_process_is_back(site: Site) -> None:
    down, up = site.servers
    everybody = (None, down, up)
    with site.without(down):
        with site.without(up):
            assert {site.ask("/join", process=process).status for process in everybody} == {502}
        for process in everybody:
            answer = site.ask("/join", process=process)
            assert (answer.status, served_by(answer.headers)) == (200, up)


def test_no_token_and_no_address_is_in_any_log(site: Site) -> None:
    page = f"/?canvas={site.canvas}&token={site.token}"
    process = next(iter(site.servers))
    with site.without(process):
        assert site.ask(page, BOB, process).status == 200
    assert site.ask(page, BOB, process).status == 200
    assert site.ask("/join", BOB, Referer=f"https://{NAME}{page}").status == 200
    logged = site.logged()
    assert "GET /join 200" in logged
    assert site.token not in logged
    assert "token=" not in logged
    assert BOB not in logged
