"""Which words name a council's services as a whole, and which name nothing that could be graded.

"The authority" and "our children's services" are the whole; "the music service" and "the Council's
website" are not, and "had since been judged" names nothing.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.wordings import any_of

_WHOLE = (
    r"council|authority|las?|department|directorate|social care|borough|county|city"
    r"|district(?! council)"
    r"|lscb|children'?s? board|fostering agency|trust"
)
# "The music service" is another; "the children's service", "found services" are the whole.
_BEFORE_SERVICES = (
    r"the|our|its|their|these|those|all|same|council|authority|children|famil(?:y|ies)'?|care|local|and"
    r"|safeguarding|that|when|whilst|while|where|of|for|in|found|seen|saw|judge[ds]?|judging|rat(?:ed?|es"
    r"|ing)"
    r"|graded?|deemed|considered|said|whose|inspection|(?:19|20)\d\d"
    r"|[\w-]+'s?|childrens|overall|as|to(?= services being)"
    r"|justice|offending|fostering"
)
# "The Council's website" is not the council, "the Council's children's services" are.
_ITS_THING = (
    r"'s? (?!(?:own |overall |latest |last |recent |most |current |local |statutory )*"
    r"(?:(?:\w+ )?children|young|famil|services?|social|safeguarding|care\b|department"
    r"|directorate|ofsted|ilacs|inspection|rating|judge|grad|effectiveness|outcome"
    r"|result|status|response to))"
)
_WHOLE_SERVICE = Caseless(
    rf"\b(?:{_WHOLE})\b(?!{_ITS_THING}| (?:tax|hous\w+|offices?|chamber|estates?|meetings?"
    rf"|officers?|members?)\b)|(?:^\W*|\b(?:{_BEFORE_SERVICES}),? )services?\b"
    r"|(?:^\W*(?:overall,? )?|\b(?:19|20)\d\d\)?,? )(?:it|they|we)\b"
    r"|\b(?:judged|rated|graded|found|considered|deemed|judges|rates|took"
    r"|taken|brought|lifted|raised) (?:it|them|us)\b"
)
# "Wexcombe had been judged", but "Wexcombe Music Service had been judged".
_AFTER_NAME = re.compile(
    rf"(?!(?i:{_ITS_THING}))(?:'s?)?(?:\W*$|[,.;:)]|\s+(?:[a-z(\d]|City|County|Borough|Metropolitan|District|Council|MBC"
    r"|CC"
    r"|Unitary|Children|Social|Local|Services|Safeguarding))"
)
_SOME_OTHER = Caseless(
    r"\b(?:an?|any|another|others?|each|every|which|neighbouring|nearby|previous|former|similar"
    r"|two|three|four|five|that(?!\s+the\b)|such|one)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:council|authorit\w+|services?|borough|county|department)\b"
)
_PLACE = Caseless(
    r"\b(?:in|across|within|from|near|of) (?:the |our )?(?:(?!the\b|\d)[\w-]+ ){0,2}(?:borough"
    r"|county|city)\b"
)
_EXPLETIVE = Caseless(
    r"\bit (?:was|is|had been|has been)"
    r" (?!judged|rated|graded|found|deemed)(?:\w+ ){1,3}(?:that|to)\b"
)
# Words that are not what is graded: who judges, the verb, when.
_NO_THINGS = any_of(
    r"ofsted(?:'s)? | hmi probation | hmip | care quality commission | cqc | hmis? | ilacs | "
    r"sif | framework | inspect(?:ed|ions?|orate|ors?)(?:'s?)? | report | had | has | have | "
    r"having | been | was | were | is | are | be | being | to | as | also | now | still | again | "
    r"then | once | just | previously | recently | subsequently | formerly | currently | "
    r"therefore | however | since | after | following | on | in | at | of | by | from | under | "
    r"during | between | and | but | an? | the | its?s | their | our | this | that | which | "
    r"who | where | when | judg\w+ | rat(?:ed|ings?) | grad(?:ed?|es|ings?) | deemed | found | "
    r"considered | classed | confirmed | concluded | reported | determined | stated | assessed | "
    r"declared | remain\w* | continu\w+ | stayed | overall | moved | improved | progressed | "
    r"risen | rose | declined | dropped | gone | went | changed | fallen | fell | upgraded | "
    r"downgraded | full | short | recent | latest | last | first | second | both | only | all | "
    r"key | received | retained | site | awarded | gave | gives | giving | given | resulted | "
    r"came | come | ended | held | carried | out | took | taken | place | into | earlier | "
    r"later | year | month | weeks? | days | january | february | march | april | may | june | "
    r"july | august | september | october | november | december | spring | summer | autumn | "
    r"winter"
)
_NO_THING = Caseless(rf"\b(?:{_NO_THINGS}|\d+(?:st|nd|rd|th)?|[a-z])\b")


def is_whole_or_nothing(words: str, names: tuple[str, ...]) -> bool:
    """Whether words name the council's services, or nothing that could be taken for another's."""
    return not says_of_what(words) or names_whole(words, names)


def names_whole(subject: str, names: tuple[str, ...]) -> bool:
    subject = _EXPLETIVE.sub(" ", _SOME_OTHER.sub(" ", _PLACE.sub(" ", subject)))
    return _WHOLE_SERVICE.search(subject) is not None or any(
        _AFTER_NAME.match(subject, place + len(name)) is not None
        for name in names
        if name and (place := subject.find(name)) >= 0
    )


def says_of_what(clause: str) -> bool:
    """Whether a clause names anything at all that could be graded."""
    return _NO_THING.sub("", clause).strip(" ,.:;()'\"-") != ""
