"""Header: letterheads row by row, column by column, damaged and lost."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.flow import flow_of
from extract.head import Head, find_head
from extract.reading import Reading
from schemas import Unit

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "head.yaml").read_text("utf-8"))


def read(text: str) -> tuple[Head, str]:
    flow = flow_of(Reading(text=text))
    head = find_head(flow)
    return head, flow.text[head.head_end :]


def unit(found: Unit | None) -> list[str | None] | None:
    return [found.name, found.area, found.level] if found else None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    head, rest = read(case["text"])
    for field, want in case["expect"].items():
        if field == "opening":
            assert rest.startswith(want), rest[:60]
        elif field in ("issuer", "parent"):
            assert unit(getattr(head, field)) == want
        elif field == "issuer_name":
            assert head.issuer is not None
            assert head.issuer.name == want
        elif field == "period":
            found = head.period
            got = [found.label, found.start, found.end] if found else None
            assert got == want
        elif field == "assumed":
            assert list(head.assumed) == want
        else:
            assert getattr(head, field) == want, field


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_spans_hold_what_was_read(case: dict[str, Any]) -> None:
    head, _ = read(case["text"])
    for field, span in head.spans.items():
        words = case["text"][span.start : span.end]
        value = getattr(head, field.split(".")[0])
        assert words.strip() == words
        if field in ("place", "subject"):
            assert words.split() == value.split() or field == "subject"
        if field == "issued_on":
            assert isinstance(value, dt.date)
            assert str(value.year) in words
        if field == "number":
            assert value.split("/")[-1].split("-")[-1] in words.replace("\n", "")


@given(st.text(alphabet="SốKẾHOẠCH/- \n\t0123456789,.:UBNDngàythángnăm", max_size=300))
def test_any_text_gives_a_head(text: str) -> None:
    head, rest = read(text)
    assert len(rest) <= len(text) + 1
    for span in head.spans.values():
        assert 0 <= span.start < span.end <= len(text)


@given(st.sampled_from(CASES), st.integers(0, 400))
def test_a_cut_letterhead_is_read_without_complaint(case: dict[str, Any], size: int) -> None:
    head, _ = read(case["text"][:size])
    assert set(head.assumed) <= {"kind"}
