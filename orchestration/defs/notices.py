"""When somebody is told."""

import dagster as dg

from orchestration.notices import Notice, tell


@dg.run_failure_sensor(default_status=dg.DefaultSensorStatus.RUNNING)
def tell_of_failures(context: dg.RunFailureSensorContext) -> None:
    """Tell of every run that failed, by the ways that the environment names.

    A crawl has failed where one council had trouble; the others' pages are published all the same.
    """
    run = context.dagster_run
    reasons = [
        event.step_failure_data.user_failure_data.description
        if event.step_failure_data.user_failure_data
        else event.message
        for event in context.get_step_failure_events()
    ]
    tell(
        Notice(
            subject=f"Scrutiny: {run.job_name} failed",
            text="\n".join(filter(None, reasons)) or context.failure_event.message or "",
            run_id=run.run_id,
        )
    )
