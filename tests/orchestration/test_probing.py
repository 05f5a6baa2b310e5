"""`scrutiny probe`, as its users see it."""

import re
import socket
from contextlib import ExitStack

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


def test_the_doctor_tells_every_kind_of_site_asks_each_page_once_and_proposes_changes(
    tmp_path, capsys, monkeypatch
):
    html = {"Content-Type": "text/html"}
    other = '<html><body><a href="/cmis5/Committees.aspx">Meetings</a></body></html>'
    stub = "<script>window.location = 'https://new.example/'</script>"
    visited = {
        "cmis": TestSite({"/": [Answer(other.encode(), headers=html)]}),
        "blocked": everywhere(Answer(b"<title>Just a moment...</title>", 403, headers=html)),
        "redirecting": everywhere(Answer(stub.encode(), headers=html)),
        "closed": TestSite({"/robots.txt": [Answer(b"User-agent: *\nDisallow: /")]}),
        "moved": TestSite(),
        "without-tls": TestSite(),
    }
    with serve() as samples, ExitStack() as stack:
        addresses = {name: stack.enter_context(serving(s)).address for name, s in visited.items()}
        addresses["without-tls"] = addresses["without-tls"].replace("http://", "https://")
        addresses["nowhere"] = "http://nowhere.example"
        for path in ("mgListCommittees.aspx?bcr=1", "mgCommitteeStructure.aspx?bcr=1"):
            to = {"Location": f"{samples}/kelverton/{path}"}
            visited["moved"].pages[f"/{path}"] = [Answer(status=301, headers=to)]
        monkeypatch.setattr("socket.getaddrinfo", _without_names(socket.getaddrinfo))
        registry = tmp_path / "councils.toml"
        registry.write_text(
            registry_text(samples)
            + "".join(
                f'[councils.{name}]\nname = "{name}"\nbase_url = "{address}"\n'
                f"delay_seconds = {0 if '127.0.0.1' in address else 0.01}\n"
                for name, address in addresses.items()
            )
        )

        assert probe_registry(load_registry(registry))

    said, _, proposed = capsys.readouterr().out.partition("Changes proposed to the registry:\n")
    told = dict(re.findall(r"^([\w-]+): http\S+: (.*)$", said, re.MULTILINE))
    assert [told[name] for name in ("kelverton", "carrowbrook", "cmis")] == [
        "ModernGov", "ModernGov", "CMIS",
    ]  # fmt: skip
    for name, trouble in (
        ("blocked", "blocked: by Cloudflare, status 403"),
        ("redirecting", "script redirect: a script sends browsers to https://new.example/"),
        ("closed", "robots: "),
        ("moved", "moved: to "),
        ("without-tls", "TLS: "),
        ("nowhere", "DNS: "),
    ):
        assert told[name].startswith(f"no telling which system; {trouble}")
    assert proposed.strip().splitlines() == [
        "cmis: remove it  # CMIS is there now",
        f'redirecting: base_url = "https://new.example", '
        f'aliases = ["{addresses["redirecting"]}"]  # the site has moved',
        f'moved: base_url = "{samples}/kelverton", '
        f'aliases = ["{addresses["moved"]}"]  # the site has moved',
    ]
    for site in visited.values():
        assert all(site.asked(path) == 1 for _, path in site.requests)


def everywhere(answer):
    paths = (
        "mgListCommittees.aspx?bcr=1", "mgCommitteeStructure.aspx?bcr=1",
        "mgWebService.asmx/GetCommittees", "ieDocSearch.aspx?bcr=1", "mgCalendarMonthView.aspx", "",
    )  # fmt: skip
    return TestSite({f"/{path}": [answer] for path in paths})


def _without_names(ask):
    def asked(host, *arguments, **settings):
        if host == "nowhere.example":
            raise socket.gaierror(-2, "Name or service not known")
        return ask(host, *arguments, **settings)

    return asked
