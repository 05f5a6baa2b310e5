"""What makes a grade word no grade: denial, wish, supposition, a list of the scale, a count."""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judging_verbs import FOUND, JUDGED
from scrapers.minutes.inspections.reported import told_from
from scrapers.minutes.wordings import any_of

# After a grade only these may follow; anything else makes it an adjective of something smaller.
_MAY_FOLLOW = Caseless(
    r"(?<=inadequate) finding\b|['\")]{1,2} services?\b"
    r"|['\")]{0,3}(?:\s*$|\s*[.,;:!?\t|(/&)-]|\s+(?:by|without|made (?:by|in)|in|for|across"
    r"|apart|except|save|overall|at|with|and|but|under|as"
    r"|(?:ilacs|inspection)(?= (?:judge?ment|rating|grade)|(?<=inadequate ilacs)"
    r"|(?<=inadequate inspection))"
    r"|back in\b|once (?:more|again)\b"
    r"|services?(?= when\b|['\")]*[.;]|$)"
    r"|(?:outcome|result) (?:of|from|in|at|following) (?:the|its|our"
    r"|an?) (?:\w+ ){0,3}?(?:inspection|ilacs)"
    r"|on|from|when|which|after|during|due|because|since|while|whilst|against|following|again"
    r"|throughout|too|as well|dated from|dating from|to|\d+"
    r"|judge?ments?|ratings?|grades?|grading|category|status|ofsted|authority|council"
    r"|respectively|although|though|despite|until|that|this|there|it|we|they|had|has|before|also"
    r"|were|was|having|at)\b)"
)
_WISHED_AFTER = Caseless(
    r"['\")]{0,2},? (?:or (?:better|above|higher)|(?:and|or) beyond|by (?:the (?:next|end|time)"
    r"|20\d\d)"
    r"|in (?:the future|future)|(?:(?:judge?ment|rating) )?(?:at|in|from) (?:the|their|its"
    r"|our) next"
    r"|within \w+ (?:months|years))"
)
_OTHER_GRADE_BEFORE = Caseless(
    r"(?:outstanding|good|improvement|inadequate|adequate)['\")]{0,2},? (?:or|and/or|/|to) ?"
    r"(?:even |an? )?['\"(]{0,2}$"
)
_OTHER_GRADE_AFTER = Caseless(
    r"['\")]{0,2},? ?(?:or|and/or|/) ?(?:even |an? )?['\"(]{0,2}(?:outstanding|good|requir"
    r"|inadequate)"
)
_BECOME = (
    r"(?:become|get|achieve|reach|make|move|ensure|attain|secure|deliver|gain|obtain|receive|be"
    r"|remain|improve|maintain|retain)"
)
_DENIALS = any_of(
    r"[Nn]ot | [Nn]o | [Nn]obody | look\w* forward | never | [Nn]either | nor | without | "
    r"[Nn]one | [Ii]f | [Ww]ould | [Cc]ould | [Ss]hould | might | may | can | cannot | will | "
    r"[Uu]nless | until | [Ww]hether | aim\w* | aspir\w* | ambition\w* | targets? | goals? | "
    r"hop(?:e|es|ed|ing) | expect\w* | striv\w* | [Tt]owards? | in order to | so that | "
    r"on track | predict\w* | likely | potential\w* | possib\w* | risks? | avoid\w* | "
    r"prevent\w* | [Ss]elf | ourselves | themselves | path to | plan(?:s|ned)? to | wants? | "
    r"wanted | need(?:s|ed)? to | bid to | wish\w* | able to | enabl\w+ | [Rr]ather than | "
    r"instead of | than | desire\w* | intend\w* | seek\w* | vision | standard of | "
    r"support(?:s|ing)? to | "
    rf"to {_BECOME} | be {_BECOME} | "
    r"journey | [Ww]hen | [Hh]ow | [Ww]hat | [Ww]hy | [Qq]uestion\w* | asked | [Aa]udit\w* | "
    r"moderat\w* | sampl\w* | case files? | cases | descriptors? | criteria | scale | "
    r"definition | means? | threshold | similar | other (?:local )?(?:authorit\w+|councils?) | "
    r"wrong | untrue | incorrect\w* | false\w* | den(?:y|ied|ies|ying) | disagreed | disput\w+ | "
    r"[Ff]ar from | short of | escap\w+ | close to | almost | nearly | cusp | verge | brink | "
    r"ceased | event of | in case | confiden\w+ | optimis\w+ | prospects? | chances? | as if | "
    r"as though | mean that | suggestions? | rumours? | speculat\w+ | press | media | "
    r"newspapers? | drafts? | emerging | preliminary | interim | provisional\w* | appeal\w* | "
    r"alleg\w+ | claim\w* | prepar\w+ | must | repeat | recurrence | worr(?:y|ied|ies) | "
    r"fear\w* | threat\w*"
)
_DENIED = re.compile(rf"\b{_DENIALS}\b")
# What a whole sentence is about, however far before the grade it says so.
_NO_FINDING = re.compile(
    r"^\W*(?i:(?:[\w-]+ ){0,2}(?:risks?|targets?|ambitions?|aims?|visions?|objectives?|indicators?"
    r"|measures?|KPIs?|success|promises?|priorit(?:y|ies)|(?:outcomes?|results?) (?:sought"
    r"|wanted|desired|expected|planned)|(?:desired|planned|expected) outcomes?))\b|^\W*(?:Where"
    r"|Wherever|Whenever|Should|Were)\b"
)
_OF_AUDIT = Caseless(
    r"\b(?:audit(?:s|ed|ing)?|case files?|dip[- ]sampl\w+|practice (?:week|learning)|moderat\w+"
    r"|qa|quality assurance|self[- ]?(?:assess|evaluat)\w*|sef|peer (?:review|challenge)\w*)\b"
    r"(?![^.;]*\b(?:inspect|ofsted|ilacs))"
)
_COUNTED = Caseless(r"(?:\b\d{1,3}|%|per ?cent)(?: (?:were|was|as))*\s+['\"(]?$")
_COUNTED_AFTER = Caseless(r"['\")]{0,2}(?:\W{0,3}\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)| in \d{1,3}\b)")
_SUPPOSED_AFTER = Caseless(
    r"['\")]{0,2} (?:(?:judge?ments?|ratings?|outcome|grade|by|ofsted|inspection|overall)\s){0,3}"
    r"(?:would|could|might|must|should|can|will|costs?|leads?|means?|limits?|triggers?|brings?"
    r"|usually|often|always|in any|(?:had been|was|were|is|has been) (?:expected|feared|predicted"
    r"|anticipated|challenged|disputed|overturned|withdrawn|changed|unlikely|possible))\b"
)
# Wordings that hold one of these words and deny nothing.
_DENIES_NOTHING = re.compile(
    r"\bcontinu\w+ to be\b|\bto be good\b"
    r"|\b(?:only|first|one of|\d+ of \d+)\b[^.;]{0,80}\bto (?:receive|achieve|be|maintain|retain)\b"
    r"|\bwhen (?:in (?:\w+ )?(?:19|20)\d\d,? )?(?:the |it |they |we |its "
    r"|our )?(?:[\w']+ ){0,4}(?:was|were|had)\b"
    r"|\bwhen [^.;]{0,140}? (?:was|were|had been) (?:judged|rated|graded|deemed)\b"
    r"|\b[Ww]hen (?:[\w']+ ){1,6}?(?:had|inspected|resulted|led|gave|brought|ended|received"
    r"|achieved)\b"
    r"|\bwhen (?:[Oo]fsted|inspectors|it was|they were) (?:\w+ ){0,2}inspected\b"
    r"|\bwhen (?:ofsted|Ofsted|inspectors|HMI) (?:last )?(?:found|judged|rated|graded|deemed)\b"
    r"|\b[Aa]s (?:\w+ ){1,3}(?:would|will|may) (?:be aware|know|recall|remember)\b"
    r"|\bNo, (?=it |the |they |we )|\bnot only\b"
    r"|\bto (?:be )?requir\w+\b|\bno longer\b[^.;]{0,60}\b(?:but|and)\b|\bsatisf\w+"
    r"|\bself-improving\b|\b(?:no|not) (?:a )?(?:surpris\w+|secret|doubt|illusions?)\b"
    r"|\b[Nn]obody needed (?:reminding|telling)\b"
    # "It was disappointing to be Requires Improvement again": so it was.
    r"|\b(?:disappoint\w+|pleas\w+|proud|delight\w+|frustrat\w+) to (?:be|have been|remain"
    r"|still be)\b"
)
# A question, or one that is quoted: "She asked: 'Does the Council, judged inadequate, agree?'"
_ASKING = re.compile(
    r"(?:^\W*(?:Q(?:uestion)?\W{1,3})?|[:\"'] ?)"
    r"(?:Was|Were|Is|Are|Has|Had|Have|Did|Does|Do|Will|Can|Could|Would)\b[^?]*$"
)
_ASKED = re.compile(r"[^?.;]*\?")
_JUDGING = re.compile(rf"\b(?:{JUDGED}|{FOUND})\b")
_TO_BE = re.compile(r"\bto (?:be|require)\b")
_NEAR = 40


def is_no_grade(text: str, end: int) -> bool:
    """Whether what follows the word says so at once, as it mostly does: "good progress"."""
    return not _MAY_FOLLOW.match(text, end) or _WISHED_AFTER.match(text, end) is not None


def is_one_of_two(text: str, start: int) -> bool:
    """ "Good or outstanding": neither, unless one was moved to from the other."""
    return _OTHER_GRADE_BEFORE.search(text[max(0, start - _NEAR) : start]) is not None


def is_denied(text: str, start: int, end: int, clause: str) -> bool:
    """Whether the words round a grade deny it, suppose it, wish for it or count cases of it."""
    if _SUPPOSED_AFTER.match(text, end) or _COUNTED_AFTER.match(text, end):
        return True
    lead = text[max(0, start - _NEAR) : start]
    if (
        ("?" in text and _ASKED.match(text, end) and _ASKING.search(text[:start]))
        or _COUNTED.search(lead)
        or _NO_FINDING.match(text)
        or _OF_AUDIT.search(text, 0, start)
    ):
        return True
    if _OTHER_GRADE_AFTER.match(text, end):
        return True
    if _DENIED.search(clause) is None:
        return False
    told = told_from(clause)
    if told:
        clause = clause[told:]
    said = _DENIES_NOTHING.sub(" ", clause)
    if _JUDGING.search(clause):  # "judged the service to be", but "wanted the service to be"
        said = _TO_BE.sub(" ", said)
    return _DENIED.search(said) is not None
