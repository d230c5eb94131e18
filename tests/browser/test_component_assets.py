"""The files that the picture loads: their types, how long they are kept, what is never served."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import expect

from iceberg.ui import assets
from tests.browser.conftest import Watched, serving

SCRIPT = Path(__file__).with_name("component_app.py")
BASE = "work/shop"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app below a path of its own."""
    options = ("--server.baseUrlPath", BASE)
    with serving(SCRIPT, tmp_path_factory.mktemp("assets"), *options) as address:
        yield address


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def address_of(url: str, name: str, digest: str | None = None) -> str:
    return f"{url}/iceberg-assets/{digest or assets.digest()}/{name}"


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("canvas.js", "text/javascript; charset=utf-8"),
        ("vis-network.min.js", "text/javascript; charset=utf-8"),
        ("canvas.css", "text/css; charset=utf-8"),
        ("SourceSans3-Regular.ttf", "font/ttf"),
    ],
)
def test_an_asset_has_its_type_and_is_kept_for_ever(url: str, name: str, mime: str) -> None:
    status, headers, body = ask(address_of(url, name))
    assert (status, headers["content-type"]) == (200, mime)
    assert "immutable" in headers["cache-control"]
    assert body == assets.ASSETS[name].path.read_bytes()


def test_an_asset_that_the_browser_has_is_not_sent_again(url: str) -> None:
    _, headers, _ = ask(address_of(url, "canvas.js"))
    again = ask(address_of(url, "canvas.js"), **{"If-None-Match": headers["etag"]})
    other = ask(address_of(url, "canvas.js"), **{"If-None-Match": '"other"'})
    assert (again[0], other[0]) == (304, 200)


def test_an_address_from_an_older_version_is_answered_but_not_kept(url: str) -> None:
    status, headers, _ = ask(address_of(url, "canvas.js", "0123456789abcdef"))
    assert (status, headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "name",
    ["view.py", "../server.py", "..%2fserver.py", "%2e%2e/%2e%2e/server.py", "%2fetc%2fpasswd"],
)
def test_nothing_else_is_served(url: str, name: str) -> None:
    status, _, body = ask(address_of(url, name))
    served = status == 200 and b"<!DOCTYPE html>" not in body
    assert not served, f"{name} was served"


@pytest.mark.browser
def test_the_picture_is_drawn_below_a_path(watched: Callable[..., Watched], url: str) -> None:
    seen = watched(url)
    expect(seen.page.locator(".board")).to_have_attribute("data-revision", "1", timeout=30_000)
    loaded = [address for address in seen.requests if "/iceberg-assets/" in address]
    assert loaded
    assert all(f"/{BASE}/iceberg-assets/" in address for address in loaded)
    assert seen.elsewhere() == []
