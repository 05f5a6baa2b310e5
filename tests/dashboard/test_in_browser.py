"""The dashboard in headless Chromium: what is seen, found, followed and downloaded."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.dashboard.running import CHROMIUM, FLAGS, Visitor, replaced_snapshot, serving
from tests.orchestration.homes import TestHome

PAGES = {
    "england": "/",
    "council": "/council?council=thornbury-vale",
    "recommendations": "/recommendations",
    "changes": "/changes",
    "trust": "/trust",
}
pytestmark = [
    pytest.mark.xdist_group("dashboard"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no Chromium at {CHROMIUM}"),
]


# Of the module, not the session: while Playwright runs, no other test could start an event loop.
@pytest.fixture(scope="module")
def browser():
    """What all visitors share is the scripts that were fetched: nobody waits for them twice."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium.new_context()


@pytest.fixture(scope="module")
def served(demo, tmp_path_factory):
    """The demo's home, in a copy whose snapshot may be replaced."""
    home = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(demo.root, home, symlinks=True)
    return home


@pytest.fixture(scope="module")
def address(served, tmp_path_factory):
    users_folder = tmp_path_factory.mktemp("user")
    with serving(served, users_folder) as address:
        yield address
    # After all these views, nothing was written to the user's own folder.
    assert list(users_folder.iterdir()) == []


@pytest.fixture
def visitor(browser: BrowserContext, address):
    visitor = Visitor(browser, address)
    yield visitor
    visitor.page.close()
    assert visitor.errors == []
    assert visitor.asked_elsewhere == []


def downloaded(page: Page, button: int = 0) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").nth(button).click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("name", "scheme"), [*[(name, "light") for name in PAGES], ("england", "dark")]
)
def test_a_page_opens_quietly_fits_a_phone_and_has_no_grave_fault_for_any_reader(
    browser, address, name, scheme, images
):
    visitor = Visitor(browser, address, scheme)
    page = visitor.open(PAGES[name])
    faults = Axe().run(page).response["violations"]
    if images and scheme == "light":
        page.set_viewport_size({"width": 1280, "height": 1000})
        visitor.settle()
        page.screenshot(path=images / f"dashboard-{name}.png")
    page.set_viewport_size({"width": 390, "height": 844})
    visitor.settle()
    width = page.evaluate("document.documentElement.scrollWidth")
    visitor.page.close()

    assert [(f["id"], f["nodes"][0]["html"]) for f in faults if is_grave(f)] == []
    assert width <= 390
    assert (visitor.errors, visitor.asked_elsewhere) == ([], [])


def is_grave(fault: dict[str, str]) -> bool:
    return fault["impact"] in ("serious", "critical")


def test_england_counts_what_the_warehouse_holds(visitor, demo: TestHome):
    page = visitor.open("/")

    ((standing, english, inadequate),) = demo.ask(
        """
        with newest as (
            select council_id, grade from marts.fct_inspection_outcomes
            where regime in ('ILACS', 'SIF') and event_type = 'inspection'
            qualify 1 = row_number() over (
                partition by council_id
                order by started_on desc, judgement_area = 'overall_effectiveness' desc
            )
        )
        select
            count(*),
            count(*) filter (gss_code like 'E%'),
            count(*) filter (gss_code like 'E%' and grade = 'inadequate')
        from marts.dim_councils left join newest using (council_id)
        where ended_on is null
        """
    )
    assert page.locator("a.tile").count() == standing
    expect(page.locator(".sc h1")).to_have_text(
        f"{inadequate} of {english} councils are judged inadequate"
    )
    tile = page.locator("a.tile[href*='council=thornbury-vale']")
    expect(tile).to_contain_text("Inadequate")
    expect(tile).to_contain_text("July 2022")
    expect(tile).to_contain_text("Monitored: 3 visits")
    expect(page.locator("a.tile[href*='council=kelverton']")).to_contain_text("Graded by area")


def test_the_map_is_filtered_and_downloaded(visitor, demo: TestHome):
    page = visitor.open("/")
    page.get_by_label("Grade", exact=True).click()
    page.get_by_role("option", name="Graded by area").click()
    visitor.settle()

    expect(page.locator("a.tile")).to_have_count(3)
    assert {row["council_id"]: row["standing"] for row in downloaded(page)}[
        "kelverton"
    ] == "by_area"


def test_a_tile_opens_its_council_from_the_keyboard(visitor):
    page = visitor.open("/")
    page.locator("a.tile[href*='council=carrowbrook']").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".sc h1")).to_have_text("Carrowbrook")


def test_a_definition_shows_when_its_word_has_the_focus_or_the_pointer(visitor):
    page = visitor.open("/")
    word, another = page.locator(".term").nth(0), page.locator(".term").nth(1)
    expect(word.locator(".tip")).to_be_hidden()

    word.focus()
    expect(word.locator(".tip")).to_be_visible()
    another.hover()
    expect(another.locator(".tip")).to_be_visible()


def test_a_council_tells_its_story_and_each_step_leads_to_a_page(visitor, demo: TestHome):
    page = visitor.open("/council?council=thornbury-vale")

    expect(page.locator(".sc h1")).to_have_text("Thornbury Vale")
    expect(page.locator(".badge.big")).to_have_text("Inadequate")
    ((visits,),) = demo.ask(
        "select count(*) from marts.fct_inspection_outcomes "
        "where council_id = 'thornbury-vale' and event_type <> 'inspection'"
    )
    told = page.locator(".timeline .k-visit")
    expect(told).to_have_count(visits)
    assert told.locator(".badge").count() == 0
    steps = page.locator(".timeline > li")
    assert steps.count() == steps.locator(".title a[href^=http]").count() > 20
    expect(page.locator(".k-intervention")).to_contain_text(["Statutory direction"])


def test_what_minutes_and_register_tell_differently_is_said(visitor):
    page = visitor.open("/council?council=ravensclough")

    row = page.get_by_role("row").filter(has_text="care leavers").filter(has_text="otherwise")
    expect(row.locator(".badge").first).to_have_text("Requires improvement")


def test_recommendations_are_searched_filtered_shown_in_their_minutes_and_downloaded(
    visitor, demo: TestHome
):
    page = visitor.open("/recommendations")
    first = page.locator(".found > li").first
    expect(first.locator(".tag").first).to_contain_text("Open")

    page.get_by_role("searchbox", name="Search the words").fill("tenancies care")
    page.keyboard.press("Enter")
    expect(page.locator(".found > li")).to_have_count(1)
    first.locator("summary").click()
    ((text, evidence),) = demo.ask(
        """
        select text, substr(minutes_text, evidence_start + 1, evidence_end - evidence_start)
        from marts.fct_recommendations
        inner join marts.fct_agenda_items using (agenda_item_id)
        where text ilike '%tenancies%' and text ilike '%care%'
        """
    )
    expect(first.locator("mark")).to_be_visible()
    assert first.locator("mark").text_content() == evidence
    visitor.settle()
    assert [row["text"] for row in downloaded(page)] == [text]


def test_filters_narrow_what_is_found_to_what_the_warehouse_holds(visitor, demo: TestHome):
    page = visitor.open("/recommendations")
    page.get_by_label("Council", exact=True).click()
    page.get_by_role("option", name="Ravensclough").click()
    visitor.settle()
    page.get_by_label("Kind", exact=True).click()
    page.get_by_role("option", name="Resolution").click()
    page.keyboard.press("Escape")
    visitor.settle()

    ((found,),) = demo.ask(
        "select count(*) from marts.fct_recommendations "
        "where council_id = 'ravensclough' and kind = 'resolution' and is_substantive"
    )
    expect(page.locator(".sc h2")).to_have_text(f"{found} decisions found")


def test_trust_shows_the_certificate_and_what_the_crawls_cost(visitor, demo: TestHome):
    page = visitor.open("/trust")

    ((agreed, facts),) = demo.ask(
        "select count(*) filter (is_agreed), count(*) from marts.rpt_official_agreement"
    )
    expect(page.locator(".figure").first).to_contain_text(f"{agreed:,} of {facts:,} facts")
    receipts = page.get_by_role("region", name="Receipts of the latest crawls")
    expect(receipts.get_by_role("row")).to_have_count(6)
    expect(receipts).to_contain_text("thornbury-vale")


def test_a_replaced_snapshot_shows_on_the_next_view_and_its_script_and_formula_as_text(
    visitor, served
):
    script = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">'
    page = visitor.open("/changes")
    expect(page.locator(".sc h1")).to_have_text("Nothing changed")
    with replaced_snapshot(served, *hostile(script)):
        visitor.open("/changes")
        expect(page.locator(".sc h1")).to_have_text("2 changes")
        expect(page.locator("tbody")).to_contain_text(script)
        expect(page.locator("tbody a[href^=javascript]")).to_have_count(0)
        assert {row["detail"] for row in downloaded(page)} == {"'=1+1", "'@SUM(A1)"}
        visitor.open("/recommendations")
        expect(page.locator(".found .text", has_text=script).first).to_be_visible()
        visitor.open("/council?council=kelverton")
        expect(page.locator(".timeline .title", has_text=script).first).to_be_visible()
        assert page.evaluate("window.ran") is None


def hostile(script: str) -> list[str]:
    """A snapshot in which a council wrote what it should not, and the last night noticed it."""
    changes = [
        ("one", "=1+1", "https://kelverton.example"),
        ("two", "@SUM(A1)", "javascript:ran=1"),
    ]
    return [
        f"update marts.fct_agenda_items set title = '{script}' where council_id = 'kelverton'",
        f"update marts.fct_recommendations set text = '{script}' where council_id = 'kelverton'",
        f"update history.fct_agenda_item_versions set title = '{script}' "
        "where council_id = 'kelverton'",
        *[
            f"""
            insert into history.rpt_changes by name
            select '{key}' as change_id, 'text_revised' as change, '{detail}' as detail,
                '{url}' as source_url, 'a run' as run_id, now() as noticed_at,
                council_id, meeting_id, committee_id, held_on, agenda_item_id,
                fetched_at, page_sha256
            from marts.fct_agenda_items where council_id = 'kelverton'
            order by agenda_item_id limit 1
            """
            for key, detail, url in changes
        ],
    ]
