"""axe finds nothing against WCAG 2.2 A and AA, on any page, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from iceberg.ui import wording
from iceberg.ui.assumptions import wording as assumptions
from iceberg.ui.compare import wording as compare
from iceberg.ui.findings import wording as findings
from iceberg.ui.readings import wording as readings
from tests.browser.conftest import Watched
from tests.browser.waiting import at_rest

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
SIZES = {"laptop": (1280, 720), "narrow": (320, 640), "zoomed to 200%": (640, 360)}
RUN = """() => axe.run(document, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)))"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page(watched: Open, app_url: str, scheme: str, size: str) -> None:
    page = watched(app_url, *SIZES[size], color_scheme=scheme).page
    page.get_by_role("button", name=wording.NEW_BUTTON).wait_for(timeout=30_000)
    check(page, "start")
    page.locator(".st-key-example-northfield button").click()
    expect(page.locator(".board")).to_have_attribute("data-revision", "0", timeout=30_000)
    page.locator(".cards button").nth(3).focus()
    page.keyboard.press("Enter")
    page.locator(".bar").wait_for()
    check(page, "a chosen card")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.locator(".filters select").first.wait_for()
    check(page, "the filters")
    page.keyboard.press("Escape")
    page.locator(".cards button").nth(3).focus()
    page.keyboard.press("e")
    page.locator(".editor textarea").wait_for()
    check(page, "the editor")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    check(page, "the list of keys")
    page.keyboard.press("Escape")
    for name in wording.PANELS:
        page.locator(".st-key-panel").get_by_text(wording.PANELS[name], exact=True).click()
        check(page, f"panel {name}")
    for tab in (wording.CARDS, wording.LINKS):
        page.get_by_role("tab", name=tab, exact=True).click()
        page.locator("[data-testid=stDataFrame]").first.wait_for(timeout=30_000)
        check(page, f"table of {tab}")
    page.get_by_role("link", name=wording.FINDINGS).click()
    for tab in findings.TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        if tab == "What if":
            page.get_by_role("combobox", name=findings.IF_MORE).click()
            page.get_by_role("option").nth(1).click()
            page.keyboard.press("Escape")
        check(page, f"findings: {tab}")
    page.get_by_role("tab", name=findings.TABS[0], exact=True).click()
    page.get_by_role("button", name=findings.KEEP, exact=True).first.click()
    page.get_by_text(findings.REWORD).click()
    check(page, "a kept finding")
    page.get_by_role("link", name=findings.TO_READINGS).click()
    page.get_by_role("button", name=readings.SKIP, exact=True).click()
    page.get_by_text("2 of 12").wait_for(timeout=30_000)
    check(page, "readings")
    page.get_by_role("link", name=wording.FINDINGS).click()
    page.get_by_role("link", name=findings.TO_COMPARE).click()
    for tab in compare.TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        check(page, f"compare: {tab}")
    page.get_by_role("link", name=wording.ASSUMPTIONS).click()
    page.get_by_role("button", name=assumptions.REVIEW, exact=True).first.click()
    page.get_by_role("dialog").wait_for()
    check(page, "a review")
    page.keyboard.press("Escape")
    check(page, "assumptions")
    page.get_by_role("link", name=wording.TAKE_AWAY).click()
    page.get_by_text("Download PDF").wait_for(timeout=30_000)
    at_rest(page)
    for summary in page.locator("[data-testid=stExpander] summary").all():
        summary.click()
    check(page, "take away")


def check(page: Page, where: str) -> None:
    at_rest(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)
    assert not found, f"{where}: {found}"
