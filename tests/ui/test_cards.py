from __future__ import annotations

import pytest

from iceberg.model import LEVELS, TEXT_LIMIT, Canvas, Card, Force
from iceberg.ui import wording
from iceberg.workshop.wording import NOTHING_CHANGED
from tests.ui.driving import Driver


def test_add_a_card_where_it_was_said(app: Driver, small: Canvas) -> None:
    app.open(small).fill(layer="national", level="mental_models")
    app.at.run()
    app.fill(text="  Cheaper is better ").press("add_button")
    card = app.canvas.cards[-1]
    assert (card.layer, card.level, card.text) == ("national", "mental_models", "Cheaper is better")
    assert app.told == ["Added the card “Cheaper is better” to National, mental models"]
    assert app.widget("text").value == ""
    assert app.widget("layer").value == "national"
    assert app.panel("link").widget("source").value == card.id


def test_question_example_and_mistake_follow_layer_and_level(app: Driver, small: Canvas) -> None:
    app.open(small)
    for layer in small.layers:
        for level in LEVELS:
            app.fill(layer=layer.id, level=level)
            app.at.run()
            guide = layer.guide(level)
            assert guide.question in app.shown
            assert guide.example in app.shown
            assert " ".join(guide.mistake.split()) in app.shown


def test_a_card_without_words_is_refused_and_nothing_is_lost(app: Driver, small: Canvas) -> None:
    app.open(small).fill(level="patterns")
    app.at.run()
    app.fill(text="   ").press("add_button")
    assert app.errors == ["The text is empty. Write at least one character."]
    assert len(app.canvas.cards) == len(small.cards)
    assert app.widget("level").value == "patterns"


def test_an_empty_canvas_says_what_to_do_next(app: Driver, small: Canvas) -> None:
    app.open(Canvas(title="Empty", layers=small.layers))
    assert wording.EMPTY_CANVAS in app.shown
    app.fill(text="It closed").press("add_button")
    assert wording.ONE_CARD in app.shown
    app.panel("link")
    assert wording.LINK_NEEDS_TWO in app.shown


def test_change_everything_about_a_card(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost")
    app.fill(
        "change",
        text="Costs rise fast",
        effect="resists",
        strength=5,
        shiftable="no",
        tags="costs, national , costs",
        source="NCVO, 2025",
        note="Ask again in May",
        votes=3,
    ).press("save", "change")
    assert app.canvas.card("cost") == Card(
        id="cost",
        layer="national",
        level="structures",
        text="Costs rise fast",
        force=Force(effect="resists", strength=5, shiftable="no"),
        tags=("costs", "national"),
        source="NCVO, 2025",
        note="Ask again in May",
        votes=3,
    )


def test_only_what_differs_is_changed(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").fill(votes=5).press("save", "change")
    assert app.told == ["Changed votes of “Fewer lunches”"]
    app.press("save", "change")
    assert app.told == [NOTHING_CHANGED]
    assert app.canvas.revision == 1


def test_a_score_can_be_taken_off_again(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").fill(effect="none").press("save", "change")
    changed = app.canvas.card("less")
    assert changed is not None
    assert changed.force is None


def test_a_card_of_which_nobody_can_say_is_marked_until_somebody_can(
    app: Driver, small: Canvas
) -> None:
    app.open(small).choose(card="less")
    for unsure in (True, False):
        app.fill(unsure=unsure).press("save", "change")
        changed = app.canvas.card("less")
        assert changed is not None
        assert changed.unsure is unsure


def test_a_card_that_went_meanwhile_is_told(app: Driver, small: Canvas) -> None:
    from iceberg.edits import RemoveCard

    app.open(small).choose(card="cost")
    app.fill(text="Costs fall")
    app.workshop.submit(app.canvas_id, RemoveCard(card="cost"), "somebody-else")
    app.press("save", "change")
    assert app.canvas.card("cost") is None
    assert any("no longer on the canvas" in sentence for sentence in app.errors)


def test_move_to_another_iceberg_and_level(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost")
    app.fill("move", layer="place", level="events")
    app.press("save", "move")
    card = app.canvas.card("cost")
    assert card is not None
    assert (card.layer, card.level) == ("place", "events")


def test_let_a_card_find_its_own_place_again(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").fill(free=True)
    app.press("save", "move")
    card = app.canvas.card("less")
    assert card is not None
    assert card.position is None


def test_merge_keeps_the_words_and_the_links(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").fill(other="closed")
    app.press("save", "merge")
    card = app.canvas.card("less")
    assert card is not None
    assert card.originals == ("The club closed on Friday",)
    assert [link.id for link in app.canvas.links] == ["l1"]
    assert "Merged from:" in app.shown
    assert "- The club closed on Friday" in app.shown
    app.press("undo")
    assert app.canvas.cards == small.cards
    assert "Merged from:" not in app.shown


def test_merge_needs_another_card(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less")
    app.press("save", "merge")
    assert len(app.errors) == 1
    assert len(app.canvas.cards) == 3


def test_remove_takes_links_along_and_undo_brings_all_back(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").press("remove:less")
    assert app.canvas.card("less") is None
    assert app.canvas.links == ()
    app.press("undo")
    assert app.canvas.cards == small.cards
    assert app.canvas.links == small.links
    assert app.canvas.readings == small.readings
    app.press("redo")
    assert app.canvas.card("less") is None


def test_undo_and_redo_say_what_they_would_do(app: Driver, small: Canvas) -> None:
    app.open(small)
    assert app.widget("undo").disabled
    assert app.widget("redo").disabled
    app.fill(text="New").press("add_button")
    assert "added the card “New” to Place, events" in app.widget("undo").help.replace("\\", "")
    assert not app.widget("undo").disabled
    app.press("undo")
    assert len(app.canvas.cards) == 3
    assert app.widget("undo").disabled
    assert "New" in app.widget("redo").help


def test_undo_that_somebody_stands_in_the_way_of_says_why(app: Driver, small: Canvas) -> None:
    from iceberg.edits import CardChanges, ChangeCard

    app.open(small).choose(card="cost").fill(text="Mine").press("save", "change")
    theirs = ChangeCard(card="cost", changes=CardChanges(text="Theirs"))
    app.workshop.submit(app.canvas_id, theirs, "somebody-else")
    app.press("undo")
    assert any("You cannot undo this" in sentence for sentence in app.errors)
    assert app.canvas.cards[0].text == "Theirs"


def test_a_form_shows_what_is_kept_after_undo(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost").fill(text="Mine").press("save", "change")
    assert app.widget("text").value == "Mine"
    app.press("undo")
    assert app.widget("text").value == "Costs rise"


def test_cards_can_be_chosen_from_a_list(app: Driver, small: Canvas) -> None:
    app.open(small).panel("card")
    app.fill(choose_card="closed")
    app.at.run()
    assert app.widget("text").value == "The club closed on Friday"
    app.press("link_from_here")
    assert app.widget("source").value == "closed"


@pytest.mark.parametrize("hostile", ["**b** :smile: $x$", "![](http://x.y/z)", "<script>"])
def test_words_of_people_come_out_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(small).fill(text=hostile).press("add_button")
    assert app.told == [f"Added the card “{hostile}” to Place, events"]
    for toast in app.at.toast:
        assert hostile not in toast.value


def test_the_longest_card_fits(app: Driver, small: Canvas) -> None:
    app.open(small).fill(text="W" * TEXT_LIMIT).press("add_button")
    assert app.canvas.cards[-1].text == "W" * TEXT_LIMIT
