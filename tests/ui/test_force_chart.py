"""The chart of a force field shows strength and "can we shift it?" side by side."""

from __future__ import annotations

from typing import Any

from iceberg.analyses.forces import force_fields
from iceberg.model import Canvas, Card, Force
from iceberg.theme import HELPS, RESISTS, dark
from iceberg.ui.findings import wording
from iceberg.ui.findings.chart import MOST, force_chart
from iceberg.wording import SPOKEN_SHIFTABLE


def rows_of(canvas: Canvas, on_dark: bool = False) -> list[dict[str, Any]]:
    [rows] = spec_of(canvas, on_dark)["datasets"].values()
    return list(rows)


def spec_of(canvas: Canvas, on_dark: bool = False) -> dict[str, Any]:
    return dict(force_chart(force_fields(canvas)[-1], on_dark).to_dict())


def scored(canvas: Canvas, *forces: Force) -> Canvas:
    cards = tuple(
        Card(id=f"c{n}", layer="place", level="events", text=f"Card {n}", force=force)
        for n, force in enumerate(forces)
    )
    bare = {"cards": cards, "links": (), "readings": (), "assumptions": ()}
    return canvas.model_copy(update=bare)


def test_resistance_pulls_left_and_help_right(small: Canvas) -> None:
    canvas = scored(
        small,
        Force(effect="resists", strength=2, shiftable="no"),
        Force(effect="helps", strength=3),
        Force(effect="resists", strength=5, shiftable="partly"),
    )
    rows = rows_of(canvas)
    assert [(row["name"], row["pull"]) for row in rows] == [
        ("▼ Card 2", -5),
        ("▼ Card 0", -2),
        ("▲ Card 1", 3),
    ]
    assert [row["says"] for row in rows] == [
        f"5 · {SPOKEN_SHIFTABLE['partly']}",
        f"2 · {SPOKEN_SHIFTABLE['no']}",
        f"3 · {wording.NOT_ASKED}",
    ]


def test_words_stand_on_the_free_side_of_the_middle(small: Canvas) -> None:
    canvas = scored(small, Force(effect="resists"), Force(effect="helps"))
    assert all(row["pull"] * row["beside"] < 0 for row in rows_of(canvas))


def test_a_long_list_is_cut_each_way(small: Canvas) -> None:
    many = [Force(effect="resists")] * (MOST + 5) + [Force(effect="helps")]
    rows = rows_of(scored(small, *many))
    assert [row["effect"] for row in rows] == ["resists"] * MOST + ["helps"]


def test_colours_can_be_seen_in_the_dark(small: Canvas) -> None:
    canvas = scored(small, Force(effect="helps"))
    for on_dark in (False, True):
        [bars] = [
            layer for layer in spec_of(canvas, on_dark)["layer"] if "color" in layer["encoding"]
        ]
        expected = [dark(RESISTS), dark(HELPS)] if on_dark else [RESISTS, HELPS]
        assert bars["encoding"]["color"]["scale"]["range"] == expected
