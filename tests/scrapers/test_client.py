import gzip
import socket
import time
from threading import Thread

import pytest

from scrapers import response as limits
from scrapers.client import ATTEMPTS, LONGEST_WAIT_SECONDS, Client
from scrapers.errors import (
    HostUnreachableError,
    OffSiteRedirectError,
    PageBlockedError,
    PageNotFoundError,
    PageTooLargeError,
    RobotsRefusedError,
    SiteFailedError,
)
from scrapers.gates import HostGates
from tests.scrapers.sites import Answer, TestSite, serving


@pytest.fixture
def site():
    with serving(TestSite({"/robots.txt": [Answer(status=404)]})) as site:
        yield site


@pytest.fixture
def client(site):
    return make_client(site.address)


def make_client(address, *, delay=0.0, timeout=5, gates=None, kept=None, waits=None, **rest):
    return Client(
        address,
        delay_seconds=delay,
        timeout_seconds=timeout,
        gates=gates or HostGates(),
        keep=(kept if kept is not None else []).append,
        **({"sleep": waits.append} if waits is not None else {}),
        **rest,
    )


def test_a_page_comes_as_bytes_and_every_answer_is_kept(site):
    site.pages["/page"] = [Answer(gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})]
    kept = []

    page = make_client(site.address, kept=kept).fetch(f"{site.address}/page")

    assert page.body == b"hello"
    assert [answer.status for answer in kept] == [404, 200]


def test_the_agent_is_named_with_a_contact(site, client, monkeypatch):
    monkeypatch.setenv("SCRUTINY_CONTACT", "data@kelverton.example")
    site.pages["/page"] = [Answer(b"x")]

    make_client(site.address).fetch(f"{site.address}/page")

    assert site.agents == {"ScrutinyBot/0.1 (scrutiny-warehouse; contact data@kelverton.example)"}


@pytest.mark.parametrize(
    ("robots", "path", "is_allowed"),
    [
        (b"User-agent: *\nDisallow: /", "/page", False),
        (b"User-agent: *\nDisallow: /*.aspx$", "/page.aspx", False),
        (b"User-agent: *\nDisallow: /*.aspx$", "/page.aspx?ID=1", True),
        (b"User-agent: *\nDisallow: /\nAllow: /page", "/page", True),
        (b"\xef\xbb\xbfUser-agent: ScrutinyBot\nDisallow: /", "/page", False),
        (b"User-agent: Googlebot\nDisallow: /", "/page", True),
        (b"<html>Not a robots file</html>", "/page", True),
    ],
)
def test_robots_are_obeyed(site, client, robots, path, is_allowed):
    site.pages["/robots.txt"] = [Answer(robots)]
    site.pages[path] = [Answer(b"x")]

    if is_allowed:
        assert client.fetch(site.address + path).status == 200
    else:
        with pytest.raises(RobotsRefusedError, match="asks not to fetch"):
            client.fetch(site.address + path)
        assert site.asked(path) == 0
    assert site.asked("/robots.txt") == 1


def test_a_site_whose_robots_cannot_be_had_is_not_read(site):
    site.pages["/robots.txt"] = [Answer(status=503)]
    site.pages["/page"] = [Answer(b"x")]

    with pytest.raises(SiteFailedError, match="503"):
        make_client(site.address, waits=[]).fetch(f"{site.address}/page")
    assert site.asked("/page") == 0


def test_robots_of_many_megabytes_are_read_as_far_as_the_standard_asks(site):
    rules = b"User-agent: *\nDisallow: /first\n" + b"# much ado\n" * 100_000
    site.pages["/robots.txt"] = [Answer(rules + b"Disallow: /last\n")]
    site.pages["/last"] = [Answer(b"x")]
    client = make_client(site.address)

    assert client.fetch(f"{site.address}/last").body == b"x"
    with pytest.raises(RobotsRefusedError):
        client.fetch(f"{site.address}/first")


@pytest.mark.parametrize(
    ("base", "target", "is_refused"),
    [
        ("/bury", "/wigan/page", True),
        ("/bury", "/Wigan/page", True),
        ("/bury", "/wiganborough/page", False),
        ("/bury", "/moderngov/page", False),
        ("", "/wigan/page", True),
        ("", "/page", False),
        ("/wigan/north", "/wigan/page", True),
        ("/bury", "/bury/(S(abc))/page", False),
    ],
)
def test_a_redirect_to_another_council_of_the_host_is_not_followed(site, base, target, is_refused):
    gates = HostGates()
    gates.know([f"{site.address}{base}", f"{site.address}/wigan"])
    site.pages[f"{base}/page?1"] = [Answer(status=302, headers={"Location": target})]
    site.pages[target] = [Answer(b"theirs")]
    client = make_client(f"{site.address}{base}", gates=gates)

    if is_refused:
        with pytest.raises(OffSiteRedirectError, match="another council"):
            client.fetch(f"{site.address}{base}/page?1")
    else:
        assert client.fetch(f"{site.address}{base}/page?1").body == b"theirs"


def test_robots_ask_for_a_longer_gap(site):
    site.pages["/robots.txt"] = [Answer(b"User-agent: *\nCrawl-delay: 7")]
    site.pages["/page"] = [Answer(b"x")]
    waits = []

    make_client(site.address, delay=0.01, waits=waits).fetch(f"{site.address}/page")

    assert max(waits) == pytest.approx(7, abs=0.5)


def test_one_request_at_a_time_and_a_gap_between_two_whoever_asks(site):
    site.pages["/page"] = [Answer(b"x", seconds=0.02)]
    gates = HostGates()
    clients = [make_client(site.address, delay=0.1, gates=gates) for _ in range(3)]
    threads = [Thread(target=c.fetch, args=(f"{site.address}/page",)) for c in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    moments = [moment for moment, _ in site.requests]
    assert len(moments) == 4  # robots.txt once for all of them
    assert site.most_at_once == 1
    assert clients[0].gate.least_gap >= 0.1


def test_a_fault_that_passes_is_tried_again_after_as_long_as_the_site_asks(site):
    site.pages["/page"] = [Answer(status=429, headers={"Retry-After": "9"}), Answer(b"x")]
    waits = []

    assert make_client(site.address, waits=waits).fetch(f"{site.address}/page").body == b"x"
    assert max(waits) >= 9


def test_a_site_that_asks_for_too_long_is_left_alone(site):
    site.pages["/page"] = [Answer(status=503, headers={"Retry-After": "86400"})]

    with pytest.raises(SiteFailedError, match="asks to wait 86400"):
        make_client(site.address, waits=[]).fetch(f"{site.address}/page")
    assert site.asked("/page") == 1
    assert LONGEST_WAIT_SECONDS < 86400


def test_a_fault_that_stays_is_given_up(site):
    site.pages["/page"] = [Answer(status=500)]

    with pytest.raises(SiteFailedError, match="status 500"):
        make_client(site.address, waits=[]).fetch(f"{site.address}/page")
    assert site.asked("/page") == ATTEMPTS


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, PageNotFoundError), (410, PageNotFoundError), (403, PageBlockedError)],
)
def test_a_refusal_is_asked_once(site, client, status, error):
    site.pages["/page"] = [Answer(status=status)]

    with pytest.raises(error, match=f"status {status}"):
        client.fetch(f"{site.address}/page")
    assert site.asked("/page") == 1


def test_redirects_are_followed_on_the_councils_own_host(site, client):
    site.pages["/old"] = [Answer(status=301, headers={"Location": "/new"})]
    site.pages["/new"] = [Answer(b"here")]

    assert client.fetch(f"{site.address}/old").body == b"here"


@pytest.mark.parametrize(
    "target", ["http://localhost:1/", "//canary.example/", "file:///etc/hosts"]
)
def test_no_redirect_leads_to_another_host(site, client, target):
    site.pages["/old"] = [Answer(status=302, headers={"Location": target})]

    with pytest.raises(OffSiteRedirectError, match="another host"):
        client.fetch(f"{site.address}/old")


@pytest.mark.parametrize(
    "target",
    ["http://canary.example\\@{}/", "http://{}\\@canary.example/", "http://user@{}/x",
     "http://canary.example\t@{}/", "https://{}.canary.example/", "http://{}:80@canary.example/"],
)  # fmt: skip
def test_no_way_of_writing_an_address_leads_to_another_host(site, client, target):
    address = target.format(site.address.removeprefix("http://"))

    with pytest.raises(OffSiteRedirectError):
        client.fetch(address)
    assert site.requests == []


@pytest.mark.parametrize("is_header", [True, False], ids=["headers", "body"])
def test_a_server_that_drips_is_given_up_after_its_time(is_header):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            connection, _ = server.accept()
            head = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n" + b"" * is_header
            try:
                connection.sendall(head if is_header else head + b"\r\n")
                while True:
                    connection.sendall(b"x")
                    time.sleep(0.05)
            except OSError:
                connection.close()

        Thread(target=drip, daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        client = make_client(address, timeout=0.5, robots_text="", attempts=1)

        with pytest.raises(HostUnreachableError, match="timed out after"):
            client.fetch(f"{address}/page")


def test_a_host_that_asks_to_wait_is_left_alone_by_all_its_councils(site):
    site.pages["/a"] = [Answer(status=429, headers={"Retry-After": "9"}), Answer(b"x")]
    site.pages["/b"] = [Answer(b"x")]
    gates, waits = HostGates(), []
    with pytest.raises(SiteFailedError):
        make_client(site.address, gates=gates, attempts=1).fetch(f"{site.address}/a")

    make_client(site.address, gates=gates, waits=waits).fetch(f"{site.address}/b")

    assert max(waits) > 8


def test_http_and_https_of_a_host_share_a_gate_and_other_ports_do_not():
    gates = HostGates()
    gate = gates.of("https://Democracy.example/")

    assert gates.of("http://democracy.example:80/x") is gate
    assert gates.of("http://democracy.example:8080/x") is not gate


def test_a_redirect_loop_ends(site, client):
    site.pages["/old"] = [Answer(status=302, headers={"Location": "/old"})]

    with pytest.raises(SiteFailedError, match="redirects"):
        client.fetch(f"{site.address}/old")


def test_a_redirect_to_the_error_page_is_an_error(site, client):
    site.pages["/page"] = [Answer(status=302, headers={"Location": "/mgError.aspx"})]

    with pytest.raises(SiteFailedError, match="error page"):
        client.fetch(f"{site.address}/page")


def test_a_page_past_the_limit_is_refused(site, client, monkeypatch):
    monkeypatch.setattr("scrapers.wire.LARGEST_PAGE_BYTES", 1000)
    site.pages["/page"] = [Answer(b"x" * 200_000)]

    with pytest.raises(PageTooLargeError, match="more than 1,000 bytes"):
        client.fetch(f"{site.address}/page")


def test_a_bomb_is_not_unpacked(site, client, monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_PAGE_BYTES", 10_000)
    bomb = gzip.compress(b"\0" * 5_000_000)
    site.pages["/page"] = [Answer(bomb, headers={"Content-Encoding": "gzip"})]

    with pytest.raises(PageTooLargeError, match="unpacks to more"):
        _ = client.fetch(f"{site.address}/page").body


def test_a_slow_site_is_given_up_after_its_time(site):
    site.pages["/page"] = [Answer(b"x", seconds=1)]

    with pytest.raises(HostUnreachableError, match="timed out"):
        make_client(site.address, timeout=0.2, waits=[]).fetch(f"{site.address}/page")


def test_a_host_that_is_not_there_is_unreachable():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"

    with pytest.raises(HostUnreachableError, match="refused"):
        make_client(address, waits=[]).fetch(f"{address}/page")
