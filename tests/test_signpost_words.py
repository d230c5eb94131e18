"""What would warn that an assumption fails, in words."""

from __future__ import annotations

import pytest

from iceberg.wording import linked, number, signpost


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("", ""), ""),
        (("A letter", ""), "A letter"),
        (("", "Rents"), "“Rents”"),
        (("A letter", "Rents"), "A letter (seen at “Rents”)"),
        (("", "Rents", "above", 1_400), "“Rents” rises above 1,400"),
        (("A letter", "Rents", "below", 7.5, "£m"), "A letter (“Rents” falls below 7.5 £m)"),
        (("A letter", "", "above", 3), "A letter"),
    ],
)
def test_a_signpost(given: tuple[str, str, str, float, str], said: str) -> None:
    assert signpost(*given) == said


def test_figures_and_links() -> None:
    assert (number(134_760), number(7.25), number(-1_000)) == ("134,760", "7.25", "-1,000")
    assert linked("A", "holds in place", "“B”") == "“A” holds in place “B”"
