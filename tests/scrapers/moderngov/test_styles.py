"""Sites in every style of ModernGov, crawled by the real crawl and parsed: each fact, once."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import ThreadingHTTPServer
from threading import Event, Thread

import pytest

from scrapers.archive import Archive
from scrapers.councils import Council
from scrapers.gates import HostGates
from scrapers.ledger import Crawl
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.crawl import crawl_council
from scrapers.moderngov.history import History
from scrapers.moderngov.pages import parse_page
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.site import ROBOTS, Site
from scrapers.records import AgendaItem, Attendance, Document, Meeting
from tests.scrapers.moderngov.style_pages import pack_names
from tests.scrapers.moderngov.style_sites import StyledSite, handler_for
from tests.scrapers.moderngov.style_world import TODAY, make_world
from tests.scrapers.moderngov.styles import STYLES, Style

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
NIGHT = timedelta(hours=1)


@contextmanager
def playing(*styles, **of_world) -> Iterator[dict[str, StyledSite]]:
    sites = {s.name: StyledSite(s, make_world(seed, **of_world)) for seed, s in enumerate(styles)}
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(sites))
    for name, site in sites.items():
        site.address = f"http://127.0.0.1:{server.server_port}/{name}{site.style.prefix}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield sites
    finally:
        server.shutdown()
        server.server_close()


def crawled(styled, root, *, now=NOON, command="nightly", **of_plan):
    """Crawl a site into the archive at `root`; give the pages it failed to get."""
    council = Council(
        slug="styled", name="Styled", base_url=styled.address, delay_seconds=0, timeout_seconds=9,
        committees=("child", "cabinet"),
    )  # fmt: skip
    archive = Archive(root)
    run_id = f"{len(archive.run_ids('styled')):04}"
    plan = Plan(command=command, now=now, chance=random.Random(1), **of_plan)
    with archive.writing("styled", run_id) as writer:
        site = Site(
            council=council, archive=archive, writer=writer,
            history=History.of(archive, "styled"), gates=HostGates(), stop=Event(),
        )  # fmt: skip
        crawl_council(site, plan)
        receipt = Crawl(
            council="styled", run_id=run_id, command=command, started_at=now, ended_at=now,
            outcome="complete", requests=0, bytes_received=0,
        )  # fmt: skip
        writer.close(receipt, site.failures)
    return site.failures


def records(root):
    """What the latest answers of the archive say, a page with its records."""
    archive = Archive(root)
    for key, entry in archive.latest("styled").items():
        if key != ROBOTS:
            page = archive.read(entry).decode("utf-8-sig")
            kind = key.partition(":")[0]
            is_refused = kind.startswith("service") and "Runtime Error" in page
            if is_refused or (key.endswith("/year/-1") and "mgMeetingTableLnk" not in page):
                continue
            yield kind, parse_page(kind, page, url=entry.url)


# One worker for the tests of a style, so that its site is crawled once.
STYLES_APART = [
    pytest.param(style, id=style.name, marks=pytest.mark.xdist_group(f"site: {style.name}"))
    for style in STYLES
]


@pytest.fixture(scope="module", params=STYLES_APART)
def site(request, tmp_path_factory):
    """A site of one style, crawled twice: as new, and an hour later."""
    root = tmp_path_factory.mktemp(request.param.name)
    with playing(request.param) as sites:
        styled = sites[request.param.name]
        styled.failures = crawled(styled, root)
        styled.asked = list(styled.requests)
        styled.requests.clear()
        styled.failures += crawled(styled, root, now=NOON + NIGHT)
        styled.asked_again = list(styled.requests)
    styled.pages = list(records(root))
    return styled


def wanted(site):
    return [m for m in site.world.meetings if m.committee_id != 37]


def of_meetings(site, kind):
    """The records of whole meetings' pages, in which each fact stands once."""
    pages = [rows for page, rows in site.pages if page in ("meeting_documents", "service_meeting")]
    return [record for rows in pages for record in rows if isinstance(record, kind)]


def test_an_issue_page_tells_each_of_its_meetings_once(site):
    for issue_id in {i.issue_id for m in wanted(site) for i in m.items if i.issue_id}:
        page = site.issue_page(issue_id)
        url = f"{site.address}/ieIssueDetails.aspx?IId={issue_id}&Opt=3"
        found = parse_page(PageKind.ISSUE_DETAILS, page, url=url)

        assert [
            (i.item_id, i.meeting_id, i.committee_name, i.held_on, i.title, i.issue_id,
             _flat(i.minutes_text))
            for i in found if isinstance(i, AgendaItem)
        ] == [
            (i.item_id, m.meeting_id, m.committee_name, m.held_on, i.title, issue_id,
             said(i) or "")
            for m, i in site.world.issue(issue_id)
        ]  # fmt: skip
        assert sorted(d.attachment_id for d in found if isinstance(d, Document)) == sorted(
            p.attachment_id for _, i in site.world.issue(issue_id) for p in i.papers
        )


def test_nothing_fails(site):
    assert site.failures == []


def test_every_meeting_is_found_once_with_all_that_its_site_says(site):
    is_service = site.style.service == "whole"
    # The service does not tell drafts from signed minutes.
    status = {"draft": "published" if is_service else "draft", "minutes": "published"}
    expected = sorted(
        (m.meeting_id, m.held_on, m.time, status.get(m.level, "none"),
         # A heading without the meeting does not say it either: then the list does.
         m.level == "cancelled" and site.style.says_meeting)
        for m in wanted(site)
    )  # fmt: skip

    found = of_meetings(site, Meeting)

    assert expected == sorted(
        (m.meeting_id, m.held_on, m.starts_at_local, m.minutes_status,
         bool(re.search("cancel|ganslo", (m.stated_status or "").lower())))
        for m in found
    )  # fmt: skip
    if not is_service:
        names = {m.meeting_id: (m.committee_id, m.committee_name) for m in wanted(site)}
        assert {m.meeting_id: (m.committee_id, m.committee_name) for m in found} == names


def test_every_item_is_found_once_with_its_whole_minutes(site):
    expected = sorted(
        (i.item_id, m.meeting_id, i.number, i.title, said(i) or "", i.is_restricted)
        for m in wanted(site) for i in m.items
    )  # fmt: skip
    whole = {
        record.item_id: record.minutes_text
        for page, rows in site.pages if page == "agenda_item"
        for record in rows if isinstance(record, AgendaItem)
    }  # fmt: skip

    found = of_meetings(site, AgendaItem)

    assert expected == sorted(
        (i.item_id, i.meeting_id, i.item_number, i.title,
         _flat(whole.get(i.item_id, i.minutes_text)), i.is_restricted)
        for i in found
    )  # fmt: skip
    assert {i.item_id for i in found if i.is_truncated} == whole.keys()
    if site.style.service != "whole":
        issues = {i.item_id: i.issue_id for m in wanted(site) for i in m.items}
        assert {i.item_id: i.issue_id for i in found} == issues


def test_every_document_is_found_once_at_its_item_or_meeting(site):
    expected = Counter(
        (m.meeting_id, number, p.attachment_id, p.title if not p.is_report else None)
        for m in wanted(site) for number, i in enumerate(m.items, start=1) for p in i.papers
    )  # fmt: skip
    if site.style.service != "whole":
        expected += Counter(
            (m.meeting_id, None, f"{m.meeting_id + 7}?T={kind}", name)
            for m in wanted(site) for kind, name in pack_names(m).items()
        )  # fmt: skip
    reports = {p.attachment_id for m in wanted(site) for i in m.items for p in i.papers[:1]}

    found = Counter(
        (d.meeting_id, d.item_position, _file(d), None if _file(d) in reports else d.title)
        for d in of_meetings(site, Document)
    )  # fmt: skip

    assert found == expected


def test_every_attendance_is_found_once(site):
    expected = sorted((m.meeting_id, *person) for m in wanted(site) for person in m.people)

    assert expected == sorted(
        (a.meeting_id, a.person_name, a.role, a.attendance)
        for _, rows in site.pages for a in rows if isinstance(a, Attendance)
    )  # fmt: skip


def test_no_page_is_asked_for_twice(site):
    session = site.style.session
    pages = Counter(path for path in site.asked if not session or session in path)

    assert max(pages.values()) == 1
    # A site that puts a session before each page does so once.
    assert len(site.asked) - pages.total() <= 2


def test_a_night_without_news_asks_for_one_page_per_committee_and_three_more_at_most(site):
    assert len(site.asked_again) <= 2 + 3


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_backfill_asks_for_few_pages_more_than_there_are_meetings(style, tmp_path):
    with playing(style, meetings_each=30, has_cuts=False) as sites:
        styled = sites[style.name]
        styled.page_size = 15  # as real lists have
        assert crawled(styled, tmp_path, command="backfill") == []

    assert set(asked_for(styled)) == {m.meeting_id for m in wanted(styled)}
    assert len(styled.requests) <= 1.3 * len(wanted(styled))


LISTS = [
    Style("links-alone"),
    Style("links-and-years", list_style="both"),
    Style("all-years", list_style="years", all_years="listed"),
    Style("no-all-years", list_style="both", all_years="nothing"),
    Style("half-lists", service="committees"),
    Style("empty-service", service="empty"),
]


@pytest.mark.parametrize("style", LISTS, ids=lambda style: style.name)
def test_a_backfill_asks_for_little_more_where_a_list_shows_four_meetings_a_page(style, tmp_path):
    # Where links alone lead on, that is a quarter of a request for each meeting: the few requests
    # that every council costs are lost in many meetings only.
    with playing(style, meetings_each=60, has_cuts=False) as sites:
        styled = sites[style.name]
        assert crawled(styled, tmp_path, command="backfill") == []

    assert set(asked_for(styled)) == {m.meeting_id for m in wanted(styled)}
    assert len(styled.requests) <= 1.3 * len(wanted(styled))


@pytest.mark.parametrize("style", LISTS, ids=lambda style: style.name)
def test_so_it_does_where_sixty_meetings_of_one_committee_are_all_there_are(style, tmp_path):
    with playing(style, meetings_each=60, has_cuts=False, committees={11: "Cabinet"}) as sites:
        styled = sites[style.name]
        assert crawled(styled, tmp_path, command="backfill") == []

    assert set(asked_for(styled)) == {m.meeting_id for m in styled.world.meetings}
    assert len(styled.requests) <= 1.3 * 60


@pytest.mark.parametrize("style", LISTS, ids=lambda style: style.name)
def test_a_backfill_of_many_committees_that_met_seldom_asks_for_little_more(style, tmp_path):
    names = {number: f"Children's Panel {number}" for number in range(11, 29, 3)}
    with playing(style, meetings_each=8, has_cuts=False, committees=names) as sites:
        styled = sites[style.name]
        styled.page_size = 15
        assert crawled(styled, tmp_path, command="backfill") == []

    assert set(asked_for(styled)) == {m.meeting_id for m in styled.world.meetings}
    assert len(styled.requests) <= 1.3 * len(styled.world.meetings)


@pytest.mark.parametrize("style", LISTS, ids=lambda style: style.name)
def test_a_backfill_of_two_years_does_not_walk_through_the_others(style, tmp_path):
    with playing(style, meetings_each=60, has_cuts=False) as sites:
        styled = sites[style.name]
        styled.page_size = 15
        since, until = NOON.date() - timedelta(days=2000), NOON.date() - timedelta(days=1270)
        crawled(styled, tmp_path, command="backfill", since=since, until=until)

    inside = [m for m in wanted(styled) if since <= m.held_on <= until]
    assert set(asked_for(styled)) == {m.meeting_id for m in inside}
    assert len(styled.requests) <= 1.3 * len(inside) + 5


def asked_for(styled):
    """The meetings that were asked for, by their page or by the service."""
    found = (re.search(r"(?:MId|MID|MeetingId)=(\d+)", path) for path in styled.requests)
    return [int(match[1]) for match in found if match]


def said(item):
    if not item.minutes:
        return None
    parts = ["Decision:", *item.decision, "Minutes:"] if item.decision else []
    return " ".join([*parts, *item.minutes])


def _flat(text):
    return " ".join(text.split()) if text else ""


def _file(document):
    if document.attachment_id:
        return document.attachment_id
    found = re.search(r"/documents/g(\d+)/.*\?(T=\d+)", document.document_url)
    return f"{found[1]}?{found[2]}"
