"""Layout of minutes: paragraphs, list items with their markers, table cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.minutes.decisions.blocks import CELL, ITEM, PARAGRAPH, blocks_of
from scrapers.minutes.decisions.plain import squash

# Typography is made plain in a block's text, so these are what a comparison has to even out.
PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014\u2212", "''\"\"-----")


def laid_out(text: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.marker, block.text) for block in blocks_of(text)]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "Thanks were given for the views\nof the Youth Panel upon a Regional\n"
        "Transport offer.\nMembers spoke."
    )

    assert laid_out(text) == [
        (
            PARAGRAPH,
            None,
            "Thanks were given for the views of the Youth Panel upon a Regional Transport offer.",
        ),
        (PARAGRAPH, None, "Members spoke."),
    ]


def test_a_label_on_its_own_line_is_not_joined_to_the_line_below():
    assert [text for _, _, text in laid_out("RESOLVED\nThat the offer be widened.")] == [
        "RESOLVED",
        "That the offer be widened.",
    ]


@pytest.mark.parametrize(
    "marker",
    [
        "(i)",
        "a)",
        "(a)",
        "1.",
        "12)",
        "(3)",
        "2.a.",
        "10.4",
        "iv.",
        "\u2022",
        "\u00b7",
        "-",
        "\u2013",
    ],
)
def test_a_list_item_keeps_its_marker_as_printed(marker):
    assert laid_out(f"{marker}   a visit be arranged") == [(ITEM, marker, "a visit be arranged")]


def test_a_marker_on_a_line_of_its_own_belongs_to_the_text_below():
    assert laid_out("(a)\n\nthe hub opened;\n\n\u00a0\n\n(b)\n\nit closed.") == [
        (ITEM, "(a)", "the hub opened;"),
        (ITEM, "(b)", "it closed."),
    ]


def test_indent_tells_how_deep_an_item_stands():
    blocks = blocks_of("1. first\n  \u2022 below\n    - deeper\n2. second")

    assert [block.depth for block in blocks] == [0, 1, 2, 0]


def test_table_rows_are_cells_with_row_and_column():
    blocks = blocks_of("Decision number:\tDecision:\n7/24\tThe offer was widened.")

    assert [(block.kind, block.row, block.column) for block in blocks] == [
        (CELL, 0, 0),
        (CELL, 0, 1),
        (CELL, 1, 0),
        (CELL, 1, 1),
    ]


def test_a_marker_cell_makes_the_cell_beside_it_an_item():
    assert laid_out("RESOLVED:\t(1)\tthe offer be widened") == [
        (CELL, None, "RESOLVED:"),
        (CELL, "(1)", "the offer be widened"),
    ]


def test_a_year_or_an_amount_at_the_head_of_a_line_is_no_marker():
    assert laid_out("2019. It was a hard year") == [(PARAGRAPH, None, "2019. It was a hard year")]


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(["(i)", "1. x", "  \u2022 y  z", "a\tb", "That", "", "\u00a0", "c | d"]),
    ),
    max_size=20,
)


@given(LINES.map("\n".join))
def test_every_block_is_its_own_stretch_of_the_text(text):
    end = 0
    for block in blocks_of(text):
        assert squash(text[block.start : block.end]).translate(PLAIN) == block.text
        assert block.start >= end
        end = block.end


@given(LINES.map("\n".join), st.data())
def test_every_part_of_a_block_leads_back_to_its_letters(text, data):
    for block in blocks_of(text):
        start = data.draw(st.integers(0, len(block.text) - 1))
        end = data.draw(st.integers(start + 1, len(block.text)))
        first, last = block.stretch(start, end)

        assert squash(text[first:last]).translate(PLAIN) == squash(block.text[start:end])


@given(LINES.map("\n".join))
def test_no_word_is_lost_between_the_blocks(text):
    blocks = blocks_of(text)
    kept = "".join((block.marker or "") + block.text for block in blocks)
    printed = text.replace("|", "").translate(PLAIN)

    assert "".join(kept.split()).translate(PLAIN).replace("|", "") == "".join(printed.split())
