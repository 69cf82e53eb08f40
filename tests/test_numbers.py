"""Numbers: the systems told apart, what print did to them mended, wrong letters left alone."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.kinds import (
    agrees,
    is_law,
    kind_abbreviations,
    kind_names,
    kind_of_abbreviation,
    kind_of_words,
)
from extract.numbers import find_numbers, parse_number
from extract.reference import rows
from extract.tries import trie
from schemas.keys import number_key

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "numbers.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("printed", "number", "system", "kind", "issuer"), CASES["sound"])
def test_sound_numbers(
    printed: str, number: str, system: str, kind: str | None, issuer: str | None
) -> None:
    parsed = parse_number(printed)
    assert parsed is not None
    assert (parsed.number, parsed.system, parsed.kind_abbr, parsed.issuer_abbr, parsed.repairs) == (
        number, system, kind, issuer, (),
    )  # fmt: skip


@pytest.mark.parametrize(("printed", "number", "repairs"), CASES["repaired"])
def test_repaired_numbers(printed: str, number: str, repairs: list[str]) -> None:
    parsed = parse_number(printed)
    assert parsed is not None
    assert (parsed.number, list(parsed.repairs)) == (number, repairs)
    assert number_key(parsed.number) == number_key(number)


@pytest.mark.parametrize("printed", CASES["none"])
def test_what_is_no_number(printed: str) -> None:
    assert parse_number(printed) is None


@pytest.mark.parametrize(("text", "numbers"), CASES["found"])
def test_numbers_in_text(text: str, numbers: list[str]) -> None:
    assert [text[a:b] for a, b in find_numbers(text)] == numbers


@pytest.mark.parametrize("row", [r for r in rows("kinds") if "/" in r["example"]],
                         ids=lambda r: r["example"])  # fmt: skip
def test_every_kind_matches_its_own_example(row: dict[str, str]) -> None:
    parsed = parse_number(row["example"])
    assert parsed is not None
    assert parsed.number == row["example"]
    if parsed.kind_abbr and row["name"] != "Quy định":  # shares the Party's QĐ with Quyết định
        assert kind_of_abbreviation(parsed.kind_abbr, parsed.system) == row["name"]
    assert agrees(row["name"], parsed.kind_abbr, parsed.issuer_abbr)


@pytest.mark.parametrize("row", [r for r in rows("issuers") if r["example"]],
                         ids=lambda r: r["code"])  # fmt: skip
def test_every_issuer_shows_in_its_own_example(row: dict[str, str]) -> None:
    parsed = parse_number(row["example"])
    assert parsed is not None
    parts = re.split(r"[/-]", row["example"])
    assert any(part.startswith(row["code"]) for part in parts)


def test_kinds_by_their_words() -> None:
    for name in kind_names():
        assert kind_of_words(name.upper()) == kind_of_words(name) == name
    assert kind_of_words("văn bản") == "Công văn"
    assert kind_of_words("buổi họp") is None
    assert is_law("Bộ luật")
    assert not is_law("Nghị định")
    assert "TTR" in kind_abbreviations()


@given(
    st.integers(1, 99999),
    st.sampled_from(["KH", "QĐ", "CTr", "TTr", "BC", "TB"]),
    st.lists(st.from_regex(r"[A-ZĐ]{2,6}[0-9]{0,2}", fullmatch=True), min_size=1, max_size=4),
)
def test_sound_numbers_stay_as_they_are(ordinal: int, kind: str, parts: list[str]) -> None:
    number = f"{ordinal}/{kind}-{'-'.join(parts)}"
    parsed = parse_number(number)
    assert parsed is not None
    assert number_key(parsed.number) == number_key(number)
    assert parsed.repairs == ()
    spaced = parse_number(number.replace("/", " / ").replace("-", " – "))
    assert spaced is not None
    assert spaced.number == parsed.number
    assert spaced.repairs == ("space", "dash")


@given(st.text(max_size=60))
def test_any_words_are_a_number_or_none(words: str) -> None:
    parsed = parse_number(words)
    assert parsed is None or parse_number(parsed.number) is not None
    for start, end in find_numbers(words):
        assert 0 <= start < end <= len(words)


@given(
    st.sets(st.text("aàbđ c", min_size=1, max_size=6), min_size=1, max_size=12), st.text("aàbđ c")
)
def test_a_trie_is_its_alternation(words: set[str], text: str) -> None:
    plain = "|".join(
        re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=len, reverse=True)
    )
    assert re.findall(trie(words), text) == re.findall(f"(?:{plain})", text)
