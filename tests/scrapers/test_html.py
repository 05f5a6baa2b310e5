import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers import html
from scrapers.errors import PageChangedError, PageTooLargeError


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("Café – “good”".encode(), None),
        ("Café – “good”".encode(), "text/html; charset=utf-8"),
        ("Café – “good”".encode("cp1252"), "text/html; charset=iso-8859-1"),
        ("Café – “good”".encode("cp1252"), None),
        ("Café – “good”".encode("cp1252"), "text/html; charset=utf-8"),
        ("Café – “good”".encode("utf-16"), "text/html"),
        ("Café – “good”".encode("utf-8-sig"), "text/html; charset=ISO-8859-1"),
        ("Café – “good”".encode(), "text/html; charset=no-such-charset"),
        ("Café – “good”".encode(), "text/html; charset=koi8-r"),
        ("Café – “good”".encode(), "text/html; charset=utf-16"),
        ("Café – “good”".encode("utf-16-le"), "text/html; charset=utf-16-le"),
    ],
)
def test_bytes_are_read_as_what_they_are_whatever_they_are_called(body, content_type):
    assert html.decode(body, content_type) == "Café – “good”"


def test_a_page_beyond_all_measure_is_refused_before_a_tree_is_made_of_it():
    for page in ("<p>" * (html.MOST_TAGS + 1), "<p>" + "x" * html.LONGEST_PAGE):
        with pytest.raises(PageTooLargeError, match="are no page"):
            html.parse(page)


def test_a_page_may_name_its_charset_itself():
    body = '<meta charset="cp1251"><p>Привет</p>'.encode("cp1251")

    assert "Привет" in html.decode(body, "text/html")


@given(st.binary(), st.none() | st.text())
def test_no_bytes_make_decoding_fail(body, content_type):
    html.decode(body, content_type)


@pytest.mark.parametrize(
    "codec", ["punycode", "undefined", "idna", "unicode_escape", "zip", "rot13", "utf-7"]
)
def test_what_is_no_encoding_of_pages_is_not_used_as_one(codec):
    assert (
        html.decode(b"caf\xe9 +2AA- \\u0041", f"text/html; charset={codec}") == "café +2AA- \\u0041"
    )


def test_only_what_is_moderngovs_own_is_read_of_a_whole_page():
    page = (
        "<html><head><title>T</title></head><body><h1>Site</h1><p>Menu</p>"
        '<div class="x" id="modgov"><h1></h1><h1>Agenda</h1></div></body></html>'
    )
    root = html.modgov(page)

    assert html.heading(root) == "Agenda"
    assert "Menu" not in html.text(html.parse(page))


def test_a_fragment_without_the_frame_is_read_whole():
    assert html.heading(html.modgov("<h1>Decision details</h1><p>Words</p>")) == "Decision details"


def test_a_page_without_a_heading_is_an_error():
    with pytest.raises(PageChangedError, match="h1"):
        html.heading(html.modgov("<p>Words</p>"))


def test_a_selection_is_exact_or_an_error_that_names_it():
    root = html.parse('<p class="a b">one</p><p class="c">two</p>')

    assert html.text(html.one(root, "p.b")) == "one"
    assert len(html.some(root, "p")) == 2
    with pytest.raises(PageChangedError, match=r"expected one 'p', found 2"):
        html.one(root, "p")
    with pytest.raises(PageChangedError, match=r"expected some 'p\.missing', found none"):
        html.some(root, "p.missing")
    with pytest.raises(PageChangedError, match="has no 'href'"):
        html.attribute(html.one(root, "p.b"), "href")


def test_text_keeps_words_apart_where_the_page_breaks_the_line_and_together_elsewhere():
    tag = html.parse("<h2>Cabinet<br/>Monday 5<sup>th</sup>&nbsp;May<script>x</script></h2>")

    assert html.text(tag) == "Cabinet Monday 5th May"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", None),
        ("<p>&nbsp;</p><p> </p>", None),
        ("just words", "just words"),
        ("<p>hard\nwrapped&nbsp;&nbsp; line</p>", "hard wrapped line"),
        ("<p>one</p><p>&nbsp;</p><p>two</p>", "one\n\ntwo"),
        ("<p>one<br>two<br/><br/>three</p>", "one\ntwo\n\nthree"),
        ("<p>kept</p><script>no</script><style>no</style><!-- no -->", "kept"),
        ("<p>Noted:</p><ul><li>a</li><li>b</li></ul><p>end</p>", "Noted:\n\n• a\n• b\n\nend"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ('<ol type="a" start="3"><li>x</li><li>y</li></ol>', "c. x\nd. y"),
        ('<ol type="i"><li>x</li><li>y</li><li>z</li></ol>', "i. x\nii. y\niii. z"),
        ('<ol style="list-style-type: upper-roman"><li>x</li></ol>', "I. x"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n  • b\n2. c"),
        ("<ul><li><p>a</p><p>more</p></li></ul>", "• a\n  more"),
        ("<ul><li>(i) That</li></ul>", "(i) That"),
        ("<ul><li>&nbsp;</li><li>b</li></ul>", "• b"),
        ("<p><span>1.<span>&nbsp;&nbsp;&nbsp;</span></span>That</p>", "1. That"),
        ("<p>&middot;<span>&nbsp; </span>That</p><p>(a)That</p>", "· That\n\n(a) That"),
        ("<p>1.5 million</p>", "1.5 million"),
        ("<table><tr><td>(1)</td><td>That\nit</td></tr><tr><th>a</th><td>b</td></tr></table>",
         "(1)\tThat it\na\tb"),
        ("<table><tr><td>x</td><td><p>a</p><p>b</p></td></tr></table><p>y</p>", "x\ta\n\nb\n\ny"),
        ("<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>", "in"),
        ("<table><tr><td></td></tr></table>", None),
        ("<div>loose <b>words</b><p>then</p>a text</div>", "loose words\n\nthen\n\na text"),
    ],
)  # fmt: skip
def test_minutes_become_plain_text(markup, expected):
    assert html.prose(html.parse(markup)) == expected


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ul>", "</ul>", "<ol type=a>", "</ol>", "<li>", "</li>", "<table>", "<tr>",
         "<td>", "</td>", "</tr>", "</table>", "<br>", "word ", "&nbsp;", "(i)That ", "<b>", "</b>",
         "<div>", "</div>", "<script>", "</script>"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(MARKUP)
def test_prose_loses_no_word_of_any_markup_and_leaves_no_blank_ends(markup):
    tree = html.parse(markup)
    said = html.prose(tree) or ""

    assert said.count("word") == html.text(tree).count("word")
    assert said == said.strip("\n")
    assert "\n\n\n" not in said
    assert "\xa0" not in said


@given(st.text())
def test_no_text_makes_parsing_fail(text):
    html.prose(html.parse(text))


def test_markup_nested_beyond_reason_is_read_all_the_same():
    assert html.prose(html.parse("<div>" * 5000 + "deep")) == "deep"
    assert html.prose(html.parse("<table><tr><td>" * 3000 + "deep")) == "deep"
