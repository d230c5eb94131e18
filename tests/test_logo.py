"""What may be a logo: a small PNG or a drawing in SVG, by content, and nothing that does more."""

from __future__ import annotations

import base64
import contextlib
import json
import struct
import zlib
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from iceberg.errors import BadInputError
from iceberg.model import LOGO_LIMIT, Logo, logo_from, problems_of
from iceberg.model.svg_logo import clean_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {}>{}</svg>'


def svg(inside: str, box: str = 'viewBox="0 0 40 20"') -> bytes:
    return SVG.format(box, inside).encode()


def png(width: int = 30, height: int = 10, pixels: bytes | None = None) -> bytes:
    rows = pixels if pixels is not None else (b"\0" + b"\x0f\x75\x65" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(rows)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def drawn(content: bytes) -> str:
    return logo_from(content).content.decode()


def test_a_png_is_kept_as_it_is() -> None:
    logo = logo_from(png(), "A plate")
    assert (logo.kind, logo.content, logo.mime) == ("png", png(), "image/png")
    assert logo.width_to_height == 3.0


def test_an_svg_keeps_what_draws() -> None:
    inside = '<style>.a{fill:#123456}</style><g id="p"><path class="a" d="M0 0h9v9z"/></g>'
    logo = logo_from(svg(inside + '<use x:href="#p" x="12"/>'))
    root = Xml.fromstring(logo.content)
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert names == ["svg", "style", "g", "path", "use"]
    assert root[-1].get("href") == "#p"
    assert (logo.kind, logo.width_to_height) == ("svg", 2.0)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>",
        '<rect width="9" height="9" onload="alert(1)"/>',
        '<use href="https://example.org/a.svg#b"/>',
        '<use x:href="file:///etc/passwd"/>',
        '<image href="https://example.org/a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>',
        "<style>@import url(https://example.org/a.css);</style>",
        "<style>.a{fill:url( 'https://example.org/a#b')}</style>",
        r"<style>.a{fill:u\72l(https://example.org/a)}</style>",
        '<rect width="9" height="9" style="background:url(//example.org)"/>',
        '<rect width="9" height="9" fill="url(https://example.org/#a)"/>',
        '<animate attributeName="href" to="https://example.org"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        '<other xmlns="urn:other"><script>alert(1)</script></other>',
    ],
)
def test_what_runs_or_loads_is_taken_out(inside: str) -> None:
    kept = drawn(svg(f'{inside}<circle r="4"/>'))
    for danger in (
        "example.org",
        "alert",
        "passwd",
        "base64",
        "foreignObject",
        "script",
        "@",
        "on",
    ):
        assert danger not in kept.replace("version", "").replace("encoding", "")
    assert "circle" in kept


ENTITIES = b"""<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&b;</text></svg>"""


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a plain SVG file"),
        (b"GIF89a\x01\x00", "not a plain SVG file"),
        (b"<html><body>x</body></html>", "not an SVG file"),
        (ENTITIES, "not a plain SVG file"),
        (svg("<g/>" * 6_000), "too many shapes"),
        (svg("<g>" * 60 + "</g>" * 60), "too many shapes"),
        (svg("<g/>", box=""), "how large it is"),
        (svg("<g/>", box='viewBox="0 0 1000 1"'), "far longer one way"),
        (svg(f"<desc>{'x' * LOGO_LIMIT}</desc>"), "larger than 200 kB"),
        (svg('<text y="9"><tspan>Our Trust</tspan></text>'), "save them as outlines"),
        (png()[:-6], "damaged"),
        (png() + b"more", "damaged"),
        (png().replace(b"IDAT", b"IDAU"), "damaged"),
        (png(30_000, 30_000, b""), "more than 4 million pixels"),
        (png(0, 9, b""), "more than 4 million pixels"),
    ],
)
def test_other_files_are_refused_in_a_sentence(content: bytes, why: str) -> None:
    with pytest.raises(BadInputError) as caught:
        logo_from(content)
    assert why in str(caught.value)
    assert "Choose a PNG or SVG of at most 200 kB." in str(caught.value)


def test_an_svg_may_say_what_it_is() -> None:
    logo = logo_from(svg('<title>Our Trust</title><circle r="4"/><text> </text>'))
    assert "Our Trust" in logo.content.decode()


def test_a_canvas_file_cannot_bring_in_a_logo_that_was_not_cleaned() -> None:
    given_by_hand = svg('<script>alert(1)</script><circle r="4"/>')
    data = {"kind": "svg", "data": base64.b64encode(given_by_hand).decode()}
    with pytest.raises(ValidationError) as caught:
        Logo.model_validate_json(json.dumps(data))
    [problem] = problems_of(caught.value)
    assert "has not been cleaned" in str(problem)


def test_a_logo_must_be_of_the_kind_that_it_says() -> None:
    good = logo_from(png())
    with pytest.raises(ValidationError):
        Logo(kind="svg", data=good.data)
    with pytest.raises(ValidationError):
        Logo(kind="png", data="no base64!")


@given(st.recursive(st.text("ab<>&\"'=/:", max_size=12), lambda x: x.map("<g>{}</g>".format)))
def test_cleaning_again_changes_nothing(inside: str) -> None:
    try:
        once = clean_svg(svg(inside))
    except ValueError:
        return
    assert clean_svg(once) == once


@given(st.binary(max_size=200))
def test_any_bytes_are_a_logo_or_refused(content: bytes) -> None:
    for tried in (content, png() + content, png()[:20] + content):
        with contextlib.suppress(BadInputError):
            assert len(logo_from(tried).content) <= LOGO_LIMIT


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            '<path id="g0" d="M0 0h9v9z"/>',
            '<g id="g{n}"><use href="#g{m}"/><use href="#g{m}"/></g>',
        ),
        (
            '<pattern id="g0"/>',
            '<pattern id="g{n}"><path fill="url(#g{m})"/><path fill="url(#g{m})"/></pattern>',
        ),
        ('<g id="g0"/>', '<g id="g{n}"><use href="#g{n}"/></g>'),
        ('<g id="g0"/>', '<g id="g{n}"><use href="#g{m}"/></g>'),
    ],
)
def test_a_few_lines_cannot_ask_for_billions_of_shapes(first: str, again: str) -> None:
    lines = "".join(again.format(n=n, m=n - 1) for n in range(1, 400))
    with pytest.raises(BadInputError, match="too often"):
        logo_from(svg(f'<defs>{first}{lines}</defs><use href="#g399"/>'))


def test_shapes_may_be_repeated_as_logos_do() -> None:
    petals = "".join(f'<use href="#petal" x="{n}" fill="url(#g)"/>' for n in range(99))
    defs = (
        '<defs><path id="petal" d="M0 0h1"/><linearGradient id="g"><stop/></linearGradient></defs>'
    )
    assert drawn(svg(defs + petals)).count("<use") == 99
