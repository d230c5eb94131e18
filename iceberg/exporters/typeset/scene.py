"""A scene as data for typst."""

from __future__ import annotations

from typing import Any

from iceberg.exporters.once import once
from iceberg.exporters.svg import scene_to_svg, texts_of
from iceberg.exporters.typeset.alternative import alternative
from iceberg.layout.fonts import families
from iceberg.scene.parts import Scene, Text


@once
def scene_data(scene: Scene) -> dict[str, Any]:
    """What ``picture.typ`` draws: shapes, lines of text, the picture in words; lengths in mm."""
    return {
        "title": scene.title,
        **language_of(scene.language),
        "width": scene.page.width,
        "height": scene.page.height,
        "alt": alternative(scene.description),
        "svg": scene_to_svg(scene, with_text=False).decode(),
        "fonts": families("".join(text.text for text in texts_of(scene))),
        "texts": [_text(text) for text in texts_of(scene)],
    }


def language_of(tag: str) -> dict[str, str | None]:
    """Language and region as typst wants them, from a tag such as ``en-GB``."""
    language, *subtags = tag.split("-")
    region = next((tag.upper() for tag in subtags if len(tag) == 2), None)
    return {"lang": language.lower(), "region": region}


def _text(text: Text) -> dict[str, Any]:
    return {
        "x": text.x,
        "y": text.y,
        "width": text.width,
        "anchor": text.anchor,
        "text": text.text,
        "size": text.font_pt,
        "colour": text.colour,
        "weight": 700 if text.bold else 400,
        "rtl": text.rtl,
    }
