"""Every wording of an outcome in every markup that councils wrap it in: page in, decisions out."""

import html as entities
import textwrap
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

import pytest

from scrapers.minutes.decisions.plain import squash
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.moderngov.meeting_documents import parse_meeting_documents
from scrapers.records import AgendaItem, Decision

RESOLUTION, RECOMMENDATION, AGREEMENT = "resolution", "recommendation", "agreement"
ACTION, NOTED = "action", "noted"


class Line(NamedTuple):
    text: str
    marker: str = ""
    depth: int = 0
    is_label: bool = False


def label(text: str) -> Line:
    return Line(text, is_label=True)


BEFORE = [
    Line("The Director of Children’s Services introduced the report, which set out the year."),
    Line("Members asked about caseloads, and noted that two posts in the hub were still vacant."),
    Line("The Chair recommended that everybody read the appendix."),
]
AFTER = [Line("Councillor Ash left the meeting at this point.")]
# Wording → its lines, and of these the decisions with their kinds.
FORMS: dict[str, tuple[list[Line], list[tuple[str, str]]]] = {
    "label apart": (
        [label("RESOLVED:"), Line("That the offer to young people be widened.")],
        [(RESOLUTION, "That the offer to young people be widened.")],
    ),
    "label that, numbers": (
        [
            label("RESOLVED that:"),
            Line("The offer be widened from next April in all four districts of the county;", "1."),
            Line("Costs be shown.", "2."),
        ],
        [
            (
                RESOLUTION,
                "The offer be widened from next April in all four districts of the county;",
            ),
            (RESOLUTION, "Costs be shown."),
        ],
    ),
    "label and text in one": (
        [Line("RESOLVED: That the offer to young people be widened and a review be held.")],
        [(RESOLUTION, "That the offer to young people be widened and a review be held.")],
    ),
    "dash": (
        [Line("Resolved –  That the letter be noted.")],
        [(RESOLUTION, "That the letter be noted.")],
    ),
    "infinitive": (
        [Line("RESOLVED – To confirm the scope of the review.")],
        [(RESOLUTION, "To confirm the scope of the review.")],
    ),
    "that, brackets": (
        [
            Line("RESOLVED: That"),
            Line("the offer be widened; and", "(1)"),
            Line("costs be shown.", "(2)"),
        ],
        [(RESOLUTION, "the offer be widened; and"), (RESOLUTION, "costs be shown.")],
    ),
    "numbered minute, letters": (
        [
            Line("The Director spoke of the plan and of what it would cost.", "10.3"),
            Line("RESOLVED: That the Cabinet:-", "10.4"),
            Line("notes the letter; and", "(a)"),
            Line("agrees the plan.", "(b)"),
            Line("The Chair thanked officers for a plain report.", "10.5"),
        ],
        [(RESOLUTION, "notes the letter; and"), (RESOLUTION, "agrees the plan.")],
    ),
    "nested": (
        [
            label("RESOLVED:"),
            Line("That the letter be noted.", "(i)"),
            Line("That Cabinet be told of these concerns:", "(ii)"),
            Line("that posts stay empty;", "•", 1),
            Line("that rents have risen.", "•", 1),
        ],
        [
            (RESOLUTION, "That the letter be noted."),
            (RESOLUTION, "That Cabinet be told of these concerns:"),
            (RESOLUTION, "that posts stay empty;"),
            (RESOLUTION, "that rents have risen."),
        ],
    ),
    "after further discussion": (
        [
            Line("After further discussion it was"),
            label("RESOLVED"),
            Line("that a special meeting be held in May."),
        ],
        [(RESOLUTION, "that a special meeting be held in May.")],
    ),
    "on a motion": (
        [
            Line("On a motion by Councillor Oak, seconded by Councillor Elm, it was:"),
            Line("Resolved (6:2) – That"),
            Line("the letter be noted;", "1."),
            Line("fees be frozen.", "2."),
        ],
        [(RESOLUTION, "the letter be noted;"), (RESOLUTION, "fees be frozen.")],
    ),
    "bare Decision": (
        [label("Decision"), Line("To approve the revised offer to care leavers.")],
        [(RESOLUTION, "To approve the revised offer to care leavers.")],
    ),
    "Decision with reasons": (
        [
            label("Decision:"),
            Line("The Cabinet noted the letter set out in the appendix."),
            label("Reasons:"),
            Line("That the letter is of interest to the public."),
        ],
        [(NOTED, "The Cabinet noted the letter set out in the appendix.")],
    ),
    "capitals agreed": (
        [Line("AGREED that a workshop on neglect be held for all members before the summer.")],
        [(AGREEMENT, "that a workshop on neglect be held for all members before the summer.")],
    ),
    "the committee AGREED to": (
        [
            Line("The Committee AGREED to:"),
            Line("hold a workshop", "a)"),
            Line("visit a home", "b)"),
        ],
        [(AGREEMENT, "hold a workshop"), (AGREEMENT, "visit a home")],
    ),
    "it was agreed, bullets": (
        [
            Line("It was agreed that: -"),
            Line("The report be noted", "·"),
            Line("A visit to the hub be arranged for the autumn", "·"),
        ],
        [
            (AGREEMENT, "The report be noted"),
            (AGREEMENT, "A visit to the hub be arranged for the autumn"),
        ],
    ),
    "noted and resolved": (
        [
            Line("NOTED that fees had risen by a tenth since the spring; and"),
            Line("RESOLVED that the panel be asked to report on fees."),
        ],
        [
            (NOTED, "that fees had risen by a tenth since the spring; and"),
            (RESOLUTION, "that the panel be asked to report on fees."),
        ],
    ),
    "to recommend to Council": (
        [Line("Resolved to RECOMMEND: (to Council)"), Line("That the pledge be adopted.")],
        [(RECOMMENDATION, "That the pledge be adopted.")],
    ),
    "recommended to another body": (
        [
            Line("RECOMMENDED that Cabinet: -"),
            Line("publish the plan in plain words;", "(a)"),
            Line("look again at where families meet.", "(b)"),
        ],
        [
            (RECOMMENDATION, "publish the plan in plain words;"),
            (RECOMMENDATION, "look again at where families meet."),
        ],
    ),
    "cabinet answers": (
        [
            label("RESOLVED:"),
            Line(
                "That the three recommendations made by the scrutiny committee be accepted;", "(a)"
            ),
            Line("that the answer be sent to the committee.", "(b)"),
        ],
        [
            (
                RESOLUTION,
                "That the three recommendations made by the scrutiny committee be accepted;",
            ),
            (RESOLUTION, "that the answer be sent to the committee."),
        ],
    ),
    "by reference": (
        [label("Resolved:"), Line("That the recommendations in the report be approved.")],
        [(RESOLUTION, "That the recommendations in the report be approved.")],
    ),
    "soft": (
        [Line("It was agreed that a further report would be brought in the autumn.")],
        [(AGREEMENT, "It was agreed that a further report would be brought in the autumn.")],
    ),
    "action": (
        [Line("ACTION: Ms Reed to send members the figures on missed visits.")],
        [(ACTION, "Ms Reed to send members the figures on missed visits.")],
    ),
    "actions agreed": (
        [
            Line("The following actions were agreed:"),
            Line("Ms Reed to send the figures", "•"),
            Line("Mr Poe to invite the police to the next meeting", "•"),
        ],
        [
            (ACTION, "Ms Reed to send the figures"),
            (ACTION, "Mr Poe to invite the police to the next meeting"),
        ],
    ),
    "no label": (
        [Line("The minutes of the meeting held on 4 May were approved as an accurate record.")],
        [
            (
                RESOLUTION,
                "The minutes of the meeting held on 4 May were approved as an accurate record.",
            )
        ],
    ),
    "moved and lost": (
        [
            Line(
                "It was moved by Councillor Oak and seconded by Councillor Elm that the hub be "
                "shut."
            ),
            Line("The motion was put to the vote and lost by two votes to seven."),
            Line("RESOLVED that the hub be kept open."),
        ],
        [(RESOLUTION, "that the hub be shut."), (RESOLUTION, "that the hub be kept open.")],
    ),
    "Welsh": (
        [label("PENDERFYNWYD:"), Line("nodi’r adroddiad.")],
        [(RESOLUTION, "nodi’r adroddiad.")],
    ),
}


def bold(line: Line) -> str:
    words = entities.escape(line.text)
    return f"<b>{words}</b>" if line.is_label else words


def word_paragraphs(lines: list[Line]) -> str:
    """Markers in nested spans, padded with spaces that do not break; labels bold on their own."""
    pad = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp; </span>'
    return '<p class="MsoNormal">&nbsp;</p>'.join(
        f'<p class="MsoListParagraphCxSpMiddle" style="text-indent:-18.0pt;margin-left:'
        f'{36 + 36 * line.depth}pt"><span style=""><span style="">{line.marker}{pad}</span></span>'
        f"{bold(line)}</p>"
        if line.marker
        else f'<p  class="MsoNormal" ><span style="">{bold(line)}</span></p>'
        for line in lines
    )


def tight_paragraphs(lines: list[Line]) -> str:
    return "".join(f"<p>{line.marker} {bold(line)}</p>" for line in lines)


def label_in_run(lines: list[Line]) -> str:
    """The label bold within the paragraph of its text, as many clerks print it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and last.is_label and not line.marker and not line.is_label:
            gap = "" if last.text.endswith(":") else ":"
            joined[-1] = Line(f"{last.text}{gap}  {line.text}")
        else:
            joined.append(line)
    return word_paragraphs(joined)


def hard_wrapped(lines: list[Line]) -> str:
    wrapped = (
        textwrap.fill(part, 65, break_long_words=False, break_on_hyphens=False)
        for part in word_paragraphs(lines).replace("</p>", "</p>\n").splitlines()
    )
    return "\n".join(wrapped)


def line_breaks(lines: list[Line]) -> str:
    return "<p>" + "<br/>\n<br />".join(f"{line.marker} {bold(line)}" for line in lines) + "</p>"


def single_line_breaks(lines: list[Line]) -> str:
    return "<div>" + "<br>".join(f"{line.marker} {bold(line)}" for line in lines) + "</div>"


def indented_divs(lines: list[Line]) -> str:
    return "".join(
        f'<div style="margin-left:{2 + 2 * line.depth}em">'
        f"<p>{line.marker}&nbsp; {bold(line)}</p></div>"
        if line.marker
        else f"<div>{bold(line)}</div>"
        for line in lines
    )


def true_lists(lines: list[Line]) -> str:
    """Marked lines as list items, nested by depth; a minute's own number stays text."""
    runs = [(is_entry, list(run)) for is_entry, run in groupby(lines, key=_is_entry)]
    return "".join(
        "".join(_list_of(run)) if is_entry else tight_paragraphs(run) for is_entry, run in runs
    )


def _is_entry(line: Line) -> bool:
    return bool(line.marker) and "." not in line.marker[:-1]


def _list_of(run: list[Line]) -> Iterator[str]:
    yield "<ul>"
    for line, following in zip(run, [*run[1:], None], strict=True):
        yield f'<li class="MsoNormal">{bold(line)}'
        deeper = (following.depth if following else 0) - line.depth
        yield "<ul>" * deeper if deeper > 0 else "</li>" + "</ul></li>" * -deeper
    yield "</ul>"


def table_rows(lines: list[Line]) -> str:
    rows = "".join(
        f"<tr><td>{line.marker}</td><td>{bold(line)}</td></tr>"
        if line.marker or line.is_label
        else f'<tr><td colspan="2"><p>{bold(line)}</p></td></tr>'
        for line in lines
    )
    return f"<table>{rows}</table>"


MARKUPS: dict[str, Callable[[list[Line]], str]] = {
    function.__name__: function
    for function in (
        *(word_paragraphs, tight_paragraphs, label_in_run, hard_wrapped, line_breaks),
        *(single_line_breaks, indented_divs, true_lists, table_rows),
    )
}
CELLS = [(form, markup) for form in FORMS for markup in MARKUPS]


def page_of(minutes: str, decision: str = "") -> str:
    told = f"<p>Decision:</p><div class='mgWordPara'>{decision}</div>" if decision else ""
    return f"""<html><head><title>Agenda and minutes</title></head><body><div id="modgov">
<div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda and minutes</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt">
<a href="mgCommitteeDetails.aspx?ID=137">Cabinet - Thursday 15 January 2026 7:30 pm</a></h2></div>
<div class="mgContent"><table class="mgItemTable">
<tr><td class="mgItemNumberCell"><p><a name="AI51890"></a>54.</p></td><td>
<p  class="mgAiTitleTxt" >Progress</p><p>To note progress.</p>{told}<p>Minutes:</p>
<div class="mgWordPara"><div class="WordSection1">{minutes}</div></div>
</td></tr></table></div></div></body></html>"""


def read(page: str) -> tuple[AgendaItem, list[Decision]]:
    records = parse_meeting_documents(page, url="https://x.test/ieListDocuments.aspx?MId=6937")
    [item] = [record for record in records if isinstance(record, AgendaItem)]
    return item, [row for row in read_decisions(item) if row.evidence_field == "minutes_text"]


def read_cell(form: str, markup: str) -> tuple[AgendaItem, list[Decision]]:
    return read(page_of(MARKUPS[markup]([*BEFORE, *FORMS[form][0], *AFTER])))


@pytest.mark.parametrize(("form", "markup"), CELLS)
def test_evidence_is_to_the_letter_and_no_row_comes_twice(form, markup):
    item, rows = read_cell(form, markup)
    stretches = [(row.evidence_start, row.evidence_end) for row in rows]

    assert len(set(stretches)) == len(stretches)
    assert len({row.text for row in rows}) == len(rows)
    for row in rows:
        assert squash((item.minutes_text or "")[row.evidence_start : row.evidence_end]) == row.text


def test_every_wording_is_read_from_every_markup():
    hits = read_in_all = expected_in_all = 0
    faults = []
    for form, markup in CELLS:
        rows = {(row.kind, row.text) for row in read_cell(form, markup)[1]}
        expected = set(FORMS[form][1])
        hits += len(rows & expected)
        read_in_all += len(rows)
        expected_in_all += len(expected)
        if rows != expected:
            faults.append((form, markup, sorted(rows ^ expected)))
    f1 = 2 * hits / (read_in_all + expected_in_all)

    assert f1 >= 0.95, faults


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("form", FORMS)
def test_an_outcome_printed_under_decision_and_in_the_minutes_is_one(form, markup):
    lines, expected = FORMS[form]
    written = MARKUPS[markup]
    page = page_of(written([*BEFORE, *lines]), written(lines))

    assert len(read(page)[1]) == len(expected)
