"""A few of the mutilated inputs that `python -m benchmarks.fuzzing` makes by the million."""

from benchmarks.fuzzing import fuzz


def test_mutilated_input_gives_records_with_their_evidence_or_an_error_of_ours():
    found = fuzz(range(600), seed=7)

    assert found.failures == []
    assert found.records > found.inputs
    assert found.refused


def test_the_same_seed_gives_the_same_inputs():
    one, other = (fuzz(range(40), seed=3) for _ in range(2))

    assert (one.records, one.refused) == (other.records, other.refused)
