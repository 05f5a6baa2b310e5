"""References by a grade alone: the inspection is told by the date or the table it stands in."""

from collections.abc import Iterator, Sequence

from scrapers.minutes.inspections.dates import StatedDate
from scrapers.minutes.inspections.event_dates import SentenceDate
from scrapers.minutes.inspections.grade_tables import TableGrade
from scrapers.minutes.inspections.judgement_bearers import is_as_before
from scrapers.minutes.inspections.judgements import Judgement
from scrapers.minutes.inspections.prose import Sentence
from scrapers.minutes.inspections.regimes import CARE, CHILDRENS_SERVICES
from scrapers.minutes.inspections.told_events import Reference


def rated(
    field_name: str,
    sentence: Sentence,
    judgement: Judgement,
    family: str,
    stated: StatedDate | None,
    *,
    other: str | None = None,
    is_published_date: bool = False,
    event_type: str = "inspection",
) -> Reference:
    """The inspection that gave a judgement, of the council or of another."""
    return Reference(
        field_name=field_name,
        sentence=sentence,
        said_at=judgement.start,
        event_type=event_type,
        family=family,
        stated=stated,
        is_published_date=is_published_date,
        is_previous=judgement.is_previous,
        is_sure=True,
        subject_council=other,
        judgements=(judgement,),
    )


def of_table(
    field_name: str, sentence: Sentence, grades: Sequence[TableGrade], topic: str
) -> Iterator[Reference]:
    """The inspections whose columns a row of a table has grades in."""
    for one in grades if topic in CARE else ():
        judgement = Judgement(one.grade, one.area, one.start, one.end, 0)
        yield rated(field_name, sentence, judgement, topic, one.stated)


def of_same_before(
    field_name: str,
    sentence: Sentence,
    asserted: Sequence[Judgement],
    dates: Sequence[SentenceDate],
    other: str | None,
) -> Iterator[Reference]:
    """The earlier inspections that a sentence says gave the same grade: "unchanged from 2018"."""
    for judgement in asserted:
        before = judgement._replace(is_previous=True)
        for date in (one for one in dates if is_as_before(sentence.text, judgement, one)):
            yield rated(field_name, sentence, before, CHILDRENS_SERVICES, date.stated, other=other)
