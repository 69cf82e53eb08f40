"""Targets: quantities to be reached, in prose, bullets and tables."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.context import Context
from extract.flow import flow_of
from extract.foot import find_foot
from extract.head import find_head
from extract.outline import find_sections
from extract.reading import Cell, Reading, Table
from extract.targets import find_targets
from extract.targets.quantities import find_quantities, number_of
from schemas import Target

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "targets.yaml").read_text("utf-8"))


def find(reading: Reading) -> list[Target]:
    flow = flow_of(reading)
    head = find_head(flow)
    frame, sections = find_sections(flow, head, find_foot(flow, head))
    return find_targets(flow, frame, sections, Context())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    targets = find(Reading(text=case["text"]))
    found = [[t.indicator, t.comparison, t.value, t.unit, t.aspiration] for t in targets]
    assert found == case["expect"]
    if "population" in case:
        assert [t.population for t in targets] == case["population"]
    if "rhythm" in case:
        assert [t.time and t.time.recurrence for t in targets] == case["rhythm"]
    if "time" in case:
        time = targets[0].time
        assert time is not None
        assert [time.start, time.end] == case["time"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_targets_stand_where_they_say(case: dict[str, Any]) -> None:
    for target in find(Reading(text=case["text"])):
        assert target.span is not None
        words = case["text"][target.span.start : target.span.end]
        assert str(target.value).replace(".", ",").rstrip("0").rstrip(",") in words.replace(".", "")


def test_a_table_of_indicators() -> None:
    cells = [
        ["STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2030", "Kế hoạch năm 2031"],
        ["1", "Tỷ lệ hộ nghèo", "%", "4,1", "3,5"],
        ["2", "Số trường đạt chuẩn", "trường", "11", "≥ 14"],
        ["3", "Ghi chú", "", "", "theo đề án"],
    ]
    text, rows = "", []
    for row in cells:
        made = []
        for words in row:
            made.append(Cell(((len(text), len(text) + len(words)),) if words else ()))
            text += words + "\t"
        rows.append(tuple(made))
        text = text[:-1] + "\n"
    targets = find(Reading(text=text, tables=(Table(tuple(rows), 0, len(text)),)))
    found = [(t.indicator, t.comparison, t.value, t.unit) for t in targets]
    assert found == [
        ("Tỷ lệ hộ nghèo", "=", 3.5, "%"),
        ("Số trường đạt chuẩn", ">=", 14, "trường"),
    ]
    assert targets[0].time is not None
    assert str(targets[0].time.end) == "2031-12-31"


@pytest.mark.parametrize(
    ("words", "value"),
    [("95,5", 95.5), ("1.200", 1200), ("1.234.567", 1234567), ("99.86", 99.86), ("03", 3)],
)
def test_numbers_as_vietnamese_writes_them(words: str, value: float) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize(
    "words", ["Điều 5 quy định", "số 12/KH-UBND", "năm 2031", "30/4/2031", "lần thứ 3", "quý 2 tới"]
)
def test_numbers_that_count_nothing(words: str) -> None:
    assert list(find_quantities(words, 0, len(words))) == []


@given(st.text(alphabet="0123456789,.% đạttrênítnhất-–/;\nhộ", max_size=200))
def test_any_text_gives_targets(text: str) -> None:
    for target in find(Reading(text=text)):
        assert target.span is not None
        assert target.span.end <= len(text)
