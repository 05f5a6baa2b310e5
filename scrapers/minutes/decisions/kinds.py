"""What a vehicle makes of what it governs, and the words by which its kind is known."""

from typing import NamedTuple

RESOLUTION, RECOMMENDATION, AGREEMENT = "resolution", "recommendation", "agreement"
ACTION, NOTED = "action", "noted"

_KIND = {
    "resol": RESOLUTION,
    "decid": RESOLUTION,
    "decis": RESOLUTION,
    "pende": RESOLUTION,
    "recom": RECOMMENDATION,
    "agree": AGREEMENT,
    "cytun": AGREEMENT,
    "argym": RECOMMENDATION,
    "nodwy": NOTED,
    "actio": ACTION,
    "reque": ACTION,
    "noted": NOTED,
}


class Vehicle(NamedTuple):
    kind: str
    status: str  # adopted; proposed where the words only put it forward
    start: int  # of the vehicle's own word
    text_start: int  # of what it governs
    is_prose: bool  # lower case inside a sentence, which then is quoted whole
    is_label: bool  # a heading rather than a verb: "RECOMMENDATIONS:", "Decision"
    lead: str  # the words of the sentence before it
    is_clause: bool = False  # prose, but of a formal word: "it was resolved that"
    ordinal: str | None = None  # "Recommendation 1"


def kind_of_word(word: str) -> str:
    return _KIND[word.replace(" ", "")[:5].casefold()]  # "R E S O L V E D"
