"""A record as the page shows it beside its text: groups of items, each with its place in the
text, its values and the fields that a person can correct."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kehoach.cli.output import day, days
from kehoach.cli.record_view import unit_words
from kehoach.i18n import _
from kehoach.web.passages import Mark
from kehoach.web.wording import FIELD_WORDS, KIND_WORDS
from schemas import Box, Document, Grounded, Period, Plan, Span, Task, TaskTime, Unit

_SIGNS = {">=": "≥", "<=": "≤", "=": "="}


@dataclass(frozen=True)
class Item:
    """`fields` are paths that can be corrected with the words that name them; `spans` are the
    places in the text, empty where the value is from elsewhere; `boxes` those on the pages."""

    id: str
    kind: str
    title: str
    notes: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    spans: tuple[Span, ...] = ()
    boxes: tuple[Box, ...] = ()
    label: str = ""
    when: str = ""
    doubtful: bool = False
    parts: tuple["Item", ...] = field(default=())


@dataclass(frozen=True)
class Group:
    """Items of one kind, under the words that people call it."""

    kind: str
    title: str
    items: tuple[Item, ...]


def groups_of(plan: Plan) -> list[Group]:
    """Everything of the record but the outline, as far as there is any."""
    found: Iterable[tuple[str, Iterator[Item]]] = (
        ("header", _header(plan.document)),
        ("task", (_task(task) for task in plan.tasks)),
        ("phase", _phases(plan)),
        ("target", _targets(plan)),
        ("citation", _citations(plan)),
        ("campaign", _campaigns(plan)),
        ("duty", _duties(plan)),
        ("anniversary", _anniversaries(plan)),
    )
    groups = [Group(kind, _(KIND_WORDS[kind]), tuple(items)) for kind, items in found]
    return [group for group in groups if group.items]


def marks_of(groups: Iterable[Group]) -> list[Mark]:
    """Where the items stand in the text."""
    marks: list[Mark] = []
    for group in groups:
        for item in group.items:
            for one in (item, *item.parts):
                label = f"{group.title}: {one.title[:80]}"
                marks += [Mark(s.start, s.end, one.id, one.kind, label) for s in one.spans]
    return marks


def _header(document: Document) -> Iterator[Item]:
    signer = document.signer
    values: Mapping[str, str | None] = {
        "kind": document.kind,
        "number": document.number,
        "issued_on": day(document.issued_on),
        "issuer": unit_words(document.issuer) if document.issuer else None,
        "place": document.place,
        "subject": document.subject,
        "period": document.period.label if document.period else None,
        "signer": " ".join(filter(None, (signer.capacity, signer.title, signer.name)))
        if signer
        else None,
    }
    wanted = ("number", "issued_on", "issuer", "subject")
    for name, value in values.items():
        if not value and name not in wanted:
            continue
        span = document.spans.get(name)
        path = f"document.{name}"
        correctable = name not in ("period", "signer")
        yield Item(
            path,
            "header",
            value or "–",
            (_("from context"),) if name in document.assumed else (),
            ((path, _(FIELD_WORDS[name])),) if correctable else (),
            (span,) if span else (),
            document.boxes.get(name, ()),
            _(FIELD_WORDS[name]),
            doubtful=not value,
        )


def _task(task: Task) -> Item:
    path = f"tasks[{task.id}]"
    notes = []
    if task.leads:
        notes.append(_("Leads: {units}").format(units=_units(task.leads)))
    if task.partners:
        notes.append(_("Takes part: {units}").format(units=_units(task.partners)))
    notes += _time_notes(task.time)
    return Item(
        task.id,
        "task",
        task.action,
        tuple(notes),
        _paths(path, "action", "time.start", "time.end", "leads", "partners"),
        places(task),
        task.boxes,
        when=when(task.time),
        doubtful=task.time.ambiguous,
    )


def when(time: TaskTime) -> str:
    """The time of a piece of work in few words."""
    if time.continuous:
        return _("all the time")
    if time.recurrence:
        return time.as_written or time.recurrence
    return days(time.start, time.end)


def _time_notes(time: TaskTime) -> Iterator[str]:
    if time.ambiguous:
        others = "; ".join(days(other.start, other.end) for other in time.alternatives)
        yield _("can be read as another time too") + (f": {others}" if others else "")
    if time.assumed:
        yield _("a part of the time is taken from the context")


def _phases(plan: Plan) -> Iterator[Item]:
    for phase in plan.phases:
        yield Item(
            phase.id,
            "phase",
            phase.label,
            fields=_paths(f"phases[{phase.id}]", "label", "start", "end"),
            spans=places(phase),
            boxes=phase.boxes,
            when=days(phase.start, phase.end),
        )


def _targets(plan: Plan) -> Iterator[Item]:
    for target in plan.targets:
        parts = (_SIGNS[target.comparison], target.value, target.unit, target.population)
        yield Item(
            target.id,
            "target",
            target.indicator,
            (" ".join(str(part) for part in parts if part is not None),),
            _paths(f"targets[{target.id}]", "value", "unit"),
            places(target),
            target.boxes,
            when=when(target.time) if target.time else "",
        )


def _citations(plan: Plan) -> Iterator[Item]:
    for citation in plan.citations:
        title = " ".join(filter(None, (citation.kind, citation.number)))
        dated = day(citation.issued_on) or str(citation.year or "")
        yield Item(
            citation.id,
            "citation",
            title,
            tuple(filter(None, (citation.subject, citation.provision))),
            _paths(f"citations[{citation.id}]", "number", "issued_on"),
            places(citation),
            citation.boxes,
            when=dated,
        )


def _campaigns(plan: Plan) -> Iterator[Item]:
    for campaign in plan.campaigns:
        mentions = tuple(mention.span for mention in campaign.mentions if mention.span)
        yield Item(
            campaign.id,
            "campaign",
            campaign.name,
            (campaign.kind,),
            _paths(f"campaigns[{campaign.id}]", "name"),
            places(campaign) + mentions,
            campaign.boxes,
            when=_period(campaign.period),
        )


def _duties(plan: Plan) -> Iterator[Item]:
    for duty in plan.duties:
        parts = tuple(
            Item(text.id, "duty", text.text, spans=places(text), boxes=text.boxes)
            for text in duty.duties
        )
        yield Item(
            duty.id,
            "duty",
            unit_words(duty.unit),
            spans=places(duty),
            boxes=duty.boxes,
            parts=parts,
        )


def _anniversaries(plan: Plan) -> Iterator[Item]:
    for one in plan.anniversaries:
        count = _("{n} years").format(n=one.count) if one.count is not None else ""
        dated = " – ".join(filter(None, (one.founded, one.celebrated)))
        yield Item(
            one.id,
            "anniversary",
            one.name,
            tuple(filter(None, (count, dated))),
            _paths(f"anniversaries[{one.id}]", "count"),
            places(one),
            one.boxes,
        )


def places(item: Grounded) -> tuple[Span, ...]:
    """Where an item stands, all its parts."""
    return item.spans or ((item.span,) if item.span else ())


def _paths(base: str, *names: str) -> tuple[tuple[str, str], ...]:
    return tuple((f"{base}.{name}", _(FIELD_WORDS[name.rpartition(".")[2]])) for name in names)


def _units(units: Iterable[Unit]) -> str:
    return "; ".join(unit_words(unit) for unit in units)


def _period(period: Period | None) -> str:
    return period.label if period else ""
