"""Files changed at random: in their bytes, or in what their JSON, XML or sheets say."""

from __future__ import annotations

import io
import json
import re
import zipfile
from random import Random
from typing import Any, Final

from iceberg.importers.lz_text import unpacked
from tests.importers.lz import packed

PIECES: Final = (
    b"\0",
    b"\xff\xfe",
    b'"',
    b"{",
    b"[[[[",
    b"}",
    b"<",
    b"</a>",
    b"&amp;",
    b"]]>",
    b"<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    b"9" * 400,
    b"-1e999",
    b"NaN",
    b"null",
    b"true",
    b"\\ud800",
    b"\\",
    b"%ff%",
    b"=cmd|' /C calc'!A0",
    b"\r",
    b"\n\n\n",
    b";",
    b"|",
    b"../../x",
    "é漢🏠\u202e".encode(),
    b"label",
    b"from",
    b"id",
)
VALUES: Final = (
    None,
    True,
    0,
    -1,
    10**40,
    1e308,
    -0.0,
    "",
    " ",
    "x" * 5_000,
    "\0\ud800",
    "-1e999",
    "∞",
    [],
    {},
    [[[]]],
    {"a": {}},
    {"ops": [{"insert": 7}]},
    "events",
    "-+",
)
CELLS: Final = (
    b"",
    b" ",
    b"9" * 400,
    b"1e999",
    b"-1",
    b"0.5",
    b"x" * 5_000,
    b"_x0000_",
    b"_xD800_",
    b"'=1+1",
    b"a|b|c",
    b"\\|",
    "−".encode(),
    "é漢🏠\u202e".encode(),
    b"yes",
    b"2026-06-24",
    b"9999-99-99",
    b"events",
    b"Place",
    b"place",
    b"c0",
    b"c1",
    b"l0",
    b"Id",
    b"Card",
    b"above",
    b"holds",
    b"gap:c0",
)
_XML_VALUE: Final = rb'(?<=[">])[^<>"=]+(?=[<"])'


def mangled(random: Random, name: str, data: bytes) -> bytes:
    """The file with some changes; half of them leave its syntax whole."""
    if random.random() < 0.5:
        return _bytes(random, data)
    if data.startswith(b"PK"):
        return _book(random, data)
    if name.startswith("packed"):
        return packed(_json(random, unpacked(data.decode()))).encode()
    if data.startswith((b"{", b"[")):
        return _json(random, data.decode()).encode("utf-8", "surrogatepass")
    return _words(random, data)


def _bytes(random: Random, data: bytes) -> bytes:
    """One to six pieces cut, doubled, replaced or put in, or the rest of the file gone."""
    found = bytearray(data)
    for _ in range(random.randint(1, 6)):
        start, end = sorted(random.randrange(len(found) + 1) for _ in "12")
        end = min(end, start + random.choice([1, 4, 40, 400]))
        match random.randrange(6):
            case 0:
                found[start:end] = b""
            case 1:
                found[start:start] = found[start:end]
            case 2:
                found[start:end] = random.choice(PIECES)
            case 3:
                found[start:start] = random.choice(PIECES)
            case 4:
                found[start:end] = random.randbytes(end - start)
            case _:
                found = found[: max(start, 1)]
    return bytes(found)


def _json(random: Random, text: str) -> str:
    """The same JSON with some values replaced, taken out or doubled."""
    return json.dumps(_value(random, json.loads(text)))


def _value(random: Random, value: Any) -> Any:
    if random.random() < 0.03:
        return random.choice(VALUES)
    if isinstance(value, dict):
        kept = [pair for pair in value.items() if random.random() > 0.03]
        return {key: _value(random, one) for key, one in kept}
    if isinstance(value, list):
        times = [random.choices((0, 1, 2), (1, 30, 1))[0] for _ in value]
        return [_value(random, one) for one, n in zip(value, times, strict=True) for _ in range(n)]
    return value


def _words(random: Random, data: bytes) -> bytes:
    """Some words of a text replaced by odd ones, so that XML, DOT and tables stay what they are."""

    def odd(found: re.Match[bytes]) -> bytes:
        if random.random() > 0.05:
            return found[0]
        return random.choice([b"", b"x" * 400, b"9" * 400, b"-1e999", b"n0", b"1", "é".encode()])

    return re.sub(_XML_VALUE if data.lstrip().startswith(b"<") else rb"[\w.]+", odd, data)


def _book(random: Random, data: bytes) -> bytes:
    """A workbook with one to three of its parts changed within a whole archive, or taken out."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        sheets = [name for name in old.namelist() if "worksheets" in name]
        spoiled = set(random.choices(sheets, k=random.randint(1, 3)))
        spoiled |= {random.choice(old.namelist())} if random.random() < 0.2 else set()
        for name in old.namelist():
            content = old.read(name)
            if name in spoiled:
                content = random.choice([_cells, _cells, _cells, _words, _bytes])(random, content)
            if name not in spoiled or random.random() > 0.03:
                new.writestr(name, content)
    return written.getvalue()


def _cells(random: Random, data: bytes) -> bytes:
    """A sheet with some of its cells' texts and figures replaced, so that it stays a sheet."""

    def odd(found: re.Match[bytes]) -> bytes:
        return random.choice(CELLS) if random.random() < 0.04 else found[0]

    return re.sub(rb"(?<=>)[^<>]+(?=</(?:t|v)>)", odd, data)
