"""Case (hồ sơ kiểm tra): what a rule is given, a plan and all that it is compared with."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checks.fault import Passage
from checks.folded import Folded, fold
from checks.of_plan import once_for_each_plan
from checks.register import Register
from schemas import Citation, Grounded, Period, Plan, Span

OPENING = ("basis", "implements", "continues")


@dataclass(frozen=True, eq=False)
class Case:
    """`above` are plans that may stand above `plan`; `as_of` overrides the plan's own day.

    Two cases are never equal: what several rules need is worked out once for each.
    """

    plan: Plan
    above: tuple[Plan, ...]
    register: Register
    as_of: dt.date | None = None

    @cached_property
    def folded(self) -> Folded:
        """The plan's text in paragraphs of single-spaced words."""
        return _folded(self.plan)

    @property
    def text(self) -> str:
        """`folded.text`, which the patterns of rules run over."""
        return self.folded.text

    @cached_property
    def keys(self) -> str:
        """The keys of all words, each with a space on both sides: to ask whether words occur."""
        return f" {' '.join(word.key for word in self.folded.words)} "

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The indexes of every word's key among the words."""
        places: dict[str, list[int]] = {}
        for i, word in enumerate(self.folded.words):
            places.setdefault(word.key, []).append(i)
        return places

    def find_key(self, key: str) -> Iterator[tuple[int, int]]:
        """Where words of that key stand in the folded text, case and punctuation aside."""
        if f" {key} " not in self.keys:
            return
        wanted = key.split()
        words = self.folded.words
        for i in self._places.get(wanted[0], ()):
            found = words[i : i + len(wanted)]
            if [w.key for w in found] == wanted:
                yield found[0].start, found[-1].end

    @property
    def issued_on(self) -> dt.date | None:
        """The printed day of issue."""
        return self.plan.document.issued_on

    @property
    def period(self) -> Period | None:
        """What the plan is for, with both its days, or `None`."""
        period = self.plan.document.period
        return period if period and period.start and period.end else None

    @cached_property
    def not_before(self) -> dt.date | None:
        """The first day on which the plan can have been issued: its own, or its latest basis'."""
        if self.issued_on:
            return self.issued_on
        cited = [c.issued_on for c in self.basis if c.issued_on]
        return max(cited, default=None)

    @cached_property
    def day(self) -> dt.date | None:
        """The day that decides what was in force: `as_of`, or the day of issue, or a guess.

        Without a printed day it is the first day on which the plan can have been issued, or the
        start of its period where that is later.
        """
        if self.as_of or self.issued_on:
            return self.as_of or self.issued_on
        known = [self.not_before, self.period.start if self.period else None]
        return max((d for d in known if d), default=None)

    @cached_property
    def basis(self) -> tuple[Citation, ...]:
        """The citations of the opening paragraphs: what the plan rests on or carries out."""
        return tuple(c for c in self.plan.citations if c.role in OPENING)

    @property
    def is_plan(self) -> bool:
        """Whether it sets out work, as far as its kind is known: no law, decision or letter."""
        return self.plan.document.kind in (
            None,
            "Kế hoạch",
            "Chương trình",
            "Phương án",
            "Hướng dẫn",
        )

    @property
    def scanned(self) -> bool:
        """Whether the words come from recognition, so that a wrong letter may not be theirs."""
        return self.plan.source.read_by in ("ocr", "pdf-mixed")

    @cached_property
    def body_end(self) -> int:
        """Where in the folded text the recipients begin, or its end."""
        recipients = [r.span for r in self.plan.document.recipients if r.span]
        if recipients:
            return self.folded.at(min(span.start for span in recipients))
        at = self.text.rfind("\nNơi nhận")
        return at if at > 0 else len(self.text)

    @cached_property
    def opening_end(self) -> int:
        """Where in the folded text the first heading begins, or 0 without one."""
        spans = [h.span for h in self.plan.outline if h.span and h.number]
        return self.folded.at(min(span.start for span in spans)) if spans else 0

    def here(self, start: int, end: int) -> Passage:
        """The words `text[start:end]` of the folded text as a passage of this plan."""
        span = self.folded.span(start, end)
        return Passage(_flat(self.plan.text[span.start : span.end]), span, self.plan)

    def within(self, item: Grounded) -> tuple[int, int]:
        """The stretch of the folded text that an item of the record was read from."""
        if item.span is None:
            return 0, 0
        return self.folded.at(item.span.start), self.folded.at(item.span.end)

    def item(self, item: Grounded) -> Passage:
        """The words of an item of this plan's record."""
        return passage_of(self.plan, item)

    def head(self) -> Passage:
        """The words that say what the plan is about: where what is missing should stand."""
        subject = self.field("subject")
        if subject.words:
            return subject
        if self.basis:
            return self.item(self.basis[0])
        end = self.text.find("\n")
        return self.here(0, min(end if end > 0 else len(self.text), 80))

    def field(self, name: str) -> Passage:
        """The words of a field of the header or footer; empty where it has no place."""
        span = self.plan.document.spans.get(name)
        if span is None:
            return Passage("", Span(start=0, end=0), self.plan)
        return Passage(_flat(self.plan.text[span.start : span.end]), span, self.plan)


@once_for_each_plan
def _folded(plan: Plan) -> Folded:
    return fold(plan.text)


def passage_of(plan: Plan, item: Grounded) -> Passage:
    """The words of an item of any plan's record, with its boxes."""
    words = item.as_written
    if item.span and not words:
        words = plan.text[item.span.start : item.span.end]
    return Passage(_flat(words), item.span, plan, boxes=item.boxes)


def rule_of_form(words: str, source: str) -> Passage:
    """The other side of a rule of form: what the rule asks for, and which rule it is."""
    return Passage(words, source=source)


def _flat(words: str) -> str:
    return " ".join(words.split())


def open_case(
    plan: Plan, above: Sequence[Plan], register: Register, as_of: dt.date | None = None
) -> Case:
    """A case without the plan itself among those above it."""
    return Case(plan, tuple(p for p in above if p.id != plan.id), register, as_of)
