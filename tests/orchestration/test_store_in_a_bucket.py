"""The store in a bucket: machines without a shared disk hand over through it, and lose nothing."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve
from tests.orchestration.homes import TestHome

LACKING = [package for package in ("s3fs", "moto") if find_spec(package) is None]
pytestmark = [
    pytest.mark.long,
    pytest.mark.xdist_group("bucket"),
    pytest.mark.skipif(bool(LACKING), reason=f"a bucket needs {', '.join(LACKING)}"),
]
HALVES = (("aldermarch", "carrowbrook"), ("kelverton", "ravensclough", "thornbury-vale"))


@pytest.fixture(scope="module")
def bucket() -> Iterator[dict[str, str]]:
    """What of the environment leads to an empty bucket of a server on loopback."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    keys = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}
    address = f"http://{host}:{port}"
    boto3.client(
        "s3",
        endpoint_url=address,
        region_name="eu-west-2",
        aws_access_key_id="nobody",
        aws_secret_access_key="nothing",  # pragma: allowlist secret
    ).create_bucket(
        Bucket="scrutiny", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"}
    )
    yield {
        **keys,
        "AWS_ENDPOINT_URL": address,
        "AWS_DEFAULT_REGION": "eu-west-2",
        "SCRUTINY_STORE": "s3://scrutiny/home",
    }
    server.stop()


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
