"""The jobs, and when they run: crawl many councils, then build what they brought.

Crawl and build are two because what became of single councils never stops the build.
"""

import dagster as dg

from orchestration.home import Home

ARCHIVE = dg.AssetSelection.assets("archive")
REGISTER = dg.AssetSelection.assets("official_statistics")
# Sites are asked again by the crawl itself, politely; to run it once more would ask them all anew.
ONCE = {"dagster/max_retries": "0"}

crawl = dg.define_asset_job(
    "crawl",
    selection=ARCHIVE,
    tags=ONCE,
    description="Bring councils' pages into the archive: a night's news, or a range of dates.",
)
register = dg.define_asset_job(
    "register",
    selection=REGISTER,
    description="Renew the official record from Ofsted's statistics.",
)
build = dg.define_asset_job(
    "build",
    selection=dg.AssetSelection.all() - ARCHIVE - REGISTER,
    tags=ONCE,
    description="Land, load, build, check and publish whatever the archive holds.",
    # DuckDB has one writing process, and a process per step costs seconds each.
    executor_def=dg.in_process_executor,
)


@dg.schedule(job=crawl, cron_schedule="15 2 * * *", execution_timezone="Europe/London")
def nightly(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Every council, at a quiet hour of its own servers."""
    slugs = [council.slug for council in Home.from_environment().nightly_councils()]
    return dg.RunRequest(
        run_config={"ops": {"archive": {"config": {"command": "nightly", "councils": slugs}}}},
        tags={"scrutiny/command": "nightly", "scrutiny/councils": str(len(slugs))},
    )


@dg.schedule(job=register, cron_schedule="0 7 2 * *", execution_timezone="Europe/London")
def monthly_register(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Ofsted's newest statistics, where the registry names them."""
    if Home.from_environment().registry().statistics is None:
        return dg.SkipReason("the registry names no [register] statistics")
    return dg.RunRequest()


# Backfills of assets that are started from Dagster's pages run under a job of its own: what tells a
# crawl is that it made the archive.
@dg.run_status_sensor(
    run_status=dg.DagsterRunStatus.SUCCESS,
    request_job=build,
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def build_after_crawl(context: dg.RunStatusSensorContext) -> dg.RunRequest | dg.SkipReason:
    """Build once a crawl has ended well."""
    return _build_after(context.instance, context.dagster_run)


@dg.run_failure_sensor(request_job=build, default_status=dg.DefaultSensorStatus.RUNNING)
def build_after_failed_crawl(context: dg.RunFailureSensorContext) -> dg.RunRequest | dg.SkipReason:
    """Build once a crawl has ended badly: the councils that answered are not to wait for it."""
    return _build_after(context.instance, context.dagster_run)


def _build_after(instance: dg.DagsterInstance, run: dg.DagsterRun) -> dg.RunRequest | dg.SkipReason:
    has_archived = dg.AssetKey("archive") in (run.asset_selection or ())
    if not has_archived and run.job_name not in (crawl.name, register.name):
        return dg.SkipReason(f"{run.job_name} brought nothing in")
    waiting = dg.RunsFilter(job_name="build", statuses=[dg.DagsterRunStatus.QUEUED])
    if instance.get_runs_count(waiting):
        # A build takes in all that the archive holds when it starts.
        return dg.SkipReason("a build is waiting already")
    return dg.RunRequest(run_key=run.run_id)
