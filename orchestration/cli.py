"""`scrutiny`: the commands of the contract. Each says what it is asked, not how it is done."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    name="scrutiny",
    help="What councils minuted about inspections of children's services, as a warehouse.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
Slugs = Annotated[
    list[str] | None, typer.Option("--council", help="Slug of a council; may be repeated.")
]
Documents = Annotated[
    bool, typer.Option("--documents", help="The files of items about inspections, too.")
]
MaxRequests = Annotated[
    int | None,
    typer.Option("--max-requests", min=1, help="Stop after so many; the next run goes on."),
]
DAY = ["%Y-%m-%d"]
AsJson = Annotated[bool, typer.Option("--json", help="For programs rather than people.")]


@app.command()
def demo() -> None:
    """Do the main job on five invented councils, served on this machine."""
    _run("demo")


@app.command()
def nightly(
    council: Slugs = None,
    documents: Documents = False,
    max_requests: MaxRequests = None,
    patience: Annotated[
        float, typer.Option(min=0, help="Seconds to wait for slow sites after all others.")
    ] = 60.0,
) -> None:
    """Crawl what may have changed, build, check and publish."""
    _run("nightly", council or [], documents, max_requests, patience)


@app.command()
def backfill(
    council: Annotated[list[str], typer.Option(help="Slug of a council; may be repeated.")],
    since: Annotated[datetime, typer.Option("--from", formats=DAY, help="First day of meetings.")],
    until: Annotated[datetime, typer.Option("--to", formats=DAY, help="Last day of meetings.")],
    attendances: Annotated[
        bool, typer.Option("--attendances", help="Who was there, too: one more page per meeting.")
    ] = False,
    documents: Documents = False,
    max_requests: MaxRequests = None,
) -> None:
    """The same over a range of meeting dates. May be stopped and run again."""
    _run("backfill", council, since.date(), until.date(), attendances, documents, max_requests)


@app.command("import")
def import_saved(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    council: Annotated[str, typer.Option(help="Slug of the council whose pages they are.")],
) -> None:
    """The same from pages saved by hand: *.html, *.xml, or the text of a page, *.txt."""
    _run("import_saved", folder, council)


@app.command()
def replay(council: Slugs = None) -> None:
    """Rebuild raw tables and warehouse from the archive, with no network."""
    _run("replay", council or [])


@app.command()
def register(
    source: Annotated[str | None, typer.Argument(help="Address or path of the file.")] = None,
    as_at: Annotated[
        datetime | None, typer.Option(formats=DAY, help="The release's day, if unsaid there.")
    ] = None,
) -> None:
    """Refresh the official record from Ofsted's statistics file (ods, xlsx, csv), and build."""
    _run("register", source, as_at and as_at.date())


@app.command()
def probe(
    url: Annotated[str | None, typer.Argument(help="Any address of a council's site.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every council of the registry.")] = False,
) -> None:
    """What is at an address, what of it answers, and its entry for the registry."""
    if bool(url) == all_:
        raise typer.BadParameter("give either a URL, or --all")
    _run("probe", url)


@app.command()
def status(as_json: AsJson = False) -> None:
    """Per council: last good crawl, meetings, items, completeness, failures with reasons."""
    _run("status", as_json)


@app.command()
def ui(port: Annotated[int, typer.Option(help="On this machine only.")] = 3000) -> None:
    """Open Dagster's own pages on this home: assets, lineage, checks, runs, schedules."""
    _run("ui", port)


@app.command()
def councils(as_json: AsJson = False) -> None:
    """The registry in use, checked."""
    _run("councils", as_json)


@app.command()
def read(
    file: Annotated[Path | None, typer.Argument(exists=True, dir_okay=False)] = None,
    council: Annotated[str, typer.Option(help="Name of the council that published it.")] = "",
    meeting_date: Annotated[datetime | None, typer.Option(formats=DAY)] = None,
    page_kind: Annotated[str | None, typer.Option(help="As in the gold set.")] = None,
    gold: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    out: Annotated[Path | None, typer.Option(file_okay=False)] = None,
) -> None:
    """What the reader finds in a text or saved page, as JSON; with --gold and --out, in many."""
    if gold and out and not file:
        _run("read_gold", gold, out)
    elif file and not gold and not out:
        _run("read_file", file, council, meeting_date and meeting_date.date(), page_kind)
    else:
        raise typer.BadParameter("give either FILE, or both --gold and --out")


def _run(command: str, *arguments: Any) -> None:
    """End the process with the command's status."""
    # Dagster, dbt and pyarrow take seconds to import; `--help` and a wrong call need none of them.
    from orchestration import commands, screen

    screen.exit_with(getattr(commands, command), *arguments)
