"""Which inspection an item last spoke of: what "the inspection" and "the judgement" mean."""

from dataclasses import dataclass

from scrapers.minutes.inspections.interventions import DFE
from scrapers.minutes.inspections.told_events import Reference

STANDING = "standing"  # a rating that stands, with no inspection named beside it


@dataclass(slots=True)
class Focus:
    """The inspections last spoken of, the own council's and another's, and the kind of event."""

    own: Reference | None = None
    elsewhere: Reference | None = None
    last_kind: str | None = None

    def of(self, other: str | None) -> Reference | None:
        """The inspection last spoken of the own council, or of the other that is named."""
        if other is None:
            return self.own
        is_theirs = self.elsewhere is not None and self.elsewhere.subject_council == other
        return self.elsewhere if is_theirs else None

    def remember(self, reference: Reference) -> None:
        """Take note of the next reference of the item."""
        if reference.event_type != STANDING and reference.family != DFE:
            self.last_kind = reference.event_type
        is_inspection = reference.event_type in ("inspection", "revisit")
        if not is_inspection or reference.is_previous or reference.is_to_come:
            return
        if reference.subject_council:
            self.elsewhere = reference
        # An older inspection told in passing is not what the text goes on about.
        elif not (
            self.own and self.own.dated and reference.dated and reference.dated < self.own.dated
        ):
            self.own = reference
