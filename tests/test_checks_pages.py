"""The pages of the rules are what the rules say."""

from pathlib import Path

from checks import all_rules
from checks.documentation import pages

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
