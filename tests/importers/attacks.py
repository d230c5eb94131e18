"""Files that nobody should bring, by name: what is in them, and what is said of them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from iceberg.exporters import export
from tests.exporters.everything import everything
from tests.importers.test_xlsx import KUMU, with_part, workbook

LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
)
SECRET = "root:x:0:0"
BOMB = Path(__file__).with_name("bomb.prsm")
"""Twenty-one million letters, as PRSM packs them: fifteen kilobytes, which take long to make."""
TABLE = "Label,Note\nWohnungsnot wächst,überall\nMüll auf der Straße,täglich\n"
Bytes = Callable[[], bytes]


@dataclass(frozen=True)
class Attack:
    """A file's name, what makes it, and a word of the refusal; "" where it is read instead."""

    name: str
    make: Bytes
    said: str = ""


def xml_of(doctype: str, text: str) -> bytes:
    nodes = f'<graph><node id="a"><data key="d">{text}</data></node></graph>'
    return f"<?xml version='1.0'?>{doctype}<graphml>{nodes}</graphml>".encode()


def nested_zip() -> bytes:
    inner = with_part(KUMU, "xl/worksheets/sheet9.xml", b"0" * 9_000_000)
    for _ in range(3):
        inner = with_part(KUMU, "xl/embeddings/book.xlsx", inner)
    return inner


def overlapping_zip() -> bytes:
    """Thousands of parts, each of which unpacks to a lot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3_000):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", b"0" * 5_000)
    return out.getvalue()


def many_sheets() -> bytes:
    """Ten sheets, each of which is small enough, that take long together."""
    rows = "<row>" + "<c><v>7</v></c>" * 8 + "</row>"
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(**{f"S{n}": [("Text",)] for n in range(10)}))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            told = old.read(name).decode()
            if "worksheets" in name:
                # Figures that differ, or it would be packed as tightly as a bomb.
                body = "".join(rows.replace("7", str(n * n * 7 % 99_991)) for n in range(12_500))
                told = re.sub("<sheetData>.*</sheetData>", f"<sheetData>{body}</sheetData>", told)
            new.writestr(name, told)
    return out.getvalue()


def our_book_grown() -> bytes:
    """A workbook of ours in which one sheet has a hundred thousand rows."""
    data, out = export(everything(1), ".xlsx").data, io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            told = old.read(name).decode()
            if name.endswith("sheet6.xml"):
                body = "".join(f"<row><c><v>{n}</v></c></row>" for n in range(100_000))
                told = told.replace("</sheetData>", f"{body}</sheetData>")
            new.writestr(name, told)
    return out.getvalue()


def climbing() -> bytes:
    data = with_part(KUMU, "../../../../tmp/climbed.txt", b"x")
    return with_part(data, "/etc/climbed.txt", b"x")


def mangled_dates() -> bytes:
    """What Excel makes of “May-25” and “1/2”: a date, which nobody can turn back."""
    return workbook(Cards=[("Text", "Note"), (dt.datetime(2025, 5, 1), "was May-25"), ("Kept", "")])


def big_zip(data: bytes, name: str, size: int) -> bytes:
    return with_part(data, name, b" " * size)


def deep(opening: str, count: int) -> Bytes:
    return lambda: (opening * count).encode()


def attributes(before: str, count: int, after: str, zipped: str = "") -> Bytes:
    """An element with so many attributes; ``zipped`` is the part of a workbook that it is."""

    def make() -> bytes:
        data = (before + " ".join(f'a{n}="{n}"' for n in range(count)) + after).encode()
        return instead(KUMU, zipped, data) if zipped else data

    return make


def elements(outer: str, inner: str, count: int) -> Bytes:
    return lambda: f"<{outer}>{inner * count}</{outer}>".encode()


def instead(data: bytes, name: str, content: bytes) -> bytes:
    """An archive with one of its parts replaced."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return written.getvalue()


def bloated_styles() -> bytes:
    styles = "".join(f'<xf numFmtId="{n * 7919 % 391}" fontId="0"/>' for n in range(600_000))
    return instead(KUMU, "xl/styles.xml", f"<styleSheet>{styles}</styleSheet>".encode())


def one_element() -> bytes:
    """A Kumu element with half a million attributes."""
    names = ",".join(f'"k{n}":"v"' for n in range(500_000))
    return f'{{"elements":[{{"label":"E","attributes":{{{names}}}}}]}}'.encode()


def many_relationships() -> bytes:
    links = ",".join(f'{{"id":"{n}","influence":"0.5"}}' for n in range(120))
    concepts = (f'{{"id":"{n}","name":"n","relationships":[{links}]}}' for n in range(1_500))
    return f'{{"concepts":[{",".join(concepts)}]}}'.encode()


def wordy(card: str, head: str, between: str, tail: str) -> Bytes:
    """A full canvas of cards that each say the same at length."""
    return lambda: (head + between.join([card] * 1_500) + tail).encode()


ATTACKS: dict[str, Attack] = {
    "empty": Attack("map.csv", lambda: b"", "empty"),
    "only spaces and NULs": Attack("map.prsm", lambda: b" \0" * 4_000_000, "empty"),
    "cut off JSON": Attack("map.prsm", lambda: b'{"nodes": [{"id": "a', "not JSON"),
    "cut off XML": Attack("map.graphml", lambda: b"<graphml><graph><node", "not XML"),
    "cut off workbook": Attack("book.xlsx", lambda: KUMU[: len(KUMU) // 2], "broken"),
    "workbook called CSV": Attack("map.csv", lambda: KUMU),
    "CSV called workbook": Attack("map.xlsx", TABLE.encode),
    "picture called a map": Attack(
        "map.prsm", lambda: b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 9_000, ""
    ),
    "50 MB of CSV": Attack("map.csv", lambda: b"Text\n" + b"a card\n" * 7_200_000, "10 MB"),
    "50 MB of NULs": Attack("map.xlsx", lambda: b"PK\3\4" + bytes(50_000_000), "10 MB"),
    "50 MB of JSON": Attack("map.json", lambda: b"[" + b"0," * 25_000_000, "10 MB"),
    "100,000 rows": Attack("map.csv", lambda: b"Text\n" + b"a card\n" * 100_000, "13,000 rows"),
    "100,000 rows in a workbook": Attack(
        "map.xlsx",
        lambda: workbook(Cards=[("Text",), *(("a card",) for _ in range(100_000))]),
        "13,000 rows",
    ),
    "50 MB of XML": Attack("map.graphml", lambda: b"<graphml>" + b"<a>x</a>" * 6_300_000, "10 MB"),
    "many sheets": Attack("map.xlsx", many_sheets, "320,000 cells"),
    "our workbook with 100,000 rows": Attack("ours.xlsx", our_book_grown, "13,000 rows"),
    "our workbook cut off": Attack(
        "ours.xlsx", lambda: export(everything(1), ".xlsx").data[:9_000], "broken"
    ),
    "our workbook with a bomb": Attack(
        "ours.xlsx",
        lambda: big_zip(
            export(everything(1), ".xlsx").data, "xl/worksheets/sheet99.xml", 59_000_000
        ),
        "unpacks to far more",
    ),
    "our CSV with 100,000 rows": Attack(
        "ours.csv",
        lambda: export(everything(1), ".csv").data + b"x1,place,events,A card\n" * 100_000,
        "13,000 rows",
    ),
    "deep canvas file": Attack(
        "ours.iceberg.json", lambda: b'{"schema":1,"layers":' + b"[" * 900_000, "deep"
    ),
    "zip bomb": Attack(
        "map.xlsx",
        lambda: big_zip(KUMU, "xl/worksheets/sheet9.xml", 59_000_000),
        "unpacks to far more",
    ),
    "zip of zips": Attack("map.xlsx", nested_zip),
    "zip of thousands": Attack("map.xlsx", overlapping_zip, "unpacks to far more"),
    "packed bomb": Attack("map.prsm", BOMB.read_bytes, "far more"),
    "billion laughs": Attack(
        "map.graphml", lambda: xml_of(f"<!DOCTYPE g [{LAUGHS}]>", "&l9;"), "entities"
    ),
    "quadratic blow-up": Attack(
        "map.gexf",
        lambda: xml_of(f'<!DOCTYPE g [<!ENTITY a "{"a" * 100_000}">]>', "&a;" * 100_000),
        "entities",
    ),
    "external entity": Attack(
        "map.mmp",
        lambda: xml_of('<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;").replace(
            b"graphml", b"mentalmodeler"
        ),
        "entities",
    ),
    "external DTD": Attack(
        "map.graphml",
        lambda: xml_of('<!DOCTYPE g SYSTEM "http://127.0.0.1:9/x.dtd">', "a"),
        "entities",
    ),
    "laughs in a workbook": Attack(
        "map.xlsx",
        lambda: with_part(KUMU, "xl/x.xml", f"<!DOCTYPE g [{LAUGHS}]><g>&l9;</g>".encode()),
        "XML entities",
    ),
    "deep XML": Attack("map.graphml", deep("<a>", 1_000_000), "deep"),
    "deep JSON list": Attack("map.json", deep("[", 9_000_000), "deep"),
    "deep JSON object": Attack("map.json", deep('{"a":', 600_000), "deep"),
    "formulas in CSV": Attack("map.csv", lambda: b"Text,Note\n=cmd|' /C calc'!A0,=1+1\n"),
    "formulas in a workbook": Attack(
        "map.xlsx", lambda: workbook(Cards=[("Text", "Note"), ("Kept", "=HYPERLINK(1)")])
    ),
    "macros": Attack("map.xlsm", lambda: with_part(KUMU, "xl/vbaProject.bin", b"Sub Auto_Open()")),
    "path names": Attack("map.xlsx", climbing),
    "NUL bytes": Attack("map.csv", lambda: b"Text,Note\nA\0 card,\0\0b\n"),
    "latin-1": Attack("map.csv", lambda: TABLE.encode("latin-1")),
    "UTF-16": Attack("map.csv", lambda: TABLE.encode("utf-16")),
    "UTF-16 without a mark": Attack("map.csv", lambda: TABLE.encode("utf-16-be")),
    "UTF-16 cut in a letter": Attack("map.csv", lambda: TABLE.encode("utf-16")[:-1]),
    "UTF-7 and noise": Attack("map.csv", lambda: b"Text,Note\n+ADw-script+AD4-,\xff\xfe\xfa\n"),
    "dates that Excel made": Attack("map.xlsx", mangled_dates),
    "a number without end": Attack(
        "map.json", lambda: b'{"elements":[{"label":' + b"9" * 5_000_000 + b"}]}"
    ),
    "a regex's worst": Attack("map.md", lambda: b"# " + b"**a" * 600_000),
    "quotes without end": Attack("map.csv", lambda: b'Text,Note\n"' + b'""' * 3_000_000, "not CSV"),
    "attributes of XML": Attack("map.gexf", attributes("<gexf ", 500_000, "/>"), "far more parts"),
    "attributes of a row": Attack(
        "map.xlsx",
        attributes("<worksheet><row ", 900_000, "/></worksheet>", "xl/worksheets/sheet1.xml"),
        "far larger than in any table",
    ),
    "elements of GraphML": Attack(
        "map.graphml", elements("graphml", "<a/>", 2_400_000), "far more parts"
    ),
    "elements of a model": Attack(
        "map.mmp", elements("mentalmodeler", "<a/>", 2_400_000), "far more parts"
    ),
    "bloated styles": Attack("map.xlsx", bloated_styles, "far larger than in any table"),
    "many lists": Attack("map.json", lambda: b"[" + b"[]," * 3_000_000 + b"[]]", "far more parts"),
    "many relationships": Attack("map.mmp", many_relationships, "180,000 links"),
    "one element": Attack("map.json", one_element),
    "an address of brackets": Attack(
        "map.txt",
        lambda: b"https://ncase.me/loopy/?data=" + b"%5B" * 2_000_000,
        "longer than 2,000,000",
    ),
    "long labels": Attack(
        "map.prsm",
        wordy(f'{{"label":"{"policy trust " * 350}"}}', '{"nodes":[', ",", '],"edges":[]}'),
    ),
    "tags by the hundred": Attack(
        "map.csv", wordy(f"{'x y ' * 900},{'tag|' * 300}", "Label,Tags\n", "\n", "\n")
    ),
}
