"""The words that an inspection, a visit or a JTAI can be spoken of by, one group for each kind.

Whether such words speak of an event at all is decided in `events`.
"""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.wordings import any_of

_ILACS = r"ilacs?|ilasc|inspections? of local authority children'?s'? services"
# What the alternatives begin with: looked at first, it saves most tries.
_BEGINNINGS = any_of(
    "monitoring | mv | ofsted | inspect | focus | assurance | annual | jtai | joint | revisit"
    " | re-visit | reinspect | re-inspect | review | ila | hmi | cqc | care quality | assessed"
)
HEAD = Caseless(
    rf"\b(?={_BEGINNINGS})(?:"
    r"(?P<monitoring_visit>monitoring (?:visit|inspection)(?! (?:report )?form)"
    r"(?P<plural_visits>s)?"
    r"|mv ?(?=\d\b)|(?:ofsted|inspectors) (?:had )?visited(?=[^.;]{0,60} to monitor\b))"
    r"|(?P<focused_visit>focus(?:s?ed)? (?:visit|inspection)(?P<plural_focused>s)?)"
    r"|(?P<assurance_visit>assurance visit)"
    r"|(?P<annual_conversation>annual (?:conversation(?: meeting)?|engagement meeting))"
    r"|(?P<jtai>jtai|joint targeted area inspection)"
    r"|(?P<revisit>re-?visit(?:ed)?|re-?inspect(?:ion|ed)(?P<plural_revisits>s)?)"
    rf"|(?P<inspection>(?:{_ILACS})\W{{1,3}}(?:(?:standard|short|full|framework) )?inspection"
    r"|(?:inspectors|ofsted|hmis?) (?:(?:were|was|had been|came|arrived) )?on[- ]site"
    r"|(?:inspectors|hmis?) (?:had )?arrived(?= (?:on|in)\b)"
    # "Ofsted had been in the city for two weeks", "inspectors spent a fortnight with us"
    r"|(?:(?:ofsted )?inspectors|ofsted(?: team)?|hmis?) (?:had |have |has )?(?:(?:been|were|was)"
    r"(?= (?:in|at|with|here|there|present)\b)|spent|came(?= (?:to|in)\b)|visited|stayed|left)"
    r"(?=[^.;]{0,60}(?:\b(?:weeks?|fortnight)\b| (?:from|between) (?:the )?\d))"
    rf"|(?:{_ILACS})|(?:cqc|care quality commission)(?:'s?|\))? (?:\w+ ){{0,3}}assess(?:ed|ment)"
    r"|assessed by (?:the )?(?:cqc|care quality commission)"
    r"|(?P<review>review)(?= of (?:the )?(?:effectiveness of (?:the )?)?(?:\w+ )?(?:local )?"
    r"safeguarding children'?s? board)"
    rf"|inspections?\b|inspected|inspectors?'?s? report (?:into|on)"
    r"|(?<!inadequate )(?<!good )(?<!outstanding )(?<!improvement )ofsted judge?ment"
    r"(?= (?:of|in|from) (?:[a-z]{3,9} )?(?:19|20)\d\d\b)"
    r"|ofsted reports? (?:into|on)(?= (?:the )?(?:\S+ ){0,6}?(?:children'?s|safeguarding"
    r"|fostering))"
    # A report is an event's only where it has a date: "the Ofsted report published on 1 June 2011".
    r"|ofsted(?:'s)? report(?=,? (?:which )?(?:was |had been )?(?:(?:published|issued|released"
    r"|dated) )?"
    r"(?:of |on |in )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan|feb|mar|apr|may (?=20)"
    r"|jun|jul|aug|sep|oct|nov|dec)))"
    r")(?:(?!\w)|(?<=mv)|(?<=mv ))",
)
