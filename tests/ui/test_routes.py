"""The routes of our own on the real server: tricks get an answer, no file, and no traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode
from websockets.sync.client import connect
from websockets.typing import Origin

from iceberg.ui import assets
from tests.browser.conftest import ROOT, Server

CODE = "/join/code"
FOREIGN = "https://elsewhere.example"
ELSEWHERE = "192.0.2.255"
NO_DOOR = "No workshop is open under this code"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(ROOT / "app.py", tmp_path_factory.mktemp("routes"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _nothing_in_the_log_is_a_traceback(server: Server) -> Iterator[None]:
    yield
    assert "Traceback" not in (server.folder / "server.log").read_text(encoding="utf-8")


def asked(
    server: Server,
    path: str,
    method: str = "GET",
    body: bytes | None = None,
    address: str = ELSEWHERE,
    **headers: str,
) -> tuple[HTTPResponse, bytes]:
    """The answer to a path as it stands: no client tidies it up first."""
    with closing(HTTPConnection(urlsplit(server.url).netloc, timeout=10)) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(method, path, body, {"X-Forwarded-For": address, **headers})
        with closing(connection.getresponse()) as response:
            return response, response.read()


@pytest.mark.parametrize(
    "name",
    [
        "../server.py",
        "..%2fserver.py",
        "%2e%2e/%2e%2e/server.py",
        "..\\server.py",
        "..%5cserver.py",
        "....//server.py",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "canvas.js%00.py",
        "canvas.js/",
        "canvas.js/..%2f..%2fserver.py",
        "page.py",
        "%ff%fe",
        "C:%5cWindows%5cwin.ini",
        "x" * 5_000,
        "",
    ],
)
@pytest.mark.parametrize("folder", ["now", "other", "%2e%2e"])
def test_no_trick_leads_out_of_the_assets(server: Server, folder: str, name: str) -> None:
    digest = assets.digest() if folder == "now" else folder
    response, said = asked(server, f"/iceberg-assets/{digest}/{name}")
    # Where no route of ours takes a path, Streamlit answers with its own page, or leads there.
    is_elsewhere = response.status == 301 or b"<title>Streamlit</title>" in said
    assert response.status in (400, 404) or is_elsewhere
    assert not response.headers.get("Location", "").startswith(("http", "//"))
    assert b"Traceback" not in said
    assert b"def " not in said
    assert b"root:" not in said


def test_what_is_named_is_served_as_what_it_is(server: Server) -> None:
    response, said = asked(server, f"/iceberg-assets/{assets.digest()}/phone.js")
    assert response.status == 200
    assert said == assets.ASSETS["phone.js"].path.read_bytes()
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/join", "/join?canvas=<script>", "/join?x=" + "y" * 5_000])
def test_the_page_for_phones_repeats_nothing_that_was_asked(server: Server, path: str) -> None:
    response, said = asked(server, path)
    assert (response.status, said) == (200, asked(server, "/join")[1])
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", [CODE + "/..%2f", CODE + "/x", "/join%2fcode", "/join/../join"])
def test_paths_beside_the_ones_that_are_there_open_nothing(server: Server, path: str) -> None:
    response, said = asked(server, path, "POST", b'{"code": "AAAAAA"}')
    assert response.status in (400, 404, 405)
    assert b"token" not in said


BODIES = [
    b"",
    b"nonsense",
    b"[]",
    b"null",
    b"7",
    b'{"code": null}',
    b'{"code": ["AAAAAA"]}',
    b'{"code": {"code": {"code": 1}}}',
    b'{"code": "\\ud800"}',
    b'{"code": "a\\u0000b"}',
    '{"code": "\u202eAAAAAA"}'.encode(),
    b'{"code": "' + b"A" * 900 + b'"}',
    b'{"code": "' + b"A" * 5_000_000 + b'"}',
    b"[" * 900,
    b'{"code": ' * 100,
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:24]))
def test_whatever_is_no_code_opens_no_door_and_is_told_so(server: Server, body: bytes) -> None:
    response, said = asked(server, CODE, "POST", body, f"192.0.2.{BODIES.index(body)}")
    assert response.status == 404
    assert json.loads(said)["sentence"].startswith(NO_DOOR)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_ways_to_ask_are_not_allowed(server: Server, method: str) -> None:
    assert asked(server, CODE, method)[0].status == 405


def test_pages_of_other_sites_reach_no_route_that_does_anything(server: Server) -> None:
    for path in ("/iceberg-live", "/_stcore/stream"):
        with pytest.raises(InvalidStatus, match="403"):
            connect(server.url.replace("http", "ws") + path, origin=Origin(FOREIGN)).__enter__()
    for method, path in (("POST", CODE), ("PUT", "/_stcore/upload_file/a/b")):
        assert asked(server, path, method, b"{}", Origin=FOREIGN)[0].status == 403


@pytest.mark.parametrize(
    "path", ["/", "/join", "/_stcore/health", "/media/x.png", "/iceberg-assets/x/phone.js"]
)
def test_pages_of_other_sites_may_read_nothing(server: Server, path: str) -> None:
    headers = asked(server, path, Origin=FOREIGN)[0].headers
    assert not [name for name in headers if name.lower().startswith("access-control-allow")]


def test_codes_cannot_be_tried_without_end(server: Server) -> None:
    tries = [asked(server, CODE, "POST", b'{"code": "A"}', "198.51.100.9") for _ in range(11)]
    assert [response.status for response, _ in tries] == [404] * 10 + [429]
    assert json.loads(tries[-1][1])["sentence"].startswith("There have been too many tries")


@pytest.mark.parametrize("path", ["/iceberg-live", "/_stcore/stream"])
@pytest.mark.parametrize("frame", ["nonsense", b"\xff\xff\xff", None])
def test_nonsense_over_websockets_leaves_no_traceback(
    server: Server, path: str, frame: str | bytes | None
) -> None:
    with connect(server.url.replace("http", "ws") + path) as page:
        if frame is None:
            page.socket.sendall(Frame(Opcode.TEXT, b"\xff\xfe").serialize(mask=True))
        else:
            page.send(frame)
        with suppress(ConnectionClosed, TimeoutError):
            while True:
                page.recv(1)
    assert asked(server, "/_stcore/health")[0].status == 200
