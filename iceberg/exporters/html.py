"""The picture as one web page that needs no network: pan, zoom, select."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final
from xml.etree import ElementTree as Xml

from iceberg import theme, wording
from iceberg.exporters.drawing import draw
from iceberg.exporters.page_story import add_story, leaf
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.scene_json import scene_to_dict
from iceberg.exporters.story import Story, tell
from iceberg.exporters.story.plain import as_text
from iceberg.exporters.svg import font_faces, legal
from iceberg.exporters.vis import SCALE, vis_network
from iceberg.model import LEVELS, Canvas
from iceberg.scene.parts import Iceberg, Scene

_LETTERS: Final = "".join(map(chr, range(33, 127)))
_POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "font-src data:; img-src data: blob:"
)
"""What the page may load: nothing from anywhere."""


Texts = Mapping[str, str]
"""What each card says, by its id: its lines on the picture may be broken within a word or cut."""


def scene_to_html(scene: Scene, story: Story, texts: Texts) -> bytes:
    """A scene and its story as a stand-alone page in UTF-8; vis-network draws the same geometry."""
    page = Xml.Element("html", {"lang": scene.language})
    _head(Xml.SubElement(page, "head"), scene, story)
    _body(Xml.SubElement(page, "body"), scene, story, texts)
    text: str = Xml.tostring(page, encoding="unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode()


def _head(head: Xml.Element, scene: Scene, story: Story) -> None:
    Xml.SubElement(head, "meta", {"charset": "utf-8"})
    Xml.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    view = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    Xml.SubElement(head, "meta", view)
    leaf(head, "title", scene.title)
    leaf(
        head,
        "style",
        font_faces(scene, _LETTERS, as_text(story.told())) + _asset("stand_alone.css"),
    )


def _body(body: Xml.Element, scene: Scene, story: Story, texts: Texts) -> None:
    leaf(body, "a", wording.TO_STORY, href="#story", **{"class": "skip"})
    main = Xml.SubElement(body, "main")
    stage = Xml.SubElement(main, "div", {"id": "stage"})
    Xml.SubElement(stage, "div", {"id": "picture"})
    _buttons(stage)
    aside = Xml.SubElement(main, "section", {"id": "cards", "aria-label": wording.CARDS_LIST})
    if scene.logo:
        source = f"data:{scene.logo.logo.mime};base64,{scene.logo.logo.data}"
        Xml.SubElement(aside, "img", {"src": source, "alt": legal(scene.logo.logo.alt)})
    leaf(aside, "h1", scene.title, dir="auto")
    # The first screen is full, and a wheel over the picture zooms: nobody would come upon it.
    leaf(aside, "a", wording.READ_BELOW, href="#story", **{"class": "below"})
    Xml.SubElement(aside, "div", {"id": "panel", "dir": "auto"})
    Xml.SubElement(aside, "p", {"id": "told", "class": "heard", "aria-live": "polite"})
    for iceberg in scene.icebergs:
        _card_list(aside, scene, iceberg, texts)
    add_story(Xml.SubElement(main, "article", {"id": "story"}), story)
    leaf(body, "script", _json(_data(scene, texts)), id="data", type="application/json")
    for script in (_vis(), _asset("scene.js"), _asset("stand_alone.js")):
        leaf(body, "script", script)


def _buttons(main: Xml.Element) -> None:
    holder = Xml.SubElement(main, "div", {"id": "buttons"})
    leaf(holder, "button", "+", id="closer", type="button", **{"aria-label": wording.ZOOM_IN})
    leaf(holder, "button", "−", id="farther", type="button", **{"aria-label": wording.ZOOM_OUT})
    leaf(holder, "button", wording.WHOLE_PICTURE, id="whole", type="button")


def _card_list(aside: Xml.Element, scene: Scene, iceberg: Iceberg, texts: Texts) -> None:
    leaf(aside, "h2", iceberg.title, dir="auto")
    for level in LEVELS:
        own = [c for c in scene.cards if c.layer == iceberg.layer and c.level == level]
        if not own:
            continue
        leaf(aside, "h3", wording.LEVEL_TITLES[level])
        items = Xml.SubElement(aside, "ul")
        for card in own:
            item = Xml.SubElement(items, "li")
            names = {"data-card": card.id, "aria-pressed": "false", "dir": "auto"}
            leaf(item, "button", texts[card.id], type="button", **names)


def _data(scene: Scene, texts: Texts) -> dict[str, Any]:
    return {
        "texts": {card.id: legal(texts[card.id]) for card in scene.cards},
        "scene": scene_to_dict(scene),
        "network": vis_network(scene),
        "scale": SCALE,
        "words": {
            "causes": wording.CAUSES,
            "effects": wording.EFFECTS,
            "hint": wording.SELECT_HINT,
            "ring": theme.CROSS_LINK,
        },
    }


def _json(data: dict[str, Any]) -> str:
    """JSON that no text in it can end early: ``<`` is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")


def _asset(name: str) -> str:
    return (files("iceberg") / "assets" / name).read_text(encoding="utf-8")


@cache
def _vis() -> str:
    """vis-network as pyvis brings it, without the addresses in its comments and messages.

    The name of the SVG namespace stays, in a spelling that is no address.
    """
    folder = files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    script = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    script = re.sub(r"\n//# sourceMappingURL=.*", "", script)
    script = script.replace("http://www.w3.org/", r"http:\/\/www.w3.org/")
    return re.sub(r"https?://", "", script)


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    story = tell(canvas, layers=options.layers, whole=options.whole)
    texts = {card.id: card.text for card in canvas.cards}
    return Exported(scene_to_html(scene, story, texts), scene.notes)


FORMAT: Final = Format(".html", "text/html", "Page to explore (HTML)", _write)
