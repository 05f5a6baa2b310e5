"""What the walk over the blocks hands on: stretches of a field found to be decisions."""

from dataclasses import dataclass, field

from scrapers.minutes.decisions.kinds import Vehicle
from scrapers.minutes.decisions.sentences import ends_with_colon
from scrapers.minutes.decisions.tables import Header


@dataclass(frozen=True, slots=True)
class Level:
    """An item that those below it hang under."""

    marker: str
    indent: int
    is_decision: bool  # False for a mere lead-in: "That the Committee:"
    lead_in: str = ""  # its words, if it is one

    @property
    def is_counted(self) -> bool:
        return any(map(str.isalnum, self.marker))


@dataclass(slots=True)
class Governor:
    """A vehicle at work: what it makes of the text under it, and how that came about."""

    kind: str
    status: str
    source: str  # vehicle, label, headless, body, motion, prose, proposal, silence
    circumstances: list[str] = field(default_factory=list)
    is_amendment: bool = False
    ordinal: str | None = None  # "Recommendation 1", taken by the first finding
    own_marker: str | None = None  # a minute paragraph's number: "10.4"
    header: Header | None = None  # of a table, where a header cell governs the cells below it
    is_muted: bool = False  # within a motion, under "This Council notes:"
    levels: list[Level] = field(default_factory=list)
    last_text: str = ""
    lead_in: str = ""  # "RECOMMENDED that Cabinet:", which the entries below go on from
    count: int = 0
    findings: list["Finding"] = field(default_factory=list)
    voted_from: int = 0  # the findings whose own vote has been printed below them last
    voted_to: int = 0

    @classmethod
    def of(
        cls,
        vehicle: Vehicle,
        circumstances: list[str],
        *,
        own_marker: str | None,
        header: Header | None,
    ) -> "Governor":
        """A formal word at work, where a block has printed it."""
        return cls(
            kind=vehicle.kind,
            status=vehicle.status,
            source="label" if vehicle.is_label else "vehicle",
            circumstances=circumstances,
            ordinal=vehicle.ordinal,
            own_marker=own_marker,
            header=header,
        )

    @property
    def is_unfinished(self) -> bool:
        """Whether the last words call for more: "; and", "as follows:"."""
        return self.runs_on or ends_with_colon(self.last_text)

    @property
    def runs_on(self) -> bool:
        """Whether the last words stop short of their end: "; and"."""
        words = self.last_text.rstrip(" -")
        return not words or words.endswith((";", ",", " and", " or", " that", " to"))


@dataclass(slots=True)
class Finding:
    kind: str
    status: str
    start: int  # offsets in the field
    end: int
    text: str
    ordinal: str | None = None
    depth: int = 0
    is_inline: bool = False
    governor: Governor | None = None
    lead_in: str = ""  # the words it goes on from: "RECOMMENDED that Cabinet:"
    told: list[str] = field(default_factory=list)  # circumstances of this one alone
    owner: str | None = None  # as a table's columns name them
    due_text: str | None = None
