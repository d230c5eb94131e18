"""What holds for every edit on every canvas."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iceberg.edits import (
    Edit,
    apply,
    describe,
    difference,
    edit_from_json,
    edit_to_json,
    fold,
    inverse,
    overlap,
    touched,
)
from iceberg.errors import EditRefusedError
from iceberg.model import Canvas
from tests.strategies import canvases, canvases_with_trays, fitting_edits, histories


def revalidated(canvas: Canvas) -> Canvas:
    return Canvas.model_validate_json(canvas.model_dump_json(by_alias=True))


@given(st.data(), canvases(max_cards=8) | canvases_with_trays(max_cards=8))
def test_an_edit_and_its_inverse_change_nothing(data: st.DataObject, canvas: Canvas) -> None:
    edit = data.draw(fitting_edits(canvas))
    after = apply(canvas, edit)
    back = inverse(canvas, edit)
    assert apply(after, back) == canvas
    assert apply(canvas, inverse(after, back)) == after


@given(histories())
def test_a_history_folds_the_same_from_any_prefix(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    canvas, edits = history
    whole = fold(canvas, edits)
    for cut in range(len(edits) + 1):
        assert fold(fold(canvas, edits[:cut]), edits[cut:]) == whole


@given(histories())
def test_every_fold_is_a_valid_canvas(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    canvas, edits = history
    for edit in edits:
        canvas = apply(canvas, edit)
        assert revalidated(canvas) == canvas
        known = {card.id for card in canvas.cards}
        assert {end for link in canvas.links for end in (link.source, link.target)} <= known


@given(histories())
def test_a_history_unwinds_to_its_start(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    first, edits = history
    canvas, inverses = first, []
    for edit in edits:
        inverses.append(inverse(canvas, edit))
        canvas = apply(canvas, edit)
    assert fold(canvas, reversed(inverses)) == first


@given(st.data(), canvases(max_cards=8))
def test_json_is_the_same_bytes_after_a_round_trip(data: st.DataObject, canvas: Canvas) -> None:
    edit = data.draw(fitting_edits(canvas))
    for one in (edit, inverse(canvas, edit)):
        text = edit_to_json(one)
        assert edit_from_json(text) == one
        assert edit_to_json(edit_from_json(text)) == text


@given(canvases(max_cards=8))
def test_a_canvas_is_the_same_bytes_after_a_round_trip(canvas: Canvas) -> None:
    assert revalidated(canvas).model_dump_json(by_alias=True) == canvas.model_dump_json(
        by_alias=True
    )


@given(st.data(), canvases(max_cards=8))
def test_an_edit_touches_what_it_changes_and_its_inverse_the_same(
    data: st.DataObject, canvas: Canvas
) -> None:
    edit = data.draw(fitting_edits(canvas))
    parts = touched(canvas, edit)
    assert bool(parts) == (apply(canvas, edit) != canvas)
    assert touched(apply(canvas, edit), inverse(canvas, edit)) == parts


@given(st.data(), canvases(max_cards=6))
def test_edits_that_touch_different_parts_do_not_undo_each_other(
    data: st.DataObject, canvas: Canvas
) -> None:
    """Undoing an edit beneath a later one that shares no part leaves just the later one."""
    mine = data.draw(fitting_edits(canvas))
    between = apply(canvas, mine)
    theirs = data.draw(fitting_edits(between))
    if overlap(touched(canvas, mine), touched(between, theirs)):
        return
    both = apply(between, theirs)
    try:
        without = apply(both, inverse(canvas, mine))
    except EditRefusedError:
        return
    assert touched_parts_kept(both, without, touched(between, theirs))


def touched_parts_kept(before: Canvas, after: Canvas, parts: frozenset[tuple[str, ...]]) -> bool:
    shelves = {
        "card": ("cards", "tray"),
        "link": ("links", "tray_links"),
        "reading": ("readings",),
        "assumption": ("assumptions",),
        "layer": ("layers",),
        "snapshot": ("snapshots",),
        "import": ("imports",),
        "finding": ("kept",),
    }

    def value(canvas: Canvas, part: tuple[str, ...]) -> object:
        if part[0] == "canvas":
            return getattr(canvas, part[1])
        if part[0] == "dismissed":
            return part[1] in canvas.dismissed
        found = [
            (shelf, item)
            for shelf in shelves[part[0]]
            for item in getattr(canvas, shelf)
            if item.id == part[1]
        ]
        if len(part) == 3:
            return [getattr(item, part[2]) for _, item in found]
        return [shelf for shelf, _ in found]

    return all(value(before, part) == value(after, part) for part in parts if len(part) < 4)


@given(st.data(), canvases(max_cards=6))
def test_every_edit_is_described_on_one_line(data: st.DataObject, canvas: Canvas) -> None:
    edit = data.draw(fitting_edits(canvas))
    sentence = describe(edit, canvas)
    assert sentence
    assert "\n" not in sentence
    assert not sentence.endswith(".")


@given(histories())
def test_an_earlier_state_can_be_brought_back(history: tuple[Canvas, tuple[Edit, ...]]) -> None:
    first, edits = history
    last = fold(first, edits)
    edit = difference(last, first, "Brought back the beginning")
    if edit is None:
        assert parts_of(last) == parts_of(first)
        return
    assert describe(edit, last) == "Brought back the beginning"
    assert parts_of(apply(last, edit)) == parts_of(first)
    assert apply(apply(last, edit), inverse(last, edit)) == last


def parts_of(canvas: Canvas) -> dict[str, object]:
    """All that a canvas says, but for the order of its parts."""
    fields = dict(canvas)
    for name, value in fields.items():
        if isinstance(value, tuple) and value and hasattr(value[0], "id"):
            fields[name] = {part.id: part for part in value}
    fields["dismissed"] = set(canvas.dismissed)
    return fields
