"""Whom a sentence of an assignment addresses, and where sentences end."""

import re
from pathlib import Path

import pytest
import yaml

from extract.patterns.assignments import (
    OPENING_EXAMPLES,
    OTHER_EXAMPLES,
    OTHER_OPENINGS,
    UNIT_EXAMPLES,
    VERB_EXAMPLES,
    VERBS,
)
from extract.sentences import clauses, sentences
from extract.subjects import begins_unit, subject_at
from extract.tasks.around import OPENS

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/text/subjects.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["words"][:40])
def test_subjects(case: dict) -> None:
    words = case["words"]
    subject = subject_at(words, 0, len(words))
    if case["lead"] is None:
        assert subject is None
        return
    assert subject is not None
    assert words[slice(*subject.lead)] == case["lead"]
    partners = words[slice(*subject.partners)] if subject.partners else None
    assert partners == case.get("partners")
    assert words[subject.work :] == case["work"]


def cut(words: str, how) -> list[str]:
    return [words[s:e] for s, e in how(words, 0, len(words))]


def test_sentences_end_before_capitals_and_not_inside_abbreviations() -> None:
    words = "Họp tại TP. Huế vào sáng thứ Hai. Báo cáo gửi về Sở. hồ sơ kèm theo."
    assert cut(words, sentences) == [
        "Họp tại TP. Huế vào sáng thứ Hai.",
        "Báo cáo gửi về Sở. hồ sơ kèm theo.",
    ]


def test_clauses_end_at_semicolons_outside_brackets_and_quotations() -> None:
    words = "lập danh sách (họ tên; năm sinh); treo khẩu hiệu “Sạch; đẹp”; báo cáo."
    assert cut(words, clauses) == [
        "lập danh sách (họ tên; năm sinh)",
        "treo khẩu hiệu “Sạch; đẹp”",
        "báo cáo.",
    ]


@pytest.mark.parametrize("words", UNIT_EXAMPLES)
def test_a_unit_begins_like_this(words: str) -> None:
    assert begins_unit(words)


@pytest.mark.parametrize("words", OTHER_EXAMPLES)
def test_no_unit_begins_like_this(words: str) -> None:
    assert not begins_unit(words)


@pytest.mark.parametrize("words", OPENING_EXAMPLES)
def test_a_line_of_work_begins_like_this(words: str) -> None:
    assert OPENS.match(words)
    assert not re.match(f"(?:{VERBS})(?!\\w)", words, re.IGNORECASE)


@pytest.mark.parametrize("words", OTHER_OPENINGS)
def test_no_line_of_work_begins_like_this(words: str) -> None:
    assert not OPENS.match(words)


@pytest.mark.parametrize("words", VERB_EXAMPLES)
def test_work_begins_like_this(words: str) -> None:
    assert re.match(f"(?:{VERBS})(?!\\w)", words)
