"""Who sends an edit, under which number, and what they knew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iceberg.errors import EditRefusedError
from iceberg.model import clean_text
from iceberg.workshop import wording

_AUTHOR_LIMIT: Final = 80
_CLIENT_LIMIT: Final = 64
_SEQ_LIMIT: Final = 2**31


def is_client(name: str) -> bool:
    """Whether edits can be kept under this name: 1–64 printable ASCII characters."""
    return name.isascii() and name.isprintable() and 0 < len(name) <= _CLIENT_LIMIT


@dataclass(frozen=True, slots=True)
class Sender:
    """An open page, the number of its edit if it counts them, and the person's name if known.

    ``seen`` is the revision that the page had come to, if it says so.
    """

    client: str
    client_seq: int | None
    author: str | None
    seen: int | None = None

    @property
    def name(self) -> str | None:
        """The author as it is kept: tidy, and not too long."""
        return clean_text(self.author or "")[:_AUTHOR_LIMIT] or None

    def check(self) -> None:
        """Raise EditRefusedError where edits cannot be kept under this client and number."""
        is_counted = self.client_seq is None or 0 <= self.client_seq < _SEQ_LIMIT
        if not (is_client(self.client) and is_counted):
            raise EditRefusedError(wording.BAD_CLIENT)
