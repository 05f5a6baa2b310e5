"""Whose inspection a sentence speaks of: the council's own, or another's.

The names are of the councils that answer for children's services in England (Department for
Education codes, Open Government Licence v3.0), and of those of Wales.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scrapers.minutes.caseless import Caseless

_NAMES = """
    City of London; Camden; Greenwich; Hackney; Hammersmith and Fulham; Islington; Kensington
    and Chelsea; Lambeth; Lewisham; Southwark; Tower Hamlets; Wandsworth; Westminster; Barking
    and Dagenham; Barnet; Bexley; Brent; Bromley; Croydon; Ealing; Enfield; Haringey; Harrow;
    Havering; Hillingdon; Hounslow; Kingston upon Thames; Merton; Newham; Redbridge; Richmond
    upon Thames; Sutton; Waltham Forest; Birmingham; Coventry; Dudley; Sandwell; Solihull;
    Walsall; Wolverhampton; Knowsley; Liverpool; St. Helens; Sefton; Wirral; Bolton; Bury;
    Manchester; Oldham; Rochdale; Salford; Stockport; Tameside; Trafford; Wigan; Barnsley;
    Doncaster; Rotherham; Sheffield; Bradford; Calderdale; Kirklees; Leeds; Wakefield;
    Gateshead; Newcastle upon Tyne; North Tyneside; South Tyneside; Sunderland; Isles of
    Scilly; Bath and North East Somerset; Bristol, City of; North Somerset; South
    Gloucestershire; Hartlepool; Middlesbrough; Redcar and Cleveland; Stockton-on-Tees;
    Kingston upon Hull, City of; East Riding of Yorkshire; North East Lincolnshire; North
    Lincolnshire; North Yorkshire; York; Luton; Bedford; Central Bedfordshire;
    Buckinghamshire; Milton Keynes; Derbyshire; Derby; Dorset; Bournemouth, Christchurch and
    Poole; County Durham; Darlington; East Sussex; Brighton and Hove; Hampshire; Portsmouth;
    Southampton; Leicestershire; Leicester; Rutland; Staffordshire; Stoke-on-Trent; Wiltshire;
    Swindon; Bracknell Forest; Windsor and Maidenhead; West Berkshire; Reading; Slough;
    Wokingham; Cambridgeshire; Peterborough; Halton; Warrington; Devon; Plymouth; Torbay;
    Essex; Southend-on-Sea; Thurrock; Herefordshire, County of; Worcestershire; Kent; Medway;
    Lancashire; Blackburn with Darwen; Blackpool; Nottinghamshire; Nottingham; Shropshire;
    Telford and Wrekin; Cheshire East; Cheshire West and Chester; Cornwall; Gloucestershire;
    Hertfordshire; Isle of Wight; Lincolnshire; Norfolk; Northumberland; Oxfordshire;
    Somerset; Suffolk; Surrey; Warwickshire; West Sussex; North Northamptonshire; West
    Northamptonshire; Cumberland; Westmorland and Furness; Blaenau Gwent; Bridgend;
    Caerphilly; Cardiff; Carmarthenshire; Ceredigion; Conwy; Denbighshire; Flintshire;
    Gwynedd; Isle of Anglesey; Merthyr Tydfil; Monmouthshire; Neath Port Talbot; Newport;
    Pembrokeshire; Powys; Rhondda Cynon Taf; Swansea; Torfaen; Vale of Glamorgan; Wrexham
"""
_SHORTER = {
    "Bristol, City of": "Bristol",
    "Kingston upon Hull, City of": "Hull",
    "Herefordshire, County of": "Herefordshire",
    "Bournemouth, Christchurch and Poole": "BCP",
    "County Durham": "Durham",
    "Kingston upon Thames": "Kingston",
    "Richmond upon Thames": "Richmond",
    "Newcastle upon Tyne": "Newcastle",
    "Southend-on-Sea": "Southend",
    "Stockton-on-Tees": "Stockton",
    "Stoke-on-Trent": "Stoke",
    "St. Helens": "St Helens",
    "Telford and Wrekin": "Telford",
    "Blackburn with Darwen": "Blackburn",
    "Windsor and Maidenhead": "Windsor",
    "Isles of Scilly": "Scilly",
    "Rhondda Cynon Taf": "RCT",
}
_CAPITALISED = re.compile(r"[A-Z][a-zA-Z]*")
_UNNAMED = Caseless(
    r"\b(?:other|another|neighbouring|nearby|similar) (?:\w+ )?(?:authorit(?:y|ies)|councils?"
    r"|las?)\b"
    r"|\b(?:some|many|most|several|few|two|three|four|five|\d{1,3}|all) (?:\w+ )?(?:authorities"
    r"|councils|las)\b(?! in the region to| to (?:receive|achieve|be|have))"
)


@cache
def canonical_names() -> dict[str, str]:
    """Every name a council goes by, with its own."""
    names = [" ".join(name.split()) for name in _NAMES.split(";")]
    return {name: name for name in names} | {
        _SHORTER[name]: name for name in names if name in _SHORTER
    }


def names_some_council(text: str, *, besides: str) -> bool:
    """Whether a text has another council's name in it, in whatever part and meaning."""
    names, beginning = canonical_names(), _names_beginning()
    text = text.replace(" & ", " and ")
    begun = beginning.keys() & _CAPITALISED.findall(text)
    return any(
        name in text and names[name] != besides for word in begun for name in beginning[word]
    )


@cache
def _names_beginning() -> dict[str, list[str]]:
    """The names by their first word: few of these stand in any one text."""
    beginning: dict[str, list[str]] = {}
    for name in canonical_names():
        beginning.setdefault(_CAPITALISED.findall(name)[0], []).append(name)
    return beginning


def other_council(text: str, *, council_name: str) -> str | None:
    """The other council that a sentence makes its subject; None where it is the own."""
    names = _names(council_name)
    text = text.replace(" & ", " and ")
    found = names.subjects.search(text)
    # Without the others' names, so that "North Somerset" does not name Somerset.
    if found is None or names.own.search(names.others.sub(" ", text)):
        return None
    return canonical_names()[found["of"] or found["named"]]


def council_of_event(text: str, end: int, *, council_name: str) -> str | None:
    """The other council named behind the words for an event: "the inspection in Leeds"."""
    found = _names(council_name).of_event.match(text, end)
    return canonical_names()[found["of"]] if found else None


def names_other_council(text: str, *, council_name: str) -> bool:
    """Whether a clause names another council and not the own, in whatever part."""
    names = _names(council_name)
    return names.others.search(text) is not None and (
        names.own.search(names.others.sub(" ", text)) is None
    )


def is_welsh(council_name: str) -> bool:
    """Whether the council is inspected by Care Inspectorate Wales, not by Ofsted."""
    names = list(canonical_names())
    return council_name in names and names.index(council_name) >= names.index("Blaenau Gwent")


def is_of_unnamed_others(text: str) -> bool:
    """Whether a clause speaks of councils at large: "two other authorities were rated good"."""
    return _UNNAMED.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Names:
    """How the council itself and the others are named, and what makes these a subject."""

    own: re.Pattern[str]
    others: re.Pattern[str]
    subjects: re.Pattern[str]
    of_event: re.Pattern[str]


@lru_cache(maxsize=512)
def _names(council_name: str) -> _Names:
    names = canonical_names()
    own = {council_name, council_name.split(",")[0], _SHORTER.get(council_name, council_name)}
    others = (name for name, canonical in names.items() if canonical not in own | {council_name})
    other = "|".join(re.escape(name) for name in sorted(others, key=len, reverse=True))
    own_name = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    of_event = (
        r"(?: (?:had )?(?:took|taken) place| (?:was|had been) (?:held|carried out|undertaken))?"
        rf" (?:of|in|at|to|by Ofsted of) (?P<of>{other})\b(?! and)"
    )
    # A name alone is no subject: "Councillor Kent", "Director for Plymouth and Torbay".
    return _Names(
        own=re.compile(
            rf"\b(?:{own_name})\b|\bthis council\b|\b[Oo]ur (?:own )?(?:council|services?"
            r"|children|inspection)"
        ),
        others=re.compile(
            r"\b(?=[A-Z])(?<!Councillor )(?<!Cllr )(?<!Mrs )(?<!Mr )(?<!Ms )(?<!Miss )(?<!Dr )"
            rf"(?<!and )(?:{other})\b"
        ),
        subjects=re.compile(
            rf"\b(?=[A-Ziv])(?:(?:inspection|visit|JTAI)s?{of_event}"
            r"|(?<!Councillor )(?<!Cllr )(?<!Mrs )(?<!Mr )(?<!Ms )(?<!North )(?<!South )(?<!East )"
            rf"(?<!West )(?<!and )(?<!by )(?<!with )\b(?P<named>{other})(?:'s?)? "
            r"(?:(?:City|County|Borough|Metropolitan|District|MBC|Unitary) )*"
            r"(?:Council\b|Children'?s|inspection|Ofsted"
            r"|,? ?(?:which |who )?(?:(?:was|were|is|had|has)\b ?)?(?:been |also |recently )*"
            r"(?:judged|rated|graded|inspected|deemed|found to|received an?"
            r"|an? ['\"]?(?:outstanding|good|inadequate)\b)))"
        ),
        of_event=re.compile(of_event),
    )
