"""Long lists of wordings as one pattern."""

import re

from scrapers.minutes.wordings import any_of


def test_any_of_the_wordings_fits_and_no_other():
    pattern = re.compile(rf"\b{any_of('[Nn]ot | hop(?:e|ing) | never | no')}\b")

    assert all(map(pattern.fullmatch, ("Not", "not", "hope", "hoping", "never", "no")))
    assert not any(map(pattern.fullmatch, ("Never", "hop", "none", "")))


def test_of_two_wordings_that_fit_at_one_place_the_first_is_taken():
    found = re.match(any_of("since | in | inspection"), "inspection")

    assert found
    assert found[0] == "in"
