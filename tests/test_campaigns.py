"""Campaigns: what a quotation names, by the noun before it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.campaigns import find_campaigns
from extract.campaigns.heads import HEAD_WORDS, head_before
from extract.campaigns.known import known_kind
from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading
from extract.sections import Frame
from schemas import Campaign

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "campaigns.yaml").read_text("utf-8"))


def find(text: str) -> list[Campaign]:
    flow = flow_of(Reading(text=text))
    size = len(flow.text)
    return find_campaigns(flow, Frame(0, 0, size, size, size), Context())


def days(campaign: Campaign) -> list[dt.date | None] | None:
    return [campaign.period.start, campaign.period.end] if campaign.period else None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = [[c.name, c.kind, days(c), len(c.mentions)] for c in find(case["text"])]
    assert found == case["expect"]


@pytest.mark.parametrize("head", HEAD_WORDS, ids=[h.example for h in HEAD_WORDS])
def test_head_words_match_their_examples(head: Any) -> None:
    left, _, rest = head.example.partition("“")
    found = head_before(left)
    assert found is not None
    assert found.kind == head.kind
    kinds = [c.kind for c in find(head.example)]
    assert kinds == ([head.kind] if head.kind else [])
    assert rest.endswith("”")


@pytest.mark.parametrize("head", HEAD_WORDS, ids=[h.example for h in HEAD_WORDS])
def test_without_its_noun_an_example_is_nothing(head: Any) -> None:
    assert find("Cán bộ nêu " + head.example[head.example.index("“") :]) == []


def test_known_movements_need_no_noun() -> None:
    assert known_kind("Dân vận khéo") == "phong trào thi đua"
    assert known_kind("Dạy tốt, học tốt giai đoạn 2031-2035") == "phong trào thi đua"
    assert known_kind("Dạy tốt") is None
    assert [c.name for c in find("Thực hiện nội dung “Hai không” đi đôi với dạy thật, học thật.")]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_campaigns_stand_where_they_say(case: dict[str, Any]) -> None:
    for campaign in find(case["text"]):
        spans = [campaign.span, *(m.span for m in campaign.mentions)]
        for span, name in zip(
            spans, [campaign.name, *(m.as_written for m in campaign.mentions)], strict=True
        ):
            assert span is not None
            assert case["text"][span.start : span.end].split() == name.split()


@given(st.text(alphabet="phong trào “”\"',;: thi đua Xanh năm 2031\n", max_size=200))
def test_any_text_gives_campaigns(text: str) -> None:
    for campaign in find(text):
        assert campaign.name
        assert campaign.span is not None
