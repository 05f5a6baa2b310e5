"""The verbs by which minutes say that somebody judges, as parts of patterns."""

JUDGED = (
    r"(?:judg(?:ed|es|ing)|rat(?:ed|es|ing)|re-?rated|graded|re-?graded|deemed|classed|classified"
    r"|categori[sz]ed)"
)
FOUND = r"(?:found|considered|assessed|confirmed|concluded|determined|declared|reported|stated)"
