"""How a test waits for a page."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def idle(page: Page) -> None:
    """Wait until the page's script has stopped running."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=30_000
    )


def at_rest(page: Page) -> None:
    """Wait until, moreover, nothing is left of the page before."""
    idle(page)
    page.wait_for_timeout(400)
