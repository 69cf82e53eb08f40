"""Each way to write a time, word by word, in a sentence, in capitals and decomposed."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from time_words import times

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/times_words.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_how_a_time_is_written(case: dict[str, list[str]]) -> None:
    say = str(case["say"])
    found = times(f"Dọn bãi {say}.")
    assert found == [one.replace("=", say, 1) if one[0] == "=" else one for one in case["read"]]


@pytest.mark.parametrize("case", [c for c in CASES if c["read"]], ids=lambda case: case["say"])
def test_a_time_glued_to_a_word_before_it_is_none(case: dict[str, list[str]]) -> None:
    """`xtháng 4` is no month; what stands behind the first word may be a time of its own."""
    say = str(case["say"])
    if not say[0].isalpha():
        return
    assert all(not one.startswith(say) for one in times(f"Dọn bãi x{say}."))


def test_the_cases_are_composed() -> None:
    """As every reading is: the finders never see a letter and its mark apart."""
    assert all(unicodedata.is_normalized("NFC", str(case["say"])) for case in CASES)
