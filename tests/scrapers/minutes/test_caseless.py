"""Patterns that fit words in any case, where the text has them."""

import pytest

from scrapers.minutes.caseless import Caseless


def test_words_are_found_in_any_case_at_the_texts_own_offsets():
    pattern = Caseless(r"\bofsted (?P<verb>judged|rated)\b")

    found = pattern.search("In May OFSTED Rated it good")

    assert found
    assert found.span("verb") == (14, 19)
    assert pattern.match("In May Ofsted rated", 7)
    assert pattern.fullmatch("Ofsted judged")
    assert [one.start() for one in pattern.finditer("Ofsted judged; OFSTED RATED")] == [0, 15]


def test_what_is_left_of_a_text_keeps_its_case():
    assert Caseless(r"\bthe\b").sub("a", "The Council and THE Board") == "a Council and a Board"


def test_a_capital_is_refused_for_it_would_never_fit():
    with pytest.raises(ValueError, match="capital"):
        Caseless(r"\bOfsted\b")


def test_a_letter_that_grows_in_lower_case_shifts_nothing_behind_it():
    found = Caseless(r"\bmoved\b").search("Councillor \u0130lhan MOVED that")

    assert found
    assert found.span() == (17, 22)
