"""Whether an event that a sentence speaks of has happened, is still to come, or never was."""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.wordings import any_of

_TO_COME_BEFORE = Caseless(
    r"(?:\b(?:next|forthcoming|upcoming|due|scheduled|expected|anticipated|planned|await(?:ing|ed)"
    r"|imminent|prepar(?:e|es|ing|ations?|edness)"
    r"|prepared (?=for|to)|read(?:y|iness)|ahead of|in advance of|prior to|before|future|pending"
    r"|until|between now and|not expected|no date for"
    r"|potential|could|should|would|will|must|if|when)\b)(?: \S+){0,5} $"
)
_TO_COME_AFTER = Caseless(
    # "… and that its report was due": the report is to come, not the inspection.
    r"(?:(?!report|letter|feedback|findings|outcome|result| and that |, (?:no|the|an?|its|another"
    r"|this"
    r"|he|she|they|there|members|officers|staff|work)\b)[^.;]){0,100}?\b(?:(?:was"
    r"|were|is|are|be|been|being) (?:now |also |still |not )*(?:due"
    r"|expected"
    r"|scheduled"
    r"|rescheduled|anticipated|planned|likely|imminent|awaited)\b|(?:will|would|could|might|should"
    r"|may) (?:be(?! (?:said|told|shared|discussed|given|published|reported|noted|presented))|take"
    r"|come|follow|occur"
    r"|commence"
    r"|start|happen)\b|to take place\b|due (?:in|to|on|later)\b|expected (?:in|on|to)\b"
    r"|scheduled (?:for|in|to)\b|planned for\b|is to\b)"
)
_RECENT = Caseless(r"\brecent (?:ofsted )?$|\bwhen [\w' ]{1,40} (?:last|was|were|had been) $")
_WHEN_THEY = Caseless(r"\bwhen (?:ofsted|inspectors|hmi)(?: (?:had|last|then))* $")  # "inspected"
_BEGUN = Caseless(
    r"\b(?:had|has|have) (?:now |just |already )*(?:started|begun|commenced) (?:\S+ ){0,3}$"
)
_HELD = Caseless(r"(?: (?:with|by) ofsted)?,? (?:which )?(?:held|took place|was held) (?:on|in)\b")
_DID = Caseless(
    r" (?:resulted|found|judged|rated|graded|gave|took place|led to|ended|concluded|showed)\b"
)
_PAST = any_of(
    r"took place | taken place | following | since | after | outcomes? | findings? | results? | "
    r"feedback | conducted | undertaken | carried out | completed | finished | recent(?:ly)? | "
    r"latest | last | previous | was inspected | were inspected | had been | inspected | "
    r"identified | found | concluded | judge[d]? | judge?ment | rated | recognised | praised | "
    r"highlighted | published | publication | received | letter | report | recommendations? | "
    r"recent | undergone | visited | held | noted | arising | response to | addressed? | sixth | "
    r"showed | was positive | subject of"
)
_HAPPENED = Caseless(rf"\b{_PAST}\b")
_NEVER = Caseless(
    r"\b(?:not|never)(?: yet)? (?:been|carried out|undertaken|had|received|conducted|held|made"
    r"|completed)\b(?: \S+){0,3} $"
)
_HOW = Caseless(r"\b(?:way|manner|how)(?: in which)? (?:\w+ ){0,2}$")
_CALLED_OFF = Caseless(
    r"[^.;]{0,60}?\b(?:(?:was|were|been) (?:cancelled|postponed|deferred|called off|put off"
    r"|suspended|paused)"
    r"|(?:did|had|has) not (?:take|taken) place"
    r"|would have (?:been (?:held|made|due|undertaken|carried out)|taken place|come|followed))\b"
)


def has_happened(text: str) -> bool:
    """Whether a sentence speaks as one does of what has been."""
    return _HAPPENED.search(text) is not None


def is_to_come(text: str, start: int, end: int) -> bool:
    """Whether what a stretch of a sentence names is still to happen, by the sentence's words."""
    before = text[max(0, start - 60) : start]
    if not (_TO_COME_BEFORE.search(before) or _TO_COME_AFTER.match(text, end)):
        return False
    # "The report of the recent ILACS would be published", "when an earlier inspection resulted in"
    if _DID.match(text, end):
        return False
    if text[start:end].lower() == "inspected" and _WHEN_THEY.search(before):
        return False
    return not (_RECENT.search(before) or _BEGUN.search(before) or _HELD.match(text, end))


def never_was(text: str, start: int, end: int) -> bool:
    """Whether what a stretch of a sentence names is said not to have taken place."""
    before = text[max(0, start - 40) : start]
    if text[start:end].lower() == "inspected" and _HOW.search(before):
        return True  # "the way in which Ofsted inspected"
    return _NEVER.search(before) is not None or _CALLED_OFF.match(text, end) is not None
