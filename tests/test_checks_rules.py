"""Every rule against its cases: what it must report, and what it must leave alone."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_plan import build_plan

from checks import all_rules, check
from checks.registry import rule as rule_of
from checks.rule import HEADINGS, Rule
from schemas import Finding, Plan

CASES = Path(__file__).parent / "cases" / "checks"
FILES = sorted(CASES.glob("*.yaml"))
# Words of the rules' own messages that are written in capitals: forms of signing, of filing.
CAPITALS = {"KT", "TM", "VT", "III", "QH"}


def _load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _cases(group: str) -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in FILES
        for case in _load(path)[group]
    ]


def _plan(case: dict[str, Any], name: str) -> Plan:
    return build_plan(
        case["text"], case.get("record") or {}, case.get("file", name), **case.get("source", {})
    )


def _checked(code: str, case: dict[str, Any]) -> tuple[list[Finding], list[Plan]]:
    """What the rule finds in the plan of a case; that plan, and those above it."""
    above = [_plan(upper, f"tren-{i}.txt") for i, upper in enumerate(case.get("above", []))]
    plan = _plan(case, "ke-hoach.txt")
    found = check(plan, above, as_of=case.get("as_of"))
    return [f for f in found if f.rule == code], [plan, *above]


def _assert_sentence(words: str, known: str) -> None:
    """Words as an officer reads them: a sentence, with nothing that only the program knows."""
    own = re.sub("“[^”]*”", "“”", words)
    assert own[0] == own[0].upper(), words
    assert own.endswith("."), words
    assert not re.search(r"\.\.|  | [.,;]|None|XX|[{}<>]", own), words
    loud = {w for w in re.findall(r"[^\W\d_]{2,}", own) if w.isupper()} - CAPITALS
    assert not [w for w in loud if w not in known], words


def _assert_well_told(finding: Finding, case: dict[str, Any], plans: list[Plan]) -> None:
    """Both languages say it, and both sides are shown by words that stand where it points."""
    known, texts = str(case), {plan.id: plan.text for plan in plans}
    for words in (finding.message, finding.advice, finding.message_en, finding.advice_en):
        _assert_sentence(words, known)
    assert finding.message != finding.message_en
    assert finding.advice != finding.advice_en
    assert len(finding.evidence) >= 2
    assert finding.evidence[0].document == finding.document
    for shown in finding.evidence:
        assert shown.document or shown.source, shown
        assert shown.as_written or shown.span or shown.source, shown
        assert not re.search("None|XX", shown.as_written + (shown.source or "")), shown
        assert not re.fullmatch(r"(?=.* )[^\d]*", shown.source or "") or not shown.source.isupper()
        if shown.document and shown.span:
            text = texts[shown.document.id][shown.span.start : shown.span.end]
            assert " ".join(text.split()) == shown.as_written


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_fires(code: str, case: dict[str, Any]) -> None:
    found, plans = _checked(code, case)
    assert len(found) == case.get("findings", 1), [f.message for f in found]
    assert found[0].severity == case.get("severity", rule_of(code).severity)
    if "words" in case:
        assert case["words"] in found[0].evidence[0].as_written
    if "other" in case:
        assert any(case["other"] in e.as_written for e in found[0].evidence[1:])
    if "says" in case:
        assert case["says"] in found[0].message
        assert case["says"] in found[0].message_en
    for finding in found:
        _assert_well_told(finding, case, plans)


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_stays_silent(code: str, case: dict[str, Any]) -> None:
    found, _ = _checked(code, case)
    # Where a rule has more than one severity a case may forbid the louder ones only.
    loud = [f for f in found if f.severity not in case.get("allows", [])]
    assert not loud, [(f.message, [e.as_written for e in f.evidence]) for f in loud]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.code)
def test_is_exercised_both_ways(rule: Rule) -> None:
    path = CASES / f"{rule.code}.yaml"
    assert path.exists(), "no cases"
    cases = _load(path)
    assert len(cases["fires"]) >= 1
    assert len(cases["silent"]) >= 1
    names = [case["name"] for group in ("fires", "silent") for case in cases[group]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.code)
def test_is_documented_in_both_languages(rule: Rule) -> None:
    for heading in HEADINGS:
        for lang in ("vi", "en"):
            assert rule.documentation.get((lang, heading)), f"{lang} {heading}"


def test_codes_and_names_are_unique() -> None:
    codes = [r.code for r in all_rules()]
    names = [r.name for r in all_rules()]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {path.stem for path in FILES} <= {r.code for r in all_rules()}
