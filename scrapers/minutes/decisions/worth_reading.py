"""Which texts are worth reading for decisions: most lines of an agenda decide nothing.

Every decision of a line has one of some word stems; they stand beside the patterns that need them.
"""

from scrapers.minutes.decisions import commitments, labels, motions, unlabelled, vehicles
from scrapers.minutes.decisions.markers import MARKER
from scrapers.minutes.decisions.sentences import has_any

_STEMS = (
    *{*labels.STEMS, *vehicles.STEMS, *motions.STEMS, *unlabelled.STEMS, *commitments.STEMS},
    "that",
)
_QUOTES = " \"'\u2018\u201c"


def may_decide(text: str) -> bool:
    """Whether a text could decide: a line without any stem, marker or act in capitals does not."""
    is_line = text.isprintable() and "|" not in text
    head = text.lstrip(_QUOTES)
    if not is_line or MARKER.match(head) or head[1:2].isupper():
        return True
    return has_any(text, _STEMS)
