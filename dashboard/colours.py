"""The colours of `style.css`, for what draws on a canvas of its own: a grade has one colour.

Neighbours differ in lightness too, so that nobody need tell hues apart.
"""

COLOURS = {
    "inadequate": "#8c1d18",
    "adequate": "#f5d36b",
    "requires_improvement": "#f5d36b",
    "good": "#a9cdeb",
    "outstanding": "#123f7a",
    "by_area": "#d9d4e7",
    "unknown": "#e4e4e1",
}
DARK_COLOURS = COLOURS | {"inadequate": "#b3362c", "outstanding": "#2f6cb3"}
