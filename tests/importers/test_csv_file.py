"""CSV as people, spreadsheets and other programs save it."""

from __future__ import annotations

import pytest

from tests.importers.bringing import arrows, bring, card, link, refused, texts

CARDS = """Text,Level,Layer,Tags,Note
Budget cut,events,national,a|b,Said twice
Staff leave,Patterns,Place,,
"""
LINKS = "From,To,Type,Label\nBudget cut,Staff leave,+,quickly\nStaff leave,Budget cut,blocks,"


def test_cards_stand_where_the_table_says() -> None:
    imported = bring(CARDS)
    assert [(c.text, c.layer, c.level) for c in imported.canvas.cards] == [
        ("Budget cut", "national", "events"),
        ("Staff leave", "place", "patterns"),
    ]
    assert card(imported, "Budget cut").tags == ("a", "b")
    assert card(imported, "Budget cut").note == "Said twice"


def test_links_alone_make_their_cards() -> None:
    imported = bring(LINKS)
    assert arrows(imported) == ["Budget cut >+ Staff leave", "Staff leave > Budget cut"]
    assert link(imported, "Budget cut", "Staff leave").note == "quickly"
    assert link(imported, "Staff leave", "Budget cut").verb == "blocks"
    assert not imported.report.names("end_made")


def test_cards_and_links_stand_in_one_table() -> None:
    imported = bring("From,To,Label\n,,A\n,,B\na,B,why")
    assert arrows(imported) == ["A > B"]
    assert link(imported, "A", "B").note == "why"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "headings",
    [("Text", "LEVEL"), ("level", "text"), (" Level ", "LABEL"), ("Iceberg_Level", "Name")],
)
def test_headings_are_known_in_any_order_case_and_delimiter(
    mark: str, headings: tuple[str, str]
) -> None:
    cells = ["events" if "level" in heading.lower() else '"One, two | 3"' for heading in headings]
    imported = bring(f"{mark.join(headings)}\n{mark.join(cells)}\n")
    assert card(imported, "One, two | 3").level == "events"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"]
)
def test_encodings_are_recognised(encoding: str) -> None:
    text = "Label;Description\nWohnungsnot wächst;Überall in der Stadt\nMüll auf der Straße;\n"
    imported = bring(text.encode(encoding))
    assert texts(imported) == ["Wohnungsnot wächst", "Müll auf der Straße"]
    assert bool(imported.report.names("encoding")) == (not encoding.startswith("utf-8"))


def test_excels_own_first_line_names_the_delimiter() -> None:
    assert texts(bring("sep=;\r\nText;Note\r\nA, b;c\r\n")) == ["A, b"]


def test_a_list_of_notes_needs_no_heading() -> None:
    assert texts(bring("Nobody answers\nThe bus is late\n\nRent rises\n")) == [
        "Nobody answers",
        "The bus is late",
        "Rent rises",
    ]


def test_old_line_ends_and_breaks_in_cells_are_read() -> None:
    assert texts(bring('Text,Note\r"Two\r\nlines",x\rB,y')) == ["Two\nlines", "B"]


def test_unknown_columns_go_to_the_note_and_are_told() -> None:
    imported = bring("Text,Owner\nA,Council\n")
    assert card(imported, "A").note == "Owner: Council"
    assert imported.report.names("heading") == ("our map.csv: Owner",)


def test_cells_past_the_headings_are_kept() -> None:
    assert card(bring("Text,Note\nA,b,c,d\n"), "A").note == "b\nColumn 3: c\nColumn 4: d"


def test_ids_join_links_to_cards_and_dangling_ones_are_told() -> None:
    imported = bring("Id,Label,From,To\n7,A,,\n8,B,,\n,,7,8\n,,8,9\n")
    assert arrows(imported) == ["A > B"]
    assert imported.report.names("dangling") == ("B → 9",)
    assert [card.id for card in imported.canvas.cards] == ["7", "8"]


def test_an_id_that_comes_again_is_made_another() -> None:
    imported = bring("Id,Label\n7,A\n7,B\n")
    assert [card.id for card in imported.canvas.cards] == ["7", "7-2"]
    assert imported.report.names("same_id") == ("B",)


def test_gephis_source_and_target_are_ends() -> None:
    assert arrows(bring("Source,Target,Weight\nA,B,1\n")) == ["A > B"]


def test_source_alone_is_a_reference() -> None:
    assert card(bring("Label,Source\nA,The Times\n"), "A").source == "The Times"


def test_several_effects_in_one_cell_are_several_links() -> None:
    assert arrows(bring("From,To\nA,B|C\n")) == ["A > B", "A > C"]


def test_an_effect_that_no_card_has_becomes_one_and_is_told() -> None:
    imported = bring("Label,From,To\nA,,\n,A,B\n")
    assert arrows(imported) == ["A > B"]
    assert imported.report.names("end_made") == ("B",)


def test_kumus_polarities() -> None:
    imported = bring("From,To,Type\nA,B,+\nB,C,--\nC,D,+-\nD,E,−\nE,F,likes\n")
    assert arrows(imported) == ["A >+ B", "B >- C", "C > D", "D >- E", "E > F"]
    assert link(imported, "B", "C").strength == 3
    assert link(imported, "C", "D").note == "Sign: +-"
    assert imported.report.names("polarity") == ("C → D (+-)",)
    assert link(imported, "E", "F").note == "likes"


def test_kumus_directions() -> None:
    imported = bring("From,To,Direction\nA,B,mutual\nB,C,undirected\nC,D,directed\n")
    assert arrows(imported) == ["A > B", "B > A", "B > C", "C > D"]
    assert imported.report.names("both_ways") == ("A → B",)
    assert imported.report.names("no_way") == ("B → C",)


def test_links_that_say_nothing_new_are_told() -> None:
    imported = bring("From,To,Label\nA,A,\nA,B,one\nA,B,two\n")
    assert arrows(imported) == ["A > B"]
    assert imported.report.names("self") == ("A → A",)
    assert imported.report.names("duplicate") == ("A → B (two)",)


def test_a_text_that_is_too_long_is_whole_in_the_note() -> None:
    long = "word " * 100
    imported = bring(f"Text,Note\n{long},mine\n")
    [only] = imported.canvas.cards
    assert len(only.text) <= 240
    assert only.text.endswith("word…")
    assert only.note == f"{long.strip()}\nmine"
    assert imported.report.names("shortened") == (only.text,)


def test_a_note_that_is_too_long_is_whole_in_the_report() -> None:
    note = "".join(str(number % 10) for number in range(5_000))
    imported = bring(f"Text,Note\nA,{note}\n")
    kept = card(imported, "A").note or ""
    [cut] = imported.report.names("note_cut")
    assert kept.removesuffix("…") + cut.partition(": ")[2] == note


def test_formulas_are_texts() -> None:
    assert texts(bring("Text,Note\n=HYPERLINK(1),\n'=quoted,\n@x,\n")) == [
        "=HYPERLINK(1)",
        "=quoted",
        "@x",
    ]


def test_nul_bytes_and_control_characters_go() -> None:
    assert texts(bring(b"Text,Note\nA\0 b\x07,\n")) == ["A b"]


@pytest.mark.parametrize("data", ["", "\n \n", "\ufeff", "\0\0"])
def test_an_empty_file_is_refused(data: str) -> None:
    assert "empty" in refused(data) or "no cards" in refused(data) or "No column" in refused(data)


def test_a_table_without_a_known_heading_says_how_to_call_it() -> None:
    assert "Call that column Text" in refused("Wer,Was\na,b\n")


def test_too_many_rows_are_refused_in_time() -> None:
    assert "13,000 rows" in refused("Text\n" + "a card\n" * 100_000)


def test_more_cards_than_a_canvas_holds_are_refused() -> None:
    assert "2,001 cards" in refused("Text\n" + "a card\n" * 2_001)


def test_a_cell_without_end_is_refused() -> None:
    assert "line" in refused('Text,Note\n"' + "x" * 200_000)


def test_a_large_file_is_refused() -> None:
    assert "10 MB" in refused(b"x" * 10_000_001)


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ("a|b, c", ("a", "b, c")),
        ('"a, b"', ("a", "b")),
        (r'"a\, b"', ("a, b",)),
        (r"a\|b", ("a|b",)),
        ("a\\", ("a\\",)),
        ("||", ()),
    ],
)
def test_tags_are_parted_by_pipes_else_by_commas(cell: str, tags: tuple[str, ...]) -> None:
    separator = ";" if "," in cell and '"' not in cell else ","
    data = f"Text{separator}Tags\nA{separator}{cell}\n"
    assert card(bring(data), "A").tags == tags


def test_values_that_make_no_sense_stay_in_the_note() -> None:
    imported = bring(
        "Label,Level,Votes,X,Direction,Effect,Strength,Colour,From,To,Delay\n"
        "A,deep,many,left,up,maybe,very,red,,,\n"
        "B,,,,,resists,9,,,,\n"
        "unknown,,,,west,,much,,A,B,3 years\n"
    )
    assert set((card(imported, "A").note or "").split("\n")) == {
        "level: deep",
        "votes: many",
        "x: left",
        "direction: up",
        "effect: maybe",
        "strength: very",
    }
    assert card(imported, "B").note == "strength: 9"
    note = link(imported, "A", "B").note or ""
    assert set(note.split("\n")) == {
        "unknown",
        "direction: west",
        "strength: much",
        "delayed: 3 years",
    }
    assert imported.report.names("style") == ("colours",)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_title_above_the_headings_is_told_and_does_no_harm(mark: str) -> None:
    rows = ["Workshop in May,,", ",,", "Card,Level,Layer", "The bus was cut,Events,Place"]
    imported = bring("\n".join(rows).replace(",", mark))
    assert [(c.text, c.level) for c in imported.canvas.cards] == [("The bus was cut", "events")]
    assert imported.report.names("other") == ("our map.csv: Workshop in May",)


def test_a_list_of_notes_with_a_word_of_headings_in_it_is_whole() -> None:
    assert texts(bring("Rents rise\nThe name\nTitle\n")) == ["Rents rise", "The name", "Title"]


def test_a_cause_and_its_effect_are_ends() -> None:
    imported = bring("Cause,Effect,Sign\nTargets,Cuts,negative\nCuts,Anger,positive\n")
    assert arrows(imported) == ["Targets >- Cuts", "Cuts >+ Anger"]


def test_a_link_that_is_left_out_is_told_with_all_that_it_says() -> None:
    imported = bring("From,To,Note\nA,B,first\nA,B,as the council says\n")
    assert imported.report.names("duplicate") == ("A → B: as the council says",)


def test_a_first_row_that_nobody_can_read_is_named() -> None:
    assert "“What?”, “Where”" in refused("What?,Where\nThe bus,Town\n")


def test_copies_that_kumu_numbers_are_one_card_in_its_tables_too() -> None:
    table = "Label,Type,Tags,From,To\nDebt,Trend,a,,\nDebt2,,b,,\nJobs,,,,\n,,,Debt2,Jobs\n"
    imported = bring(table)
    assert texts(imported) == ["Debt", "Jobs"]
    assert arrows(imported) == ["Debt > Jobs"]
    assert imported.report.names("ghost") == ("Debt2 → Debt",)


def test_numbers_in_tables_of_others_make_no_copies() -> None:
    assert texts(bring("Card,Colour\nPlan,red\nPlan2,red\n")) == ["Plan", "Plan2"]
