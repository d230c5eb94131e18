"""Whom this server lets in: everybody alone on this computer, or those who bring a link."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from iceberg.errors import BadInputError, Problem
from iceberg.meeting.roles import Role

SHARED: Final = "ICEBERG_SHARED"
"""The environment variable that says whether others are served too: then links are asked for."""
KEY: Final = "ICEBERG_KEY"
"""The environment variable with the secret that all links are made with."""
_KEY_FILE: Final = "key"
_KEY_BYTES: Final = 32
KEY_LENGTH: Final = 22
"""Characters of a given key at least: fewer cannot hold 128 bits, and whoever has one link could
find the key by trying, and with it every other link."""
_TOKEN_BYTES: Final = 24
"""192 bits: nobody finds one by trying."""
CODE_LETTERS: Final = "2345679ACDEFGHJKMNPQRTUVWXYZ"
"""What can be read aloud and typed without mistaking one for another."""
CODE_LENGTH: Final = 6
"""28^6 are half a billion codes; with 100 tries a minute in all and codes that live for hours, the
chance to hit one of a hundred open doors within two hours is below one in four hundred."""


@dataclass(frozen=True, slots=True)
class Access:
    """How one gets in. ``key`` is kept outside the store, which holds hashes only.

    Tokens are made from it (HMAC-SHA-256, RFC 2104), so that a facilitator can be shown a link
    again without its being kept anywhere.
    """

    key: bytes
    is_shared: bool = False

    def token(self, canvas_id: str, role: Role, number: int) -> str:
        """The token of the ``number``-th link of a role: 32 URL-safe characters."""
        made = self._made(f"link/{canvas_id}/{role}/{number}")[:_TOKEN_BYTES]
        return base64.urlsafe_b64encode(made).decode()

    def code(self, canvas_id: str, number: int) -> str:
        """The ``number``-th short code of a canvas."""
        made = int.from_bytes(self._made(f"door/{canvas_id}/{number}"))
        letters = []
        for _ in range(CODE_LENGTH):
            made, at = divmod(made, len(CODE_LETTERS))
            letters.append(CODE_LETTERS[at])
        return "".join(letters)

    def code_proof(self, code: str) -> str:
        """What a code is kept as: short as it is, it could be found from a plain hash."""
        return self._made(f"code/{code}").hex()

    @property
    def host_token(self) -> str:
        """What the one who started the server shows, to see and open every canvas."""
        return base64.urlsafe_b64encode(self._made("host")[:_TOKEN_BYTES]).decode()

    def is_host(self, token: str) -> bool:
        """Whether this is the host's token."""
        return hmac.compare_digest(token.encode(), self.host_token.encode())

    def _made(self, what: str) -> bytes:
        return hmac.digest(self.key, what.encode(), "sha256")


def proof_of(token: str) -> str:
    """The SHA-256 of a token in hexadecimal; nobody can guess a token of this length from it."""
    return hashlib.sha256(token.encode()).hexdigest()


def spelled(code: str) -> str:
    """A code as somebody may have typed it, in the letters that codes are made of."""
    kept = "".join(letter for letter in code.upper() if letter.isalnum())
    return kept.translate(str.maketrans("0O1ILSB8", "QQ777566"))[:CODE_LENGTH]


def access_from(environment: Mapping[str, str], folder: Path) -> Access:
    """The access that the environment asks for; without a key there, the one kept in a folder."""
    given = environment.get(KEY, "")
    key = hashlib.sha256(given.encode()).digest() if given else _kept_key(folder / _KEY_FILE)
    return Access(key, is_shared(environment))


def check_key(environment: Mapping[str, str]) -> None:
    """Raise BadInputError where others are served with a key that could be found by trying."""
    given = environment.get(KEY, "")
    if is_shared(environment) and given and len(given) < KEY_LENGTH:
        mend = "Take what “openssl rand -hex 32” says."
        raise BadInputError((Problem("", f"{KEY} is too short to keep links safe.", mend),))


def is_shared(environment: Mapping[str, str]) -> bool:
    """Whether others are served too."""
    return environment.get(SHARED, "") not in ("", "0")


def is_key_known(environment: Mapping[str, str], folder: Path) -> bool:
    """Whether there is a key already, so that ``access_from`` would not make one."""
    return bool(environment.get(KEY)) or os.access(folder / _KEY_FILE, os.R_OK)


def _kept_key(path: Path) -> bytes:
    """The key in a file that only its owner can read; made when it is not there yet."""
    try:
        return bytes.fromhex(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        key = secrets.token_bytes(_KEY_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(key.hex())
    except OSError:
        # Without a folder to write to, links hold until the server ends.
        return key
    return key
