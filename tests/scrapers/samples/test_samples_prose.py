"""A clerk's plain text becomes the HTML that real minutes come in."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from scrapers.samples.prose import word, word_cut


def squashed(html: str) -> str:
    return " ".join(html.split())


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**RESOLVED:**", '<p style="font-weight: bold" class="MsoNormal">'),
        ("**RESOLVED:** That it be so.", "<b>RESOLVED:</b> That it be so."),
        ("(i) That it be noted;", '<span style="">(i)<span style="font:7.0pt'),
        ("**(a) one;**\n**(b) two**", "</span></span><b>two</b></p>"),
        ("+ one\n+ two", '<li class="MsoNormal">one</li> <li class="MsoNormal">two</li>'),
        ("# one", '<ol style="margin-top:0cm"><li'),
        ("| (1) | one |\n| (2) | two |", "<td>(2)</td><td>two</td>"),
        ("· a “point”", "&middot;<span"),
        ("· a “point”", "a &ldquo;point&rdquo;"),
        ("one~two", "one&nbsp;two"),
        ("one\n\ntwo", '<p class="MsoNormal">&nbsp;</p>'),
    ],
)
def test_each_mark_makes_its_markup(text: str, html: str):
    assert html in squashed(word(text))


def test_a_cut_ends_inside_the_last_paragraph():
    html = squashed(word_cut("One.\n\n**RESOLVED that it be so.**", "RESOLVED that", Markup("<a>")))

    assert html.endswith(">RESOLVED that</span> &nbsp;...&nbsp; <a></p> </div> </div>")


def test_a_cut_after_words_that_are_not_there_is_an_error():
    with pytest.raises(ValueError, match="not there"):
        word_cut("One.", "two", Markup("<a>"))


@given(st.lists(st.text("abcdefgh &<>£\u2019.,", min_size=1), max_size=6))
def test_no_word_is_lost(paragraphs: list[str]):
    text = "\n\n".join(paragraphs)

    assert words_of(word(text)).replace("\xa0", " ").split() == text.split()
