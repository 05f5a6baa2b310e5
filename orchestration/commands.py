"""What each command of `scrutiny` does. Every one returns its exit status."""

import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from orchestration import screen
from orchestration.holding import HeldBackError
from orchestration.home import PROJECT, Home
from orchestration.keeping import take
from orchestration.patience import GRACE_SECONDS
from orchestration.receipts import what_to_do
from orchestration.runs import Exit, Outcome, Runner
from scrapers.councils import Council
from scrapers.predictions import predict


def demo() -> Exit:
    from orchestration.findings import findings
    from orchestration.playing import become_sample_home

    home = Home.from_environment()
    become_sample_home(home)
    outcome = _crawl_and_build(home, home.sample_councils(), command="demo")
    if outcome.published:
        for sentence in findings(home):
            print(sentence)
    return outcome.exit


def nightly(
    slugs: list[str],
    documents: bool = False,
    max_requests: int | None = None,
    patience_seconds: float = GRACE_SECONDS,
) -> Exit:
    home = Home.from_environment()
    chosen = home.registry().chosen(slugs) if slugs else home.nightly_councils()
    return _crawl_and_build(
        home,
        chosen,
        command="nightly",
        documents=documents,
        max_requests=max_requests,
        patience_seconds=patience_seconds,
    ).exit


def backfill(
    slugs: list[str],
    since: date,
    until: date,
    attendances: bool = False,
    documents: bool = False,
    max_requests: int | None = None,
) -> Exit:
    home = Home.from_environment()
    if since > until:
        screen.complain(f"--from {since} is after --to {until}")
        return Exit.WRONG_CALL
    return _crawl_and_build(
        home,
        home.registry().chosen(slugs),
        command="backfill",
        since=since.isoformat(),
        until=until.isoformat(),
        attendances=attendances,
        documents=documents,
        max_requests=max_requests,
    ).exit


def import_saved(folder: Path, slug: str) -> Exit:
    home = Home.from_environment()
    council = home.registry().council(slug)
    return _crawl_and_build(home, [council], command="import", folder=str(folder.resolve())).exit


def replay(slugs: list[str]) -> Exit:
    home = Home.from_environment()
    take(home, [council.slug for council in home.registry().chosen(slugs)])
    archived = home.archive.councils()
    chosen = [c.slug for c in home.registry().chosen(slugs) if slugs or c.slug in archived]
    return _build(Runner(home), again=chosen)


def register(source: str | None, as_at: date | None) -> Exit:
    home = Home.from_environment()
    runner = Runner(home)
    is_address = source is None or source.startswith(("https://", "http://"))
    given = source if is_address else str(Path(source).resolve())
    if refused := runner.refresh_register(given, as_at):
        for problem in refused:
            screen.complain(problem)
        screen.complain("the register was not refreshed; what was known stands")
        return Exit.NOTHING_PUBLISHED
    return _build(runner)


def probe(url: str | None) -> Exit:
    from orchestration.probing import probe_address, probe_registry

    registry = Home.from_environment().registry()
    is_told = probe_address(url, registry) if url else probe_registry(registry)
    return Exit.ALL_WELL if is_told else Exit.NOTHING_PUBLISHED


def status(as_json: bool) -> Exit:
    from orchestration.status import council_states, describe

    states = council_states(Home.from_environment())
    _print(states, as_json, (line for state in states for line in describe(state)))
    return Exit.ALL_WELL


def ui(port: int) -> Exit:
    home = Home.from_environment()
    Runner(home)
    dagster = str(Path(sys.executable).with_name("dg"))
    os.chdir(PROJECT)
    os.execv(dagster, [dagster, "dev", "--host", "127.0.0.1", "--port", str(port)])


def councils(as_json: bool) -> Exit:
    registry = Home.from_environment().registry()
    rows = [council.model_dump(mode="json") for council in registry.councils.values()]
    lines = (f"{row['slug']:40} {row['name']:40} {row['base_url']}" for row in rows)
    _print(rows, as_json, lines)
    return Exit.ALL_WELL


def read_file(file: Path, council: str, held_on: date | None, page_kind: str | None) -> Exit:
    found = predict(
        file.read_text(encoding="utf-8"),
        suffix=file.suffix.lower(),
        council_name=council,
        held_on=held_on,
        page_kind=page_kind,
    )
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return Exit.ALL_WELL


def read_gold(gold: Path, out: Path) -> Exit:
    out.mkdir(parents=True, exist_ok=True)
    for path in screen.progress(sorted(gold.glob("*.json")), "reading"):
        asked = json.loads(path.read_text(encoding="utf-8"))
        found = predict(
            (gold / asked["text_file"]).read_text(encoding="utf-8"),
            council_name=asked.get("council") or "",
            held_on=date.fromisoformat(asked["meeting_date"]) if asked["meeting_date"] else None,
            page_kind=asked.get("page_kind"),
        )
        text = json.dumps(found, indent=1, ensure_ascii=False)
        (out / path.name).write_text(text, encoding="utf-8")
    return Exit.ALL_WELL


def _crawl_and_build(home: Home, councils: list[Council], **config: Any) -> Outcome:
    runner = Runner(home)
    with screen.crawl_progress(len(councils)) as progress:
        outcome = runner.crawl_and_build(councils, progress=progress, **config)
    _say_what_came_of(outcome, home)
    return outcome


def _build(runner: Runner, *, again: list[str] | None = None) -> Exit:
    outcome = runner.build(again=again)
    _say_what_came_of(outcome, runner.home)
    return outcome.exit


def _say_what_came_of(outcome: Outcome, home: Home) -> None:
    if outcome.is_cut_short:
        screen.complain("not everything was asked for; the same command goes on from here")
    for held in outcome.held:
        screen.complain(f"{held.council}: {held} → {what_to_do(HeldBackError.__name__)}")
    if outcome.published:
        print(f"published {home.published / 'scrutiny.duckdb'}")
        return
    for problem in outcome.problems:
        screen.complain(problem)
    screen.complain("nothing was published; the previous snapshot stands")


def _print(rows: list[dict[str, Any]], as_json: bool, lines: Iterable[str]) -> None:
    print(json.dumps(rows, indent=1, ensure_ascii=False) if as_json else "\n".join(lines))
