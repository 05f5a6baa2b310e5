import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers import moderngov
from scrapers.errors import EmptyPageError
from scrapers.moderngov.text_page import parse_text_page
from scrapers.records import AgendaItem
from tests.scrapers.steps import assert_in_proportion

LABELS = [
    "Agenda item", "Issue - meetings", "Agenda and minutes", "Decision details", "Minutes:",
    "Decision:", "Additional documents:", "Supporting documents:", "Purpose:", "No. Item", "7.",
    "Meeting: 22/11/2022 - Cabinet (Item 5)", "5 Plan pdf icon PDF 94 KB", "Report, item 5.",
    "Date of decision: 31/02/2023", "Cabinet - Tuesday 14 March 2023 6.30 pm", "", "\xa0",
    "RESOLVED that the report be noted.", "...  view the full minutes text for item 5",
]  # fmt: skip


def items(page, **kwargs):
    return [r for r in parse_text_page(page, **kwargs) if isinstance(r, AgendaItem)]


@given(st.lists(st.sampled_from(LABELS) | st.text(max_size=30), min_size=1, max_size=25))
def test_fields_are_stretches_of_the_page_whatever_the_page(lines):
    page = "\n".join(lines)
    try:
        found = items(page)
    except EmptyPageError:
        assert not page.strip()
        return

    for item in found:
        assert (item.description or "") in page
        assert (item.minutes_text or "") in page


@given(
    st.lists(st.sampled_from(["The panel met.", "(i) That it be noted;", "  • Staffing.", "\xa0"]),
             min_size=1, max_size=12),
    st.sampled_from(["\n\n", "\n\n\n", "\n"]),
    st.sampled_from(["agenda_item", "issue_details", "meeting_documents", "decision_details"]),
)  # fmt: skip
def test_text_without_any_label_is_minutes_and_none_of_it_is_lost(paragraphs, gap, kind):
    page = gap.join(["Consideration was given to the report, which was received.", *paragraphs])
    (item,) = items(page, page_kind=kind)
    said = " ".join([item.title, item.description or "", item.minutes_text or ""])

    assert said.split() == page.split()
    assert item.minutes_text is not None


def test_a_page_that_does_not_say_its_meeting_gives_an_item_without_one():
    (item,) = items("Agenda item\n\nImprovement plan\n\nMinutes:\n\nIt was noted.")

    assert (item.meeting_id, item.held_on, item.committee_name) == (None, None, None)
    assert (item.title, item.minutes_text) == ("Improvement plan", "It was noted.")


def test_a_title_that_pasting_lost_is_not_made_up():
    lost = "Agenda item\n\nReport of the Director on the letter, attached.\n\nMinutes:\n\nNoted."
    (item,) = items(lost)

    assert item.title == ""
    assert item.description == "Report of the Director on the letter, attached."


def test_the_words_before_the_link_to_the_whole_minutes_are_kept():
    (item,) = items("Agenda item\n\nPlan\n\nMinutes:\n\nThe Chair  ...  view the full minutes text")

    assert item.is_truncated
    assert item.minutes_text == "The Chair"


def test_sentences_after_the_documents_are_minutes_where_their_label_was_lost():
    (item,) = items(
        "Issue - meetings\n\nPlan\n\nMeeting: 17/05/2023 - Assembly (Item 10)\n\n"
        "10 Plan pdf icon PDF 94 KB\n\nTo consider the plan.\n\nAdditional documents:\n\n"
        "  • Appendix A pdf icon PDF 1 MB\n\n\nThe Member introduced the plan."
    )

    assert item.item_number == "10"
    assert item.description == "To consider the plan."
    assert item.minutes_text == "The Member introduced the plan."


@pytest.mark.parametrize(
    ("label", "field"),
    [("Cofnodion:", "minutes_text"), ("Penderfyniad:", "minutes_text")],
)
def test_welsh_labels_are_understood(label, field):
    (item,) = items(f"Agenda item\n\nCynllun\n\nI nodi.\n\n{label}\n\nPenderfynwyd nodi.")

    assert item.description == "I nodi."
    assert "Penderfynwyd nodi." in getattr(item, field)


def test_a_restricted_item_is_told_by_its_link():
    (item,) = items("Agenda item\n\nContract\n\nView the reasons why item 5. is restricted")

    assert item.is_restricted


def test_a_page_without_text_is_an_error():
    with pytest.raises(EmptyPageError):
        parse_text_page(" \n\xa0\n")


@pytest.mark.parametrize("filler", ["word " * 20 + "\n", "\n", " \t", "x", "1.\n\nTitle\n\n"])
def test_a_long_page_takes_steps_in_proportion(filler):
    def read(text: str) -> None:
        parse_text_page(f"Agenda item\n\nPlan\n\nMinutes:\n\n{text}\nEnd")

    assert_in_proportion(read, filler, moderngov)
