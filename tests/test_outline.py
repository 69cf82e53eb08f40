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
