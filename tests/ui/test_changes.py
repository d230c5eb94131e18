from __future__ import annotations

import pytest

from iceberg.ui.canvas.changes import figure_in, force_of, tags_in


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("127,890", 127890),
        (" 12.5 ", 12.5),
        ("0", 0),
        ("-3", -3),
        ("", None),
        ("  ", None),
        ("18%", "18%"),
        ("nan", "nan"),
        ("inf", "inf"),
        ("1e999", "1e999"),
        ("=1+1", "=1+1"),
    ],
)
def test_figures_are_numbers_where_they_are(typed: str, figure: object) -> None:
    found = figure_in(typed)
    assert found == figure
    assert type(found) is type(figure)


def test_tags_are_split_at_commas() -> None:
    assert tags_in(" a, b c ,,d,") == ("a", "b c", "d")


def test_a_force_needs_an_effect() -> None:
    assert force_of(None, 4, "yes") is None
    force = force_of("helps", None, None)
    assert force is not None
    assert (force.effect, force.strength, force.shiftable) == ("helps", 3, None)
