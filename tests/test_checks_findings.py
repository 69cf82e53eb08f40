"""Findings as a whole: identities, both sides, languages, one cause, and any text at all."""

import datetime as dt
from pathlib import Path

import pytest
from built_plan import build_plan
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import all_rules, check, rule
from checks.register import RegisterError
from checks.registry import UnknownRule
from schemas import Plan

TEXT = (
    "SỞ Y TẾ\nSố:      /KH-SYT\nNam Sơn, ngày      tháng      năm 2025\nKẾ HOẠCH\n"
    "Tiêm chủng năm 2025\nCăn cứ Nghị định số 24/2021NĐ-CP ngày 31/6/2021;\n"
    "I. MỤC TIÊU\nBáo cáo trước ngày 31/9/2025 cho Ủy ban nhân tỉnh.\n"
)
RECORD = {
    "document": {"kind": "Kế hoạch", "issuer": "Sở Y tế|province-department|Nam Sơn"},
    "citations": [
        {
            "kind": "Nghị định",
            "number": "24/2021/NĐ-CP",
            "role": "basis",
            "repairs": ["separator"],
        }
    ],
}


def plan(text: str = TEXT, **source: object) -> Plan:
    return build_plan(text, RECORD, **source)


def test_reading_again_keeps_identities() -> None:
    first, again = check(plan()), check(plan())
    assert [f.id for f in first] == [f.id for f in again]
    assert len({f.id for f in first}) == len(first) > 4


def test_identity_hangs_on_the_words_not_on_their_place() -> None:
    # The file is the same document to the store, with a line more at its end.
    before = plan().model_copy(update={"source": plan().source.model_copy(
        update={"document_id": "abc"})})  # fmt: skip
    after = plan(TEXT + "Kinh phí do ngân sách bảo đảm.\n")
    after = after.model_copy(
        update={"source": after.source.model_copy(update={"document_id": "abc"})}
    )
    old = {f.id for f in check(before)}
    assert old <= {f.id for f in check(after)}


def test_every_finding_shows_both_sides_and_the_documents_own_words() -> None:
    own = plan()
    for finding in check(own):
        assert len(finding.evidence) >= 2
        first = finding.evidence[0]
        assert first.document is not None
        assert first.span is not None
        quoted = own.text[first.span.start : first.span.end]
        assert " ".join(quoted.split()) == first.as_written
        assert all(e.document or e.source for e in finding.evidence)


def test_languages() -> None:
    vi, en = check(plan()), check(plan(), lang="en")
    assert [f.id for f in vi] == [f.id for f in en]
    assert all(v.message_en == e.message and v.advice_en == e.advice
               for v, e in zip(vi, en, strict=True))  # fmt: skip
    assert all(f.message != f.message_en for f in vi)


def test_a_recognised_scan_gets_but_notes_for_letters() -> None:
    rules = {r.code: r for r in all_rules()}
    typed = {f.rule: f.severity for f in check(plan())}
    scanned = {f.rule: f.severity for f in check(plan(read_by="ocr"))}
    assert typed["C01"] == typed["D01"] == "error"
    assert any(rules[code].letters for code in scanned)
    assert all(s == "note" for code, s in scanned.items() if rules[code].letters)


def test_only_the_asked_rules_run() -> None:
    assert {f.rule for f in check(plan(), only=["D01"])} == {"D01"}


def test_rules_are_found_by_code_and_by_name() -> None:
    assert rule("e01") is rule("anniversary-count")
    with pytest.raises(UnknownRule):
        rule("Z99")


def test_an_offices_own_facts(tmp_path: Path) -> None:
    office = tmp_path / "so-tra-cuu.yaml"
    office.write_text(
        "documents:\n"
        "  - {number: 24/2021/NĐ-CP, kind: Nghị định, title: quản lý, issued_on: 2021-03-23,\n"
        "     valid_from: 2021-03-25, valid_to: 2022-01-01, replaced_by: 1/2022/NĐ-CP,\n"
        "     source: công báo}\n"
        "movements:\n  - {name: Mỗi thôn một vườn thuốc nam, periods: 2024-2026}\n",
        encoding="utf-8",
    )
    found = check(plan(), office=office, as_of=dt.date(2025, 1, 1), only=["A03"])
    assert [f.severity for f in found] == ["error"]
    assert "công báo" in {e.source for e in found[0].evidence}
    assert not check(plan(), as_of=dt.date(2025, 1, 1), only=["A03"])


@pytest.mark.parametrize("content", ["documents: 3", "- a", "documents:\n - {kind: x}", "{", "\tx"])
def test_an_offices_file_that_cannot_be_used(tmp_path: Path, content: str) -> None:
    office = tmp_path / "hỏng.yaml"
    office.write_text(content, encoding="utf-8")
    with pytest.raises(RegisterError, match="hỏng"):
        check(plan(), office=office)


_PIECES = [
    "KẾ HOẠCH", "Căn cứ", "ngày 31/6/2024", "Số: /KH-SYT", "Quý II (tháng 7)", "“", "”", "(", ")",
    "năm học 20232024", "Ủy ban nhân", "với với", "1. ", "a) ", "- ", "\n", "\n\n", "\t", "\f",
    "TT", "105% hộ", "giai đoạn 2030-2021", "kỷ niệm 3 năm (1990-2025)", "trước ngày 01/01",
    "Trên đây là Kế hoạch", "Nơi nhận:", "05 nhiệm vụ sau:", "Phụ lục I kèm theo", "ê\u0302",
    "\x00",
]  # fmt: skip


@settings(max_examples=150)
@given(
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=20)), max_size=60).map(" ".join)
)
def test_any_text_is_checked_and_quoted(text: str) -> None:
    own = build_plan(text, {"document": {"kind": "Kế hoạch", "period": "năm học 2023-2024"}})
    for finding in check(own):
        for evidence in finding.evidence:
            if evidence.document and evidence.span and evidence.as_written:
                quoted = own.text[evidence.span.start : evidence.span.end]
                assert "".join(quoted.split()) == "".join(evidence.as_written.split())


@pytest.mark.parametrize("piece", ["1\n", "(“a ", "TT\n1\n3\n", "Ủy ban nhân ", "HSKT ", "ngày 1/"])
def test_a_long_text_of_anything_is_checked_in_linear_time(piece: str) -> None:
    # no clock: a search that is not linear would run into the time limit of every test
    own = build_plan(piece * (100_000 // len(piece)), {})
    assert len({found.id for found in check(own)}) < len(own.text)
