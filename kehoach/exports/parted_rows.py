"""What a database is as tables for Parquet: the columns of each, and the rows of a document."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from checks.reference.provinces import province_named
from schemas import Plan
from store import Store
from store.parcel import Parcel

Name = Literal["documents", "tasks", "citations", "findings"]
NAMES: tuple[Name, ...] = get_args(Name)

Cell = str | int | float | bool | bytes | dt.date | dt.datetime | list[str] | None
Row = dict[str, Cell]

# Columns of each table: text, date, count, yes, words (a list), moment, bytes.
COLUMNS: Mapping[Name, Mapping[str, str]] = {
    "documents": {
        "id": "text", "name": "text", "status": "text", "kind": "text", "number": "text",
        "issuer": "text", "area": "text", "level": "text", "issued_on": "date", "subject": "text",
        "period_start": "date", "period_end": "date", "signer": "text", "pages": "count",
        "read_by": "text", "stored_at": "moment", "path": "text", "tasks": "count",
        "citations": "count", "findings": "count", "text": "text", "record": "text",
        "known": "text", "original": "bytes",
    },
    "tasks": {
        "document": "text", "item": "text", "action": "text", "leads": "words",
        "partners": "words", "start_on": "date", "end_on": "date", "precision": "text",
        "recurrence": "text", "continuous": "yes", "ambiguous": "yes", "section": "text",
        "as_written": "text",
    },
    "citations": {
        "document": "text", "item": "text", "role": "text", "kind": "text", "number": "text",
        "issued_on": "date", "cited_year": "count", "issuer": "text", "subject": "text",
        "resolution": "text", "target": "text", "as_written": "text",
    },
    "findings": {
        "document": "text", "id": "text", "rule": "text", "name": "text", "severity": "text",
        "status": "text", "count": "count", "message": "text", "message_en": "text",
        "whole": "text",
    },
}  # fmt: skip


def year_of(plan: Plan) -> int | None:
    """The year of a document's partition: of its issue, else the first that it is for."""
    issued, period = plan.document.issued_on, plan.document.period
    if issued is not None:
        return issued.year
    return period.start.year if period and period.start else None


def province_of(plan: Plan) -> str | None:
    """The province of a document's partition, by the name that it had then: its issuer's place
    where that is one, else the place of the body above."""
    issuer, parent = plan.document.issuer, plan.document.parent
    for unit in (issuer, parent):
        if unit is None or not unit.area:
            continue
        found = province_named(unit.area)
        if found is not None:
            return found.name
        if unit.level in ("province", "province-department"):
            return unit.area
    found = province_named(plan.document.place or "")
    return found.name if found else None


def rows_of(parcel: Parcel, plan: Plan, status: str, store: Store) -> Iterator[tuple[Name, Row]]:
    """The rows of one document in all tables; `plan` has people's corrections applied."""
    links = store.citation_links(plan.id)
    yield "documents", _document(parcel, plan, status, len(links))
    for task in plan.tasks:
        time = task.time
        yield "tasks", {
            "document": plan.id, "item": task.id, "action": task.action,
            "leads": [unit.name for unit in task.leads],
            "partners": [unit.name for unit in task.partners],
            "start_on": time.start, "end_on": time.end, "precision": time.precision,
            "recurrence": time.recurrence, "continuous": time.continuous,
            "ambiguous": time.ambiguous, "section": task.section, "as_written": task.as_written,
        }  # fmt: skip
    for link in links:
        yield "citations", {
            "document": plan.id, "item": link.item, "role": link.role, "kind": link.kind,
            "number": link.number, "issued_on": link.issued_on, "cited_year": link.year,
            "issuer": link.issuer, "subject": link.subject, "resolution": link.resolution,
            "target": link.target.id if link.target else None, "as_written": link.as_written,
        }  # fmt: skip
    for one in parcel.findings:
        yield "findings", {
            "document": plan.id, "id": one.id, "rule": one.rule, "name": one.name,
            "severity": one.severity, "status": one.status, "count": one.count,
            "message": one.message, "message_en": one.message_en, "whole": one.model_dump_json(),
        }  # fmt: skip


def _document(parcel: Parcel, plan: Plan, status: str, citations: int) -> Row:
    document, source = plan.document, plan.source
    issuer, period = document.issuer, document.period
    return {
        "id": plan.id, "name": plan.name, "status": status, "kind": document.kind,
        "number": document.number, "issuer": issuer.name if issuer else None,
        "area": issuer.area if issuer else None, "level": issuer.level if issuer else None,
        "issued_on": document.issued_on, "subject": document.subject,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "signer": document.signer.name if document.signer else None, "pages": source.pages,
        "read_by": source.read_by, "stored_at": parcel.at, "path": parcel.path,
        "tasks": len(plan.tasks), "citations": citations, "findings": len(parcel.findings),
        "text": plan.text, "record": parcel.plan.model_dump_json(exclude={"text"}),
        "known": _known(parcel), "original": parcel.original,
    }  # fmt: skip


def _known(parcel: Parcel) -> str | None:
    """What people said of the document, as JSON: it comes along, and needs no table."""
    said = {
        "corrections": [dataclasses.asdict(one) for one in parcel.corrections],
        "verdicts": [dataclasses.asdict(one) for one in parcel.verdicts],
        "word": dataclasses.asdict(parcel.word) if parcel.word else None,
    }
    return json.dumps(said, ensure_ascii=False) if any(said.values()) else None
