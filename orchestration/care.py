"""What holds for every asset alike: who answers for it, how fresh it must be, where to read on."""

from datetime import timedelta

import dagster as dg

from orchestration.home import PROJECT

OWNER = "team:scrutiny"
# A night is missed when nothing came for a day and a half; two hours before that is a warning.
FRESH = dg.FreshnessPolicy.time_window(
    fail_window=timedelta(hours=36), warn_window=timedelta(hours=26)
)
MUST_BE_FRESH = {"archive", "published"}
# By the first part of an asset's key, or its group: what a newcomer reads.
READ_ON = {
    "archive": "docs/running.md",
    "landing": "CONTRIBUTING.md",
    "raw": "CONTRIBUTING.md",
    "staging": "dbt_project/README.md",
    "intermediate": "dbt_project/README.md",
    "marts": "dbt_project/models/_glossary.md",
    "history": "dbt_project/README.md",
    "published": "README.md",
}


def cared_for(definitions: dg.Definitions) -> dg.Definitions:
    """The same definitions, each asset with its owner, group, freshness and further reading."""
    assets = [
        a for a in definitions.assets or () if isinstance(a, (dg.AssetsDefinition, dg.AssetSpec))
    ]
    return dg.Definitions(
        assets=dg.map_asset_specs(_cared_for, assets),
        asset_checks=definitions.asset_checks,
        jobs=definitions.jobs,
        schedules=definitions.schedules,
        sensors=definitions.sensors,
        resources=definitions.resources,
        executor=definitions.executor,
    )


def _cared_for(spec: dg.AssetSpec) -> dg.AssetSpec:
    room = spec.key.path[0]
    group = spec.group_name if spec.group_name not in (None, "default") else room
    page = READ_ON.get(room) or READ_ON.get(group or "") or "README.md"
    spec = spec.replace_attributes(
        owners=[OWNER],
        group_name=group,
        metadata={**spec.metadata, "read on": dg.MetadataValue.path(str(PROJECT / page))},
    )
    if spec.key.to_user_string() in MUST_BE_FRESH:
        spec = dg.apply_freshness_policy(spec, FRESH)
    return spec
