"""Findings are replaced as a whole; verdicts hang on their ids and outlive them."""

import pytest
from stored import AT, LATER, plan, put

from schemas import DocumentRef, Evidence, Finding, Span
from store import open_store
from store.errors import NotFound
from store.findings import FindingFilter


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


def finding(document, name, severity="error", rule="E01", **more):
    return Finding(
        id=f"{document}-{name}",
        rule=rule,
        name=name,
        severity=severity,
        document=DocumentRef(id=document, name="ke-hoach.txt"),
        message="Số năm kỷ niệm sai",
        advice="Sửa lại",
        message_en="Wrong count",
        advice_en="Correct it",
        evidence=(Evidence(as_written="30 năm", span=Span(start=1, end=7)),),
        **more,
    )


@pytest.fixture
def document(store):
    return put(store, plan(number="12/KH-SYT")).document_id


def test_come_back_as_they_were(store, document):
    found = [finding(document, "a"), finding(document, "b", "note", "B01", count=3)]
    store.save_findings(document, found)
    assert store.findings() == found
    store.save_findings(document, found)
    assert store.findings() == found


def test_filters_and_order(store, document):
    other = put(store, plan(number="13/KH-SYT", name="b.txt")).document_id
    store.save_findings(
        document, [finding(document, "note", "note"), finding(document, "warn", "warn")]
    )
    store.save_findings(other, [finding(other, "error", rule="B01")])
    assert [one.severity for one in store.findings()] == ["error", "warn", "note"]
    for wanted, names in (
        (FindingFilter(rule="B01"), ["error"]),
        (FindingFilter(severity="warn"), ["warn"]),
        (FindingFilter(document=document), ["warn", "note"]),
        (FindingFilter(status="dismissed"), []),
        (FindingFilter(limit=1, offset=1), ["warn"]),
    ):
        assert [one.name for one in store.findings(wanted)] == names
    assert store.count_findings(FindingFilter(document=document)) == {
        ("note", "open"): 1, ("warn", "open"): 1,
    }  # fmt: skip


def test_verdict_outlives_the_finding(store, document):
    one = finding(document, "a")
    store.save_findings(document, [one])
    say = {"reason": "đã hỏi lại", "who": "Lan", "at": AT}
    assert store.decide(one.id, "dismissed", **say).status == "dismissed"
    store.save_findings(document, [])
    assert store.findings() == []
    store.save_findings(document, [one])
    assert [each.status for each in store.findings()] == ["dismissed"]
    assert store.verdict(one.id).reason == "đã hỏi lại"
    assert store.decide(one.id, "open", reason=None, who="Minh", at=LATER).status == "open"
    assert [entry.what for entry in store.log()][:2] == ["verdict", "verdict"]
    view = store.connection.execute("SELECT finding FROM open_findings").fetchall()
    assert [row[0] for row in view] == [one.id]


def test_what_is_refused(store, document):
    one = finding(document, "a")
    store.save_findings(document, [one])
    with pytest.raises(ValueError, match="reason"):
        store.decide(one.id, "dismissed", reason=" ", who="Lan", at=AT)
    with pytest.raises(NotFound):
        store.decide("nothing", "accepted", reason=None, who="Lan", at=AT)
    with pytest.raises(NotFound):
        store.save_findings("nothing", [])
    assert store.findings() == [one]
