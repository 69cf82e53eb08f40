"""Whole plans in several styles, read as files are: clean ones, and faults planted in them.

They were written before the rules were tried on them; a rule has to find its fault in a plan
that it does not know, and must leave the plan alone where there is none.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from checks import check
from extract.files import plans_of
from schemas import Finding
from schemas.keys import words_key

FOLDER = Path(__file__).parent / "cases" / "plans"
PLANTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (FOLDER / "planted.yaml").read_text(encoding="utf-8")
)
FAULTS = [
    pytest.param(name, fault, id=f"{fault['rule']}: {name} {number}")
    for name, faults in PLANTED.items()
    for number, fault in enumerate(faults)
]


def findings(text: str, name: str) -> list[Finding]:
    return [finding for plan in plans_of(text.encode(), name) for finding in check(plan)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_clean_plan_is_left_alone(path: Path) -> None:
    found = findings(path.read_text(encoding="utf-8"), path.name)
    loud = [(f.rule, f.message) for f in found if f.severity != "note"]
    assert not loud


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_a_planted_fault_is_found(name: str, fault: dict[str, Any]) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert fault["old"] in text
    found = findings(text.replace(fault["old"], fault["new"], 1), name)
    of_rule = [f for f in found if f.rule == fault["rule"]]
    assert of_rule, [(f.rule, f.message) for f in found]
    before = {f.id for f in findings(text, name) if f.rule == fault["rule"]}
    touched = {
        key
        for finding in of_rule
        if finding.id not in before
        for piece in finding.evidence
        for key in words_key(piece.as_written).split()
    }
    assert not fault["new"] or touched & set(words_key(fault["new"]).split())
