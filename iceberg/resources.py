"""Where the files that come with the program are, in a checkout and once installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_bundled"


def _bundled(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.exists() else _PACKAGE.parent / name


def layers_folder() -> Path:
    """The folder of layer files (``*.toml``)."""
    return _bundled("layers")


def examples_folder() -> Path:
    """The folder of worked examples (``*.iceberg.json``)."""
    return _bundled("examples")


def app_script() -> Path:
    """The entrance that ``streamlit run`` takes."""
    return _bundled("app.py")


def fonts_folder() -> Path:
    """The folder of the fonts that are measured with and drawn with."""
    return _PACKAGE / "fonts"
