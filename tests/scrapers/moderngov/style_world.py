"""An invented council to be drawn in any style: what is true of it, however it is drawn."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

TODAY = date.today()  # noqa: DTZ011 - pages are of the day the test runs on
PROSE = (
    "members asked about placements and were told that a report would follow the chair thanked "
    "officers for their work on early help visits timeliness caseloads and supervision in the year"
)
WORDS = PROSE.split()
NAMES = ("A. Penhallow", "B. Thistlewood", "C. Okonjo-Marsh", "D. Fairweather", "E. Quillfeather")
TITLES = (
    "Apologies for absence", "Declarations of interest", "Minutes of the previous meeting",
    "Fostering service: annual report", "Ofsted monitoring visit & letter", "Budget (quarter 2)",
)  # fmt: skip


@dataclass
class Paper:
    attachment_id: int
    title: str
    size: str = "PDF 120 KB"
    is_report: bool = False  # the link that is the title of its item, where a style prints it so


@dataclass
class Item:
    item_id: int
    number: str
    title: str
    description: str | None
    decision: list[str]
    minutes: list[str]
    papers: list[Paper]
    issue_id: int | None
    is_cut: bool
    is_restricted: bool = False


@dataclass
class Meeting:
    meeting_id: int
    committee_id: int
    committee_name: str
    held_on: date
    time: str  # "18:30"
    level: str  # nothing, cancelled, agenda, draft, minutes
    items: list[Item] = field(default_factory=list)
    people: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def has_minutes(self) -> bool:
        return self.level in ("draft", "minutes")


@dataclass
class World:
    committees: dict[int, str]
    meetings: list[Meeting]

    def of(self, committee_id: int) -> list[Meeting]:
        return [m for m in self.meetings if m.committee_id == committee_id]

    def meeting(self, meeting_id: str | None) -> Meeting | None:
        return next((m for m in self.meetings if str(m.meeting_id) == meeting_id), None)

    def issue(self, issue_id: int) -> list[tuple[Meeting, Item]]:
        pairs = ((m, i) for m in self.meetings for i in m.items)
        return [pair for pair in pairs if pair[1].issue_id == issue_id]

    def item(self, item_id: str | None) -> tuple[Meeting, Item] | None:
        pairs = ((m, i) for m in self.meetings for i in m.items)
        return next((pair for pair in pairs if str(pair[1].item_id) == item_id), None)


def make_world(
    seed: int,
    *,
    meetings_each: int = 9,
    has_cuts: bool = True,
    committees: dict[int, str] | None = None,
) -> World:
    """A council, unless told otherwise with two committees of interest and one that is none."""
    chance = random.Random(seed)
    committees = committees or {
        11: "Children & Young People Scrutiny Panel",
        23: "Cabinet",
        37: "Licensing (Sub) Committee",
    }
    meetings: list[Meeting] = []
    for committee_id, name in committees.items():
        for number in range(meetings_each):
            held_on = TODAY + timedelta(days=40 - 61 * number - committee_id)
            level = chance.choice(["draft", "minutes", "minutes", "minutes"])
            if held_on > TODAY:
                level = chance.choice(["nothing", "agenda"])
            elif number == 4:
                level = "cancelled"
            meeting = Meeting(
                1000 + committee_id * 100 + number, committee_id, name, held_on,
                chance.choice(["18:30", "10:00", "14:15"]), level,
            )  # fmt: skip
            if level in ("agenda", "draft", "minutes"):
                meeting.items = [_item(meeting, n, chance, has_cuts) for n in range(1, 6)]
            if meeting.has_minutes:
                meeting.people = [
                    (name, chance.choice(["Chair", "Committee Member"]),
                     chance.choice(["Present", "Apologies", "Absent", "In attendance"]))
                    for name in chance.sample(NAMES, 4)
                ]  # fmt: skip
            meetings.append(meeting)
    return World(committees, sorted(meetings, key=lambda m: m.held_on, reverse=True))


def issue_of(meeting: Meeting) -> int | None:
    """An issue that goes to both committees of interest, at their meetings of one number."""
    return None if meeting.committee_id == 37 else 500_000 + meeting.meeting_id % 100


def _item(meeting: Meeting, number: int, chance: random.Random, has_cuts: bool) -> Item:
    item_id = meeting.meeting_id * 10 + number
    minutes = [_sentence(chance) for _ in range(chance.randint(1, 4))]
    is_restricted = number == 5 and meeting.meeting_id % 3 == 0
    return Item(
        item_id=item_id,
        number=f"{number}.",
        title=f"{chance.choice(TITLES)} {item_id}",
        description=_sentence(chance) if chance.random() < 0.5 else None,
        decision=["That the report be noted."] if number == 3 else [],
        minutes=[] if is_restricted or not meeting.has_minutes else minutes,
        papers=[
            Paper(item_id * 10 + n, f"Paper {n} for {item_id}", is_report=n == 0)
            for n in range(chance.randint(0, 3))
        ],
        issue_id=issue_of(meeting) if number == 4 else None,
        is_cut=has_cuts and number == 4 and meeting.has_minutes and not is_restricted,
        is_restricted=is_restricted,
    )


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(8, 30))]
    return " ".join(words).capitalize() + "."
