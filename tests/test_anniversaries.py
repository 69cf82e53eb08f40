"""Commemorations with a count or a pair of dates that can be checked."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.anniversaries import find_anniversaries
from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/anniversaries.yaml").read_text(encoding="utf-8")
)
PLAN = Context(year=2025)
SCHOOL = Context(school_year=2024)


def context_of(case: dict) -> Context:
    if case.get("unknown"):
        return Context()
    return SCHOOL if case.get("school") else PLAN


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:70])
def test_anniversaries(case: dict) -> None:
    flow = flow_of(Reading(text=case["text"], wrapped=False))
    found = find_anniversaries(flow, context_of(case))
    assert [[a.name, a.count, a.founded, a.celebrated] for a in found] == case["found"]


@given(st.dates(dt.date(1900, 1, 1), dt.date(1999, 12, 28)), st.integers(2, 99))
def test_a_printed_pair_is_kept_as_printed(founded: dt.date, count: int) -> None:
    if (founded.day, founded.month) == (29, 2):
        return
    day = f"{founded.day}/{founded.month}"
    text = (
        f"Mít tinh kỷ niệm {count} năm Ngày thành lập Hội "
        f"({day}/{founded.year} - {day}/{founded.year + count})"
    )
    flow = flow_of(Reading(text=text, wrapped=False))
    (found,) = find_anniversaries(flow, PLAN)
    assert (found.count, found.founded) == (count, founded.isoformat())
    assert found.celebrated == founded.replace(year=founded.year + count).isoformat()
    assert found.span is not None
    assert text[found.span.start : found.span.end].endswith(")")


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    for found in find_anniversaries(flow_of(Reading(text=text)), PLAN):
        assert found.count is not None or found.founded is not None
