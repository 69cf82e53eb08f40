"""A test over a list of words names every word that fails, and none passes unasked."""

import pytest
from word_lists import each, each_of


def _even(number: int) -> None:
    assert number % 2 == 0


def test_every_word_that_fails_is_named() -> None:
    each([2, 4])(_even)()
    with pytest.raises(AssertionError, match=r"(?s)\(3,\).*\(5,\)") as failed:
        each([2, 3, 4, 5])(_even)()
    assert "(4,)" not in str(failed.value)


def test_a_fault_is_a_failure_too() -> None:
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        each_of([(1, 1), (1, 0)])(lambda one, other: one // other)()


def test_an_empty_list_is_no_test() -> None:
    with pytest.raises(AssertionError):
        each([])(_even)()
