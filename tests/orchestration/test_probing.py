"""`scrutiny probe`, as its users see it."""

import pytest

from orchestration.probing import probe_registry
from scrapers.councils import load_registry
from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve
from tests.orchestration.homes import TestHome
from tests.scrapers.sites import Answer, TestSite, serving


@pytest.fixture
def home(tmp_path):
    return TestHome(tmp_path / "home")


def test_any_page_of_a_site_tells_what_is_there_and_its_registry_entry(home):
    with serve() as address:
        said = home.scrutiny("probe", f"{address}/kelverton/ieListMeetings.aspx?CId=1")

    assert said.returncode == 0, said.stderr
    assert f"{address}/kelverton: ModernGov\n    committee list: yes\n" in said.stdout
    assert "    XML service: yes\n" in said.stdout
    assert "    search: robots: " in said.stdout
    assert f'base_url = "{address}/kelverton"' in said.stdout


def test_what_cannot_be_told_ends_with_1_and_a_wrong_call_with_2(home):
    with serving(TestSite({"/": [Answer(b"<html><p>Our town</p></html>")]})) as site:
        assert home.scrutiny("probe", site.address).returncode == 1

    for arguments in ([], ["--all", "https://x.example"]):
        said = home.scrutiny("probe", *arguments)
        assert said.returncode == 2
        assert "either a URL, or --all" in said.stderr


def test_the_doctor_visits_every_council_once_and_proposes_changes(tmp_path, capsys):
    moved = TestSite()
    with serve() as address, serving(moved) as old:
        for path in ("mgListCommittees.aspx?bcr=1", "mgCommitteeStructure.aspx?bcr=1"):
            to = {"Location": f"{address}/kelverton/{path}"}
            moved.pages[f"/{path}"] = [Answer(status=301, headers=to)]
        registry = tmp_path / "councils.toml"
        registry.write_text(
            registry_text(address)
            + f'[councils.elmsbridge]\nname = "E"\nbase_url = "{old.address}"\ndelay_seconds = 0\n'
        )

        assert probe_registry(load_registry(registry))

    said = capsys.readouterr().out
    assert said.count(": ModernGov") == 5
    (proposed,) = said.partition("Changes proposed")[2].strip().splitlines()[1:]
    assert proposed == f'elmsbridge: base_url = "{address}/kelverton"  # the site has moved'
    assert max(moved.asked(path) for _, path in moved.requests) == 1
