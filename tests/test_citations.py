"""Citations: cases of every kind of naming, and the promises of the finder."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.citations import find_citations
from extract.context import Context
from extract.flow import Flow, flow_of
from extract.kinds import kind_of_words
from extract.reading import Reading
from extract.sections import Frame
from schemas import Citation

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "citations.yaml").read_text("utf-8"))


def read(title: str = "", opening: str = "", body: str = "") -> tuple[Flow, list[Citation]]:
    """The citations of a document of up to three parts, each its own paragraphs."""
    parts = [part + "\n" if part else "" for part in (title, opening, body)]
    flow = flow_of(Reading("".join(parts), wrapped=False))
    marks, at = [], 0
    for part in parts:
        at += len(part)
        marks.append(flow.flat_of(at) if at < len("".join(parts)) else len(flow.text))
    end = len(flow.text)
    frame = Frame(marks[0] if title else 0, marks[1] if opening or title else 0, end, end, end)
    return flow, find_citations(flow, frame, Context())


def brief(citation: Citation) -> str:
    when = citation.issued_on or citation.year or "-"
    issuer = citation.issuer.name if citation.issuer else "-"
    return f"{citation.kind} | {citation.number or '-'} | {when} | {issuer} | {citation.role}"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict) -> None:
    _, found = read(case.get("title", ""), case.get("opening", ""), case.get("body", ""))
    want = [" | ".join(p.strip().strip('"') for p in c.split("|")) for c in case["cites"]]
    assert [brief(c) for c in found] == want
    if "subjects" in case:
        assert [c.subject for c in found] == case["subjects"]
    if "provisions" in case:
        assert [c.provision for c in found] == case["provisions"]
    if "repairs" in case:
        assert [list(c.repairs) for c in found] == case["repairs"]


def test_words_stand_where_the_span_says() -> None:
    flow, found = read(body="theo Kế hoạch số 7/KH-UBND ngày 01/02/2024 của UBND xã về vệ sinh.")
    (citation,) = found
    assert citation.span is not None
    assert flow.reading.text[citation.span.start : citation.span.end] == citation.as_written
    assert "7/KH-UBND" in citation.as_written


def test_the_symbol_shows_the_issuer_that_words_do_not() -> None:
    _, (citation,) = read(body="theo Công văn số 12/STC-NS ngày 01/02/2024.")
    assert citation.issuer is None
    assert citation.issuer_from_symbol is not None
    assert citation.issuer_from_symbol.name == "Sở Tài chính"


@given(
    ordinal=st.integers(1, 99999),
    kind=st.sampled_from(["KH", "QĐ", "CT", "TB", "HD", "BC", "TTr", "NQ", "CTr"]),
    issuer=st.sampled_from(["UBND", "SGDĐT", "SYT", "BNV", "TTg", "HĐND", "PGDĐT", "THCSAM"]),
    day=st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31)),
)
@settings(max_examples=60, deadline=None)
def test_any_number_and_day_come_back(ordinal: int, kind: str, issuer: str, day: dt.date) -> None:
    words = {"KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị", "TB": "Thông báo",
             "HD": "Hướng dẫn", "BC": "Báo cáo", "TTr": "Tờ trình", "NQ": "Nghị quyết",
             "CTr": "Chương trình"}[kind]  # fmt: skip
    number = f"{ordinal:02d}/{kind}-{issuer}"
    _, found = read(body=f"theo {words} số {number} ngày {day:%d/%m/%Y}.")
    assert [(c.kind, c.number, c.issued_on) for c in found] == [(words, number, day)]


@given(st.text(max_size=400))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_grounded_citations(text: str) -> None:
    flow, found = read(body=text)
    for citation in found:
        assert kind_of_words(citation.kind) == citation.kind
        assert citation.span is not None
        assert 0 <= citation.span.start < citation.span.end <= len(flow.reading.text)


PARTS = [
    "Căn cứ ", "Luật ", "Kế hoạch số ", "12/KH-UBND", " ngày ", "05/3/2024", " của ", "; ", "1/",
    "Sở Nội vụ", " về ", "“", "”", "(", ")", "\n", "khoản 2 Điều 5 ", "Thi đua, khen thưởng",
    "số ", "QĐ-", "sửa đổi, bổ sung ", "và ", "98/2023", "NĐ-CP", "thay thế ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=40))
@settings(max_examples=120, deadline=None)
def test_words_of_the_genre_in_any_order(parts: list[str]) -> None:
    _, found = read(opening="".join(parts))
    starts = [c.span.start for c in found if c.span]
    assert starts == sorted(starts)
    assert len(starts) == len(found)


@pytest.mark.parametrize(
    "piece", ["Căn cứ ", "1234567890", "“", "1/", "A-", "Kế hoạch số ", "của ", "(", " "]
)
def test_a_megabyte_of_anything_takes_linear_time(piece: str) -> None:
    # no clock: a search that is not linear would run into the time limit of every test
    from array import array

    from extract.wrapping import Wrapping

    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    flow = Flow(
        reading=Reading(text), text=text, breaks=array("I", [0]), sources=array("I", [0]),
        paragraphs=(), lines=(), wrapping=Wrapping(False, 0),
    )  # fmt: skip
    find_citations(flow, Frame(0, len(text), len(text), len(text), len(text)), Context())
