"""Capitals with marks (Ủ, Ở, Đ, Ấ) begin sentences as plain ones do; small letters begin none.

No range of code points holds the capitals of Vietnamese alone, so each place that asks for one
is tried with every letter.
"""

import pytest
from word_lists import each
from work_words import told, under

from extract.outline.titles import title_end
from extract.sentences import clauses, sentences
from extract.targets.clauses import clauses as target_clauses

CAPITALS = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBĐEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ"
SMALL = CAPITALS.lower()


@each(CAPITALS)
def test_a_sentence_begins_with_any_capital(letter: str) -> None:
    text = f"Dọn bãi. {letter}b bãi; {letter}b ao."
    assert [text[s:e] for s, e in sentences(text, 0, len(text))] == [
        "Dọn bãi.",
        f"{letter}b bãi; {letter}b ao.",
    ]
    assert len(list(clauses(text, 0, len(text)))) == 3
    assert len(list(target_clauses(text, 0, len(text)))) == 3


@each(SMALL)
def test_no_sentence_begins_with_a_small_letter(letter: str) -> None:
    text = f"Dọn bãi số 5. {letter}b bãi … {letter}b ao."
    assert len(list(sentences(text, 0, len(text)))) == 1


@each(SMALL)
def test_an_abbreviation_before_a_small_letter_ends_no_clause(letter: str) -> None:
    text = f"dọn bãi ở TP. {letter}b bãi"
    assert len(list(target_clauses(text, 0, len(text)))) == 1


@pytest.mark.parametrize("letter", CAPITALS)
@pytest.mark.parametrize("end", ["", "."])
def test_two_sentences_are_no_heading(letter: str, end: str) -> None:
    text = f"Dọn sạch bãi. {letter}b bãi là việc của thôn{end}"
    assert title_end(text, 0, len(text), "decimal", children=False) is None


@each(SMALL)
def test_an_abbreviation_does_not_end_a_heading(letter: str) -> None:
    text = f"Dọn sạch bãi ở q. {letter}b bãi của thôn"
    found = title_end(text, 0, len(text), "decimal", children=False)
    assert found is not None
    assert found.end == len(text)


@each(CAPITALS)
def test_what_follows_a_label_of_time_begins_with_any_capital(letter: str) -> None:
    body = f"Thời gian: ngày 05/3/2031. {letter}b bãi sau ngày 09/3/2031."
    assert told(*under("Hội trại", body)) == ["Hội trại | 2031-03-05..2031-03-05"]


@each(SMALL)
def test_a_label_of_time_goes_on_with_a_small_letter(letter: str) -> None:
    body = f"Thời gian: ngày 05/3/2031. {letter}b ngày 09/3/2031."
    assert told(*under("Hội trại", body)) == [
        "Hội trại | 2031-03-05..2031-03-05",
        "Hội trại | 2031-03-09..2031-03-09",
    ]
