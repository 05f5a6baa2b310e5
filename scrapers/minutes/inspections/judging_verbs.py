"""The wordings by which minutes say that somebody judges, as parts of patterns."""

JUDGED = (
    r"(?:judg(?:ed|es|ing)|rat(?:ed|es|ing)|re-?rated|graded|re-?graded|deemed|marked|classed|classified"
    r"|categori[sz]ed)"
)
FOUND = r"(?:found|considered|assessed|confirmed|concluded|determined|declared|reported|stated)"
# "ILACS inspection (May 2022) - Good": nothing else is graded in such an entry.
ILACS_ENTRY = (
    r"(?:^|[:;.] )(?:Ofsted )?ILACS(?: [Ii]nspection)?,? ?[-:(]? ?(?:\w+ ){0,3}(?:19|20)\d\d\)?"
    r" ?[-:(] ?['\"]?$"
)
# "It was disappointing to be Requires Improvement again": of whose grade there is no doubt.
FEELING = (
    r"(?:disappoint\w+|pleas(?:ed|ing)|proud|delight\w+|frustrat\w+) to (?:be|have been|remain"
    r"|still be)"
    r"(?: rated| judged| graded)?"
)
