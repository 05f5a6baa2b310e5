"""Word stems without which no pattern of this room can fit: tried first, being far quicker.

A stem that is missing here hides what its pattern would have found, so a pattern that learns a
new wording must have its stem here too. What the words mean belongs with the patterns.
"""

from collections.abc import Collection

EVENT = (
    *("inspect", "visit", "ilac", "ilasc", "jtai", "joint targeted", "ofsted", "hmi", "mv"),
    *("annual conversation", "engagement meeting", "cqc", "care quality", "review of"),
)
INTERVENTION = (
    *("intervention", "notice", "direction", "directed by", "497a", "commissioner"),
    *("adviser", "advisor", "trust", "children first", "delivery model"),
)
GRADE = ("good", "outstanding", "requir", "adequate", "same")
NEIGHBOUR = ("neighbour", "nearby", "another", "other", "similar")
SOMETHING_ELSE = (
    *("inspect", "judged", "rated", "graded", "self", "sef", "target", "ambition", "aspiration"),
    *("predicted", "indicative", "peer", "mock", "audit", "school", "primary", "academy"),
)
OFSTED = ("ofsted", "hmi", "inspect", "ilacs", "leaders on social work", "and progress of")
OURS = ("ofsted", "children", "dfe", "of education", "for education", "young people", "send")
SPEAKS_OF_VISITS = ("monitoring visit", "focused visit", "focussed visit")

# An item without any of these is not read at all.
WORTH_READING = (
    *("inspect", "ofsted", "ilacs", "jtai", "joint targeted", "monitoring visit", "focused visit"),
    *("focussed visit", "focus visit", "assurance visit", "improvement notice", "direction"),
    *(
        "statutory notice",
        "commissioner",
        "intervention",
        "adviser",
        "advisor",
        "trust",
        "cqc",
        "hmip",
    ),
    *("judged", "rated", "annual conversation", "engagement meeting", "revisit", "re-visit"),
)


def has_any(lowered: str, stems: Collection[str]) -> bool:
    """Whether one of some stems stands in a text that is in lower case already."""
    for stem in stems:  # noqa: SIM110 - a generator would double the time of the whole reader
        if stem in lowered:
            return True
    return False
