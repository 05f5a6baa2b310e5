"""A grade said in plain words: "services were good overall", "gave a Good", "a Good authority".

No verb of judging stands here, so that the words around must make up for it: an inspection is
spoken of, what is graded is named whole and alone before the verb, nothing follows that the grade
could be an adjective of, and nobody but the inspectors says it. Verbs of judging belong in
`assertions`.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judging_verbs import FEELING

_ADVERBS = (
    r"(?:(?:now|still|then|again|also|likewise|equally|overall|currently|therefore|both|all"
    r"|already|indeed) )*"
)
_WAS = r"(?:had been|has been|have been|was|were|is|are|(?:had |has )?(?:achieved|become))"
_OPEN = r"['\"(]{0,2}$"
# The services as a whole, in full: "the Council's own children's social care services".
_OF_WHOLE = (
    r"(?:(?:local|own|whole|county|city|borough|metropolitan|council|authority|department"
    r"|child(?:ren)?|famil(?:y|ies)|young people|social care|social work|safeguarding"
    r"|and)(?:'?s?'?)? "
    r"|[\w-]+'s? (?=child|services|social|local))"
)
_WHOLE = (
    rf"(?:(?:the|our|its|their|these|all) )?{_OF_WHOLE}{{0,6}}"
    r"(?:services? for (?:vulnerable )?children(?: and (?:young people|families))?"
    r"|services?|council|authority|borough|department|directorate|social care)"
)
_AREA = (
    r"(?:impact of (?:the )?(?:local authority )?leaders(?: on (?:social work )?practice(?: with"
    r" children"
    r" and families)?)?|leadership(?:,? management,? and governance)?"
    r"|(?:children (?:who |in )?need(?:ing)?(?: of)? )?help and protection"
    r"|children in (?:our )?care|looked[- ]after children|children looked after"
    r"|cared[- ]for children"
    r"|care[- ](?:leavers|experienced young people)|achieving permanence|adoption performance)"
)
_PRONOUN = r"(?:they|it|we)"
# Where a clause can begin, so that "the website of the council was inadequate" is none.
_BEGIN = (
    r"(?:^\W*|[,;:(] (?:and )?|\b(?:that|but|when|while|whilst|where|because|as|so|overall|said"
    r"|found) "
    r"|\b(?:19|20)\d\d\)?,? )"
)
_SAID_OF_WHOLE = Caseless(rf"{_BEGIN}{_WHOLE},? {_ADVERBS}{_WAS} {_ADVERBS}{_OPEN}")
_SAID_OF_AREA = Caseless(
    r"(?:^\W*|[,;:] (?:and )?|\b(?:that|while|whilst|but) )(?:(?:the|both|experiences?|and"
    r"|progress|of|judge?ments?"
    rf"|services?|for|{_AREA}),? )*{_AREA},? {_ADVERBS}{_WAS} {_ADVERBS}{_OPEN}"
)
_SAID_OF_PRONOUN = Caseless(rf"{_BEGIN}{_PRONOUN} {_ADVERBS}{_WAS} {_ADVERBS}{_OPEN}")
_NAME = r"(?!It\b|They\b|We\b|This\b|That\b|He\b|She\b|There\b|These\b|All\b)[A-Z][\w'-]+"
_SAID_OF_NAME = re.compile(rf"(?:^\W*|\bthat |, ){_NAME} {_ADVERBS}{_WAS} {_ADVERBS}{_OPEN}")
_IN_YEAR = Caseless(r"\bin (?:[a-z]{3,9} )?(?:19|20)\d\d,? (?:[\w'-]+ ){1,6}['\"(]{0,2}$")
_SCORE_WAS = Caseless(
    r"(?:^\W*|\b(?:the|its|our|their|overall|inspection|ofsted|ofsted's|whose) )"
    r"(?:overall |inspection |ofsted )*(?:judge?ment|rating|grad(?:e|ing)|outcome|verdict|result"
    rf"|conclusion)(?:(?:,? (?:which|that))? {_ADVERBS}{_WAS} {_ADVERBS}(?:an? )?| ?[:-] "
    rf"|, ){_OPEN}"
)
_US = rf"(?:{_WHOLE}|us|it|them)"
_GAVE = Caseless(
    r"\b(?:gave|gives|giving|given|brought|resulted in|ended (?:in|with)|c[ao]me out(?: as| at"
    r"| with)?"
    r"|c[ao]me back as|c[ao]me away with|emerged (?:as|with)|placed at|achieved|achieving)"
    rf"(?: {_US})?(?: an?| the)?(?: overall)? {_OPEN}|\b(?:put|placed) {_US} (?:at|in|as) {_OPEN}"
)
_INSPECTORS = (
    r"(?:ofsted|inspectors?|inspection|hmis?|ilacs|(?:report|letter)(?:,[^,]{1,40},)?)"
    r"(?: (?:had|has|have|also|then|therefore))*"
)
_FOUND_IT = Caseless(
    rf"\b{_INSPECTORS} (?:found|declared|pronounced|labelled|branded)"
    rf" {_US} {_ADVERBS}(?:to be |as )?{_OPEN}|, finding {_US} {_ADVERBS}(?:to be |as )?{_OPEN}"
)
_FOUND_A = Caseless(rf"\b{_INSPECTORS} (?:found|seen|saw) (?:\w+ ){{0,2}}an? {_OPEN}")
_INSPECTORS_SAY = Caseless(
    rf"\b(?:{_INSPECTORS} (?:said|says|stated|noted|considered|found|concluded|reported|announced)"
    r"(?: that)?|(?:judge?ment|finding|conclusion|verdict|outcome|result) (?:was|being) that)"
    rf" (?:{_WHOLE}|they) {_ADVERBS}{_WAS} {_ADVERBS}{_OPEN}"
    rf"|\bby (?:the )?(?:ofsted|hmi|inspectors) (?:to be|as) {_OPEN}"
)
_FEELING = Caseless(rf"\b{FEELING} {_ADVERBS}{_OPEN}")
_IS_A = Caseless(
    rf"(?:{_BEGIN}|\band )(?:{_WHOLE}|[\w-]+) {_ADVERBS}{_WAS} {_ADVERBS}(?:seen as "
    rf"|considered )?an? {_OPEN}"
)
_LOWEST = Caseless(
    r"\b(?:received|given|awarded|got|was|were) the (?:lowest|highest|top|bottom|worst|best)"
    r"(?: possible| available)? (?:grade|grading|rating|judge?ment|category)(?: of|,|:"
    rf"| -)? {_OPEN}"
)
_ENTRY = Caseless(
    r"\b(?:inspection|ilacs)[^.;:]{0,40}(?:19|20)\d\d\)?(?: ?[:-] ?| \()(?:overall )?['\"(]{0,2}$"
)
_ONE_OF = Caseless(
    r"\b(?:judge?ment|rating|grad(?:e|ing)|outcome|verdict|finding)\b[^.;]{0,120}? (?:was|is"
    r"|being) one of"
    rf" {_OPEN}"
)
_AWARDED = Caseless(rf"\b(?:been|was|were) awarded (?:an? )?{_OPEN}")
_AN = Caseless(rf"\b(?:an?|the|this|its|our|their) {_OPEN}")
_GIVEN_AFTER = Caseless(
    r"['\")]{0,2} (?:(?:had been|was|has been) (?:given|awarded|received|secured)\b"
    r"|(?:that|which) (?:ofsted|inspectors) (?:had |has )?(?:given|awarded)\b)"
)
_REQUIRED = Caseless(
    rf"\b(?:found|finding|concluded|determined|{_INSPECTORS} (?:said|stated|reported)"
    rf"|(?:judge?ment|finding|conclusion|grade|outcome|rating|verdict|result) (?:was|being)) that"
    rf" (?:{_WHOLE}|[\w-]+) {_ADVERBS}{_OPEN}"
)
_NAMED_REQUIRES = Caseless(rf"{_BEGIN}{_WHOLE} {_ADVERBS}{_OPEN}")
_SERVICE_AFTER = Caseless(
    r"['\")]{0,2} (?:local authority|authority|council|(?:children'?s )?services?)\b"
)
# "Since its inadequate inspection in May": a good one need have had no grade of good.
_INSPECTION_AFTER = Caseless(
    r"['\")]{0,2} (?:ofsted )?(?:ilacs|inspection)\b(?! of (?!the council|our))"
)
_ITS = Caseless(rf"\b(?:the|its|our|their|an) {_OPEN}")
_OUTCOME_AFTER = Caseless(
    r"['\")]{0,2} (?:overall )?(?:outcome|result|verdict)\b(?=[^.;]{0,60}\b(?:inspect|ilacs"
    r"|ofsted))"
)
_OVERALL = Caseless(
    r"['\")]{0,2},? (?:overall\b(?! (?!and\b|but\b|in\b|at\b|by\b|with\b|for\b|as\b|when\b|which\b"
    r"|although\b|from\b|on\b|had\b|was\b|to\b|under\b|after\b|since\b)[a-z])|again\b"
    r"|across the board\b"
    r"|(?:in|across) (?:all|every|each) (?:[\w-]+ ){0,3}(?:areas?|judge?ments?|categor(?:y|ies))\b)"
)
# Nothing that "good" or "inadequate" could be the adjective of.
_CLOSED = Caseless(
    r"['\")]{0,2}(?:\s*$|[.;)]|,? (?:and|but) (?=(?:that|it|they|we|had|would|was|were|the|those) )"
    r"|, (?:which|had|has|was|were|would|as|when|where|while|whilst|with|having|although|up|down"
    r"|compared|against"
    r"|in (?=20|19))"
    r"|,? (?:as|when) (?=(?:it|they|we|the|in|had|20|19))| in (?=(?:20|19))"
    r"| since (?=(?:the|its|our|their|that|20|19))"
    r"|,? (?:compared|from (?:19|20)\d\d))"
)
_IS_HERE = Caseless(r"ofsted|inspect|ilacs|\bhmi")
_SPEAKER = Caseless(
    r"\b(?:that|said|says|stated|commented|added|replied|explained|argued|remarked|told|felt|thought"
    r"|believe[ds]?|suggested|hoped|claimed|noted|observed|asked|considered|agreed|opinion|view"
    r"|concern\w*|worried|described)\b"
)


def is_said_plainly(text: str, start: int, end: int, lead: str, *, of_inspection: bool) -> bool:
    """Whether a sentence says the grade of the services without judging; `lead` is before it.

    `of_inspection` is whether an inspection of the services is spoken of, there or just before.
    """
    if not (of_inspection or _IS_HERE.search(text)):
        return False
    if _LOWEST.search(lead):
        return True
    if _is_marked(text, start) and _AN.search(lead) and _GIVEN_AFTER.match(text, end):
        return True
    if any(said.search(lead) for said in (_FOUND_IT, _INSPECTORS_SAY, _ONE_OF)):
        return _OVERALL.match(text, end) is not None or _CLOSED.match(text, end) is not None
    if _FOUND_A.search(lead) and (noun := _SERVICE_AFTER.match(text, end)):
        return _CLOSED.match(text, noun.end()) is not None
    return of_inspection and _is_said_of_inspection(text, start, end, lead)


def _is_said_of_inspection(text: str, start: int, end: int, lead: str) -> bool:
    is_marked = _is_marked(text, start)
    is_overall = _OVERALL.match(text, end) is not None
    if text[start:end].lower().startswith("requir") and _is_required(text, end, lead):
        return True
    noun = _SERVICE_AFTER.match(text, end)
    if noun and is_marked and _IS_A.search(lead):
        return _CLOSED.match(text, noun.end()) is not None
    if text[start:end].lower() == "inadequate" and _INSPECTION_AFTER.match(text, end):
        return _ITS.search(lead) is not None
    if is_marked and (_OUTCOME_AFTER.match(text, end) or _FEELING.search(lead)):
        return True
    if not (is_overall or _CLOSED.match(text, end)):
        return False
    if any(said.search(lead) for said in (_SCORE_WAS, _ENTRY, _AWARDED)):
        return True
    if _GAVE.search(lead) and (is_marked or is_overall):
        return True
    return _is_of_subject(text, start, lead, is_sure=is_overall or is_marked)


def _is_of_subject(text: str, start: int, lead: str, *, is_sure: bool) -> bool:
    """ "The Council was good": subject, verb and grade, said by nobody but inspectors."""
    is_named = any(
        said.search(lead) is not None for said in (_SAID_OF_WHOLE, _SAID_OF_NAME, _SAID_OF_AREA)
    )
    if not (is_named or _SAID_OF_PRONOUN.search(lead)):
        return False
    is_dated = _IN_YEAR.search(lead) is not None
    if _SPEAKER.search(text, 0, start):
        return (is_sure or is_dated) and _IS_HERE.search(text) is not None
    return is_named or is_sure or is_dated


def _is_required(text: str, end: int, lead: str) -> bool:
    """ "Found that Wexcombe required improvement", "services 'require improvement to be good'"."""
    is_in_full = text[:end].lower().endswith("good")
    if not (is_in_full or _CLOSED.match(text, end)):
        return False
    if _REQUIRED.search(lead):
        return True
    is_spoken = _SPEAKER.search(text, 0, len(text)) is not None and not _IS_HERE.search(text)
    return _NAMED_REQUIRES.search(lead) is not None and (is_in_full or not is_spoken)


def _is_marked(text: str, start: int) -> bool:
    """A capital or quotes make a grade of the word."""
    return (text[start].isupper() and not text.isupper()) or text[start - 1 : start] in ("'", '"')
