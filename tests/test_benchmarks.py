"""The scores that the benchmarks print: what counts as found, missed, too many, kept."""

from benchmarks.lines import Line, printed
from benchmarks.matching import Score, decisions_matched, mentions_matched
from benchmarks.scaling import Site, crawl, sites


def decision(text: str, **facts) -> dict:
    return {"text": text, "kind": "resolution", "status": "adopted", "ordinal": None, **facts}


def mention(**facts) -> dict:
    unstated = dict.fromkeys(("judgement_area", "grade", "date_from", "date_to"))
    return {"regime": "ILACS", "event_type": "inspection", **unstated, **facts}


def test_a_decision_is_found_in_nearly_its_words_and_only_once():
    found = decisions_matched(
        [decision("That the fees be lowered"), decision("That a visit be held")],
        [decision("that the fees be lowered;"), decision("That the fees be lowered.")],
    )

    assert (len(found.pairs), len(found.missed), len(found.too_many)) == (1, 1, 1)


def test_proposals_do_not_count_and_a_commitment_in_passing_may_be_missed():
    found = decisions_matched(
        [decision("That fees fall", status="proposed"), decision("It was agreed", inline=True)],
        [decision("That posts grow", status="proposed")],
    )

    assert (found.pairs, found.missed, found.too_many) == ([], [], [])


def test_a_mention_with_another_grade_is_missed_and_too_many():
    found = mentions_matched([mention(grade="good")], [mention(grade="inadequate")])

    assert (len(found.missed), len(found.too_many)) == (1, 1)


def test_a_mention_belongs_to_the_one_whose_dates_overlap():
    march = mention(date_from="2024-03-01", date_to="2024-03-31")
    may = mention(date_from="2024-05-01", date_to="2024-05-31")

    assert mentions_matched([march, may], [may, march]).pairs == [(march, march), (may, may)]


def test_scores_are_shares_of_what_was_read_and_of_what_was_labelled():
    score = Score(hits=6, too_many=2, missed=4)

    assert (score.precision, score.recall, round(score.f1, 3)) == (0.75, 0.6, 0.667)


def test_a_bound_is_kept_from_its_own_side():
    assert Line(figure="time", measured="", ratio=0.9, bound=1.0).is_kept
    assert not Line(figure="time", measured="", ratio=1.1, bound=1.0).is_kept
    assert not Line(figure="F1", measured="", ratio=0.9, bound=0.97, is_floor=True).is_kept


def test_a_broken_bound_is_said_in_its_line():
    table = printed([Line(figure="parse", measured="2 ms", ratio=1.25, bound=1.0)])

    assert "| parse  | 2 ms     |          | 1.250 | ≤ 1 broken |" in table


def test_a_simulated_crawl_is_as_slow_as_its_slowest_site_and_no_slower_with_threads_enough():
    queues = sites(50, 5)

    assert crawl(queues, 50).seconds == max(site.seconds for site in queues)
    assert crawl(queues, 1).seconds == sum(site.seconds for site in queues)


def test_a_simulated_site_is_asked_no_faster_than_its_gap():
    assert Site(pages=100, answer_seconds=0.2).seconds == 100
    assert Site(pages=100, answer_seconds=3.0).seconds == 300
