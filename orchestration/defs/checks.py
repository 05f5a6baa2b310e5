"""What must hold before anything is published, beyond what dbt's tests say of the rows."""

from datetime import UTC, datetime

import dagster as dg

from orchestration.certificate import agreement_before, certificate
from orchestration.defs.resources import Writer
from orchestration.home import Home
from orchestration.publish import collapsed
from orchestration.warehouse import connect


@dg.asset_check(asset=["marts", "fct_agenda_items"], blocking=True)
def no_council_collapsed(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """No council has lost more than a fifth of its items since the last snapshot.

    If a council is named here, look at its newest pages: `scrutiny status` says what failed.
    """
    losses = collapsed(home.warehouse, home.published)
    return dg.AssetCheckResult(
        passed=not losses,
        metadata={council: f"{before} → {after}" for council, (before, after) in losses.items()},
    )


@dg.asset_check(asset=["marts", "fct_meetings"], blocking=True)
def something_was_read(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """Where a council's pages were read, there are meetings or items: empty is an error."""
    with connect(home.warehouse, read_only=True) as con:
        read = con.execute("select count(*) from raw.pages where error is null").fetchall()[0][0]
        facts = con.execute(
            "select (select count(*) from marts.fct_meetings) "
            "+ (select count(*) from marts.fct_agenda_items)"
        ).fetchall()[0][0]
    return dg.AssetCheckResult(
        passed=bool(facts) or not read, metadata={"pages_read": read, "facts": facts}
    )


@dg.asset_check(asset=["marts", "rpt_official_agreement"], blocking=True)
def agreement_holds(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """The warehouse agrees with Ofsted's official files no less than the standing snapshot does.

    If this fails, `marts.rpt_official_agreement` says which facts differ, where `not is_agreed`.
    """
    before = agreement_before(home.published)
    now = certificate(home.warehouse, at=datetime.now(UTC))["official"]["agreement"]
    return dg.AssetCheckResult(
        passed=before is None or (now is not None and now >= before),
        metadata={"before": str(before), "now": str(now)},
    )
