"""What makes a grade word an asserted grade: somebody judges, rates, finds or awards it.

A grade word alone says nothing. In doubt it is not asserted: a false "inadequate" is the worst
thing this project could publish. What denies a grade belongs in `grade_denials`, movement from
one to another in `movements`, what was graded in `judged`.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judging_verbs import FOUND, ILACS_ENTRY, JUDGED
from scrapers.minutes.inspections.movements import IN_YEAR
from scrapers.minutes.inspections.plain_words import is_said_plainly

_SCORE = r"(?:judge?ments?(?! calls?\b)|ratings?|grad(?:e|es|ing|ings)|effectiveness)"
_RESULT = r"(?:outcomes?|verdict|results?|conclusions?|status)"
_GOT = (
    r"(?:award(?:ed|ing)|achiev(?:ed|ing)|receiv(?:ed|e|ing)|given|gained|secured|obtained|attained"
    r"|got|retain(?:ed|ing)|maintain(?:ed|ing)|kept|issued)"
)
STAYED = (
    r"(?:unchanged at|st(?:ood|ands) at|remain(?:ed|s|ing|)|stayed|continue[ds]? to be"
    r"|been maintained)"
)
_WORDS = r"(?:\s[^\s.;:]+){0,9}?"
_WAS = r"\s(?:to be|to|as|was|were|is|are|being|of|remain(?:s|ed)|had been|has been)"
_SOFT = r"(?:\s(?:an?|the|one of|still|overall|now|again|that|this))*"
_OPEN = r"\s*(?:ri )?['\"(]{0,2}$"

# What stands before an asserted grade.
_SAID = Caseless(
    rf"\b(?:{JUDGED}{_WORDS}|(?:was|were|been|is|are) {FOUND}\s"
    rf"|{JUDGED}(?:\s[^\s.;:]+){{0,18}}?\s(?:as|to be)|found (?:\S+ ){{0,5}}?(?:services|council"
    rf"|authority)(?: in (?:\S+ ){{1,3}})?"
    rf"\s?|{FOUND}{_WORDS}{_WAS}{_SOFT}"
    rf"|{_SCORE}{_WORDS}(?:{_WAS}|\s?[:-]){_SOFT}|{_SCORE}(?: to be)?"
    rf"|finding of|category of|{STAYED}(?: rated| judged| graded| at)?{_SOFT})\s*{_OPEN}"
)
_SAID_OF_RESULT = Caseless(
    rf"\b{_RESULT}{_WORDS}(?:{_WAS}|\s?[:-]){_SOFT}\s*{_OPEN}|\b(?:rate|rating"
    rf"|judge) [^.;]{{0,40}}{_OPEN}"
)
_ARTICLE = Caseless(
    r"\b(?:there (?:was|were)|an?|the|its|our|their|his|this|that|with|of"
    rf"|{_GOT})(?: [\w']+){{0,2}}{_OPEN}|'s{_OPEN}"
)
_GOT_CAPITAL = Caseless(rf"\b(?:{_GOT}|resulted in)(?: an?| the)?(?: overall)? ['\"(]{{0,2}}$")
_GOT_QUOTED = Caseless(
    rf"\b(?:{_GOT}|found|considered|assessed|(?:is|was|were|are|be) (?:providing|delivering"
    rf"|offering))(?: \w+){{0,3}}\s*['\"(]{{1,2}}$"
)
# "Was Good", "was 'good'": a capital or quotes make a grade of it.
_WAS_MARKED = Caseless(
    r"\b(?:was|were|is|are|as|been|being) (?:(?:both|all|also|now|still|again|overall) )*"
    r"['\"(]{0,2}$"
    rf"|\b{_SCORE}, ['\"(]{{0,2}}$"
)
# "Services had been inadequate in 2014, requiring improvement in 2017 and were now good".
_WAS_THEN = Caseless(r"\b(?:(?:had|having) been|was|were) ['\"(]{0,2}$")
_FIRST_WORD = re.compile(
    r"^[^a-zA-Z]*(?:Overall,? )?(?:(?:It was (?:reported|noted)|reported|noted) that )?['\"]?$"
)
_VERB_SUBJECT = Caseless(
    r"\b(?:services?|council|authority|it|they|children)\s*(?:still |now |had )?$"
)
_YEAR_BEFORE = Caseless(r"\bin (?:[a-z]{3,9} )?(?:19|20)\d\d[^.;]{0,60}$")
_SAID_BY_VERB = Caseless(rf"\b(?:{_SCORE}|{JUDGED}|{FOUND})\b")
_SCORE_AFTER = Caseless(
    rf"['\")]{{0,2}},? (?:overall |ofsted |ilacs |inspection )*{_SCORE}\b(?! scale| call)"
    rf"|['\")]{{0,2}} category\b"
    r"|(?<=inadequate) finding\b(?! (?:of|in|by|from) (?:an?|our|the|its)\b)"
    rf"|['\"]? (?:was|is|being|had been|has been) (?:the|its|their|our) (?:\w+ ){{0,2}}{_SCORE}\b"
)
_CONTEXT_OF_RESULT = Caseless(r"inspect|ofsted|ilacs|overall")
_ILACS_ENTRY = re.compile(ILACS_ENTRY)


def is_said(text: str, start: int, end: int, lead: str, *, of_inspection: bool) -> bool:
    """Whether the sentence asserts the grade word at that place; `lead` is what stands before.

    `of_inspection` is whether an inspection of the services is spoken of, there or just before.
    """
    is_verb = text[start:end].lower().startswith("requir")
    is_capital = text[start].isupper() and not text.isupper()
    is_marked = is_capital or text[start - 1 : start] in ("'", '"')
    return bool(
        _SAID.search(lead)
        or (_SAID_OF_RESULT.search(lead) and _CONTEXT_OF_RESULT.search(text))
        or _GOT_QUOTED.search(lead)
        or ((is_verb or is_capital) and _GOT_CAPITAL.search(lead))
        # "A 'good' rating"; at the sentence's start without its article.
        or ((_ARTICLE.search(lead) or _FIRST_WORD.match(lead)) and _SCORE_AFTER.match(text, end))
        or _ILACS_ENTRY.search(lead)
        or (is_marked and _WAS_MARKED.search(lead))
        or (_WAS_THEN.search(lead) and IN_YEAR.match(text, end))
        or (is_verb and _is_verb_of_services(text, lead, is_in_full=text[:end].endswith("good")))
        or is_said_plainly(text, start, end, lead, of_inspection=of_inspection)
    )


def _is_verb_of_services(text: str, lead: str, *, is_in_full: bool) -> bool:
    """ "The service required improvement", in full, or where it is judged or has its own year."""
    if not _VERB_SUBJECT.search(lead):
        return False
    return is_in_full or bool(_SAID_BY_VERB.search(text) or _YEAR_BEFORE.search(lead))
