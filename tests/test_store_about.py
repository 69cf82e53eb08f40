"""Plans told by their field of work, their office and its level: for deadlines and findings."""

import datetime as dt
from collections import Counter

import pytest
from stored import plan, put

from schemas import DocumentRef, Finding
from store import open_store
from store.deadlines import DeadlineFilter
from store.findings import FindingFilter

PLANS = (
    ("Sở Giáo dục và Đào tạo|Bình Giang|province-department", "phòng, chống đuối nước"),
    ("Ủy ban nhân dân tỉnh|Bình Giang|province", "phát triển giáo dục mầm non"),
    ("Sở Y tế|Bình Giang|province-department", "phòng, chống dịch bệnh"),
    ("Sở Y tế|An Khê|province-department", "tiêm chủng mở rộng"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("about") / "plans.db") as one:
        for number, (issuer, subject) in enumerate(PLANS):
            tasks = [{"action": f"việc {number}", "end": f"2025-0{number + 1}-10"}]
            saved = put(one, plan(number=f"{number}/KH", issuer=issuer, subject=subject,
                                  tasks=tasks, name=f"{number}.txt"))  # fmt: skip
            reference = DocumentRef(id=saved.document_id, name=f"{number}.txt")
            one.save_findings(saved.document_id, [
                Finding(id=f"f{number}", rule="C01", name="x", severity="warn",
                        document=reference, message="m", advice="", evidence=())
            ])  # fmt: skip
        yield one


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"field": "giáo dục"}, {0, 1}),
        ({"field": "giao duc"}, {0, 1}),
        ({"field": "dịch bệnh"}, {2}),
        ({"field": "mầm giáo"}, {1}),
        ({"field": "mám non"}, set()),
        ({"field": '") OR ("'}, set()),
        ({"field": "***"}, set()),
    ],
)
def test_a_field_is_told_by_subject_and_issuer(store, asked, expected):
    rows = store.deadlines(DeadlineFilter(**asked))
    assert {int(row.action[-1]) for row in rows.rows} == expected
    assert rows.total == len(expected)
    assert {int(one.id[1:]) for one in store.findings(FindingFilter(**asked))} == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"office": "sở y tế"}, {2, 3}),
        ({"office": "so y te an khe"}, {3}),
        ({"office": "không có"}, set()),
        ({"level": "province"}, {1}),
        ({"level": "province-department", "field": "y tế"}, {2, 3}),
        ({"office": "sở y tế", "status": "dismissed"}, set()),
        ({"office": "sở y tế", "severity": "error"}, set()),
    ],
)
def test_findings_of_an_office_and_a_level(store, asked, expected):
    wanted = FindingFilter(**asked)
    assert {int(one.id[1:]) for one in store.findings(wanted)} == expected
    assert sum(store.count_findings(wanted).values()) == len(expected)


def test_the_days_of_a_month_are_those_of_the_list(store):
    wanted = DeadlineFilter(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31), limit=None)
    listed = store.deadlines(wanted).rows
    days = store.deadline_days(wanted, 1)
    assert {day: page.total for day, page in days.items()} == Counter(row.end for row in listed)
    assert all(len(page.rows) == 1 for page in days.values())
    assert store.deadline_days(DeadlineFilter(unit="không có"), 1) == {}
