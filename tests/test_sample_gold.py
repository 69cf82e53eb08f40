"""The gold records of the samples: valid, and true to the words of their samples."""

import contextlib
import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import collect_gold
import pytest
from sample_words import located, text

from schemas import Duty, DutyText, Plan, Source, Unit

Gold = dict[str, Any]
Value = tuple[str, str | None, int]  # what it is, its words, how many breaks they may have
SAMPLES = collect_gold.SAMPLES
SLUGS = sorted(path.parent.name for path in SAMPLES.glob("*/*.gold.json"))
# What gold records say to the scorer and to readers, and the record itself does not know.
FOR_SCORING = re.compile(r"optional|note|unscored|\w+_unscored")
GROUPS = (
    "outline", "citations", "campaigns", "phases", "tasks", "duties", "anniversaries", "targets",
)  # fmt: skip


@cache
def gold(slug: str) -> Gold:
    return json.loads((SAMPLES / slug / f"{slug}.gold.json").read_text("utf-8"))


def record_of(value: Any) -> Any:
    """A gold value without its words to the scorer; duties' texts as objects."""
    if isinstance(value, list):
        return [record_of(v) for v in value]
    if isinstance(value, dict):
        return {k: record_of(v) for k, v in value.items() if not FOR_SCORING.fullmatch(k)}
    return value


def plan_of(slug: str) -> Plan:
    record = record_of(gold(slug))
    record["duties"] = [
        Duty(unit=d["unit"], duties=tuple(DutyText(text=words) for words in d["duties"]))
        for d in record["duties"]
    ]
    return Plan(source=Source(name=slug, sha256=""), text="", **record)


def units(plan: Plan) -> Iterator[Unit]:
    for task in plan.tasks:
        yield from (*task.leads, *task.partners)
    yield from (duty.unit for duty in plan.duties)
    yield from (citation.issuer for citation in plan.citations if citation.issuer)
    yield from (unit for unit in (plan.document.issuer, plan.document.parent) if unit)


DAY = re.compile(
    r"(?P<before>trước\s+(?:ngày\s+)?)?(?:(?P<first>\d{1,2})\s+đến ngày\s+)?"
    r"(?P<day>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})(?!\d)"
    r"(?:\s*(?:/|năm)\s*(?P<year>\d{4}))?",
    re.IGNORECASE,
)


def days_printed(slug: str) -> set[dt.date]:
    """Every day that the text prints, by the plan's year where none stands; for `trước ngày
    15/6` the day before, the last one for a task."""
    period = plan_of(slug).document.period
    year = period.start.year if period and period.start else 2025
    days = set()
    for match in DAY.finditer(text(slug)):
        with contextlib.suppress(ValueError):  # a planted 31/4 is no day
            day = dt.date(int(match["year"] or year), int(match["month"]), int(match["day"]))
            days.add(day - dt.timedelta(days=1) if match["before"] else day)
            if match["first"]:  # từ ngày 23 đến ngày 28 tháng 02
                days.add(day.replace(day=int(match["first"])))
    return days


@pytest.mark.parametrize("slug", SLUGS)
def test_gold_is_a_record(slug: str) -> None:
    plan = plan_of(slug)
    assert plan.contract == "1"
    assert set(gold(slug)) == {"contract", "document", *GROUPS}


def header_values(plan: Plan) -> Iterator[Value]:
    document = plan.document
    yield "subject", document.subject, 2
    yield "place", document.place, 0
    if document.signer:
        yield "signer", document.signer.name, 0
        yield "post", document.signer.title, 0
    for recipient in document.recipients:
        yield "recipient", recipient.name, 0
        yield "purpose", recipient.purpose, 0


def item_values(plan: Plan) -> Iterator[Value]:
    for campaign in plan.campaigns:
        yield "campaign", campaign.name, 0
        yield from (("mention", mention.as_written, 0) for mention in campaign.mentions)
    for duty in plan.duties:
        yield from (("duty", words.text, 0) for words in duty.duties)
    for target in plan.targets:
        yield "target", target.indicator, 2
        yield "population", target.population, 0
    yield from (("heading", heading.title, 0) for heading in plan.outline)
    yield from (("citation", citation.subject, 0) for citation in plan.citations)
    yield from (("phase", phase.label, 0) for phase in plan.phases)
    yield from (("task", task.action, 2) for task in plan.tasks)
    yield from (("anniversary", anniversary.name, 0) for anniversary in plan.anniversaries)


def unit_values(plan: Plan) -> Iterator[Value]:
    """Names without their place stand around it: `Văn phòng … UBND xã <place>`."""
    for unit in units(plan):
        yield "unit", unit.name, 1
        yield "area", unit.area, 0
        yield from (("member", member, 1) for member in unit.members)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_value_stands_in_the_text(slug: str) -> None:
    plan = plan_of(slug)
    values = (*header_values(plan), *item_values(plan), *unit_values(plan))
    lost = [
        f"{kind}: {value}"
        for kind, value, gaps in values
        if value and not located(value, slug, gaps)
    ]
    assert lost == []


def numbers_lost(plan: Plan, words: str) -> list[str]:
    """Document numbers whose characters, separators apart, do not stand in the text."""
    bare = re.sub(r"[\s/–-]", "", words)
    numbers = [plan.document.number, *(citation.number for citation in plan.citations)]
    return [n for n in numbers if n and re.sub(r"[/-]", "", n) not in bare]


def days_lost(plan: Plan, printed: set[dt.date]) -> list[str]:
    """Days of citations and of tasks that are not printed."""
    days = [(str(c.number), c.issued_on) for c in plan.citations]
    for task in plan.tasks:
        if task.time.precision == "day" and not task.time.assumed:
            days += [(task.action, task.time.start), (task.action, task.time.end)]
    return [f"{what}: {day}" for what, day in days if day and day not in printed]


def figures_lost(plan: Plan, words: str) -> list[str]:
    """Targets whose figure is not printed; `không` stands for 0."""
    plain = re.sub(r"(?<=\d)\.(?=\d{3})", "", words)
    figures = [(t.indicator, f"{t.value:g}".replace(".", ",")) for t in plan.targets if t.value]
    return [f"{what}: {n}" for what, n in figures if not re.search(rf"(?<!\d)0?{n}(?!\d)", plain)]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_and_day_is_printed(slug: str) -> None:
    plan, words = plan_of(slug), text(slug)
    assert numbers_lost(plan, words) == []
    assert days_lost(plan, days_printed(slug)) == []
    assert figures_lost(plan, words) == []
