"""The pages of the rules are what the rules say."""

import re
from pathlib import Path

import pytest
from shared import shared_folder

from checks import all_rules
from checks.documentation import pages
from checks.reference.tables import rows

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def test_pages_are_fresh() -> None:
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert there == wanted, "run `python -m checks.documentation docs/rules`"


def test_every_rule_has_a_page_in_both_languages() -> None:
    for rule in all_rules():
        text = pages()[f"{rule.code}-{rule.name}.md"]
        assert "## Tiếng Việt" in text
        assert "## English" in text
        assert rule.title.vi in text
        assert rule.title.en in text


def test_every_check_of_the_catalogue_is_made_or_left_out_with_a_reason() -> None:
    built = {rule.code for rule in all_rules()}
    left = {row["code"]: row for row in rows("left_out")}
    assert not built & set(left)
    assert all(row["why_vi"] and row["why_en"] for row in left.values())
    text = pages()["left_out.md"]
    assert all(f"| {code} |" in text for code in left)
    shared = shared_folder()
    catalogue = shared / "domain" / "check_catalogue.md" if shared else None
    if catalogue is None or not catalogue.exists():
        pytest.skip("the catalogue is not beside the project")
    wanted = set(
        re.findall(r"^\*\*([A-K]\d\d) ", catalogue.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert wanted - built == set(left)
