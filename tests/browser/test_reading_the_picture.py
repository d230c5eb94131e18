"""Reading the picture: how far a choice reaches, search, and the picture alone on the screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from iceberg.scene.build import build_scene
from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser
CHAIN = ("First cause", "Second cause", "Middle", "First effect")


@pytest.fixture
def chain(work: AtWork) -> AtWork:
    """Four cards, each leading to the next."""
    work.adder("Place, patterns").click()
    work.type_cards(*CHAIN)
    work.settled(4)
    for number, (source, target) in enumerate(pairwise(CHAIN)):
        work.list_button(source).focus()
        work.page.keyboard.press("l")
        work.list_button(target).focus()
        work.page.keyboard.press("Enter")
        work.settled(5 + number)
    work.page.keyboard.press("Escape")
    return work


def lit(work: AtWork, count: int | None) -> None:
    expect(work.board).to_have_attribute("data-lit", "" if count is None else str(count))


def test_causes_and_effects_so_many_steps_away(chain: AtWork) -> None:
    lit(chain, None)
    chain.list_button("Middle").focus()
    chain.page.keyboard.press("Enter")
    lit(chain, 3)
    far = chain.page.get_by_label("How far causes and effects")
    way = chain.page.get_by_label("Causes or effects of the chosen card")
    far.select_option("2 steps")
    lit(chain, 4)
    way.select_option("only effects")
    lit(chain, 2)
    far.select_option("all the way")
    way.select_option("only causes")
    lit(chain, 3)


def test_search_finds_cards_and_goes_from_one_to_the_next(chain: AtWork) -> None:
    page = chain.page
    page.keyboard.press("Control+f")
    page.keyboard.type("CAUSE")
    lit(chain, 2)
    expect(page.locator(".strip [role=status]")).to_have_text("2 found")
    causes = {chain.card("First cause").id: 2, chain.card("Second cause").id: 3}
    found = [card.id for card in build_scene(chain.canvas).cards if card.id in causes]
    for card_id in found:
        page.keyboard.press("Enter")
        expect(chain.board).to_have_attribute("data-chosen", f"card:{card_id}")
    page.keyboard.press("Escape")
    lit(chain, causes[found[-1]])
    expect(page.locator(".strip [role=status]")).to_have_text("")


def test_presenting_shows_the_picture_alone(chain: AtWork) -> None:
    button = chain.page.get_by_role("button", name="Present")
    button.click()
    expect(chain.board).to_have_css("height", "1080px")
    expect(chain.page.locator(".adders")).to_be_hidden()
    expect(chain.page.locator(".strip")).to_be_hidden()
    button.click()
    expect(chain.page.locator(".strip")).to_be_visible()


def shown(work: AtWork) -> list[str]:
    return [card.text for card in work.canvas.shown_cards()]


def test_what_a_choice_reaches_can_become_the_picture(chain: AtWork) -> None:
    page = chain.page
    just_these = page.get_by_role("button", name="Show just these")
    expect(just_these).to_be_hidden()
    chain.list_button("First cause").focus()
    page.keyboard.press("Enter")
    just_these.click()
    chain.settled(8)
    assert shown(chain) == ["First cause", "Second cause"]
    expect(page.locator(".cards button")).to_have_count(2)
    expect(page.locator(".toast")).to_contain_text("Showed just 2 of 4 cards")
    page.get_by_role("button", name="Show all 4 cards").click()
    chain.settled(9)
    assert shown(chain) == list(CHAIN)
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    page.keyboard.press("Control+z")
    chain.settled(10)
    assert shown(chain) == ["First cause", "Second cause"]


def test_a_card_that_is_added_to_a_narrowed_picture_is_on_it(chain: AtWork) -> None:
    chain.list_button("First cause").focus()
    chain.page.keyboard.press("Enter")
    chain.page.get_by_role("button", name="Show just these").click()
    chain.settled(8)
    chain.page.keyboard.press("Escape")
    chain.adder("Place, events").click()
    chain.type_cards("A new one")
    chain.settled(9)
    assert shown(chain) == ["First cause", "Second cause", "A new one"]


def test_filters_narrow_the_cards_down(chain: AtWork) -> None:
    page = chain.page
    for text, key in (("First cause", "r"), ("Middle", "h")):
        chain.list_button(text).focus()
        page.keyboard.press(key)
    chain.settled(9)
    page.keyboard.press("Escape")
    button = page.get_by_role("button", name="Filter", exact=True)
    button.click()
    page.get_by_label("Force", exact=True).select_option("resists")
    lit(chain, 1)
    expect(page.locator(".strip [role=status]")).to_have_text("1 found")
    page.get_by_label("Force", exact=True).select_option("not scored")
    lit(chain, 2)
    page.get_by_label("Iceberg", exact=True).select_option("National")
    lit(chain, 0)
    page.get_by_label("Iceberg", exact=True).select_option("Place")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Control+f")
    page.keyboard.type("effect")
    lit(chain, 1)
    page.get_by_role("button", name="Show just these").click()
    chain.settled(10)
    assert shown(chain) == ["First effect"]


def test_leaving_the_search_leaves_the_picture_where_it_is(chain: AtWork) -> None:
    chain.fit()
    before = chain.page.locator(".adder").first.bounding_box()
    chain.page.keyboard.press("Control+f")
    chain.page.keyboard.type("zzz")
    chain.page.keyboard.press("Escape")
    chain.page.wait_for_timeout(500)
    assert chain.page.locator(".adder").first.bounding_box() == before
