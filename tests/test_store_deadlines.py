"""Deadlines: every option by cases, paging, counting, and the days of quarters and months."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from stored import AT, plan, put

from schemas import Period, Task
from store import open_store
from store.deadlines import DeadlineFilter
from store.errors import BadQuestion
from store.recurring import occurrences, stretch_of
from store.spans import days_of

CASES = yaml.safe_load((Path(__file__).parent / "cases/store/deadlines.yaml").read_text("utf-8"))
TODAY = dt.date(2024, 5, 2)
YEAR = {"label": "năm 2024", "start": "2024-01-01", "end": "2024-12-31"}


def wanted(ask, **more):
    ask = {**ask, **more}
    days = days_of(
        quarter=ask.pop("quarter", None),
        month=ask.pop("month", None),
        year=ask.pop("year", None),
        start=ask.pop("from", None),
        end=ask.pop("to", None),
        today=TODAY,
    )
    return DeadlineFilter(start=days.start, end=days.end, **ask)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("store") / "plans.db") as opened:
        record = plan(
            number="12/KH-SYT",
            issuer="Sở Y tế|Bình Giang|province-department",
            day="2024-01-05",
            period=YEAR,
            tasks=CASES["tasks"],
        )
        put(opened, record)
        put(opened, plan(number="1/KH-SNV", issuer="Sở Nội vụ|Bình Giang", name="trong.txt"))
        yield opened


@pytest.mark.parametrize("case", CASES["questions"], ids=lambda case: case["name"])
def test_question(store, case):
    page = store.deadlines(wanted(case["ask"]))
    assert [row.action for row in page.rows] == case["find"]
    assert page.total == len(case["find"])
    assert [row.end for row in page.rows] == sorted(row.end for row in page.rows)


@pytest.mark.parametrize("case", CASES["questions"], ids=lambda case: case["name"])
def test_pages_put_together_are_the_whole(store, case):
    pages = [store.deadlines(wanted(case["ask"], limit=2, offset=n)) for n in range(0, 8, 2)]
    assert [row.action for page in pages for row in page.rows] == case["find"]
    assert {page.total for page in pages} == {len(case["find"])}


@pytest.mark.parametrize("case", CASES["questions"], ids=lambda case: case["name"])
def test_the_total_alone(store, case):
    page = store.deadlines(wanted(case["ask"], limit=0))
    assert (page.rows, page.total) == ([], len(case["find"]))


def test_row_has_the_fields_of_the_contract(store):
    (row,) = store.deadlines(
        wanted({"from": dt.date(2024, 6, 14), "to": dt.date(2024, 6, 14)})
    ).rows
    assert row.model_dump(mode="json", exclude={"item", "corrected"}) == {
        "document": {
            "id": row.document.id,
            "name": "ke-hoach.txt",
            "number": "12/KH-SYT",
            "issuer": "Sở Y tế",
            "issued_on": "2024-01-05",
        },
        "action": "Nộp báo cáo quý II",
        "leads": ["Phòng Y tế", "Phòng Giáo dục và Đào tạo"],
        "partners": [],
        "start": None,
        "end": "2024-06-14",
        "precision": "day",
        "recurrence": None,
        "continuous": False,
        "assumed": [],
        "ambiguous": False,
        "alternatives": [],
        "section": None,
        "as_written": "Nộp báo cáo quý II",
        "span": {**row.span.model_dump()},
    }
    text = store.plan(row.document.id).text
    assert text[row.span.start : row.span.end] == row.as_written


def test_by_document_level_and_area(store):
    first, empty = (row.id for row in store.documents()[::-1])
    assert store.deadlines(DeadlineFilter(document=first)).total == 5
    assert store.deadlines(DeadlineFilter(document=empty)).total == 0
    assert store.deadlines(DeadlineFilter(document="nothing")).total == 0
    assert store.deadlines(DeadlineFilter(area="bình giang")).total == 5
    assert store.deadlines(DeadlineFilter(area="Đông Sơn")).total == 0
    assert store.deadlines(DeadlineFilter(level="province-department")).total == 5
    assert store.deadlines(DeadlineFilter(level="commune", unit="Sở Y tế")).total == 0


def test_alias_of_an_office(tmp_path):
    with open_store(tmp_path / "plans.db") as store:
        task = {"action": "Cấp phép", "end": "2024-06-14", "leads": "Bộ phận Một cửa"}
        put(store, plan(tasks=[task]))
        assert store.deadlines(DeadlineFilter(unit="BPMC")).total == 1
        assert store.deadlines(DeadlineFilter(unit="quầy tiếp dân")).total == 0
        store.add_unit_alias("Bộ phận Một cửa", "Quầy tiếp dân", "cách gọi của cơ quan")
        assert store.deadlines(DeadlineFilter(unit="quầy tiếp dân")).total == 1


def test_views_answer_like_the_door(store):
    rows = store.connection.execute(
        "SELECT action, leads FROM deadlines ORDER BY end_on"
    ).fetchall()
    assert [tuple(row) for row in rows[2:4]] == [
        ("Nộp báo cáo quý II", "Phòng Y tế; Phòng Giáo dục và Đào tạo"),
        ("Sơ kết", "Các trường trong huyện"),
    ]


@pytest.mark.parametrize(
    ("ask", "start", "end", "assumed"),
    [
        ({"quarter": 3, "year": 2024}, "2024-07-01", "2024-09-30", False),
        ({"quarter": 4}, "2024-10-01", "2024-12-31", True),
        ({"month": 2}, "2024-02-01", "2024-02-29", True),
        ({"month": 12, "year": 2023}, "2023-12-01", "2023-12-31", False),
        ({"year": 2025}, "2025-01-01", "2025-12-31", False),
        ({"quarter": 1, "start": dt.date(2024, 2, 1)}, "2024-02-01", "2024-03-31", True),
        ({"end": dt.date(2024, 2, 1)}, None, "2024-02-01", False),
        ({}, None, None, False),
    ],
)
def test_days(ask, start, end, assumed):
    days = days_of(today=TODAY, **ask)
    assert (str(days.start or ""), str(days.end or "")) == (start or "", end or "")
    assert days.year_assumed == assumed


@pytest.mark.parametrize(
    "ask",
    [
        {"quarter": 5},
        {"month": 13},
        {"year": 0},
        {"quarter": 1, "month": 5},
        {"quarter": 1, "year": 2024, "start": dt.date(2024, 5, 1)},
        {"start": dt.date(2024, 5, 2), "end": dt.date(2024, 5, 1)},
    ],
)
def test_days_that_do_not_fit_are_refused(ask):
    with pytest.raises(BadQuestion):
        days_of(today=TODAY, **ask)


def day(words):
    return dt.date.fromisoformat(words)


@pytest.mark.parametrize(
    ("rule", "stretch", "days"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=15", "2024-01-20 2024-04-30", "2024-02-15 2024-03-15 2024-04-15"),
        ("FREQ=MONTHLY", "2024-01-20 2024-03-10", "2024-01-31 2024-02-29 2024-03-10"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "2024-01-01 2024-06-30", "2024-01-31 2024-04-30"),
        ("FREQ=MONTHLY;INTERVAL=3", "2024-01-01 2024-06-30", "2024-03-31 2024-06-30"),
        ("FREQ=MONTHLY;INTERVAL=6", "2024-01-01 2024-12-31", "2024-06-30 2024-12-31"),
        ("FREQ=YEARLY", "2023-09-01 2024-08-31", "2024-08-31"),
        ("FREQ=YEARLY", "2021-01-01 2023-12-31", "2021-12-31 2022-12-31 2023-12-31"),
        ("FREQ=YEARLY;BYMONTH=12", "2024-01-01 2024-12-31", "2024-12-31"),
        ("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=20", "2024-01-01 2024-12-31", "2024-03-20 2024-06-20"),
        ("FREQ=WEEKLY;BYDAY=FR", "2024-05-01 2024-05-15", "2024-05-03 2024-05-10"),
        ("FREQ=WEEKLY", "2024-05-01 2024-05-14", "2024-05-05 2024-05-12 2024-05-14"),
        ("FREQ=DAILY;COUNT=2", "2024-05-01 2024-05-15", "2024-05-01 2024-05-02"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2024-01-01 2024-12-31", ""),
        ("FREQ=SOMETIMES", "2024-01-01 2024-12-31", ""),
        ("nothing of the kind", "2024-01-01 2024-12-31", ""),
    ],
)
def test_occurrences(rule, stretch, days):
    first, last = map(day, stretch.split())
    found = occurrences(rule, (first, last), (dt.date.min, dt.date.max))
    assert " ".join(str(end) for _, end in found) == days
    assert all(first <= start <= end <= last for start, end in found)


def test_stretch_of_recurring_work():
    record = plan(period=YEAR, day="2024-03-05")

    def recurring(**time):
        return Task.model_validate({"action": "x", "time": {"recurrence": "FREQ=MONTHLY", **time}})

    whole = (day("2024-01-01"), day("2024-12-31"))
    assert stretch_of(recurring(), record.document) == whole
    assert stretch_of(recurring(start="2024-05-01"), record.document) == (
        day("2024-05-01"),
        whole[1],
    )
    issued = record.document.model_copy(update={"period": None})
    assert stretch_of(recurring(), issued) == (day("2024-03-05"), whole[1])
    unknown = issued.model_copy(update={"issued_on": None})
    assert stretch_of(recurring(), unknown) is None
    assert stretch_of(recurring(end="2024-05-31"), unknown) == (whole[0], day("2024-05-31"))
    assert stretch_of(Task.model_validate({"action": "x", "time": {}}), record.document) is None
    assert Period(label="x").start is None


def test_a_window_written_backwards_is_found_by_its_end(tmp_path):
    with open_store(tmp_path / "plans.db") as store:
        task = {"action": "Tổng kết", "start": "2024-12-20", "end": "2024-12-10"}
        store.save(plan(tasks=[task]), b"x", path="a", at=AT)
        for overlapping in (False, True):
            span = {"start": day("2024-12-01"), "end": day("2024-12-15")}
            assert store.deadlines(DeadlineFilter(**span, overlapping=overlapping)).total == 1


def test_a_rule_that_cannot_be_understood_keeps_its_last_day(tmp_path):
    with open_store(tmp_path / "plans.db") as store:
        task = {"action": "Họp", "end": "2024-12-10", "recurrence": "FREQ=SOMETIMES"}
        put(store, plan(tasks=[task]))
        for recurring in (False, True):
            assert store.deadlines(DeadlineFilter(include_recurring=recurring)).total == 1
