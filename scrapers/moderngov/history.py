"""What earlier runs archived of a council, and what of it a crawl cannot rely on.

Nothing is parsed here: receipts and page keys tell it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from scrapers.archive import Archive, ArchivedRun, Entry
from scrapers.moderngov.addresses import PageAddress, PageKind

# In a run in which this share of answers were faults, others may have come cut short or mixed up.
UNWELL_SHARE = 0.02
# What a site need not have is no fault of it.
_OPTIONAL = re.compile(r"service_|search_results|meeting_list:\d+/year/-1$")
# However unwell a site is night after night, a page is not asked for more often to make sure.
MOST_DOUBTS = 4
# A page that could not be had in as many runs is left alone.
MOST_RETRIES = 4
_LISTS = (f"{PageKind.MEETING_LIST}:", f"{PageKind.SERVICE_MEETINGS}:")
_HANGING = (PageKind.AGENDA_ITEM, PageKind.MEETING_ATTENDANCE)


@dataclass(slots=True)
class History:
    """What earlier runs archived of a council; answers of this run are added as they come."""

    answers: dict[str, list[Entry]] = field(default_factory=dict)  # by page key, oldest first
    cut_off: frozenset[str] = frozenset()  # runs that did not come to their end
    resumable: frozenset[str] = frozenset()  # runs stopped or killed since one last ended
    unwell: frozenset[str] = frozenset()  # runs in which much failed
    failed: frozenset[tuple[str, str | None]] = frozenset()  # run and page key of useless answers
    unfinished: frozenset[int] = frozenset()  # committees whose lists were not read to their end
    held: frozenset[str] = frozenset()  # runs whose pages nobody believes as yet

    @classmethod
    def of(cls, archive: Archive, council: str, *, held: frozenset[str] = frozenset()) -> "History":
        answers: dict[str, list[Entry]] = defaultdict(list)
        cut_off, unwell, failed, unfinished = set(), set(), set(), set()
        resumable: set[str] = set()
        failed_before: set[str | None] = set()
        for run_id in archive.run_ids(council):
            run = archive.run(council, run_id)
            for entry in run.entries:
                if entry.page_key:
                    answers[entry.page_key].append(entry)
            is_cut_off = run.crawl is None or run.crawl.outcome in ("stopped", "failed")
            if is_cut_off:
                cut_off.add(run_id)
            if run.crawl is None or run.crawl.outcome == "stopped":
                resumable.add(run_id)
            else:
                resumable.clear()
            if _is_unwell(run, failed_before):
                unwell.add(run_id)
            failed_before = {failure.page_key for failure in run.failures}
            failed.update((run_id, failure.page_key) for failure in run.failures)
            walked = _committees(entry.page_key for entry in run.entries)
            lacking = _committees(failure.page_key for failure in run.failures)
            # A backfill reads lists to the end of its own days only.
            if run.crawl is None or run.crawl.command != "backfill":
                unfinished -= walked
            unfinished |= walked if is_cut_off else lacking
        return cls(
            answers=dict(answers),
            cut_off=frozenset(cut_off),
            resumable=frozenset(resumable),
            unwell=frozenset(unwell),
            failed=frozenset(failed),
            unfinished=frozenset(unfinished),
            held=held,
        )

    def last(self, key: str) -> Entry | None:
        return self.answers.get(key, [None])[-1]

    def last_good(self, key: str) -> Entry | None:
        """The newest answer that could be read, as far as the receipts tell."""
        return next((e for e in reversed(self.answers.get(key, [])) if self._is_good(e)), None)

    def is_doubtful(self, entry: Entry) -> bool:
        """Whether a page was only ever had by runs in which much else failed, or came last in one
        that is held back.
        """
        if entry.run_id in self.held and len(self.held) < MOST_DOUBTS:
            return True
        good = [e for e in self.answers.get(entry.page_key or "", []) if self._is_good(e)]
        return len(good) < MOST_DOUBTS and all(e.run_id in self.unwell for e in good)

    def to_be_had(self) -> list[PageAddress]:
        """Pages that hang on meetings' own, failed, and were not had since; those were had."""
        times = Counter(key for _, key in self.failed)
        latest: dict[str, str] = {}
        for run_id, key in sorted(self.failed, key=str):
            latest[key or ""] = run_id
        addresses = []
        for key in sorted(latest):
            kind, _, id_ = key.partition(":")
            good = self.last_good(key)
            is_had = good is not None and good.run_id > latest[key]
            is_hanging = kind in _HANGING or (kind == PageKind.LEGACY_MEETING and "/" in id_)
            if is_hanging and not is_had and times[key] < MOST_RETRIES:
                addresses.append(PageAddress(PageKind(kind), id_))
        return addresses

    def _is_good(self, entry: Entry) -> bool:
        return entry.status == 200 and (entry.run_id, entry.page_key) not in self.failed


def _is_unwell(run: ArchivedRun, failed_before: set[str | None]) -> bool:
    """Whether much went wrong; a page that fails night after night says nothing of the others."""
    plain = ("PageNotFoundError", "RobotsRefusedError")
    failed = sum(
        failure.error not in plain and failure.page_key not in failed_before
        for failure in run.failures
    )
    refused = sum(
        entry.status >= 429 and not _OPTIONAL.match(entry.page_key or "") for entry in run.entries
    )
    return failed + refused > UNWELL_SHARE * len(run.entries)


def _committees(keys: Iterable[str | None]) -> set[int]:
    """The committees whose lists of meetings are among these pages."""
    lists = (key.partition(":")[2] for key in keys if key and key.startswith(_LISTS))
    return {int(id_) for part in lists if (id_ := part.partition("/")[0]).isdecimal()}
