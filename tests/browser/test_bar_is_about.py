"""The bar does to the card that it stands at what its buttons say, and to no other."""

from __future__ import annotations

import pytest

from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser


def test_the_bar_is_about_the_card_that_was_chosen_last(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.page.mouse.click(*work.middle("Costs rise"))
    work.bar("Remove").wait_for()
    work.page.mouse.click(*work.middle("Groups close"))
    work.page.wait_for_timeout(300)
    work.bar("Remove").click()
    work.settled(3)
    assert [card.text for card in work.canvas.cards] == ["Costs rise"]
