from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.moderngov.labels import (
    Section,
    is_body,
    minutes_status_of,
    read_sitting,
    section_of,
    split_size,
    without_cut,
)
from scrapers.moderngov.moments import date_in, time_in


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("15 Jan 2026 7:30 pm", date(2026, 1, 15)),
        ("Thursday 15 January 2026", date(2026, 1, 15)),
        ("Monday, 26th January, 2026, 4.00 p.m.", date(2026, 1, 26)),
        ("22/10/2015", date(2015, 10, 22)),
        ("26th-Jan-2026 16.00", date(2026, 1, 26)),
        ("Dydd Llun, 16eg Gorffennaf, 2018 10.00 o'r gloch", date(2018, 7, 16)),
        ("3 Sept 2024", date(2024, 9, 3)),
        ("Dydd Mercher, 2il Fai, 2018", date(2018, 5, 2)),
        ("16 o Orffennaf 2018", date(2018, 7, 16)),
        ("31/02/2023", None),
        ("12 Mayor 2023", None),
        ("Item 5 of 2023", None),
    ],
)
def test_dates_are_read_as_printed_and_never_guessed(printed, day):
    assert date_in(printed) == day


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("15 Jan 2026\xa07:30 pm", "19:30"),
        ("2026, 4.00 p.m.", "16:00"),
        ("10:00am", "10:00"),
        ("12.00 am", "00:00"),
        ("12 noon", "12:00"),
        ("19.30", "19:30"),
        ("2pm", "14:00"),
        ("10.00 o'r gloch", "10:00"),
        ("2.00 o'r gloch y prynhawn", "14:00"),
        ("2.00 y.p.", "14:00"),
        ("12.00 canol dydd", "12:00"),
        ("22/10/2015", None),
        ("25.00", None),
    ],
)
def test_hours_are_read_as_printed(printed, time):
    assert time_in(printed) == time


@pytest.mark.parametrize(
    ("heading", "committee", "hour", "status"),
    [
        ("Cabinet - Thursday 15 January 2026 7:30 pm", "Cabinet", "19:30", None),
        ("Cabinet - Thursday 15 January 2026 7:30 pm, CANCELLED", "Cabinet", "19:30", "CANCELLED"),
        ("Audit Committee Thursday, 15th January, 2026 6.00 pm, NEW", "Audit Committee", "18:00",
         "NEW"),
        ("Moved from 13 January, Planning - Thursday 15 January 2026 10:00am", "Planning", "10:00",
         "Moved from 13 January"),
        ("Hill - Pitch, Hill - Thursday 15 January 2026 7.00 pm", "Hill - Pitch, Hill",
         "19:00", None),
        ("Thursday 15th January, 2026 6.15 pm, Monthly Council Meeting", "Monthly Council Meeting",
         "18:15", None),
        ("CANCELLED, Cabinet - Thursday 15 January 2026 7:30 pm", "Cabinet", "19:30", "CANCELLED"),
        ("Cabinet - POSTPONED - Thu 15 Jan 2026 7:30 pm", "Cabinet", "19:30", "POSTPONED"),
        ("Y Cabinet, Dydd Iau, 15fed Ionawr, 2026 2.00 yp, Wedi'i ganslo", "Y Cabinet", "14:00",
         "Wedi'i ganslo"),
        ("Cancelled Leases Panel - Thursday 15 January 2026", "Cancelled Leases Panel", None, None),
        ("15/01/2026 - Policy Committee", "Policy Committee", None, None),
    ],
)  # fmt: skip
def test_a_heading_names_committee_day_hour_and_status(heading, committee, hour, status):
    sitting = read_sitting(heading)

    assert sitting is not None
    assert sitting.held_on == date(2026, 1, 15)
    assert (sitting.committee_name, sitting.starts_at_local) == (committee, hour)
    assert sitting.stated_status == status


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Meeting", "none"),
        ("Agenda", "none"),
        ("Agenda and decisions", "none"),
        ("Agenda and draft minutes", "draft"),
        ("Agenda, decisions and minutes", "published"),
        ("Rhaglen, Penderfyniadau a Chofnodion.", "published"),
        ("Agenda a Chofnodion", "published"),
        ("Rhaglen a chofnodion drafft", "draft"),
        ("Something else", None),
    ],
)
def test_the_heading_of_a_meeting_tells_whether_its_minutes_are_out(heading, status):
    assert minutes_status_of(heading) == status


def test_labels_are_known_in_both_languages_and_other_words_are_none():
    assert section_of("Minutes:") is section_of("Cofnodion:") is Section.MINUTES
    assert section_of("Decision:") is section_of("Penderfyniad:") is Section.DECISION
    assert section_of("Supporting  documents:") is Section.DOCUMENTS
    assert section_of("Decision number:") is None
    assert section_of("Minutes of the last meeting") is None


@pytest.mark.parametrize(
    ("label", "size"),
    [
        ("Report pdf icon PDF 553 KB", ("pdf", 566272)),
        ("Report PDF 1.5 MB", ("pdf", 1572864)),
        ("Adroddiad pdf eicon DOC 12 KB", ("doc", 12288)),
        ("Report", None),
        ("Budget 2 M", None),
    ],
)
def test_a_files_type_and_size_are_read_from_its_link(label, size):
    assert split_size(label)[1] == size


def test_a_committee_is_told_from_an_officer():
    assert is_body("Cabinet")
    assert not is_body("Cabinet Member for Children")
    assert not is_body("Service Director - Families")


@given(st.text())
def test_no_text_makes_reading_a_label_fail(text):
    read_sitting(text)
    minutes_status_of(text)
    section_of(text)
    whole, is_cut = without_cut(text)
    assert text.startswith(whole)
    assert is_cut or whole == text
