"""After a crawl comes a build, whoever started the crawl."""

import dagster as dg
import pytest

from orchestration.defs import jobs


@dg.asset
def archive():
    """Stands for ours, in jobs of another name."""


@dg.job
def other():
    """Has nothing to do with it."""


@pytest.fixture
def instance():
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def after(instance, job, **selection):
    """What the sensor answers to a run of a job that ended well."""
    run = job.execute_in_process(instance=instance, **selection).dagster_run
    events = instance.all_logs(run.run_id, of_type=dg.DagsterEventType.RUN_SUCCESS)
    context = dg.build_run_status_sensor_context(
        sensor_name="build_after_crawl",
        dagster_event=events[0].dagster_event,
        dagster_instance=instance,
        dagster_run=run,
    )
    return jobs.build_after_crawl(context)


def test_a_backfill_started_from_dagsters_pages_is_followed_by_a_build(instance):
    made = dg.Definitions(assets=[archive]).resolve_implicit_global_asset_job_def()

    answer = after(instance, made, asset_selection=[dg.AssetKey("archive")])

    assert isinstance(answer, dg.RunRequest)


def test_a_run_that_brought_nothing_in_is_not(instance):
    assert isinstance(after(instance, other), dg.SkipReason)
