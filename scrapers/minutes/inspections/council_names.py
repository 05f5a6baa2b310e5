"""What councils are called: by the register, for short, and in full.

The names are of the councils that answer for children's services in England (Department for
Education codes, Open Government Licence v3.0), and of those of Wales.
"""

import re
from functools import cache, lru_cache

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
SHORTER = {
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
_FIRST_OF_WALES = "Blaenau Gwent"
# What stands round the name proper: "London Borough of", "Metropolitan Borough Council".
_OF_ANY = re.compile(
    r"\b(?:the|london|royal|city|county|metropolitan|borough|district|unitary|council|corporation"
    r"|authority|of|mbc|mdc|cc|lb)\b|[\s,.()-]+",
    re.IGNORECASE,
)


@cache
def canonical_names() -> dict[str, str]:
    """Every name a council goes by, with its own."""
    names = [" ".join(name.split()) for name in _NAMES.split(";")]
    return {name: name for name in names} | {
        SHORTER[name]: name for name in names if name in SHORTER
    }


@lru_cache(maxsize=512)
def canonical_name(name: str) -> str:
    """The register's name of a council, however it is called; if unknown the name it has.

    "Bristol", "Bristol City Council" and "Bristol, City of" are one.
    """
    names = canonical_names()
    called = name.partition(" (")[0].strip()  # "Bridgend (Wales)"
    name = called.removesuffix(" Corporation").removesuffix(" Council").replace(" & ", " and ")
    if name in names:
        return names[name]
    proper = _proper(name)
    return next((names[one] for one in names if proper and _proper(one) == proper), called)


@lru_cache(maxsize=512)
def names_of(council_name: str) -> tuple[str, ...]:
    """What minutes call a council of that name, the longest first."""
    names = {council_name, council_name.partition(",")[0], SHORTER.get(council_name, council_name)}
    return tuple(sorted(names | {name.replace(" and ", " & ") for name in names}, key=len))[::-1]


def _proper(name: str) -> str:
    return _OF_ANY.sub("", name).casefold()


def is_welsh(council_name: str) -> bool:
    """Whether the council is inspected by Care Inspectorate Wales, not by Ofsted."""
    return canonical_name(council_name) in _welsh()


@cache
def _welsh() -> frozenset[str]:
    names = [" ".join(name.split()) for name in _NAMES.split(";")]
    return frozenset(names[names.index(_FIRST_OF_WALES) :])
