"""Sites in every style of ModernGov, crawled and built by the real commands: each fact, once."""

import re
from collections import Counter
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest

from orchestration.home import Home, new_run_id
from orchestration.importing import import_pages
from tests.orchestration.homes import TestHome
from tests.scrapers.moderngov.style_pages import pack_names
from tests.scrapers.moderngov.style_sites import StyledSite, handler_for
from tests.scrapers.moderngov.style_world import make_world
from tests.scrapers.moderngov.styles import STYLES

NAMES = [style.name for style in STYLES]
pytestmark = pytest.mark.xdist_group("styles")


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """Every style as a council of one registry, crawled twice; the sites play on.

    Between the two the issue pages of one were imported, which tell the same items once more.
    """
    sites = {s.name: StyledSite(s, make_world(seed)) for seed, s in enumerate(STYLES)}
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(sites))
    address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    root = tmp_path_factory.mktemp("styles")
    entries = []
    for name, site in sites.items():
        site.address = f"{address}/{name}{site.style.prefix}"
        entries.append(
            f'[councils.{name}]\nname = "{name}"\nbase_url = "{site.address}"\ndelay_seconds = 0\n'
        )
    registry = root / "councils.toml"
    registry.write_text("\n".join(entries))
    home = TestHome(root / "home", registry)
    home.said = home.scrutiny("nightly")
    first = {name: list(site.requests) for name, site in sites.items()}
    issues = {i.issue_id for m in wanted(sites["plain"]) for i in m.items if i.issue_id}
    (root / "issues").mkdir()
    for issue_id in issues:
        page = sites["plain"].issue_page(issue_id)
        (root / "issues" / f"Issue {issue_id}.html").write_text(page)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCRUTINY_COUNCILS", str(registry))
        ours = Home(home.root)
        plain = ours.registry().council("plain")
        # The next build takes them in.
        home.imported = import_pages(ours, plain, root / "issues", new_run_id())
    for site in sites.values():
        site.requests.clear()
    home.said_again = home.scrutiny("nightly")
    yield home, sites, first
    server.shutdown()
    server.server_close()


@pytest.fixture(params=NAMES)
def council(request, played):
    home, sites, first = played
    return home, sites[request.param], first[request.param]


def wanted(site):
    return [m for m in site.world.meetings if m.committee_id != 37]


def test_every_council_is_crawled_without_trouble(played):
    home, _, _ = played

    assert home.said.returncode == 0, home.said.stderr
    assert home.imported.outcome == "complete"
    assert home.said_again.returncode == 0, home.said_again.stderr


def test_every_meeting_is_found_once_with_all_that_its_site_says(council):
    home, site, _ = council
    status = {"cancelled": "cancelled", "draft": "held", "minutes": "held"}
    # The service does not tell drafts from signed minutes.
    is_service = site.style.service == "whole"
    minutes = {"draft": "published" if is_service else "draft", "minutes": "published"}
    expected = sorted(
        (m.meeting_id, m.committee_name, m.held_on, m.time, status.get(m.level, "scheduled"),
         minutes.get(m.level, "none"))
        for m in wanted(site)
    )  # fmt: skip

    found = home.ask(f"""
        select moderngov_meeting_id::int, committee_name, held_on, starts_at_local,
            meeting_status, minutes_status
        from marts.fct_meetings join marts.dim_committees using (committee_id)
        where fct_meetings.council_id = '{site.style.name}' order by all
    """)

    assert found == expected


def test_every_item_is_found_once_with_its_whole_minutes(council):
    home, site, _ = council
    expected = sorted(
        (i.item_id, m.meeting_id, i.number, i.title, said(i), i.is_restricted)
        for m in wanted(site) for i in m.items
    )  # fmt: skip

    found = home.ask(f"""
        select moderngov_item_id::int, split_part(meeting_id, '-', -1)::int, item_number, title,
            minutes_text, is_restricted
        from marts.fct_agenda_items where council_id = '{site.style.name}' order by all
    """)

    assert [(*row[:4], _flat(row[4]), row[5]) for row in found] == expected


def test_every_document_is_found_once_at_its_item_or_meeting(council):
    home, site, _ = council
    expected = Counter(
        (m.meeting_id, i.item_id, p.attachment_id)
        for m in wanted(site) for i in m.items for p in i.papers
    )  # fmt: skip
    if site.style.service != "whole":
        expected += Counter(
            (m.meeting_id, None, f"{m.meeting_id + 7}?T={kind}")
            for m in wanted(site) for kind in pack_names(m)
        )  # fmt: skip

    found = home.ask(f"""
        select split_part(meeting_id, '-', -1)::int, split_part(agenda_item_id, '-', -1)::int,
            document_url
        from marts.fct_documents where council_id = '{site.style.name}'
    """)

    assert Counter((m, i, _file(url)) for m, i, url in found) == expected


def test_every_attendance_is_found_once(council):
    home, site, _ = council
    expected = sorted(
        (m.meeting_id, name, role, came.lower().replace(" ", "_"))
        for m in wanted(site) for name, role, came in m.people
    )  # fmt: skip

    found = home.ask(f"""
        select split_part(meeting_id, '-', -1)::int, person_name, role, attendance
        from marts.fct_attendances where council_id = '{site.style.name}' order by all
    """)

    assert found == expected


def test_every_listed_meeting_is_accounted_for(council):
    home, site, _ = council

    assert home.ask(f"""
        select sum(meetings_listed)::int, sum(unexplained)::int from marts.rpt_completeness
        where council_id = '{site.style.name}'
    """) == [(len(wanted(site)), 0)]


def test_no_page_is_asked_for_twice(council):
    _, site, asked = council
    session = site.style.session
    pages = Counter(path for path in asked if not session or session in path)

    assert max(pages.values()) == 1
    # A site that puts a session before each page does so once.
    assert len(asked) - pages.total() <= 2


def test_a_night_without_news_asks_for_one_page_per_committee_and_three_more_at_most(council):
    _, site, _ = council

    assert len(site.requests) <= 2 + 3


def said(item):
    if not item.minutes:
        return None
    words = [*item.decision, *item.minutes]
    parts = ["Decision:", *item.decision, "Minutes:", *item.minutes] if item.decision else words
    return " ".join(parts)


def _flat(text):
    return " ".join(text.split()) if text else None


def _file(url):
    if found := re.search(r"/documents/s(\d+)/|mgConvert2PDF\.aspx\?ID=(\d+)", url):
        return int(found[1] or found[2])
    found = re.search(r"/documents/g(\d+)/.*\?(T=\d+)", url)
    return f"{found[1]}?{found[2]}"
