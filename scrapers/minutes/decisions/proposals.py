"""Recommendations that were put to a meeting rather than made by it: a report's, an agenda's."""

import re
from bisect import bisect_right

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.blocks import Block
from scrapers.minutes.decisions.bodies import is_another_body
from scrapers.minutes.decisions.findings import Finding
from scrapers.minutes.decisions.kinds import AGREEMENT, RECOMMENDATION, RESOLUTION
from scrapers.minutes.decisions.lists import puts_to_the_body
from scrapers.minutes.decisions.sentences import has_any

_AT_THE_HEAD = 200  # minutes do not begin with their outcome: it is the report's that stands there
# "To consider the report (copy attached)" and then "Recommendations": so an agenda prints an item.
_PURPOSE = re.compile(
    r"(?:To (?:consider|receive|discuss|review|scrutinise|comment|note|approve|agree)\b"
    r"|(?:The )?[Rr]eports? (?:of|from|by)\b|\(?(?:Copy|Report|Papers?) (?:attached|to follow))"
)
_DOCUMENTS = re.compile(r"(?:Additional|Supporting) [Dd]ocuments ?:?$")
_REPORTS_OWN = re.compile(r"(?:RECOMMENDATIONS?|Recommend(?:ations?|ed))(?:\([sS]\))? ?:?$")
_ITS_REASONS = Caseless(r"reasons? for (?:the )?recommendations?\b")
_ITSELF = re.compile(
    r"(?:[Tt]hat )?(?:the )?(?P<body>Committee|Panel|Board|Commission|Forum|Sub-Committee|Members"
    r"|Cabinet|Executive)(?::|(?: (?:notes?|receives?|considers?|comments?|approves?|agrees?)\b))"
)
_FOR_SIGNATURE = Caseless(r"(?:that )?(?:the )?minutes\b.*\bbe\b")
_TAKEN_UP = Caseless(
    r"\brecommendations?\b[^.;]{0,160}\bbe (?:\w+ly )?(?:approved|agreed|accepted|adopted|endorsed)"
    r"|\b(?:approve|agree|accept|adopt|endorse)s? (?:the|all) (?:\w+ ){0,3}recommendations?\b"
)
# What became of them: "Decision status: Recommendations Approved", as decision pages say.
_APPROVED = Caseless(
    r"(?:decision status: ?)?(?:the |all )?recommendations? (?:(?:were|was|are) )?(?:unanimously )?"
    r"(?:approved|agreed|accepted|endorsed)\W*$"
)


def lay_proposals_aside(
    findings: list[Finding], blocks: list[Block], committee: str | None
) -> None:
    """Give recommendations that only were before the meeting the status that says so."""
    if all(finding.kind != RECOMMENDATION for finding in findings):
        return
    if any(_APPROVED.match(block.text) for block in blocks):
        _adopt(findings)
        return
    taken_up = max((finding.start for finding in findings if _takes_up(finding)), default=0)
    is_resolved_below = any(
        finding.kind in (RESOLUTION, AGREEMENT) and not finding.is_inline for finding in findings
    )
    is_agenda = bool(findings) and _opens_as_agenda(blocks)
    # Reports give reasons for what they recommend, minutes for what was decided.
    is_reports = any(_ITS_REASONS.match(block.text) for block in blocks)
    for finding in findings:
        if finding.kind != RECOMMENDATION or finding.status != "adopted" or finding.is_inline:
            continue
        is_put = bool(_FOR_SIGNATURE.match(finding.text)) or _is_asked_for(finding, blocks)
        is_put = is_put or (is_agenda and finding.governor is findings[0].governor)
        is_label = finding.governor is not None and finding.governor.source == "label"
        if is_label or (is_reports and not is_put):
            first = _first_of_list(finding)
            is_first = first.start < _AT_THE_HEAD and (
                is_resolved_below or _asks_the_meeting(first, committee)
            )
            is_put = is_put or is_first or finding.start < taken_up
        if is_put:
            finding.status = "proposed"


def _adopt(findings: list[Finding]) -> None:
    """Recommendations that were put and then approved are the meeting's own."""
    for finding in findings:
        if finding.kind == RECOMMENDATION and finding.status == "proposed":
            finding.status = "adopted"


def _takes_up(finding: Finding) -> bool:
    """ "That the recommendations in the report be approved"."""
    is_of_others = finding.kind != RECOMMENDATION and has_any(finding.text, ("recommendation",))
    return is_of_others and bool(_TAKEN_UP.search(finding.text))


def _opens_as_agenda(blocks: list[Block]) -> bool:
    """Whether nothing but an item's purpose stands above the report's recommendations."""
    titled = int(len(blocks) > 1 and _PURPOSE.match(blocks[1].text) is not None)
    first = next(
        (
            place
            for place, block in enumerate(blocks[titled:], titled)
            if not _is_agendas(block.text)
        ),
        0,
    )
    return first > 0 and bool(_REPORTS_OWN.match(blocks[first].text))


def _is_agendas(text: str) -> bool:
    return bool(_PURPOSE.match(text) or _DOCUMENTS.match(text))


def _is_asked_for(finding: Finding, blocks: list[Block]) -> bool:
    """Whether the list it is of stands below "The Committee is recommended to consider …"."""
    place = bisect_right(blocks, _first_of_list(finding).start, key=lambda block: block.start)
    return any(puts_to_the_body(block.text) for block in blocks[max(0, place - 3) : place - 1])


def _first_of_list(finding: Finding) -> Finding:
    return finding.governor.findings[0] if finding.governor else finding


def _asks_the_meeting(finding: Finding, committee: str | None) -> bool:
    """No body recommends to itself: "Recommendation: That the Panel notes the report"."""
    found = _ITSELF.search(finding.lead_in) or _ITSELF.match(finding.text)
    return found is not None and not is_another_body(found["body"], committee)
