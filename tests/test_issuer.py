"""Issuer, subject and period from the body, where the letterhead is lost."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.flow import flow_of
from extract.foot import find_foot
from extract.head import find_head
from extract.issuer import complete
from extract.reading import Reading

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "issuer.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    flow = flow_of(Reading(text=case["text"]))
    printed = find_head(flow)
    head = complete(flow, printed, find_foot(flow, printed))
    for field, want in case["expect"].items():
        if field == "issuer":
            unit = head.issuer
            assert ([unit.name, unit.area, unit.level] if unit else None) == want
        elif field == "issuer_name":
            assert head.issuer is not None
            assert head.issuer.name == want
        elif field == "period":
            found = head.period
            assert ([found.label, found.start, found.end] if found else None) == want
        elif field == "assumed":
            assert list(head.assumed) == want
        else:
            assert getattr(head, field) == want


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_was_printed_stays(case: dict[str, Any]) -> None:
    flow = flow_of(Reading(text=case["text"]))
    printed = find_head(flow)
    head = complete(flow, printed, find_foot(flow, printed))
    for field in ("kind", "number", "symbol", "place", "issued_on", "subject", "period"):
        if getattr(printed, field) is not None:
            assert getattr(head, field) == getattr(printed, field)
            assert field not in head.assumed
