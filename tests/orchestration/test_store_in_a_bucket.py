"""The store in a bucket: machines without a shared disk hand over through it, and lose nothing."""

import pytest

from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve
from tests.orchestration import services
from tests.orchestration.homes import TestHome

pytestmark = [pytest.mark.xdist_group("bucket"), *services.IF_THERE_ARE_BUCKETS]
HALVES = (("aldermarch", "carrowbrook"), ("kelverton", "ravensclough", "thornbury-vale"))


@pytest.fixture
def bucket():
    with services.bucket() as environment:
        yield environment | {"SCRUTINY_STORE": "s3://scrutiny/home"}


def test_two_machines_crawl_and_a_third_builds_what_one_would_have(bucket, tmp_path):
    with serve() as address:
        (tmp_path / "councils.toml").write_text(registry_text(address))
        homes = {
            name: TestHome(tmp_path / name, tmp_path / "councils.toml", bucket)
            for name in ("one", "two", "third")
        }
        alone = TestHome(tmp_path / "alone", tmp_path / "councils.toml")
        for name, half in zip(("one", "two"), HALVES, strict=True):
            said = homes[name].scrutiny("nightly", *(f"--council={slug}" for slug in half))
            assert said.returncode == 0, said.stderr
        assert alone.scrutiny("nightly").returncode == 0

    # Nobody serves the sites any more: all of it comes from the bucket.
    said = homes["third"].scrutiny("replay")

    assert said.returncode == 0, said.stderr
    assert homes["third"].marts() == alone.marts()
