"""The phases of a plan: waves, stages, quarters and months used as headings."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.context import Context
from extract.flow import flow_of
from extract.phases import find_phases
from extract.reading import Cell, Reading, Table
from extract.sections import Section
from schemas import Heading

CASES = yaml.safe_load((Path(__file__).parent / "cases/phases.yaml").read_text(encoding="utf-8"))
PLAN = Context(year=2025, issued_on=dt.date(2025, 2, 10))
SCHOOL = Context(school_year=2024, issued_on=dt.date(2024, 9, 10))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_phases(case: dict) -> None:
    flow = flow_of(Reading(text="\n".join(case["lines"]), wrapped=False))
    assert len(flow.paragraphs) == len(case["lines"])
    sections = [
        Section(
            Heading(number=None, title=case["lines"][i], level=1, as_written=case["lines"][i]),
            path="",
            start=flow.paragraphs[i].start,
            body=flow.paragraphs[i].end,
            end=len(flow.text),
        )
        for i in case["headings"]
    ]
    context = SCHOOL if case.get("school") else PLAN
    found = [
        [p.label, *(d.isoformat() if d else None for d in (p.start, p.end)), *p.assumed]
        for p in find_phases(flow, sections, context)
    ]
    assert found == case["phases"]


def test_quarters_under_a_heading_that_is_a_year() -> None:
    lines = ["1. Năm 2025", "a) Quý I: Khảo sát.", "2. Năm 2026", "a) Quý I: Nghiệm thu.",
             "3. Tổng kết năm 2024", "a) Quý I: Rà soát."]  # fmt: skip
    flow = flow_of(Reading(text="\n".join(lines), wrapped=False))
    starts = [p.start for p in flow.paragraphs]
    sections = [
        Section(
            Heading(number=None, title=lines[i].partition(" ")[2], level=1, as_written=lines[i]),
            path="",
            start=starts[i],
            body=flow.paragraphs[i].end,
            end=starts[i + 2] if i + 2 < len(starts) else len(flow.text),
        )
        for i in (0, 2, 4)
    ]
    found = [p.start for p in find_phases(flow, sections, PLAN)]
    assert found == [dt.date(2025, 1, 1), dt.date(2026, 1, 1)]  # the last is that of the first


def test_a_cell_merged_over_its_row_heads_a_table() -> None:
    text = "TT\tViệc\tThời gian\nQuý I/2025\n1\tTập huấn\tTháng 3/2025"
    at = {words: text.index(words) for words in ("TT", "Việc", "Thời gian", "Quý I", "1\t")}

    def cell(words: str, start: int) -> Cell:
        return Cell(((start, start + len(words)),))

    head = tuple(cell(w, at[w]) for w in ("TT", "Việc", "Thời gian"))
    group = cell("Quý I/2025", at["Quý I"])
    row = (
        cell("1", at["1\t"]),
        cell("Tập huấn", text.index("Tập huấn")),
        cell("Tháng 3/2025", text.index("Tháng 3")),
    )
    table = Table((head, (group, group, group), row), 0, len(text))
    flow = flow_of(Reading(text=text, wrapped=False, tables=(table,)))
    (phase,) = find_phases(flow, [], PLAN)
    assert (phase.label, phase.start) == ("Quý I/2025", dt.date(2025, 1, 1))
    assert phase.span is not None
    assert text[phase.span.start : phase.span.end] == "Quý I/2025"


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    flow = flow_of(Reading(text=text))
    for phase in find_phases(flow, [], PLAN):
        assert phase.label
        assert phase.start or phase.end
