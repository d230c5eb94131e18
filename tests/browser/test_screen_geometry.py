"""What is drawn on the screen stands where the exported picture has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
CLOSE_MM = 0.05
"""A twentieth of what a printer misses by."""

# Notes where each card and link comes to be on the canvas element, in its own pixels, be it by way
# of a bitmap.
WATCH = """() => {
  const drawn = (globalThis.drawn = { cards: {}, links: {}, bitmaps: 0 });
  const onBitmap = new WeakMap();
  const { drawCard, drawLink } = icebergScene;
  const notes = ({ canvas }) => {
    if (canvas.isConnected) return drawn;
    if (!onBitmap.has(canvas)) onBitmap.set(canvas, { cards: {}, links: {} });
    return onBitmap.get(canvas);
  };
  const onScreen = (ctx, x, y) => {
    const { x: a, y: b } = ctx.getTransform().transformPoint({ x, y });
    return [a, b];
  };
  icebergScene.drawCard = (ctx, card, dx = 0, dy = 0) => {
    const [x, y] = [card.x + dx, card.y + dy];
    const corner = onScreen(ctx, x + card.width, y + card.height);
    notes(ctx).cards[card.id] = [...onScreen(ctx, x, y), ...corner];
    drawCard(ctx, card, dx, dy);
  };
  icebergScene.drawLink = (ctx, link) => {
    notes(ctx).links[link.id] = onScreen(ctx, ...link.path[0].slice(0, 2));
    drawLink(ctx, link);
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (bitmap, x, y) {
    const { e, f } = this.getTransform();
    for (const [kind, found] of Object.entries(onBitmap.get(bitmap) ?? {}))
      for (const [id, places] of Object.entries(found))
        drawn[kind][id] = places.map((at, n) => at + (n % 2 ? f + y : e + x));
    drawn.bitmaps += 1;
    drawImage.call(this, bitmap, x, y);
  };
}"""


def test_screen_and_export_have_the_same_geometry(
    watched: Callable[..., Watched], server: Server
) -> None:
    page = watched(server.home, 1920, 1080, color_scheme="light").page
    page.locator(".st-key-example-northfield button").click(timeout=30_000)
    work = AtWork(page, server.store)
    work.settled(0)
    work.fit()
    page.evaluate(WATCH)
    # Another zoom and back, so that all bitmaps are made anew.
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(400)
    work.fit()
    exported = cards_of(work.canvas)
    left, top, right, bottom = next(iter(exported.values()))
    page.mouse.move(*work.on_screen((left + right) / 2, (top + bottom) / 2))
    page.wait_for_timeout(300)
    drawn = page.evaluate("() => globalThis.drawn")
    assert drawn["bitmaps"] > len(exported)
    assert drawn["cards"].keys() == exported.keys()
    to_mm = scale_of(drawn["cards"], exported)
    for card, box in exported.items():
        assert to_mm(drawn["cards"][card]) == pytest.approx(box, abs=CLOSE_MM)
    assert drawn["links"].keys() == {link.id for link in work.canvas.links}


def cards_of(canvas: Canvas) -> dict[str, tuple[float, ...]]:
    """Left, top, right and bottom of each card in the SVG, in mm."""
    root = Xml.fromstring(export(canvas, ".svg", ExportOptions()).data)
    found = {}
    for rect in root.iter(f"{SVG}rect"):
        if "data-card" in rect.attrib:
            x, y, width, height = (float(rect.attrib[s]) for s in ("x", "y", "width", "height"))
            found[rect.attrib["data-card"]] = (x, y, x + width, y + height)
    return found


def scale_of(
    drawn: dict[str, Any], exported: dict[str, tuple[float, ...]]
) -> Callable[[list[float]], tuple[float, ...]]:
    """From pixels to mm, by the two cards farthest apart across: one scale for both axes."""
    first = min(exported, key=lambda card: exported[card][0])
    last = max(exported, key=lambda card: exported[card][0])
    scale = (exported[last][0] - exported[first][0]) / (drawn[last][0] - drawn[first][0])
    left = exported[first][0] - scale * drawn[first][0]
    top = exported[first][1] - scale * drawn[first][1]

    def to_mm(box: list[float]) -> tuple[float, ...]:
        return tuple(scale * at + (left, top)[n % 2] for n, at in enumerate(box))

    return to_mm
