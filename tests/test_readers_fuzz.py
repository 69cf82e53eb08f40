"""A small run of `make fuzz`: damaged files of every kind, without the slow programs."""

import fuzz_readers


def test_damaged_files_are_read_or_refused_for_the_right_reason():
    tally = fuzz_readers.run(70, seed=5, slow=False)
    assert tally.wrong == []
    assert sum(tally.came_to.values()) == 70
    assert len(tally.came_to) > 6  # not all of them fail, nor all in one way


def test_the_same_seed_makes_the_same_files():
    first, again = (list(fuzz_readers.damaged_files(30, 9, False, False)) for _ in range(2))
    unsigned = [at for at, (name, _, _) in enumerate(first) if "signed" not in name]
    assert len(unsigned) > 15
    assert [first[at][:2] for at in range(30)] == [again[at][:2] for at in range(30)]
