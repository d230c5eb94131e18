"""A logo as every program can show it: an SVG becomes a PNG where an SVG within is not read."""

from __future__ import annotations

import base64
from dataclasses import replace
from functools import lru_cache
from typing import Final

from iceberg.exporters.typeset import render
from iceberg.model import Logo
from iceberg.scene.parts import Page, PlacedLogo, Scene

_DPI: Final = 300


def png_of(placed: PlacedLogo) -> bytes:
    """The logo as a PNG, an SVG with 300 dots per inch at the size that it is placed in.

    Raises ExportError when it cannot be drawn.
    """
    logo = placed.logo
    return logo.content if logo.kind == "png" else _drawn(logo, placed.width, placed.height)


def with_png_logo(scene: Scene) -> Scene:
    """The scene with its logo, if any, as a PNG."""
    if scene.logo is None or scene.logo.logo.kind == "png":
        return scene
    data = base64.b64encode(png_of(scene.logo)).decode()
    # Not checked again: at 300 dpi it may pass the limit that holds for what people bring.
    logo = scene.logo.logo.model_copy(update={"kind": "png", "data": data})
    return replace(scene, logo=replace(scene.logo, logo=logo))


@lru_cache(maxsize=16)
def _drawn(logo: Logo, width: float, height: float) -> bytes:
    alone = PlacedLogo(0.0, 0.0, width, height, logo)
    nothing: dict[str, tuple[()]] = dict.fromkeys(
        ("background", "bands", "icebergs", "cards", "links", "furniture"), ()
    )
    page, alt = Page(width, height), logo.alt or "Logo"
    scene = Scene(page=page, title=alt, description=alt, language="en", logo=alone, **nothing)
    return render(scene, "png", dpi=_DPI)
