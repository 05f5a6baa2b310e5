"""What a person, a log or a program sees of a command: progress, errors, exit status."""

import logging
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any, TypeVar

import rich.progress
import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn

from orchestration.crawling import Progress
from orchestration.forecast import Forecast
from orchestration.home import HomeBusyError
from orchestration.receipts import in_one_line
from scrapers.errors import RegistryError, ScrapeError, UnknownCouncilError
from scrapers.ledger import Crawl

Item = TypeVar("Item")
# Where nobody watches a bar, how far it is is said soon, and then once in a while.
FIRST_LINE_SECONDS, LINE_EVERY_SECONDS = 5.0, 60.0


def exit_with(command: Callable[..., int], *arguments: Any) -> None:
    """Run a command and end the process with its status; our own errors end it in one line."""
    _show_warnings()
    try:
        status = command(*arguments)
    except (RegistryError, UnknownCouncilError) as error:
        complain(error)
        status = 2
    except HomeBusyError as error:
        complain(error)
        status = 4
    except (ScrapeError, OSError) as error:
        # A disk that is full or may not be written to is no bug of ours.
        complain(error)
        status = 1
    except KeyboardInterrupt:
        complain("stopped; what was fetched is kept, and the next run goes on from there")
        status = 130
    raise typer.Exit(int(status))


class _OneLine(logging.Formatter):
    """A trace is for Dagster's log of the run; a terminal gets the line above it."""

    def formatException(self, ei: object) -> str:  # noqa: N802 (logging's own name)
        return ""


def _show_warnings() -> None:
    """Our own warnings. What befell single pages is told by receipts, and stands in `status`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_OneLine("scrutiny: %(message)s"))
    logging.getLogger("orchestration.home").addHandler(handler)


def complain(problem: object) -> None:
    print(f"scrutiny: {problem}", file=sys.stderr)


@contextmanager
def crawl_progress(councils: int) -> Generator[Progress]:
    """A bar on a terminal, a line per council elsewhere, and now and then how far it is."""
    forecast = Forecast(councils)
    shown = _on_a_bar if sys.stderr.isatty() else _in_lines
    with shown(forecast) as show:

        def ended(crawl: Crawl) -> None:
            forecast.end(crawl.council)
            show(in_one_line(crawl))

        yield Progress(on_request=forecast.asked, on_progress=forecast.came, on_end=ended)


@contextmanager
def _on_a_bar(forecast: Forecast) -> Generator[Callable[[str], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with rich.progress.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("councils", total=forecast.councils)
        with _now_and_then(lambda: bar.update(task, description=forecast.in_words()), every=0.5):

            def show(line: str) -> None:
                bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
                bar.update(task, completed=forecast.ended)

            yield show


@contextmanager
def _in_lines(forecast: Forecast) -> Generator[Callable[[str], None]]:
    def show(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    def say() -> None:
        if forecast.requests:
            show(forecast.in_words())

    with _now_and_then(say, every=LINE_EVERY_SECONDS):
        yield show


@contextmanager
def _now_and_then(say: Callable[[], None], *, every: float) -> Generator[None]:
    """Say something at first soon, then every so many seconds, as long as the context lasts."""
    is_over = Event()

    def loop() -> None:
        pause = min(FIRST_LINE_SECONDS, every)
        while not is_over.wait(pause):
            say()
            pause = every

    thread = Thread(target=loop, daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def progress(items: Sequence[Item], what: str) -> Iterable[Item]:
    """The items, with a bar on a terminal."""
    is_hidden = not sys.stderr.isatty()
    return rich.progress.track(items, what, console=Console(stderr=True), disable=is_hidden)
