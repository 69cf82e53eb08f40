"""Rule (quy tắc kiểm tra): one fault that can be looked for, and how it explains itself."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from checks.case import Case
from checks.fault import Fault, Text
from schemas import Severity

Find = Callable[[Case], Iterable[Fault]]
Heading = Literal["what", "why", "example", "action", "source"]

HEADINGS: dict[Heading, Text] = {
    "what": Text("Kiểm tra gì", "What it checks"),
    "why": Text("Vì sao", "Why"),
    "example": Text("Ví dụ", "Example"),
    "action": Text("Cần làm", "What to do"),
    "source": Text("Căn cứ", "Legal source"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the catalogue.

    `name` and `documentation` are filled by the registry from the module that holds the rule.
    `severity` is the highest that it gives. A finding is dropped where one of the rules in
    `yields_to` reports the same words: one cause, one finding. `letters` is true for rules
    that rest on single letters or digits, which recognition of scans gets wrong; `plans_only`
    for those that ask of a plan what a law or a letter need not have.
    """

    code: str
    severity: Severity
    title: Text
    find: Find
    yields_to: tuple[str, ...] = ()
    letters: bool = False
    plans_only: bool = False
    name: str = ""
    documentation: dict[tuple[str, Heading], str] = field(default_factory=dict)

    def explain(self, lang: Literal["vi", "en"], heading: Heading) -> str:
        """One part of its documentation in one language."""
        return self.documentation[lang, heading]


def read_documentation(docstring: str) -> dict[tuple[str, Heading], str]:
    """The parts of a rule module's docstring by language and heading.

    Each part is a paragraph that begins with its heading and a colon: `Why: …`, `Vì sao: …`.
    """
    found: dict[tuple[str, Heading], str] = {}
    labels = {
        name: (lang, heading)
        for heading, text in HEADINGS.items()
        for lang, name in (("vi", text.vi), ("en", text.en))
    }
    parts = re.split(rf"^({'|'.join(labels)}): ", docstring, flags=re.MULTILINE)
    for label, words in zip(parts[1::2], parts[2::2], strict=True):
        found[labels[label]] = " ".join(words.split())
    return found
