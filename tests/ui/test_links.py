from __future__ import annotations

from iceberg.model import Canvas, Link
from iceberg.ui import wording
from tests.ui.driving import Driver


def test_link_two_cards_with_a_plain_verb(app: Driver, small: Canvas) -> None:
    app.open(small).panel("link")
    app.fill(source="closed", verb="blocks", target="cost").press("save")
    link = app.canvas.links[-1]
    assert link == Link(id=link.id, source="closed", target="cost", verb="blocks")
    assert app.told == ["Linked: “The club closed on Friday” blocks “Costs rise”"]
    assert app.widget("target").value is None


def test_link_with_everything(app: Driver, small: Canvas) -> None:
    app.open(small).panel("link")
    app.fill(source="cost", target="closed", sign="-", strength=3, delayed=True, note="Later")
    app.press("save")
    link = app.canvas.links[-1]
    assert (link.sign, link.strength, link.delayed, link.note) == ("-", 3, True, "Later")


def test_link_needs_both_ends(app: Driver, small: Canvas) -> None:
    app.open(small).panel("link").press("save")
    assert app.errors == [wording.LINK_NEEDS_ENDS]
    assert app.canvas.links == small.links


def test_link_to_itself_and_link_twice_are_refused(app: Driver, small: Canvas) -> None:
    app.open(small).panel("link").fill(source="cost", target="cost").press("save")
    assert len(app.errors) == 1
    app.fill(source="cost", target="less").press("save")
    assert len(app.errors) == 1
    assert "already linked" in app.errors[0]
    assert app.canvas.links == small.links


def test_change_a_link(app: Driver, small: Canvas) -> None:
    app.open(small).choose(link="l1").fill(verb="opens up", sign="+").press("save")
    link = app.canvas.links[0]
    assert (link.verb, link.sign) == ("opens up", "+")
    app.fill(sign="none").press("save")
    assert app.canvas.links[0].sign is None


def test_turn_a_link_round(app: Driver, small: Canvas) -> None:
    app.open(small).choose(link="l1").press("link_turn")
    assert (app.canvas.links[0].source, app.canvas.links[0].target) == ("less", "cost")


def test_remove_a_link(app: Driver, small: Canvas) -> None:
    app.open(small).choose(link="l1").press("link_remove")
    assert [link.id for link in app.canvas.links] == ["l2"]
    assert app.widget("choose_link").value is None


def test_choose_a_link_from_a_list(app: Driver, small: Canvas) -> None:
    app.open(small).panel("link").fill(choose_link="l2")
    app.at.run()
    assert app.widget("source").value == "less"
    assert app.widget("verb").value == "holds in place"


def test_signs_are_explained_in_a_few_words() -> None:
    assert all(len(wording.SIGNS[sign].split()[1:]) <= 5 for sign in ("+", "-"))
