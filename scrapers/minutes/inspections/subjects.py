"""Whose inspection a sentence speaks of: the council's own, or another's.

The names are of the councils that answer for children's services in England (Department for
Education codes, Open Government Licence v3.0), and of those of Wales.
"""

import re
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
    r"|councils|las)\b(?! in the region to| to (?:receive|achieve))"
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
    own, others, named = _patterns(council_name)
    found = others.search(text)
    # Without the others' names, so that "North Somerset" does not name Somerset.
    if found is None or own.search(named.sub(" ", text)):
        return None
    return canonical_names()[found["of"] or found["named"]]


def names_other_council(text: str, *, council_name: str) -> bool:
    """Whether a clause names another council and not the own, in whatever part."""
    own, _, named = _patterns(council_name)
    return named.search(text) is not None and own.search(named.sub(" ", text)) is None


def is_welsh(council_name: str) -> bool:
    """Whether the council is inspected by Care Inspectorate Wales, not by Ofsted."""
    names = list(canonical_names())
    return council_name in names and names.index(council_name) >= names.index("Blaenau Gwent")


def is_of_unnamed_others(text: str) -> bool:
    """Whether a clause speaks of councils at large: "two other authorities were rated good"."""
    return _UNNAMED.search(text) is not None


@lru_cache(maxsize=512)
def _patterns(council_name: str) -> tuple[re.Pattern[str], ...]:
    names = canonical_names()
    own = {council_name, council_name.split(",")[0], _SHORTER.get(council_name, council_name)}
    other_names = (
        name for name, canonical in names.items() if canonical not in own | {council_name}
    )
    other = "|".join(re.escape(name) for name in sorted(other_names, key=len, reverse=True))
    own_pattern = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    # A name alone is no subject: "Councillor Kent", "Director for Plymouth and Torbay".
    return (
        re.compile(
            rf"\b(?:{own_pattern})\b|\bthis council\b|\b[Oo]ur (?:own )?(?:council|services?"
            rf"|children|inspection)"
        ),
        re.compile(
            r"\b(?=[A-Ziv])(?:(?:inspection|visit|JTAI)s?"
            r"(?: (?:had )?(?:took|taken) place| (?:was|had been) (?:held|carried out|undertaken))?"
            r" (?:of|in|at|to|by Ofsted of)"
            rf" (?P<of>{other})\b(?! and)"
            rf"|(?<!Councillor )(?<!Cllr )(?<!Mrs )(?<!Mr )(?<!Ms )(?<!North )(?<!South )(?<!East )"
            rf"(?<!West )(?<!and )\b(?P<named>{other})(?:'s?)? (?:(?:City|County|Borough"
            rf"|Metropolitan|District"
            rf"|MBC|Unitary) )*(?:Council\b|Children'?s|inspection|Ofsted"
            rf"|,? ?(?:which |who )?(?:(?:was|were|is|had|has)\b ?)?(?:been |also |recently )*"
            rf"(?:judged|rated|graded|inspected|deemed|found to|received an?"
            rf"|an? ['\"]?(?:outstanding"
            rf"|good|inadequate)\b)))"
        ),
        re.compile(
            rf"\b(?=[A-Z])(?<!Councillor )(?<!Cllr )(?<!Mrs )(?<!Mr )(?<!Ms )(?<!Miss )(?<!Dr"
            rf" )(?<!and )(?:{other})\b"
        ),
    )
