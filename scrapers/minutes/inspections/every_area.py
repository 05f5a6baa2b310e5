"""Grades that are given to all judgement areas at once, without naming one.

"All four areas were judged inadequate" is a way of speaking of the whole: it grades the service
overall. Single areas are graded where they are named, and nowhere else.
"""

from scrapers.minutes.caseless import Caseless

# "Practice in all four areas was judged good" says it of practice.
_JUDGED = Caseless(
    r"\b(?<!in )(?<!of )(?<!for )(?<!across )"
    r"(?:(?:all|each)(?: of)?(?: the| its| our)? (?:four |4 )?"
    r"(?:judge?ment |key |inspected |graded )?(?:areas|judge?ments)|every(?: judge?ment)? area) "
    r"(?:had |have )?(?:was|were|been) (?:judged|rated|graded|deemed)(?: to be| as)?[ '\"(]*$"
)


def are_judged(clause: str) -> bool:
    """Whether all areas are the subject themselves: "all four areas were judged"."""
    return _JUDGED.search(clause) is not None
