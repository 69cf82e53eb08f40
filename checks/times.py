"""Times (thời gian) of tasks: where their words stand."""

import re

from checks.case import Case
from checks.fault import Passage
from checks.words import keys_of
from schemas import Plan, Span, Task

_NEAR = 160  # characters around a task in which its time may be printed


def time_span(plan: Plan, task: Task) -> Span | None:
    """Where the words of a task's time stand in the plan's text, near the task."""
    words = task.time.as_written
    if not words or task.span is None:
        return None
    for first, last in (
        (task.span.start, task.span.end),
        (max(task.span.start - _NEAR, 0), task.span.end + _NEAR),
    ):
        at = plan.text.find(words, first, last)
        if at >= 0:
            return Span(start=at, end=at + len(words))
    return _wrapped(plan, words, max(task.span.start - _NEAR, 0), task.span.end + _NEAR)


def _wrapped(plan: Plan, words: str, first: int, last: int) -> Span | None:
    """Where words stand whose spaces are line ends: `trước ngày` above `14/10/2026`."""
    loose = re.compile(r"\s+".join(map(re.escape, words.split())))
    m = loose.search(plan.text, first, last)
    return Span(start=m.start(), end=m.end()) if m else None


def time_passage(case: Case, task: Task, plan: Plan | None = None) -> Passage:
    """The words of a task's time, or those of the task itself where they stand apart."""
    owner = plan or case.plan
    span = time_span(owner, task)
    if span is None:
        span = task.span
    if span is None:
        return Passage(task.time.as_written or task.action[:80], None, owner)
    end = min(span.end, span.start + 120)
    return Passage(" ".join(owner.text[span.start : end].split()), Span(start=span.start, end=end),
                   owner, boxes=task.boxes)  # fmt: skip


def action_keys(task: Task) -> tuple[str, ...]:
    """The words of a task's action as they are compared."""
    return keys_of(task.action)
