"""A council is the same one whatever it is called, in the registry and in minutes."""

from datetime import date

import pytest

from scrapers.councils import load_registry
from scrapers.minutes.inspections.council_names import (
    canonical_name,
    canonical_names,
    is_welsh,
    names_of,
)
from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Bristol", "Bristol, City of"),
        ("Bristol City Council", "Bristol, City of"),
        ("Hull City Council", "Kingston upon Hull, City of"),
        ("Herefordshire Council", "Herefordshire, County of"),
        ("BCP Council", "Bournemouth, Christchurch and Poole"),
        ("Durham County Council", "County Durham"),
        ("London Borough of Barking & Dagenham", "Barking and Dagenham"),
        ("Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
        ("City of London Corporation", "City of London"),
        ("City of York Council", "York"),
        ("Derby City Council", "Derby"),
        ("Derbyshire County Council", "Derbyshire"),
        ("Bridgend (Wales)", "Bridgend"),
        ("Wexcombe Council", "Wexcombe Council"),
    ],
)
def test_a_council_has_the_registers_name_however_it_is_called(called, name):
    assert canonical_name(called) == name


def test_every_name_is_its_own_councils():
    for name, canonical in canonical_names().items():
        assert canonical_name(name) == canonical
        assert canonical_name(f"{name} Council") == canonical


def test_every_council_of_the_registry_is_known_by_its_name():
    registered = {council.name for council in load_registry().councils.values()}

    assert registered <= canonical_names().keys()


def test_no_english_council_is_inspected_by_wales_by_whatever_name():
    assert {name for name in canonical_names() if is_welsh(name)} == {
        *("Blaenau Gwent", "Bridgend", "Caerphilly", "Cardiff", "Carmarthenshire", "Ceredigion"),
        *("Conwy", "Denbighshire", "Flintshire", "Gwynedd", "Isle of Anglesey", "Merthyr Tydfil"),
        *("Monmouthshire", "Neath Port Talbot", "Newport", "Pembrokeshire", "Powys", "RCT"),
        *("Rhondda Cynon Taf", "Swansea", "Torfaen", "Vale of Glamorgan", "Wrexham"),
    }


@pytest.mark.parametrize("council", sorted(set(canonical_names().values())))
def test_minutes_may_call_a_council_by_any_of_its_names(council):
    for name in names_of(council):
        item = AgendaItem(
            item_position=1,
            title="Ofsted",
            minutes_text=f"{name} had been judged inadequate by Ofsted in May 2022.",
            held_on=date(2023, 9, 1),
        )

        found = read_inspection_mentions(item, council_name=council)

        assert [(one.grade, one.is_own_council) for one in found] == [("inadequate", True)], name
