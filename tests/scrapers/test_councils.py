import csv
from pathlib import Path

import pytest

from scrapers.councils import BUNDLED, load_registry
from scrapers.errors import RegistryError, UnknownCouncilError

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "councils.csv"
KELVERTON = '[councils.kelverton]\nname = "Kelverton"\nbase_url = "http://127.0.0.1:8000/k"\n'


@pytest.fixture
def registry_file(tmp_path):
    def write(text):
        path = tmp_path / "councils.toml"
        path.write_text(text)
        return path

    return write


def test_a_council_takes_what_it_does_not_say_from_the_defaults(registry_file):
    council = load_registry(registry_file("[defaults]\ndelay_seconds = 3\n" + KELVERTON)).council(
        "kelverton"
    )

    assert (council.delay_seconds, council.timeout_seconds) == (3, 90)
    assert council.wants("Children's Scrutiny Panel")
    assert not council.wants("Licensing Committee")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("not toml", "not TOML"),
        ("", "no council is registered"),
        ("[council.x]", "unknown table 'council'"),
        ("[defaults]\ndelay = 1\n" + KELVERTON, r"\[defaults\]: delay: unknown key"),
        (KELVERTON + "colour = 1", "council 'kelverton': colour: unknown key"),
        (KELVERTON + 'delay_seconds = "1"', "kelverton.*delay_seconds: .*number"),
        (KELVERTON + "timeout_seconds = 0", "kelverton.*timeout_seconds: .*greater than 0"),
        (KELVERTON + "dfe_la_number = 12", "kelverton.*dfe_la_number"),
        (KELVERTON + 'gss_code = "8"', "kelverton.*gss_code"),
        (KELVERTON + 'committees = ["("]', "kelverton.*committees.*not a regular expression"),
        (KELVERTON + "committees = []", "kelverton.*committees"),
        ('[councils.x]\nname = "X"', "'x': base_url: Field required"),
        ('[councils.x]\nname = "X"\nbase_url = "ftp://x"', "'x': base_url"),
        ("[councils]\nx = 1", "'x': expected a table"),
        (
            '[councils.x]\nname = "X"\nbase_url = "https://x.example"\ndelay_seconds = 0',
            "'x': delay_seconds: 0 is allowed only for a loopback",
        ),
        (KELVERTON + KELVERTON.replace(".kelverton", ".other"), "'other': base_url: .*'kelverton'"),
        (KELVERTON + '[register]\nfiles = ["none.csv"]', "no file .*none.csv"),
        (KELVERTON + "[register]\nfiles = 1", "files: expected a list"),
        (KELVERTON + "[register]\nfile = []", "unknown key 'file'"),
    ],
)
def test_a_wrong_registry_names_council_key_and_file(registry_file, text, complaint):
    path = registry_file(text)

    with pytest.raises(RegistryError, match=complaint) as error:
        load_registry(path)
    assert str(path) in str(error.value)


def test_a_registry_that_is_not_there_says_so(tmp_path):
    with pytest.raises(RegistryError, match="cannot be read"):
        load_registry(tmp_path / "none.toml")


def test_registers_are_found_beside_the_registry(registry_file, tmp_path):
    (tmp_path / "register.csv").write_text("council_id,regime\nkelverton,ILACS\n")

    registry = load_registry(registry_file(KELVERTON + '[register]\nfiles = ["register.csv"]'))

    assert registry.register_rows() == [{"council_id": "kelverton", "regime": "ILACS"}]


def test_an_unknown_council_is_named():
    with pytest.raises(UnknownCouncilError, match="no council 'atlantis'"):
        load_registry(BUNDLED).council("atlantis")


def test_the_bundled_registry_holds_every_council_once():
    registry = load_registry(BUNDLED)

    assert len(registry.councils) == 133
    assert registry.council("bury").base_url == "https://councildecisions.bury.gov.uk"


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference lies outside the project")
def test_the_bundled_registry_agrees_with_the_reference():
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        listed = [row for row in csv.DictReader(file) if row["cms_type"] == "ModernGov"]
    councils = load_registry(BUNDLED).councils.values()

    assert {(c.gss_code, c.dfe_la_number, c.name, c.base_url) for c in councils} == {
        (
            row["gss_code"],
            int(row["dfe_la_number"]),
            row["name"],
            row["committee_base_url"].rstrip("/"),
        )
        for row in listed
    }


def test_the_statistics_of_ofsted_are_an_address_or_a_file_beside_the_registry(registry_file):
    (registry_file("").parent / "statistics.ods").write_bytes(b"")

    def named(source):
        text = f'{KELVERTON}[register]\nstatistics = "{source}"'
        return load_registry(registry_file(text)).statistics

    assert named("https://statistics.example/o.ods") == "https://statistics.example/o.ods"
    assert named("statistics.ods").endswith("/statistics.ods")
    with pytest.raises(RegistryError, match="statistics: expected an address or a file"):
        named("missing.ods")
