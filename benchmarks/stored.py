"""Schema `raw` of as many agenda items as asked for, made by DuckDB itself from their numbers.

Fifty councils; ten items a meeting, each with one document, every other one with a decision, every
twentieth with a mention; one page a meeting and one list a committee and year. Invented.

Rows lie as landing writes them: council after council, those of a page together.
"""

from datetime import UTC, datetime, timedelta

import duckdb

from orchestration.warehouse import create_raw_tables, raw_tables

COUNCILS = 50
COMMITTEES = 20
ITEMS_A_MEETING = 10
MEETINGS_A_LIST = 40
FIRST_NIGHT = datetime(2026, 6, 1, 3, 0, tzinfo=UTC)
# Minutes of an item: nine sentences, some thousand characters, no two items alike.
_SENTENCES = (
    "Members considered the report of the Director and asked how caseloads had changed.",
    "The Chair thanked officers for their work and welcomed the young people who came to speak.",
    "In answer to a question it was explained that vacancies in the assessment team had halved.",
    "Councillors were told that most placements were within twenty miles of the child's home.",
    "The Cabinet Member said that the budget for placements was overspent by a tenth, and why.",
    "It was asked whether agency staff were paid more than permanent ones; they were, for now.",
    "An officer drew attention to appendix B, which set out each target beside last year's figure.",
    "The independent scrutineer described how partners had been brought together after the audit.",
    "Concern was voiced about the wait for an assessment, which had grown longer since the spring.",
    "The lead for early help reported that family hubs were now open in every part of the borough.",
    "Foster carers had told the panel that they wished to be asked before plans were changed.",
    "Attendance at review meetings was good, and the views of children were written down in most.",
    "The virtual school's report would come to the next meeting, with results by year group.",
    "Members noted that two of the three homes had been judged better than when last looked at.",
    "A written answer would be sent to Members on the number of care leavers in work or training.",
    "The panel heard that supervision took place each month and was recorded, in all but one team.",
    "Health colleagues regretted that data on therapy waits could not be shared before the summer.",
    "It was confirmed that the improvement board would go on meeting until the plan was complete.",
)
_WORDS = """array_to_string(list_transform(range(9), lambda turn: 'Team ' || {number} || ': ' || (
    sentences.texts[1 + (hash({number}, turn) % len(sentences.texts))::int]
)), ' ') || ' RESOLVED: That the report of team ' || {number} || ' be noted.'"""

_PAGES = """
create or replace temp table night as
select
    'council-' || meeting * {councils} // {meetings} as council,
    'meeting_documents:' || meeting as page_key,
    'https://council.example/' || meeting as source_url,
    ?::timestamptz + to_seconds(meeting % 3600) as fetched_at,
    sha256('page ' || meeting || ?) as page_sha256,
    meeting,
    meeting % {committees} as committee,
    date '2016-01-05' + (meeting * 7 % 3900)::int as held_on
from range({meetings}) as meetings (meeting)
where meeting % ? = ?
"""
_FROM_NIGHT = {
    "pages": """select *, 'meeting_documents' as page_kind, page_sha256 as content_sha256,
        'bench' as reader_version from night""",
    "meetings": """select *, meeting as meeting_id, committee as committee_id,
        'Scrutiny ' || committee as committee_name, 'Agenda and minutes' as heading,
        'published' as minutes_status, true as is_whole from night""",
    "agenda_items": """select *, place as item_position, meeting * {each} + place as item_id,
        meeting as meeting_id, 'Item ' || place as title, place || '.' as item_number,
        false as is_truncated, false as is_restricted,
        {words} as minutes_text
        from ({places}), sentences""",
    "documents": """select *, 'Report ' || place as title, 'report' as document_kind,
        place as item_position, meeting as meeting_id, meeting * {each} + place as attachment_id,
        source_url || '/s' || place || '.pdf' as document_url, 'pdf' as file_type
        from ({places})""",
    "attendances": """select *, meeting as meeting_id, 'Cllr ' || place as person_name,
        place as person_id, 'Present' as attendance from ({places}) where place <= 8""",
    "decisions": """select agenda_items.*, 1 as decision_position, 'resolution' as kind,
        'adopted' as status, 'minutes_text' as evidence_field, 0 as depth, true as is_substantive,
        false as is_inline,
        position('That the report of team' in minutes_text) - 1 as evidence_start,
        length(minutes_text) as evidence_end, substr(minutes_text, evidence_start + 1) as text
        from ({agenda_items}) as agenda_items where item_position % 2 = 0""",
    "inspection_mentions": """select agenda_items.*, 1 as mention_position, 'ILACS' as regime,
        'monitoring_visit' as event_type, 'occurred' as occurrence, 0 as evidence_start,
        5 as evidence_end, 'Team ' as evidence, 'minutes_text' as evidence_field,
        held_on - 30 as date_from, held_on - 30 as date_to, 'day' as date_precision,
        true as is_own_council
        from ({agenda_items}) as agenda_items where meeting % 2 = 0 and item_position = 3""",
}
_PLACES = "select night.*, unnest(range(1, {each} + 1)) as place from night"
_LISTS = """
select council, 'meeting_list:' || committee || '-' || meeting // {listed} as page_key, source_url,
    min(fetched_at) over (partition by council, committee, meeting // {listed}) as fetched_at,
    sha256('list ' || council || committee || meeting // {listed}) as page_sha256, meeting,
    committee, held_on
from night
order by council, page_key
"""


def store_night(con: duckdb.DuckDBPyConnection, items: int, *, night: int, one_in: int = 1) -> None:
    """Every meeting's page on the first night; on a later one each `one_in`th, others than the
    night before, saying else.
    """
    create_raw_tables(con)
    at = FIRST_NIGHT + timedelta(days=night)
    con.execute("create or replace temp table sentences as select ? as texts", [_SENTENCES])
    fill = {
        "each": ITEMS_A_MEETING,
        "meetings": items // ITEMS_A_MEETING,
        "councils": COUNCILS,
        "committees": COMMITTEES,
        "listed": COMMITTEES * MEETINGS_A_LIST,
        "places": _PLACES.format(each=ITEMS_A_MEETING),
    }
    fill["words"] = _WORDS.format(number=f"(meeting * 10 + place + {night})")
    agenda_items = _FROM_NIGHT["agenda_items"].format(**fill)
    con.execute(_PAGES.format(**fill), [at, f"{night}", one_in, night % one_in])
    for table, query in _FROM_NIGHT.items():
        _insert(con, table, query.format(**fill, agenda_items=agenda_items))
    if night == 0:
        lists = _LISTS.format(**fill)
        _insert(con, "listed_meetings", f"select *, meeting as meeting_id, committee as "
                f"committee_id, 'Agenda, Minutes' as listing from ({lists})")  # fmt: skip
        _insert(con, "pages", f"select distinct on (council, page_key) *, 'meeting_list' as "
                f"page_kind, page_sha256 as content_sha256, 'bench' as reader_version "
                f"from ({lists})")  # fmt: skip
        con.execute(
            "insert into raw.councils by name select 'council-' || n as council, "
            f"'Council ' || n as council_name from range({COUNCILS}) as councils (n)"
        )
    con.execute(
        "insert into raw.crawls by name select council, ? as run_id, 'nightly' as command, "
        "?::timestamptz as started_at, ?::timestamptz as ended_at, 'complete' as outcome "
        "from raw.councils",
        [f"run-{night}", at, at + timedelta(hours=2)],
    )


def copy_raw(con: duckdb.DuckDBPyConnection) -> None:
    """What the machine alone needs to write the raw tables once more."""
    con.execute("create schema copied")
    for table in raw_tables():
        con.execute(f"create table copied.{table} as from raw.{table}")
    con.execute("checkpoint")
    con.execute("drop schema copied cascade")


def _insert(con: duckdb.DuckDBPyConnection, table: str, query: str) -> None:
    found = {row[0] for row in con.execute(f"describe {query}").fetchall()}
    known = [name for name in raw_tables()[table] if name in found]
    columns = ", ".join(known)
    con.execute(f"insert into raw.{table} ({columns}) select {columns} from ({query})")
