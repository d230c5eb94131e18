"""The SVG in a real browser: its own fonts, the widths that were measured."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from iceberg.exporters.svg import scene_to_svg, texts_of
from iceberg.scene import build_scene
from tests.scene.samples import plain

TEXTS = (
    "Office fire AV To, 35 councils",
    "Ŵyth tŷ ŷ",
    "Привет мир",
    "الثقة المجلس السكان",
    "🧊 ice 👩‍👩‍👧",
)


@pytest.mark.browser
def test_lines_are_as_wide_as_they_were_measured(chromium: Browser) -> None:
    scene = build_scene(plain(*TEXTS))
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(scene_to_svg(scene).decode().partition("?>")[2])
    page.evaluate("document.fonts.ready")
    widths = page.eval_on_selector_all(
        "text", "found => found.map((t) => [t.textContent, t.getComputedTextLength()])"
    )
    page.close()
    measured = {text.text: text.width for text in texts_of(scene)}
    seen = {content.strip("\u200f"): width for content, width in widths}
    assert seen.keys() == measured.keys()
    for content, width in measured.items():
        assert seen[content] == pytest.approx(width, rel=0.01, abs=0.05), content
    assert all(url.startswith("data:") for url in asked)
