"""Findings and people's verdicts on them; verdicts hang on the finding's stable id."""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import datetime as dt
import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schemas import Finding, Severity, Status
from store import documents, log
from store.about import Value, clauses_of
from store.errors import NotFound
from store.moments import stamp

_ORDER: dict[Severity, int] = {"error": 0, "warn": 1, "note": 2}
_BY_ORDER = {order: severity for severity, order in _ORDER.items()}


@dataclass(frozen=True)
class FindingFilter:
    """What is asked for; `None` means any. `document` is an id, `office` words of the name of
    who issued the plan, `level` that office's level, `field` words of the plan's subject or
    its issuer's name, `label` a label of the plan written in any way."""

    rule: str | None = None
    severity: Severity | None = None
    document: str | None = None
    status: Status | None = None
    limit: int | None = None
    offset: int = 0
    office: str | None = None
    level: str | None = None
    field: str | None = None
    label: str | None = None


@dataclass(frozen=True)
class Verdict:
    """What a person decided on a finding."""

    finding: str
    status: Status
    reason: str | None
    who: str
    at: str


def save_findings(
    connection: sqlite3.Connection, document_id: str, findings: Sequence[Finding]
) -> None:
    """Put these in place of the document's findings; verdicts stay with their ids."""
    doc = documents.number_of(connection, document_id)
    connection.execute("DELETE FROM findings WHERE doc = ?", (doc,))
    connection.executemany(
        """INSERT INTO findings (id, doc, position, rule, name, severity, severity_order, message,
          advice, message_en, advice_en, evidence, count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                one.id,
                doc,
                position,
                one.rule,
                one.name,
                one.severity,
                _ORDER[one.severity],
                one.message,
                one.advice,
                one.message_en,
                one.advice_en,
                json.dumps([each.model_dump(mode="json") for each in one.evidence],
                           ensure_ascii=False),
                one.count,
            )
            for position, one in enumerate(findings)
        ],
    )  # fmt: skip


_FINDINGS = """SELECT f.*, d.id AS document, d.name AS file, coalesce(v.status, 'open') AS status
  FROM findings f JOIN documents d USING (doc) LEFT JOIN verdicts v ON v.finding = f.id """


_DECIDED = """SELECT x.rowid FROM verdicts v CROSS JOIN findings x ON x.id = v.finding
  WHERE v.status"""
_IS_OPEN = f"f.rowid NOT IN ({_DECIDED} <> 'open')"
_HAS_STATUS = f"f.rowid IN ({_DECIDED} = :status)"


def find_findings(connection: sqlite3.Connection, wanted: FindingFilter) -> list[Finding]:
    """The findings that a filter asks for, the gravest first, then in order of documents."""
    where, values = _where(connection, wanted)
    # First which ones, by an index alone where there is one; then the rows of just these.
    numbers = connection.execute(
        f"""SELECT f.rowid FROM {_findings(wanted)} {where}
        ORDER BY f.severity_order, f.doc, f.position LIMIT :limit OFFSET :offset""",
        {
            **values,
            "limit": -1 if wanted.limit is None else wanted.limit,
            "offset": wanted.offset,
        },
    )
    rows = connection.execute(
        _FINDINGS
        + """WHERE f.rowid IN (SELECT value FROM json_each(?))
        ORDER BY f.severity_order, f.doc, f.position""",
        (json.dumps([row[0] for row in numbers]),),
    )
    return [_finding(row) for row in rows]


def _findings(wanted: FindingFilter) -> str:
    """The table with the index that has all a list is made of, unless a narrower one is meant:
    left to itself SQLite looks into the row of each finding."""
    narrow = wanted.document is not None or wanted.rule is not None
    return "findings f" if narrow else "findings f INDEXED BY findings_severity"


def count_findings(
    connection: sqlite3.Connection, wanted: FindingFilter
) -> dict[tuple[Severity, Status], int]:
    """How many there are of each severity and status."""
    where, values = _where(connection, replace(wanted, status=None))
    # Of most findings nobody has said a word: all are counted by an index alone, and the few
    # with a verdict are found from their verdicts.
    counts: Counter[tuple[Severity, Status]] = Counter()
    by = "+f.severity_order" if wanted.rule else "f.severity_order"  # + leaves the rule's index
    for order, count in connection.execute(
        f"SELECT {by}, count(*) FROM {_findings(wanted)} {where} GROUP BY 1", values
    ):
        counts[_BY_ORDER[order], "open"] = count
    for order, status, count in connection.execute(
        f"""SELECT f.severity_order, v.status, count(*) FROM verdicts v
        CROSS JOIN findings f ON f.id = v.finding {where} GROUP BY 1, 2""",
        values,
    ):
        counts[_BY_ORDER[order], "open"] -= count
        counts[_BY_ORDER[order], status] += count
    return {
        which: count
        for which, count in counts.items()
        if count and wanted.status in (None, which[1])
    }


def open_by_document(
    connection: sqlite3.Connection, document_ids: Sequence[str]
) -> dict[str, Counter[Severity]]:
    """How many open ones of each severity each of these documents has."""
    counts: dict[str, Counter[Severity]] = {one: Counter() for one in document_ids}
    for document, severity, count in connection.execute(
        """SELECT d.id, f.severity, count(*) FROM json_each(?) asked
        JOIN documents d ON d.id = asked.value JOIN findings f USING (doc)
        LEFT JOIN verdicts v ON v.finding = f.id
        WHERE coalesce(v.status, 'open') = 'open' GROUP BY 1, 2""",
        (json.dumps(list(counts)),),
    ):
        counts[document][severity] = count
    return counts


def _where(connection: sqlite3.Connection, wanted: FindingFilter) -> tuple[str, dict[str, Value]]:
    """Only what is asked for, so that its index is used."""
    of_plans = clauses_of(
        connection,
        "f.doc",
        field=wanted.field,
        office=wanted.office,
        level=wanted.level,
        label=wanted.label,
    )
    if of_plans is None:  # an office that nobody knows
        return "WHERE 0", {}
    clauses, values = of_plans
    if wanted.document is not None:
        clauses.append("f.doc = :doc")
        values["doc"] = documents.number_of(connection, wanted.document)
    if wanted.rule is not None:
        clauses.append("f.rule = :rule")
        values["rule"] = wanted.rule
    if wanted.severity is not None:
        clauses.append("f.severity_order = :severity")
        values["severity"] = _ORDER[wanted.severity]
    if wanted.status is not None:
        clauses.append(_IS_OPEN if wanted.status == "open" else _HAS_STATUS)
        values["status"] = wanted.status
    return "WHERE " + " AND ".join(clauses) if clauses else "", values


def _finding(row: sqlite3.Row) -> Finding:
    return Finding.model_validate(
        {
            "document": {"id": row["document"], "name": row["file"]},
            "evidence": json.loads(row["evidence"]),
            **{
                key: row[key]
                for key in (
                    "id", "rule", "name", "severity", "message", "advice", "message_en",
                    "advice_en", "status", "count",
                )
            },
        }
    )  # fmt: skip


def find_finding(connection: sqlite3.Connection, finding: str) -> Finding:
    """One finding by its id; raises `NotFound`."""
    row = connection.execute(_FINDINGS + "WHERE f.id = ?", (finding,)).fetchone()
    if row is None:
        raise NotFound(
            "There is no finding {id}.", "kehoach check lists the findings and their ids.",
            id=finding,
        )  # fmt: skip
    return _finding(row)


def decide(
    connection: sqlite3.Connection,
    finding: str,
    status: Status,
    *,
    reason: str | None,
    who: str,
    at: dt.datetime,
) -> Finding:
    """A person's verdict; a dismissal needs a reason. Gives the finding as it is now."""
    before = find_finding(connection, finding)
    if status == "dismissed" and not (reason or "").strip():
        raise ValueError("a dismissal needs a reason")
    connection.execute(
        """INSERT INTO verdicts (finding, status, reason, who, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET status = excluded.status, reason = excluded.reason,
          who = excluded.who, at = excluded.at""",
        (finding, status, reason, who, stamp(at)),
    )
    log.add(
        connection, at, who, "verdict", before.document.id,
        finding=finding, rule=before.rule, was=before.status, status=status, why=reason,
    )  # fmt: skip
    return find_finding(connection, finding)


def verdict_on(connection: sqlite3.Connection, finding: str) -> Verdict | None:
    """The last verdict on a finding, also of one that is gone for now."""
    row = connection.execute(
        "SELECT finding, status, reason, who, at FROM verdicts WHERE finding = ?", (finding,)
    ).fetchone()
    return None if row is None else Verdict(*row)
