"""In which year a date lies that is stated without one: from the meeting, or from the item."""

from dataclasses import dataclass
from datetime import date

from scrapers.minutes.inspections.dates import StatedDate, with_year


@dataclass(frozen=True, slots=True)
class YearContext:
    """What an item says of years: the meeting's day and every dated month of its text."""

    held_on: date | None
    dated: tuple[StatedDate, ...]

    @property
    def day(self) -> date | None:
        """The day from which the item looks back; the latest it names where no meeting is known."""
        if self.held_on:
            return self.held_on
        return max((one.date_from for one in self.dated if one.date_from), default=None)

    def dated_in_full(
        self, stated: StatedDate, *, is_to_come: bool, before: StatedDate | None
    ) -> StatedDate:
        """The date with its year, where the item's own context gives one."""
        if stated.date_from or stated.month is None:
            return stated
        year = self._year_of(stated, stated.month, is_to_come, before)
        return stated if year is None else with_year(stated, year)

    def _year_of(
        self, stated: StatedDate, month: int, is_to_come: bool, before: StatedDate | None
    ) -> int | None:
        if self.held_on:
            return _nearest_year(stated, self.held_on, is_to_come=is_to_come)
        years = {
            one.date_from.year
            for one in self.dated
            if one.date_from and one.precision in ("day", "month") and one.date_from.month == month
        }
        if len(years) == 1:
            return years.pop()
        exact = [one.date_from for one in self.dated if one.date_from and one.precision == "day"]
        if exact and len({one.year for one in exact}) == 1 and stated.precision == "day":
            # The only year in which the text names a day: "24 January" in minutes of 9 February.
            return _nearest_year(stated, max(exact), is_to_come=is_to_come)
        months = [one.date_to for one in self.dated if one.date_to and one.precision == "month"]
        if not exact and len({one.year for one in months}) == 1 and stated.precision == "day":
            return _nearest_year(stated, max(months), is_to_come=is_to_come)
        if before and before.date_to and before.date_to.month < month:
            return before.date_to.year  # "in February 2023, and the second in July"
        return None


def _nearest_year(stated: StatedDate, held_on: date, *, is_to_come: bool) -> int | None:
    years = range(held_on.year - 1, held_on.year + 2)
    dated = [(year, with_year(stated, year)) for year in years]
    if is_to_come:
        return next((y for y, d in dated if d.date_to and d.date_to >= held_on), None)
    return next((y for y, d in reversed(dated) if d.date_from and d.date_from <= held_on), None)
