"""The files that the picture on screen loads, each named: nothing else is ever served."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final

from iceberg.resources import fonts_folder
from iceberg.ui.where import below_base

_HERE: Final = Path(__file__).parent / "component"
_BANDS: Final = Path(__file__).parent / "bring" / "bands"
_PHONE: Final = Path(__file__).parent / "phone"
_DRAWING: Final = _HERE.parents[1] / "assets"


def _folder_of(package: str) -> Path:
    """Where a package lies, without importing it: pyvis takes a third of a second."""
    spec = find_spec(package)
    return Path(str(spec and spec.origin)).parent


_VIS: Final = _folder_of("pyvis") / "templates" / "lib" / "vis-9.1.2"
_MIME: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to serve, and what it says it is."""

    path: Path
    mime: str


def _paths() -> list[Path]:
    return [
        *sorted(_HERE.glob("*.js")),
        *sorted(_HERE.glob("*.css")),
        *sorted(_BANDS.glob("*.js")),
        *sorted(_BANDS.glob("*.css")),
        *sorted(_PHONE.glob("*.js")),
        *sorted(_PHONE.glob("*.css")),
        _HERE.parent / "icon.svg",
        _DRAWING / "scene.js",
        _VIS / "vis-network.min.js",
        *sorted(fonts_folder().glob("*.ttf")),
    ]


ASSETS: Final = MappingProxyType({path.name: Asset(path, _MIME[path.suffix]) for path in _paths()})
"""Every asset by its name."""


@cache
def digest_of(asset: Asset) -> str:
    """What the file's bytes come down to, in 16 hexadecimal digits."""
    return hashlib.sha256(asset.path.read_bytes()).hexdigest()[:16]


@cache
def digest() -> str:
    """What all assets come down to: it is part of their address, so they may be kept for ever."""
    parts = (f"{name} {digest_of(asset)}" for name, asset in ASSETS.items())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def folder_url() -> str:
    """The path that all assets lie under, below the server's own base path."""
    return below_base("iceberg-assets")


def url() -> str:
    """The path of the assets as they are now, ending with a slash."""
    return f"{folder_url()}/{digest()}/"
