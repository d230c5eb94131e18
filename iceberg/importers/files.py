"""A file that somebody brings: its bytes, and once each its text and its JSON."""

from __future__ import annotations

import codecs
from functools import cached_property
from typing import Any, Final

from charset_normalizer import from_bytes

from iceberg.errors import BadInputError
from iceberg.importers.json_text import read_json
from iceberg.importers.limits import MAP_BYTES, PLAIN_CHARACTERS
from iceberg.importers.maps import Remark
from iceberg.importers.refusing import refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED: Final = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "mac_roman",
    "shift_jis",
    "gb18030",
    "big5",
    "euc_kr",
]
"""What spreadsheets write; the rarer ones would only be wrong guesses."""
_SAMPLE: Final = 40_000
"""Bytes from which an encoding is guessed; more would take seconds."""


class MapFile:
    """A file's name and content. Raises `BadInputError` for one that is empty or too large."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data
        if not data.strip(b"\0 \t\r\n"):
            raise refused("The file is empty.", "Choose a file with a map in it.")
        if len(data) > MAP_BYTES:
            what = f"The file is larger than {MAP_BYTES // 1_000_000} MB, the most that is read."
            raise refused(what, "Take out pictures and history, or a part of the map.")

    def is_called(self, *extensions: str) -> bool:
        """Whether the name ends so, in any case."""
        return self.name.lower().endswith(extensions)

    @property
    def text(self) -> str:
        """The content as text, without a byte order mark."""
        return self._decoded[0]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """That the text was in another encoding than UTF-8, and in which."""
        encoding = self._decoded[1]
        return () if encoding.startswith("utf-8") else (Remark("encoding", encoding),)

    @property
    def plain_text(self) -> str:
        """The text of a format that has little beside its cards. Raises for one that is longer."""
        if len(self.text) > PLAIN_CHARACTERS:
            what = (
                f"The text is longer than {PLAIN_CHARACTERS:,} characters, the most that is read."
            )
            raise refused(what, "Take a part of the map.")
        return self.text

    @cached_property
    def json(self) -> Any:
        """The value that the text holds as JSON. Raises `BadInputError` as `read_json` does."""
        return read_json(self.text, kind="file with a map in it")

    @cached_property
    def json_or_none(self) -> Any:
        """The same, or None where the text is not JSON."""
        if not self.text.lstrip().startswith(("{", "[")):
            return None
        try:
            return self.json
        except BadInputError:
            return None

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        for mark, encoding in _MARKS:
            if self.data.startswith(mark):
                return self.data.decode(encoding, "replace").removeprefix("\ufeff"), encoding
        guessed = _wide(self.data[:_SAMPLE])
        if guessed is None:
            try:
                return self.data.decode("utf-8"), "utf-8"
            except UnicodeDecodeError:
                guessed = _guessed(self.data[:_SAMPLE])
        return self.data.decode(guessed, "replace"), guessed.replace("_", "-")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of most scripts' texts is zero."""
    late, early = sample[1::2].count(0), sample[0::2].count(0)
    if max(late, early) * 6 < len(sample):
        return None
    return "utf-16-le" if late >= early else "utf-16-be"


def _guessed(sample: bytes) -> str:
    best = from_bytes(sample, cp_isolation=_GUESSED).best()
    if best is None or "cp1252" in best.could_be_from_charset:
        return "cp1252"
    return best.encoding
