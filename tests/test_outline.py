"""Outline: which numbered lines are headings, and what their titles are."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.flow import Flow, flow_of
from extract.foot import find_foot
from extract.head import find_head
from extract.outline import find_sections
from extract.reading import Reading
from extract.sections import Frame, Section

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "outline.yaml").read_text("utf-8"))


def read(text: str) -> tuple[Flow, Frame, list[Section]]:
    flow = flow_of(Reading(text=text))
    head = find_head(flow)
    frame, sections = find_sections(flow, head, find_foot(flow, head))
    return flow, frame, sections


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    _, _, sections = read(case["text"])
    found = [[s.path, s.heading.title, s.heading.level] for s in sections]
    assert found == [[str(path), *rest] for path, *rest in case["expect"]]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_headings_stand_where_they_say(case: dict[str, Any]) -> None:
    flow, frame, sections = read(case["text"])
    for section in sections:
        span = section.heading.span
        assert span is not None
        words = case["text"][span.start : span.end]
        for word in (section.heading.title or "").split():
            assert word in words
        assert section.start <= section.body <= section.end <= len(flow.text)
        if section.parent is not None:
            parent = sections[section.parent]
            assert parent.start < section.start < section.end <= parent.end
    for one, two in pairwise(sections):
        assert one.start < two.start
    assert frame.head_end <= frame.body_start <= frame.foot_start <= frame.foot_end <= frame.end


@given(st.text(alphabet="I.1a)b2. MỤC ĐÍCH\n:;- Phụ lục Điều chương", max_size=300))
def test_any_text_gives_an_outline(text: str) -> None:
    flow, frame, sections = read(text)
    assert frame.end == len(flow.text)
    for section in sections:
        assert section.heading.as_written
        assert section.start <= section.end


SPOILT = """KẾ HOẠCH
Tiêm chủng năm 2026
Căn cứ Luật Trẻ em năm 2016;
I. MỤC ĐÍCH, YÊU CẦU
1. Tiêm đủ mũi.
H. CHỈ TIÊU TIÊM CHỦNG
1. Đạt 95% số trẻ.
HI. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế thực hiện.
1V. KINH PHÍ THỰC HIỆN
Ngân sách xã.
1. VẮC XIN SỞI
L. Một câu.
"""


def test_numerals_that_recognition_spoilt() -> None:
    def numbers(reading: Reading) -> list[str | None]:
        flow = flow_of(reading)
        head = find_head(flow)
        _, sections = find_sections(flow, head, find_foot(flow, head))
        return [s.heading.number for s in sections]

    want = ["I", "1", "II", "1", "III", "1", "IV", "1"]
    assert numbers(Reading(SPOILT, read_by="ocr")) == want
    sound = SPOILT.replace("HI.", "III.").replace("H.", "II.").replace("1V.", "IV.")
    assert numbers(Reading(sound)) == want
    assert "III" not in numbers(Reading(SPOILT))  # in a text that nobody recognised it is `HI`
