"""Fault (lỗi): what a rule says about a plan, before it becomes a finding."""

from dataclasses import dataclass

from schemas import Box, Plan, Severity, Span


@dataclass(frozen=True, slots=True)
class Text:
    """One message in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words behind a fault and where they stand.

    `plan` is the document that they are in, `None` for a row of the reference data or a rule
    of form; `source` then says where it is from. `words` may be empty where something is
    absent: `span` marks the place where it should stand.
    """

    words: str
    span: Span | None = None
    plan: Plan | None = None
    source: str | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One cause, with both sides' passages; the first stands in the plan that is checked.

    `severity` is set where the rule has two; `count` is the number of places that share the
    cause, all of them among the passages.
    """

    message: Text
    advice: Text
    passages: tuple[Passage, ...]
    severity: Severity | None = None
    count: int = 1
