"""What single edits do, refuse and say."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

import iceberg.edits as edits_package
from iceberg.edits import (
    EDITS,
    AddAssumption,
    AddCard,
    AddLayer,
    AddLink,
    AddReading,
    Arrange,
    AssumptionChanges,
    BaseEdit,
    CardChanges,
    ChangeAssumption,
    ChangeCard,
    ChangeLink,
    Edit,
    LinkChanges,
    MergeCards,
    MoveCard,
    Placement,
    RemoveCard,
    RemoveLayer,
    RemoveLink,
    Together,
    apply,
    describe,
    difference,
    edit_from_json,
    edit_to_json,
    inverse,
)
from iceberg.errors import BadInputError, EditRefusedError
from iceberg.model import (
    CARDS_LIMIT,
    Assumption,
    Canvas,
    Card,
    Force,
    Layer,
    Link,
    Position,
    Reading,
    StatusChange,
)


def card(card_id: str, text: str = "", layer: str = "place", **more: object) -> Card:
    fields = {"id": card_id, "layer": layer, "level": "events", "text": text or card_id, **more}
    return Card.model_validate(fields)


CANVAS = Canvas(
    title="T",
    layers=(Layer(id="national", title="National"), Layer(id="place", title="Place")),
    cards=(
        card("a", "Staff leave", votes=2, tags=("people",), source="HR"),
        card("b", "Staff go", votes=3, tags=("people", "pay"), note="Twice"),
        card("c", "Trust falls", force=Force(effect="resists")),
    ),
    links=(
        Link(id="bc", source="b", target="c", sign="+"),
        Link(id="ac", source="a", target="c"),
        Link(id="ab", source="a", target="b"),
        Link(id="cb", source="c", target="b"),
    ),
    readings=(Reading(id="r", card="b", date=dt.date(2026, 1, 1), direction="rising"),),
    assumptions=(Assumption(id="s", text="We assume staff", cards=("b", "a")),),
)


def test_merging_keeps_everything_in_one_card() -> None:
    merged = apply(CANVAS, MergeCards(into="a", cards=("b",), text="Staff turn over"))
    assert [one.id for one in merged.cards] == ["a", "c"]
    kept = merged.cards[0]
    assert (kept.text, kept.originals) == ("Staff turn over", ("Staff leave", "Staff go"))
    assert (kept.votes, kept.tags) == (5, ("people", "pay"))
    assert (kept.source, kept.note) == ("HR", "Twice")
    assert [(ln.id, ln.source, ln.target) for ln in merged.links] == [
        ("ac", "a", "c"),
        ("cb", "c", "a"),
    ]
    assert merged.readings[0].card == "a"
    assert merged.assumptions[0].cards == ("a",)


def test_merging_refuses_to_lose_words() -> None:
    full = CANVAS.model_copy(
        update={"cards": (card("a", note="W" * 3000), card("b", note="V" * 3000))}
    ).model_copy(update={"links": (), "readings": (), "assumptions": ()})
    with pytest.raises(EditRefusedError, match="do not fit into one: note"):
        apply(full, MergeCards(into="a", cards=("b",)))


def test_removing_takes_links_and_readings_along_and_the_inverse_brings_them_back() -> None:
    removal = RemoveCard(card="b")
    after = apply(CANVAS, removal)
    assert [ln.id for ln in after.links] == ["ac"]
    assert after.readings == ()
    assert after.assumptions[0].cards == ("a",)
    assert apply(after, inverse(CANVAS, removal)) == CANVAS


def test_a_field_can_be_set_to_nothing_and_the_others_stay() -> None:
    edit = edit_from_json('{"kind": "change_card", "card": "c", "changes": {"force": null}}')
    changed = apply(CANVAS, edit).cards[2]
    assert changed == CANVAS.cards[2].model_copy(update={"force": None})
    assert '"changes":{"force":null}' in edit_to_json(edit)


def test_a_change_to_nothing_is_not_no_change() -> None:
    assert CardChanges(force=None) != CardChanges()


def test_a_card_can_be_freed() -> None:
    pinned = apply(CANVAS, Arrange(placements=(Placement(card="a", position=Position()),)))
    assert pinned.cards[0].position == Position()
    freed = apply(pinned, MoveCard(card="a", layer="place", level="events", position=None))
    assert freed == CANVAS


def test_arranging_passes_over_cards_that_are_gone() -> None:
    here = Placement(card="a", position=Position(x=0.25))
    arranged = apply(CANVAS, Arrange(placements=(Placement(card="gone"), here)))
    assert arranged.cards[0].position == Position(x=0.25)


def test_a_link_turns_round() -> None:
    turn = ChangeLink(link="ac", changes=LinkChanges(source="c", target="a"))
    turned = apply(CANVAS, turn)
    assert (turned.links[1].source, turned.links[1].target) == ("c", "a")
    assert describe(turn, CANVAS) == "Turned round: “Trust falls” drives “Staff leave”"


def test_the_revision_is_not_counted_by_an_edit() -> None:
    assert apply(CANVAS, RemoveCard(card="a")).revision == CANVAS.revision


REFUSED: list[tuple[Edit, str]] = [
    (AddCard(card=card("a")), "already has a card with the id a"),
    (AddCard(card=card("z", layer="region")), "no layer called region. Add the layer first"),
    (MoveCard(card="a", layer="region", level="events"), "no layer called region"),
    (ChangeCard(card="z", changes=CardChanges(text="x")), "card is no longer on the canvas"),
    (RemoveCard(card="z"), "card is no longer on the canvas"),
    (AddLink(link=Link(id="x", source="a", target="z")), "card is no longer on the canvas"),
    (AddLink(link=Link(id="x", source="a", target="c")), "“Staff leave” is already linked to"),
    (ChangeLink(link="ac", changes=LinkChanges(target="a")), "cannot be linked to itself"),
    (ChangeLink(link="ac", changes=LinkChanges(target="b")), "already linked"),
    (MergeCards(into="a", cards=("a",)), "at least two different cards"),
    (MergeCards(into="a", cards=("b", "b")), "at least two different cards"),
    (Arrange(placements=(Placement(card="z"),)), "None of the cards to arrange"),
    (AddReading(reading=CANVAS.readings[0]), "already has a reading"),
    (AddLayer(layer=Layer(id="place", title="P")), "already has a layer"),
    (RemoveLayer(layer="place"), "layer Place still has cards"),
    (
        Together(edits=(RemoveCard(card="a"), RemoveCard(card="a"))),
        "card is no longer on the canvas",
    ),
]


@pytest.mark.parametrize(("edit", "sentence"), REFUSED)
def test_what_does_not_fit_is_refused_in_a_sentence(edit: Edit, sentence: str) -> None:
    with pytest.raises(EditRefusedError, match=sentence) as caught:
        apply(CANVAS, edit)
    assert str(caught.value).endswith(".")


def test_a_full_canvas_takes_no_more_cards() -> None:
    full = CANVAS.model_copy(
        update={"cards": tuple(card(f"c{number}") for number in range(CARDS_LIMIT))}
    )
    with pytest.raises(EditRefusedError, match="at most 2,000 cards"):
        apply(full, AddCard(card=card("one-more")))


def test_the_last_layer_stays() -> None:
    one = Canvas(title="T", layers=(Layer(id="place", title="Place"),))
    with pytest.raises(EditRefusedError, match="only layer"):
        apply(one, RemoveLayer(layer="place"))


SAID: list[tuple[Edit, str]] = [
    (
        AddCard(card=card("z", "Funders\npause")),
        "Added the card “Funders pause” to Place, events",
    ),
    (
        ChangeCard(card="a", changes=CardChanges(text="Staff stay")),
        "Reworded “Staff leave” as “Staff stay”",
    ),
    (
        ChangeCard(card="a", changes=CardChanges(force=Force(effect="helps", strength=4))),
        "Scored “Staff leave” as helping, strength 4",
    ),
    (ChangeCard(card="c", changes=CardChanges(force=None)), "Took the score off “Trust falls”"),
    (
        ChangeCard(card="a", changes=CardChanges(note="n", tags=())),
        "Changed tags and note of “Staff leave”",
    ),
    (
        MoveCard(card="a", layer="national", level="mental_models"),
        "Moved “Staff leave” to National, mental models",
    ),
    (
        AddCard(card=Card(id="y", layer="place", level="mental_models", text="“Nobody listens”")),
        "Added the card “Nobody listens” to Place, mental models",
    ),
    (
        AddCard(card=Card(id="y", layer="place", level="events", text="“" + "o" * 70 + "”")),
        f"Added the card “{'o' * 58}…” to Place, events",
    ),
    (
        AddReading(
            reading=Reading(id="y", card="a", date=dt.date(2026, 6, 24), direction="rising")
        ),
        "Read “Staff leave” as rising on 24 June 2026",
    ),
    (MergeCards(into="a", cards=("b",)), "Merged “Staff go” into “Staff leave”"),
    (Together(edits=(AddCard(card=card("y")), AddCard(card=card("z")))), "Added 2 cards"),
    (
        Together(
            edits=tuple(MoveCard(card=c, layer="national", level="mental_models") for c in "ab")
        ),
        "Moved 2 cards to National, mental models",
    ),
    (
        MoveCard(card="a", layer="place", level="events", position=Position(pinned=False)),
        "Let “Staff leave” find its own place",
    ),
]


@pytest.mark.parametrize(("edit", "sentence"), SAID)
def test_an_edit_is_told_in_plain_words(edit: Edit, sentence: str) -> None:
    assert describe(edit, CANVAS) == sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"),
        ('{"kind": "explode"}', "kind that is not known"),
        ("{}", "does not say what kind"),
        ('{"kind": "remove_card", "card": "a", "really": true}', "really: is not a key"),
        ('{"kind": "change_card", "card": "a", "changes": {"text": " "}}', "text: is empty"),
    ],
)
def test_json_that_is_no_edit_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        edit_from_json(text)


def _every_kind(base: type[BaseEdit]) -> Iterator[type[BaseEdit]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _every_kind(kind)


def test_every_edit_is_in_the_union_and_in_the_package() -> None:
    kinds = {kind for kind in _every_kind(BaseEdit) if kind.__module__.startswith("iceberg.")}
    assert kinds == set(EDITS)
    assert {kind.__name__ for kind in kinds} <= set(edits_package.__all__)
    assert len({inspect.getdoc(kind) for kind in kinds}) == len(kinds)


def test_layers_are_exchanged_where_there_is_no_room_for_old_and_new_at_once() -> None:
    def with_layers(*names: str) -> Canvas:
        layers = tuple(Layer(id=name, title=name) for name in names)
        cards = tuple(card(f"on-{name}", layer=name) for name in names)
        return Canvas(title="T", layers=layers, cards=cards)

    now, then = with_layers("a", "b", "c", "d"), with_layers("a", "e", "f", "d")
    step = difference(now, then, "Brought back")
    assert step is not None
    assert apply(now, step) == then


def with_assumption(**more: object) -> Canvas:
    resting = CANVAS.assumptions[0].model_copy(update=more)
    return CANVAS.model_copy(update={"assumptions": (resting,)})


def test_an_assumption_forgets_a_link_that_goes_and_rests_on_it_again_after_an_undo() -> None:
    resting = with_assumption(links=("ac", "cb"), signpost_card="c")
    for edit in (RemoveLink(link="cb"), RemoveCard(card="b")):
        after = apply(resting, edit)
        assert after.assumptions[0].links == ("ac",)
        assert apply(after, inverse(resting, edit)) == resting


def test_merging_moves_signposts_and_forgets_links_that_are_dropped() -> None:
    edit = MergeCards(into="a", cards=("b",))
    resting = with_assumption(links=("ab", "cb"), signpost_card="b")
    [merged] = apply(resting, edit).assumptions
    assert (merged.links, merged.signpost_card) == (("cb",), "a")
    assert apply(apply(resting, edit), inverse(resting, edit)) == resting


@pytest.mark.parametrize("named", [{"links": ("z",)}, {"signpost_card": "z"}, {"cards": ("z",)}])
def test_an_assumption_cannot_rest_on_what_is_not_there(named: dict[str, Any]) -> None:
    with pytest.raises(EditRefusedError, match="no longer on the canvas"):
        apply(CANVAS, ChangeAssumption(assumption="s", changes=AssumptionChanges(**named)))
    new = Assumption(id="n", text="We assume", **named)
    with pytest.raises(EditRefusedError, match="no longer on the canvas"):
        apply(CANVAS, AddAssumption(assumption=new))


def test_a_review_is_told_as_one() -> None:
    line = StatusChange(date=dt.date(2026, 9, 1), status="holds", text="We assume most staff")
    changes = AssumptionChanges(text="We assume most staff", history=(line,), hedging=("Ask",))
    edit = ChangeAssumption(assumption="s", changes=changes)
    assert describe(edit, CANVAS) == "Reviewed the assumption “We assume staff”: holds"


def test_other_words_with_a_dated_line_are_told_as_such_and_not_as_a_review() -> None:
    line = StatusChange(date=dt.date(2026, 9, 1), status="holds", text="Most stay", look=False)
    edit = ChangeAssumption(
        assumption="s", changes=AssumptionChanges(text="Most stay", history=(line,))
    )
    assert describe(edit, CANVAS) == "Reworded the assumption “We assume staff” as “Most stay”"
    more = AssumptionChanges(text="Most stay", owner="The board", history=(line,))
    edit = ChangeAssumption(assumption="s", changes=more)
    assert describe(edit, CANVAS) == "Changed text and owner of the assumption “We assume staff”"
