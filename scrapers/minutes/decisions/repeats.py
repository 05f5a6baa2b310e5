"""One outcome printed more than once in an item stays one: under "Decision:" and again in the
minutes, moved and then resolved.
"""

import re

from scrapers.minutes.decisions.findings import Finding

_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    {"a", "an", "and", "as", "at", "be", "by", "for", "in", "is", "it", "of", "on", "or", "that"}
    | {"the", "this", "to", "with", "was", "agreed", "resolved", "recommended"}
)
_ENOUGH = 0.75  # of the words: clerks reword slightly between the two


def without_repeats(findings: list[Finding], minutes_start: int | None) -> list[Finding]:
    """Each outcome once; `minutes_start` is where "Minutes:" follows "Decision:", if it does."""
    if len(findings) < 2:
        return findings
    if minutes_start is not None:
        findings = _merged(
            [finding for finding in findings if finding.start < minutes_start],
            [finding for finding in findings if finding.start >= minutes_start],
        )
    return _without_copies(findings)


def _merged(decision: list[Finding], minutes: list[Finding]) -> list[Finding]:
    formal = [finding for finding in minutes if not finding.is_inline]
    if not decision or not formal:
        return [*decision, *minutes]
    fuller, other = (
        (minutes, decision) if _fullness(formal) >= _fullness(decision) else (decision, minutes)
    )
    words = frozenset().union(*(_words(finding.text) for finding in fuller))
    left = [finding for finding in other if not _is_covered(_words(finding.text), words)]
    return sorted([*fuller, *left], key=lambda finding: finding.start)


def _fullness(findings: list[Finding]) -> tuple[bool, int, int]:
    has_ordinals = any(finding.ordinal for finding in findings)
    return has_ordinals, len(findings), sum(len(finding.text) for finding in findings)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _COMMON


def _is_covered(words: frozenset[str], by: frozenset[str]) -> bool:
    return not words or len(words & by) / len(words) >= _ENOUGH


def _without_copies(findings: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    plainly = [_plain(finding.text) for finding in findings]
    adopted = {
        plain
        for plain, finding in zip(plainly, findings, strict=True)
        if finding.status == "adopted"
    }
    seen: set[tuple[str, str]] = set()
    for plain, finding in zip(plainly, findings, strict=True):
        is_copy = (plain, finding.status) in seen
        if is_copy or (finding.status in ("proposed", "pending") and plain in adopted):
            continue
        seen.add((plain, finding.status))
        kept.append(finding)
    return kept


def _plain(text: str) -> str:
    words = _WORD.findall(text.casefold())
    return " ".join(words[1:] if words[:1] == ["that"] else words)
