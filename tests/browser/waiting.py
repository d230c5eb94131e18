"""How a test waits for a page."""

from __future__ import annotations

from playwright.sync_api import Page, expect

STILL = """() => document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getComputedTiming().endTime === Infinity)"""


def idle(page: Page) -> None:
    """Wait until the page's script has stopped running."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=30_000
    )


def at_rest(page: Page) -> None:
    """Wait until, moreover, nothing is left of the page before, and nothing moves but spinners.

    An expander that opens clips its content, and a click in there scrolls it over what is above:
    what is measured then, nobody sees.
    """
    idle(page)
    page.wait_for_timeout(400)
    page.wait_for_function(STILL, timeout=30_000)
