"""Where a clause tells what is so: "asked to note *that Ofsted had judged …*".

What stands before such a "that" says who tells it and how; it supposes, wishes or asks nothing of
what is told, unless the telling itself is denied or supposed.
"""

from scrapers.minutes.caseless import Caseless

_TOLD = Caseless(
    r"\b(?:said|says|say|confirm(?:ed)?|repl(?:ied|y)|advis(?:ed|e)|stated|explain(?:ed)?|report(?:ed)?"
    r"|informed|reminded|stress(?:ed)?|told|noted?|aware|remember(?:ed)?|recall(?:ed)?|know|forget"
    r"|announced?|record|news|fact|because|unexpected"
    r"|(?:tell|inform|remind|advise) (?:the )?\w+) that "
)
# "Could not say that", "hoped to report that", "the inspectors might say that".
_NOT_TOLD = Caseless(
    r"\b(?:not(?! (?:to )?forget\b| unexpected\b)|never|nobody|none|neither|if|whether|wrong|untrue"
    r"|incorrect|unable|cannot|can|den(?:y|ied)|declin\w+|refus\w+|unless|until|how|why|hop\w+|fear\w*"
    r"|rumou\w+|alleg\w+|claim\w*|predict\w*|expect\w*|likely|might|may|will|press|media|draft\w*"
    r"|could(?! (?:report|confirm|say|tell|announce)\b)"
    r"|would(?! (?:be aware|recall|know|remember|note)\b)"
    r"|should(?! (?:be (?:noted|aware|remembered|reminded)|not forget|note|remember)\b)"
    r"|(?:want|wish|like|need|long)\w* to (?:be|hear|see|read)|to be told|to hear|in order|so that"
    r"|forward|await\w*"
    r"|ready|prepared|ofsted|inspectors?|judge|asked (?:for|that|if|whether|how|why))\b"
)
_REACH = 70  # characters before the verb in which its own denial stands


def told_from(clause: str) -> int:
    """Where in a clause that is told its own words begin; 0 where nobody tells it."""
    for told in reversed(list(_TOLD.finditer(clause))):
        if not _NOT_TOLD.search(clause, max(0, told.start() - _REACH), told.end()):
            return told.end()
    return 0
