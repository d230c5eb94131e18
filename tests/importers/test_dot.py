"""DOT as graphviz reads it."""

from __future__ import annotations

import pytest

from tests.importers.bringing import arrows, bring, card, link, refused, texts

ALL = r"""
/* A map */ // with comments
# and lines of the preprocessor
strict digraph "Our map" {
  graph [rankdir=LR]; node [shape=box, color=red]; label = "Our title"
  a [label="Rents \"rise\"\nagain", pos="10,20!"];
  b [label=<Debt<br/>&amp; <b>worry</b>>, tooltip="Seen"];
  subgraph cluster_0 { label="Beliefs"; c; "d e" -> c [label="-"] }
  a -> b -> c [label="+", weight=2];
  a:port:n -> {c "d e"} [dir=back]
  -1.5 -> é; subgraph { x y } -> z
  "long " ; w [label="one " + "two"]
}
"""


def test_the_whole_grammar_is_read() -> None:
    imported = bring(ALL, "map.dot")
    assert imported.canvas.title == "Our title"
    assert texts(imported) == [
        'Rents "rise"\nagain',
        "Debt\n& worry",
        "c",
        "d e",
        "-1.5",
        "é",
        "x",
        "y",
        "z",
        "long",
        "one two",
    ]
    assert arrows(imported)[:3] == [
        "d e >- c",
        'Rents "rise"\nagain >+ Debt\n& worry',
        "Debt\n& worry >+ c",
    ]
    assert arrows(imported)[-3:] == ["-1.5 > é", "x > z", "y > z"]


def test_clusters_are_groups_and_attributes_are_kept() -> None:
    imported = bring(ALL, "map.gv")
    assert card(imported, "c").tags == ("Beliefs",)
    assert card(imported, "c").level == "mental_models"
    assert card(imported, "Debt\n& worry").note == "tooltip: Seen"
    assert link(imported, "Debt\n& worry", "c").note == "Weight: 2"
    assert imported.report.names("style")


def test_an_undirected_graph_says_so() -> None:
    imported = bring("graph { a -- b }", "x.txt")
    assert imported.report.format == "DOT graph"
    assert imported.report.names("no_way") == ("a → b",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("digraph {", "cut off"),
        ("digraph { a -> }", "line 1: this is not DOT"),
        ("digraph {\n a [label=] }", "line 2: this is not DOT"),
        ('digraph {\n\n a [label="x }', "line 3: this is not DOT"),
        ("digraph { a [label=<<b>] }", "no >"),
        ("digraph " + "{" * 5_000, "deep"),
        ("digraph { /* a }", "not DOT"),
        ("tree { a }", "not DOT"),
        ("digraph {}", "no cards"),
        (
            "digraph { {"
            + " ".join(f"a{n}" for n in range(300))
            + "} -> {"
            + " ".join(f"b{n}" for n in range(300))
            + "} }",
            "far more edges",
        ),
    ],
)
def test_a_bad_graph_is_refused(data: str, said: str) -> None:
    assert said in refused(data, "x.dot")
