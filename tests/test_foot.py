"""Footer: signature and recipients in one column, two, or one after the other."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.flow import Flow, flow_of
from extract.foot import Foot, find_foot
from extract.foot.recipients import name_and_purpose
from extract.head import find_head
from extract.reading import Reading

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "foot.yaml").read_text("utf-8"))


def read(text: str) -> tuple[Flow, Foot]:
    flow = flow_of(Reading(text=text))
    return flow, find_foot(flow, find_head(flow))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    flow, foot = read(case["text"])
    expect = case["expect"]
    signer = foot.signer
    assert ([signer.name, signer.title, signer.capacity] if signer else None) == expect["signer"]
    assert [[r.name, r.purpose] for r in foot.recipients] == expect["recipients"]
    if "start" in expect:
        assert flow.text[foot.foot_start :].startswith(expect["start"])
    if "rest" in expect:
        assert flow.text[foot.foot_end :].startswith(expect["rest"])
    assert [foot.place, foot.issued_on] == expect.get("dated", [None, None])
    if "signatures" in expect:
        found = [[s.by, s.at.isoformat() if s.at else None] for s in foot.signatures]
        assert found == expect["signatures"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_recipients_stand_where_they_say(case: dict[str, Any]) -> None:
    _, foot = read(case["text"])
    for recipient in foot.recipients:
        spans = recipient.spans or (recipient.span,)
        words = " ".join(case["text"][s.start : s.end] for s in spans if s)
        for word in recipient.name.split():
            assert word in words


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("- Phòng Y tế (t/h);", ("Phòng Y tế", "t/h")),
        ("- BTĐ: để chỉ đạo;", ("BTĐ", "để chỉ đạo")),
        ("- Lưu VT, TH.", ("VT, TH", "lưu")),
        ("+ Như trên;", ("Như trên", None)),
        ("- ;", None),
    ],
)
def test_name_and_purpose(words: str, want: tuple[str, str | None] | None) -> None:
    assert name_and_purpose(words) == want


@given(st.text(alphabet="Nơi nhận:-Lưu VT.;KT.GIÁM ĐỐC\n\t Nguyễn Văn A", max_size=300))
def test_any_text_gives_a_foot(text: str) -> None:
    flow, foot = read(text)
    assert 0 <= foot.foot_start <= foot.foot_end <= len(flow.text)
    for recipient in foot.recipients:
        assert recipient.span is not None
        assert recipient.span.end <= len(text)
