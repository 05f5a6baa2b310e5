"""Whether it is inspectors who give a grade, or a committee, an auditor, the council itself.

What is graded belongs in `judged`.
"""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.wordings import any_of

_INSPECTS = (
    r"(?:the |an? |its |their |our |his majesty's |her majesty's )*(?:\w+ )?"
    r"(?:ofsted|hm\w*|inspect\w+|cqc|care quality|ciw|cssiw|estyn|regulator)"
)
_SOMEBODY = any_of(
    r"committee | panel | commission | cabinet | board | members? | councillors? | group | "
    r"director | officers? | managers? | heads? of \w+ | head ?teachers? | staff | parents? | "
    r"carers? | people | children | residents? | respondents? | union | partners? | "
    r"peers?(?: team)? | reviewers? | chair(?:man|person)? | leader | adviser | workers? | "
    r"leavers | moderators? | auditors? | families | public | petition\w* | surveys? | pupils | "
    r"users | tenants | audit | review | evaluation | assessment | challenge | commissioners? | "
    r"sef | ombuds\w+ | judge | court | coroner | tribunal | diagnostic | scrutineer | opposition"
)
_OTHERS_JUDGE = Caseless(
    rf"\b{_SOMEBODY}(?:'s? (?:report|review|letter|opinion))?,? (?:who )?"
    r"(?:had |have |has |also |itself )*"
    r"(?:judged|rated|graded|considered|felt|thought|believed|found|deemed|regarded|viewed|scored"
    r"|concluded)\b(?! (?:as |to be |overall )*['\"(]*$)"
    r"(?! (?:the|an?|this|their|his|her) (?:[\w'-]+ ){0,3}?(?:reports?|letters?|updates?|outcomes?"
    r"|presentation|briefing|findings|item|response|paper|summary)\b)"
    r"|\b(?:own|(?:officers|managers|members|directors?)'?s?'|internal|draft) (?:overall |self-?)*"
    r"(?:judge?ment|assessment|evaluation|rating|grade|view|opinion)\b"
    rf"|\b(?:judged|rated|graded|scored|considered|deemed) by (?!{_INSPECTS})"
    r"|\b(?:judges?|judged|rated?|graded?|assess|assessed|scored?) (?:itself|themselves"
    r"|ourselves)\b"
    r"|\bin (?:\w+ )?(?:officers|members|managers|the council)' (?:opinion|view)\b"
)
_INSPECTORS_JUDGE = Caseless(r"\b(?:judg\w+|rat(?:ed|ing|es)|grad(?:ed|ing|es))\b")
_OF_OTHERS = Caseless(
    rf"['\")]{{0,2}},? (?:overall )?(?:judge?ment |ratings? |grade )?"
    rf"(?:(?:in (?:[a-z]{{3,9}} )?(?:19|20)\d\d )?by (?!{_INSPECTS})"
    r"|from (?:the |our |their |its )?(?:parents|carers|residents|users|staff|young|children|pupils"
    r"|respondents|partners|families|foster|tenants|members)\b"
    r"|(?:in|by|at|following) (?:an?|the|its|our) (?:\w+ ){0,2}(?:peer|audit|survey|mock|self|lga"
    r"|consultation)\b"
    r"|(?:at|in|for) (?:[\w'-]+ ){0,4}(?:school|academy|college|nursery|house|home|unit|lodge)\b)"
)


def is_said_by_others(before: str, after: str) -> bool:
    """Whether it is not inspectors who give the grade between the two stretches."""
    if _OF_OTHERS.match(after):
        return True
    others = [found.end() for found in _OTHERS_JUDGE.finditer(before)]
    return bool(others) and not _INSPECTORS_JUDGE.search(before, others[-1])
