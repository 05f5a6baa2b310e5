"""Steps of the Department for Education's intervention in a council, where a sentence states one.

The ladder: improvement notice, statutory direction, adviser or commissioner, children's services
trust, ended. Talk of a step ("should it become a Trust") is none, nor is an officer's title.
"""

import re
from collections.abc import Iterator

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.events import EventPhrase
from scrapers.minutes.inspections.stems import has_any
from scrapers.minutes.wordings import any_of

DFE = "DFE_INTERVENTION"

_ENDED = Caseless(
    r"\b(?=[csmterolindw])(?:(?:came|come|coming|stepped|moved|taken|exit(?:ed|ing)?|released"
    r"|removed|out"
    r"|step(?:ped)? down)"
    r"(?: out)? (?:of|from) (?:statutory |dfe |government |formal |ofsted )*intervention"
    r"|(?:exit(?:ed|ing)|left|leaving) (?:statutory |dfe |government |formal )*intervention"
    r"|(?P<plain>intervention) (?:[\w']+ ){0,6}?(?:ended|lifted|ceased|concluded|closed|removed"
    r"|come to an end)"
    r"|(?P<ending>end(?:ed|ing)) (?:its|the|their|our) (?:statutory |dfe |formal )*intervention"
    r"|released from (?:its |the |their )?(?:statutory )?directions?"
    r"|end(?:ing)? (?:of|to) (?:statutory |dfe |government |formal |the |our |its )*"
    r"(?:intervention|improvement notice|direction)"
    r"|no longer (?:\w+ ){0,3}(?:in|under|subject to) (?:statutory |dfe |government |formal "
    r"|ofsted |an? )*"
    r"(?:intervention|directions?|an improvement notice)"
    # the step itself is told apart, for it may have a date of its own.
    r"|(?:improvement notice|direction)(?: notice)?s?(?P<ended> (?:(?!direction)[\w,'-]+ ){0,16}?"
    r"(?:lifted|revoked|withdrawn|removed|discharged|rescinded)|'?s? (?:revocation|removal))"
    r"|(?:lift|revok|withdraw|remov|discharg|rescind|revoc)(?:ed|ing|al|ation) (?:of )?"
    r"(?:the |its |our )?(?:\S+ )?(?:improvement notice|statutory direction|direction))\b"
)
_ENDS = ("intervention", "direction", "improvement notice")  # all that can end
_STEPS: tuple[tuple[str, str], ...] = (
    ("improvement_notice", r"(?:non[- ]{0,2}statutory )?improvement notice"),
    (
        "statutory_direction",
        r"statutory (?:directions?|notice to improve)|direction notice|section 497a"
        r"|(?<!at the )directions? (?:(?:(?:was|were|had been) )?(?:issued|made|given"
        r"|served) )?(?:from|by|of) the (?:secretary of state|dfe"
        r"|department for education)"
        r"|(?:dfe|department for education|secretary of state|minister) (?:had |has )?(?:issued"
        r"|made"
        r"|served|given) (?:\w+ ){0,3}?direction"
        r"|directed by the (?:secretary of state|dfe|department for education)"
        r"|statutory notice (?:from|by|issued by|served by) (?:the )?(?:secretary of state|dfe"
        r"|department for education)"
        r"|(?:dfe|department for education|secretary of state) (?:had |has )?(?:issued|served)"
        r" (?:\w+ ){0,4}?statutory notice",
    ),
    (
        "adviser_or_commissioner",
        r"(?:dfe|department for education|government|secretary of state|minister(?:'?s|ial)?"
        r"|statutory)"
        r"(?:'s)?(?:[- ]appointed)? (?:(?!and\b|of\b|to\b|the\b)\w+ ){0,3}?(?:advis[eo]rs?\b"
        r"|commissioners?\b)"
        r"|appoint(?:ed|ment of|ing) (?:\S+ ){0,8}?(?:improvement advis[eo]r|commissioner\b"
        r"|dfe advis[eo]r)(?! of)"
        r"|(?:dfe|department for education|secretary of state|minister) (?:had |has )?(?:then "
        r"|also )?"
        r"(?:put in|sent in|sent|brought in|named|installed|made) (?:an? "
        r"|the )?(?:\w+ ){0,3}?commissioner"
        r"|government commissioners?"
        r"|commissioners?(?: for children'?s services(?: in \w+(?: \w+)?)?)?,?(?: -)? "
        r"(?:(?:who )?(?:had been|have been|has been|was|were) )?appointed by (?:the )?"
        r"(?:government|secretary of state|minister|dfe|department for education)"
        r"|children'?s (?:services|social care) commissioner(?! for)"
        r"|an? (?:\w+ ){0,2}?(?:improvement advis[eo]r|commissioner),? (?:[a-z][\w'-]+,? ){0,4}"
        r"(?:had been|has been|was|were) (?:appointed|in place)"
        r"|(?:(?<=the )|(?<=an )|(?<=former )|(?<=independent ))(?:improvement advis[eo]r"
        r"|commissioner)(?:'s(?= (?:\w+ ){0,2}(?:report|review|letter|involvement|role|work))"
        r"|(?=,? (?:appointed|had|has|who|whose|was|remained)\b))"
        r"|appointed by the (?:dfe|department for education|secretary of state) as "
        r"(?:(?:the|a|its|our|children'?s|services) )*commissioner",
    ),
    (
        "trust_created",
        r"(?:children'?s (?:services )?trust|children first|independent trust"
        r"|alternative delivery model)"
        r",? (?:\w+ ){0,3}?(?:created|established|set up|launched|formed|became operational"
        r"|went live"
        r"|gone live|came into (?:being|existence))"
        r"|(?:creation|establishment|launch|formation) of (?:the |a |an )?(?:\w+ ){0,3}?"
        r"children'?s (?:services )?trust\b"
        r"|(?<=the )trust (?:had |has )?(?:begun operating|began operating|become operational"
        r"|(?:begun|gone live|went live)(?= (?:on|in) ))"
        r"|trust (?:had been|has been|was) (?:created|established|set up|launched)"
        r"(?=[^.;]{0,60}\b(?:secretary of state|dfe|department for education)\b)"
        r"|(?<=the )trust,? (?:which )?(?:was |had been )?(?:established|set up|created|launched"
        r"|formed)"
        r"(?= (?:in|on) )"
        r"|(?:services|functions|social care) had (?:passed"
        r"|moved) to (?:the )?(?:[\w']+ ){0,3}?trust"
        r"(?= (?:in|on|from) )"
        r"|(?:services|functions|social care) (?:were|was|had been|have been) "
        r"(?:\w+ ){0,2}?transferred to (?:the )?(?:[\w']+ ){0,3}?trust\b",
    ),
)
# What the steps begin with: looked at first, it saves most tries.
_BEGINNINGS = any_of(
    r"non | statutory | improvement | direct | section | dfe | department | secretary | minister"
    r" | government | appoint | commissioner | child | an?\b | alternative | independent | creation"
    r" | establishment | launch | formation | trust | services | functions | social care"
)
_STEP = Caseless(
    rf"\b(?={_BEGINNINGS})(?:"
    + "|".join(rf"(?P<s{place}>(?:{pattern})\b)" for place, (_, pattern) in enumerate(_STEPS))
    + ")",
)
_TALK_BEFORE = re.compile(
    r"\b(?:if|could|would(?! (?:be aware|recall|know|remember))|should|might|(?-i:may)"
    r"|whether|without|not|no|never|avoid\w*|risk"
    r"|potential\w*"
    r"|possib\w*|rather than|instead of|other|another|prevent\w*|unless|until|soon to be|seek\w*"
    r"|previous councils|to come|working towards|consider(?:s|ing|ation)?|considered (?=\w+ing)"
    r"|neighbouring|nearby|a council|an authority|wait\w*|await\w*|expect\w*|in the event|draft"
    r"|close to|avert\w*|threat\w*|likely|hop\w+|aim\w*|in order to)\b"
    r"(?! longer)[^.;]{0,45}$",
    re.IGNORECASE,
)
_TALK_AFTER = re.compile(
    r"(?: \w+)?,? \(?(?:would|could|might|(?-i:may)|soon to be|to be appointed|if|unless|not yet"
    r"|had not)\b"
    r"| ?\(soon to be|'s? board|'?s? (?:partnership|arrangements)",
    re.IGNORECASE,
)
_OTHER_FIELD = Caseless(
    r"\b(?:housing|school|food|environment\w*|health and safety|hse|fire|planning|information"
    r"|police|crime|traffic|premises|monitoring officer)\b(?: \S+){0,4} $"
)
# "The DfE Improvement Adviser and Interim Director presented a report": a person at the meeting.
_SPEAKS = Caseless(
    r"[^.;]{0,160}?\b(?:presented|introduced|attended(?! the (?:improvement )?board)|in attendance"
    r"|explained|outlined|gave|informed|updated|told|welcomed|addressed)\b"
)
_SET_UP = Caseless(r"trust,? .*(?:established|set up|created|launched|formed)")
_CHILDRENS_TRUST = Caseless(r"children|secretary of state|dfe|department for education")
_TRUST_STEMS = ("trust", "children first")
_CHILDRENS_TRUST_NAME = Caseless(
    r"\bchildren(?:'?s?)?'?(?: services| and families| social care)? trust\b|\bchildren first\b"
)
_APPOINTED = Caseless(r"appoint")
_BY_THE_MINISTRY = Caseless(
    r"\b(?:dfe|department (?:for|of) education|secretary of state|minister|government|direction"
    r"|statutory|ofsted)\b"
)
_OF_THE_MINISTRY = Caseless(
    r"\b(?:dfe|department (?:for|of) education|secretary of state|minister|government|direction"
    r"|ofsted"
    r"|intervention|children'?s)\b"
)
_NOT_YET_ENDED = Caseless(
    r"\b(?:to(?! (?:confirm|say|report|announce|advise)\b)|would|could|should|will|aim\w*|expected"
    r"|likely|not)(?: \w+){0,5} ?$"
    r"|\b(?:when|whether|until|if|once)(?: [\w']+){0,7} ?$"
)
_TO_COME = Caseless(
    r"(?: \w+){0,2}? (?:was|were|is|are) (?:now |also |still )*(?:due|expected|likely|imminent"
    r"|anticipated|awaited|scheduled)\b"
    r"(?! to be (?:lifted|revoked|withdrawn|removed|discharged|rescinded))"
)
# Commissioners come also to councils' finances: the local government ministry's business.
_OTHER_MINISTRY = Caseless(
    r"best value|\b(?:dluhc|mhclg|dclg)\b|levelling up|local government|section 114|\bnhs\b"
    r"|\behrc\b|planning inspectorate|home office|finance commissioner"
)
# Of "the notice issued in May 2020 was lifted" the notice's date, of "lifted in June" the end's.
_DATED = re.compile(
    r" (?:(?!lift|revok|withdraw|remov|discharg|rescind|ended|ceased)\w+ ){0,12}?"
    r"(?:in|on|of|dated) (?=[\w ]{0,14}(?:19|20)\d\d)"
)


def names_trust(text: str) -> bool:
    """Whether a text names a trust that runs children's services."""
    stands = has_any(text.lower(), _TRUST_STEMS) and _CHILDRENS_TRUST_NAME.search(text)
    return bool(stands)


def intervention_phrases(text: str, *, is_ofsted: bool, of_trust: bool) -> Iterator[EventPhrase]:
    """The steps of intervention that a sentence states, in order.

    `is_ofsted` is whether the item speaks of Ofsted at all: its commissioners are then the DfE's;
    `of_trust` whether it names a children's trust, which "the Trust" then is.
    """
    ends_of = list(_ENDED.finditer(text)) if has_any(text.lower(), _ENDS) else []
    steps = list(_STEP.finditer(text))
    if not (ends_of or steps) or _OTHER_MINISTRY.search(text):
        return
    ended: list[tuple[int, int, bool]] = []
    for found in ends_of:
        start = found.start("ended") if found["ended"] else found.start()
        before = text[max(0, start - 70) : start]
        if found["ended"]:
            before += text[start : found.end()].rpartition(" ")[0]
        if (found["plain"] or found["ending"]) and not _BY_THE_MINISTRY.search(text):
            continue
        if _NOT_YET_ENDED.search(before):
            continue  # so the step stands
        ended.append((*found.span(), bool(found["ended"])))
        if not _OTHER_FIELD.search(before):
            yield EventPhrase(
                found.end() - 1, found.end(), "intervention_ended", DFE, has_happened=True
            )
    for found in steps:
        kind = _STEPS[int((found.lastgroup or "s0")[1:])][0]
        if _is_talk(text, found, kind, is_ofsted=is_ofsted, of_trust=of_trust):
            continue
        ends = [
            named_first
            for start, end, named_first in ended
            if start < found.end() and found.start() < end
        ]
        if ends and not (all(ends) and _DATED.match(text, found.end())):
            continue
        yield EventPhrase(
            found.start(),
            found.end(),
            kind,
            DFE,
            has_happened=True,
            is_to_come=_TO_COME.match(text, found.end()) is not None,
        )


def _is_talk(
    text: str, found: re.Match[str], kind: str, *, is_ofsted: bool, of_trust: bool
) -> bool:
    start, end = found.span()
    before = text[max(0, start - 70) : start]
    if _OTHER_FIELD.search(before) or _TALK_BEFORE.search(before):
        return True
    if _TALK_AFTER.match(text, end) and not _APPOINTED.search(found.group()):
        return True
    if kind == "trust_created" and _SET_UP.match(text, start):
        # Schools and hospitals have trusts too.
        return not (of_trust or _CHILDRENS_TRUST.search(text))
    if kind != "adviser_or_commissioner":
        return False
    is_sent = is_ofsted and ("commissioner" in found.group() or found.group()[0] == "i")
    if not is_sent and not _OF_THE_MINISTRY.search(text):
        return True
    return not _APPOINTED.search(found.group()) and _SPEAKS.match(text, end) is not None
