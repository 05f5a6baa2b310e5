"""What must hold before anything is published, beyond what dbt's tests say of the rows."""

from datetime import UTC, datetime

import dagster as dg

from orchestration.certificate import agreement_before, certificate
from orchestration.defs.resources import Writer
from orchestration.home import Home
from orchestration.soundness import collapsed, doubled, keys_told_twice, unexplained_gaps
from orchestration.warehouse import connect

# Gaps without a reason are shown; as many of them as this are a fault of ours.
MOST_UNEXPLAINED = 0.2


@dg.asset_check(asset=["marts", "fct_agenda_items"], blocking=True)
def no_council_collapsed(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """No council has lost more than a fifth of its items on pages that have not changed.

    If a council is named here, our reading of them has: mend it and replay the council. What
    changed pages take away is held back.
    """
    losses = collapsed(home.warehouse, home.published)
    return dg.AssetCheckResult(
        passed=not losses,
        metadata={council: f"{before} → {after}" for council, (before, after) in losses.items()},
    )


@dg.asset_check(asset=["raw", "pages"])
def nothing_is_held_back(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """No council's new pages wait because they would take away a fifth of its items. A warning.

    The rows of a council named here stand as they were; `scrutiny status` says what to do.
    """
    held = home.holding.all()
    return dg.AssetCheckResult(
        passed=not held,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={one.council: f"{one.before} → {one.after}" for one in held},
    )


@dg.asset_check(asset=["marts", "fct_meetings"], blocking=True)
def something_was_read(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """Where a council's pages were read, there are meetings or items: empty is an error.

    If it fails, parsers and sites disagree everywhere: look at the last change of the code.
    """
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


@dg.asset_check(asset=["marts", "fct_agenda_items"])
def no_council_doubled(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """No council has more than twice the items of the last snapshot. A warning.

    After a backfill that is as it should be; after a plain night a fact may be told twice.
    """
    gains = doubled(home.warehouse, home.published)
    return dg.AssetCheckResult(
        passed=not gains,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={council: f"{before} → {after}" for council, (before, after) in gains.items()},
    )


@dg.asset_check(asset=["marts", "fct_recommendations"], blocking=True)
def no_key_stands_twice(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """Each fact is told once: the key of every table of facts is unique.

    If this fails, a page was printed in a way that the intermediate models do not fold into one.
    """
    twice = keys_told_twice(home.warehouse)
    return dg.AssetCheckResult(passed=not twice, metadata=dict(twice))


@dg.asset_check(asset=["marts", "rpt_completeness"], blocking=True)
def gaps_have_reasons(home: dg.ResourceParam[Home], writer: Writer) -> dg.AssetCheckResult:
    """Every listed meeting that a whole nightly did not bring has its reason.

    Single ones are a warning: `marts.rpt_completeness` says where. A fifth of all stops the build.
    """
    gaps, listed = unexplained_gaps(home.warehouse)
    is_fault = sum(gaps.values()) > MOST_UNEXPLAINED * max(listed, 1)
    severity = dg.AssetCheckSeverity.ERROR if is_fault else dg.AssetCheckSeverity.WARN
    return dg.AssetCheckResult(passed=not gaps, severity=severity, metadata=dict(gaps))
