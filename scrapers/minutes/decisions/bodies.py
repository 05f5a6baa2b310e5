"""How minutes name the body that met, and how they tell of what was decided elsewhere or before.

Only a body decides: "the Committee agreed" counts, "the Cabinet Member agreed" does not.
"""

import re

from scrapers.minutes.caseless import Caseless

NOUN = (
    # The letters are those that the nouns begin with: looked at first, they save many tries.
    r"(?=[scebpftwa])(?:sub-?\s?committee|committee|cabinet|executive|council|board|panel|commission|forum"
    r"|task group|working group|authority|assembly)"
)
LOWERED_BODY = (
    r"(?:(?:the |this |full |county |city |borough )*(?:[\w&'-]+,? ){0,7}?"
    rf"{NOUN}(?! members? for| member\b)(?:\s?\([^()]{{1,60}}\))?(?: members)?"
    rf"|(?:the |all )?(?:committee |panel |board |cabinet )?members"
    rf"(?: of the [\w&', -]{{0,60}}?{NOUN})?|(?:the )?councillors)"
)
BODY = rf"(?i:{LOWERED_BODY})"
_ADVERBS = (
    r"(?:,? (?:then|therefore|also|further|unanimously|subsequently|duly|accordingly|consequently"
    r"|thereupon|hereby|furthermore|collectively|formally"
    r"|(?:moved|proposed),? (?:and )?(?:duly )?seconded,?(?: and)?))*,?"
)
# What may stand between the beginning of a sentence and its deciding verb.
SUBJECT_BEFORE = re.compile(
    rf"(?:^|[,;:-] ?|\b(?:and|discussion|debate|that) )(?P<body>{BODY}){_ADVERBS} ?$"
    rf"|\b(?:it was|it is|be it|they|we){_ADVERBS} ?$",
    re.IGNORECASE,
)
STARTS_WITH_BODY = re.compile(rf"(?P<body>{BODY})\b", re.IGNORECASE)
SECOND_VERB = Caseless(r"\b(?:and|but)(?: it was| was)?(?: then| also| further)* ?$")

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
# "at its meeting on 4 March 2021 … agreed", "had resolved", "was reminded that it was agreed".
_RETOLD = Caseless(
    r"\b(?:had|has|have|having)(?: been| also| previously| already| unanimously)*,? ?$"
    r"|\bat (?:its|their|our|a|an)(?: \w+)? ?meeting"
    r"|\bat (?:the|that)(?: previous| last| earlier)? meeting (?:held |in |of |on )"
    r"|\bat the (?:previous|last|earlier) meeting"
    r"|\bpreviously\b|\blast (?:year|month|meeting)\b"
    rf"|^(?:on|in|since|at) [^,]{{0,60}}\b(?:{_MONTH}|(?:19|20)\d\d)\b"
    r"|\b(?:reminded|recalled|reported|advised|explained|informed|stated|confirmed|told|heard"
    r"|queried|questioned|noted)(?: \w+){0,4} that\b[^,;]{0,200}$"
    r"|\b(?:was|were) reminded(?: \w+){0,2} that\b[^;.]{0,380}$"
    r"|\b(?:if|whether|when|once|which|who)\b[^,;]{0,60}$"
    r"|\b(?:said|says|wrote|writes|stated|states)(?: that)?[:,]? \W?[^,;]{0,40}$"
    r"|\b(?:where|as|because|since|after)(?: it (?:was|is))? ?$"
)

_PROPER = re.compile(r"\b[A-Z][a-z]{3,}\b")
# Words that any body may be called by, whatever its full name is.
_ANY_BODYS = re.compile(
    r"(?:committee|cabinet|executive|council|board|panel|commission|forum|authority|assembly|task"
    r"|working|group|scrutiny|overview|select|joint|standing|full|county|city|borough|town|district"
    r"|mayor|policy|service|members?|councillors?|this|then|following|after|having|upon|when|during|with"
    r"|accordingly|therefore)",
    re.IGNORECASE,
)


def is_retold(lead: str) -> bool:
    """Whether the words before a deciding verb tell of another occasion."""
    return bool(_RETOLD.search(lead[-400:]))


def is_another_body(body: str | None, committee: str | None) -> bool:
    """Whether `body` names one that the meeting's own committee cannot be called."""
    if not body or not committee:
        return False
    own = committee.casefold()
    named = body.casefold()
    for noun in ("cabinet", "executive", "scrutiny", "health and wellbeing"):
        if noun in named and noun not in own:
            return True
    if _is_named_otherwise(body, own):
        return True
    is_full_council = re.search(r"\bcouncil$", named) is not None
    return is_full_council and "council" not in own and "cabinet" not in own


def _is_named_otherwise(body: str, own: str) -> bool:
    """Whether the proper words of a name are none of the committee's: "the Improvement Board"."""
    name = re.split(r"\bthe ", body, flags=re.IGNORECASE)[-1]
    name = re.split(r"\b(?:of|for) ", name)[0]
    proper = [word.casefold()[:6] for word in _PROPER.findall(name) if not _ANY_BODYS.match(word)]
    return bool(proper) and not any(word in own for word in proper)
