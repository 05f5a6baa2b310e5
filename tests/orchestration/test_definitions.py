import json
import os
import re
import subprocess
import sys

import pytest

from orchestration.dbt import EXECUTABLE
from orchestration.warehouse import raw_tables

pytestmark = pytest.mark.xdist_group("definitions")

LOAD = """
import json
from orchestration.definitions import defs
loaded = defs()
graph = loaded.resolve_asset_graph()
keys = sorted(graph.get_all_asset_keys())
print(json.dumps({
    "parents": {
        key.to_user_string(): sorted(p.to_user_string() for p in graph.get(key).parent_keys)
        for key in keys
    },
    "described": {k.to_user_string(): graph.get(k).description for k in keys},
    "partitions": loaded.resolve_job_def("crawl").partitions_def.get_partition_keys(),
    "groups": sorted({graph.get(k).group_name for k in keys}),
    "owned": [k.to_user_string() for k in keys if graph.get(k).owners == ["team:scrutiny"]],
    "kinds": [k.to_user_string() for k in keys if graph.get(k).kinds],
    "fresh": [k.to_user_string() for k in keys if graph.get(k).freshness_policy],
    "sensors": sorted(sensor.name for sensor in loaded.sensors),
    "jobs": sorted(job.name for job in loaded.resolve_all_job_defs()),
    "schedule": [loaded.resolve_schedule_def("nightly").execution_timezone],
    "dbt": str(loaded.resources["dbt"]._cli_version),
    "said_of_checks": {
        c.name: graph.get_check_spec(c).description for c in graph.asset_check_keys
    },
    "checks": sorted(c.name for c in graph.asset_check_keys if c.asset_key.path[0] == "marts"),
}))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("definitions")
    registry = folder / "councils.toml"
    registry.write_text(
        '[councils.kelverton]\nname = "Kelverton"\nbase_url = "http://127.0.0.1:1/kelverton"\n'
    )
    said = subprocess.run(
        [sys.executable, "-c", LOAD],
        env=os.environ | {"SCRUTINY_HOME": str(folder), "SCRUTINY_COUNCILS": str(registry)},
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout.splitlines()[-1])


def test_the_house_is_one_line_of_assets(loaded):
    parents = loaded["parents"]

    assert parents["archive"] == []
    assert parents["landing"] == ["archive"]
    assert parents["raw/official_outcomes"] == ["official_statistics"]
    for table in raw_tables().keys() - {"batches", "official_outcomes"}:
        assert parents[f"raw/{table}"] == ["landing"]
    assert "raw/agenda_items" in parents["staging/stg_moderngov__agenda_items"]
    assert "marts/fct_recommendations" in parents["published"]


def test_every_table_of_raw_is_read_by_a_model(loaded):
    read = {parent for parents in loaded["parents"].values() for parent in parents}

    unread = {f"raw/{table}" for table in raw_tables() if table != "batches"} - read
    assert unread == set()


def test_a_council_of_the_registry_is_a_partition(loaded):
    assert loaded["partitions"] == ["kelverton"]


def test_jobs_and_schedule_are_found(loaded):
    assert {"crawl", "build", "register"} <= set(loaded["jobs"])
    assert loaded["schedule"] == ["Europe/London"]


def test_every_asset_says_what_it_is(loaded):
    assert loaded["described"].keys() == loaded["parents"].keys()
    assert all(loaded["described"].values())


def test_links_in_descriptions_lead_to_assets_that_there_are(loaded):
    linked = {
        link
        for said in loaded["described"].values()
        for link in re.findall(r"/assets/([\w/]+)", said)
    }

    assert "council_status" in linked
    assert linked <= loaded["parents"].keys()


def test_assets_stand_in_the_groups_that_the_house_has_rooms(loaded):
    assert loaded["groups"] == [
        "archive", "history", "intermediate", "landing", "marts", "published", "raw", "register",
        "seeds", "staging",
    ]  # fmt: skip


def test_every_asset_has_an_owner_and_a_kind(loaded):
    assert set(loaded["owned"]) == set(loaded["kinds"]) == set(loaded["parents"])


def test_what_people_read_must_be_fresh(loaded):
    assert loaded["fresh"] == ["archive", "published"]


def test_a_crawl_is_followed_by_a_build_and_a_failure_by_a_notice(loaded):
    assert loaded["sensors"] == [
        "build_after_crawl",
        "build_after_failed_crawl",
        "tell_of_failures",
    ]


def test_our_own_checks_stand_beside_the_tables_they_look_at(loaded):
    assert {
        "agreement_holds", "gaps_have_reasons", "no_council_collapsed", "no_council_doubled",
        "no_key_stands_twice", "something_was_read",
    } <= set(loaded["checks"])  # fmt: skip


def test_dbt_tests_are_checks_beside_our_own(loaded):
    assert {"no_council_collapsed", "fct_meetings_keeps_its_promises"} <= set(loaded["checks"])


def test_every_check_says_what_it_holds_and_what_to_do(loaded):
    said = loaded["said_of_checks"]

    assert [name for name, told in said.items() if not told or "\n\n" not in told] == []
    assert said["dim_committees_keeps_its_promises"].startswith(
        "- `committee_id` is told once.\n- `council_id` leads to a row of `dim_councils`."
    )
    assert said["assert_register_grades_stand_unchanged"].startswith(
        "Where the register grades an area, no page may change the grade."
    )
    assert "nothing is published" in said["assert_register_grades_stand_unchanged"]
    assert "holds nothing up" in said["not_null_fct_attendances_attendance"]


def test_dbt_is_of_the_version_that_it_is_taken_for(loaded):
    said = subprocess.run([EXECUTABLE, "--version"], text=True, capture_output=True, check=True)

    assert f"installed: {loaded['dbt']}\n" in said.stdout
