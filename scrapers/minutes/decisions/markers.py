"""What clerks print before the entries of a list; in which order markers come is in `ordinals`."""

import re

# "(i)", "a)", "2.", "2.a.", "10.4", "(2)(b)", "[1]", "R1.", "1 .", "•"; a bare "1" or "R1", "1:",
# "1 -" and "1/" count only before "That" or "To", an "A." only before words that are no name.
_NUMBERED = (
    r"[A-Z]\d{1,2}(?:\.\d{1,2})?[.):]|\[(?:\d{1,2}|[ivx]{1,5}|[a-z])\]"
    r"|\((?:\d{1,3}|[ivxlc]{1,6}|[a-z]{1,2}|[IVX]{1,5}|[A-Z])\)(?:\([a-z]{1,4}\))?"
    r"|(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[A-Z])\)"
    r"|\d{1,3}\.(?:[a-z]|[ivx]{1,5})[.)]?|\d{1,3}\([a-z]{1,4}\)"
    r"|\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\.?"
    r"|(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[IVX]{2,5})\.|\d{1,2} \."
)
_BULLET = r"[•·▪▫◦‣●○■□➢\uf0b7\uf0a7*\u2013\u2014-]"
MARKER_ALONE = re.compile(rf"(?:{_NUMBERED}|{_BULLET})$")
# Before a tab "I." can be nobody's initial.
MARKER_IN_CELL = re.compile(rf"{MARKER_ALONE.pattern}|[A-Z]\.$")
MARKER = re.compile(
    # No marker begins as most sentences do: looked at first, it saves most tries.
    rf"(?![A-Z][a-z ])(?:(?P<marker>(?:{_NUMBERED}|{_BULLET}))(?=\s)"
    r"|(?P<glued>\((?:\d{1,2}|[ivx]{1,5}|[a-h])\)(?=\w)|(?:\d{1,2}|[a-h])\)(?=[A-Za-z])"
    r"|\d{1,2}\.(?=[A-Z]|(?!am\b|pm\b|noon\b)[a-z]{2,}\s))"
    r"|(?P<bare>[A-Z]?\d{1,2}(?:[:/]|\s[-\u2013\u2014])?)(?=\s+(?:That|To)\b)"
    r"|(?P<upper>[A-K]\.)(?=\s+(?:[a-z]|(?:That|To|The|THAT|TO|THE)\b"
    r"|(?i:note|approve|agree|endorse|recommend|request|delegate|authorise|adopt|receive"
    r"|noted|approved|agreed|endorsed|requested|upheld|dismissed|referred|supported|welcomed)\b))"
    r"|(?P<word_bullet>o)(?=\s\s))"
)
