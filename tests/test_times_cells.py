"""What whole cells and labels say of time, with what context gives and what stays in doubt."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from extract.context import Context
from extract.times import read_date, read_period, read_time
from schemas import Period, TaskTime

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/times_cells.yaml").read_text(encoding="utf-8")
)
YEARS = Period(label="giai đoạn 2026-2030", start=dt.date(2026, 1, 1), end=dt.date(2030, 12, 31))
CONTEXTS = {
    "2025": Context(year=2025, issued_on=dt.date(2025, 2, 10)),
    "school": Context(school_year=2024, issued_on=dt.date(2024, 9, 10)),
    "years": Context(
        year=2026, issued_on=dt.date(2026, 2, 10), period=YEARS, assumed_year="issued_on"
    ),
    "late": Context(year=2025, issued_on=dt.date(2025, 11, 20), assumed_year="issued_on"),
    "bare": Context(),
}


def shown(time: TaskTime) -> str:
    span = f"{time.start or ''}..{time.end or ''}"
    parts = [time.recurrence or "", "continuous" if time.continuous else ""]
    rest = " ".join(p for p in parts if p)
    return f"{span} {rest}" if rest and span != ".." else rest or span


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['words']} in {c.get('in', 'bare')}")
def test_cell(case: dict) -> None:
    times = read_time(case["words"], CONTEXTS[case.get("in", "bare")])
    assert [shown(t) for t in times] == case["times"]
    if "assumed" in case:
        assert [list(t.assumed) for t in times] == [case["assumed"]]
    assert all(t.ambiguous == case.get("ambiguous", False) for t in times)
    assert all(bool(t.alternatives) == t.ambiguous for t in times)


def test_the_heading_above_gives_the_month_and_the_year() -> None:
    above = TaskTime(start=dt.date(2023, 10, 1), end=dt.date(2023, 10, 31), precision="month")
    context = Context(year=2024, inherited=above)
    (day,) = read_time("ngày 15", context)
    assert (day.start, day.assumed) == (dt.date(2023, 10, 15), ("month", "year"))
    (deadline,) = read_time("trước ngày 20/10", context)
    assert (deadline.end, deadline.assumed) == (dt.date(2023, 10, 19), ("year",))


def test_a_school_year_above_decides_the_year_of_a_month() -> None:
    above = TaskTime(start=dt.date(2023, 9, 1), end=dt.date(2024, 8, 31), precision="school-year")
    context = Context(year=2023, inherited=above)
    assert [t.start for t in read_time("Tháng 3", context)] == [dt.date(2024, 3, 1)]
    assert [t.start for t in read_time("Tháng 11", context)] == [dt.date(2023, 11, 1)]


@pytest.mark.parametrize(
    ("words", "label", "start", "end"),
    [
        ("năm 2024", "năm 2024", "2024-01-01", "2024-12-31"),
        ("Năm học 2023 - 2024", "năm học 2023 - 2024", "2023-09-01", "2024-08-31"),
        ("trong giai đoạn 2021-2025 và sau đó", "giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("05 năm (2021-2025)", "05 năm (2021-2025)", "2021-01-01", "2025-12-31"),
        ("nhiệm kỳ 2026–2031", "nhiệm kỳ 2026–2031", "2026-01-01", "2031-12-31"),
        ("đến năm 2030", "đến năm 2030", None, "2030-12-31"),
        ("từ năm 2021 đến năm 2025", "từ năm 2021 đến năm 2025", "2021-01-01", "2025-12-31"),
        ("quý I/2026", "quý I/2026", "2026-01-01", "2026-03-31"),
        ("6 tháng cuối năm 2025", "6 tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
    ],
)
def test_period(words: str, label: str, start: str | None, end: str) -> None:
    period = read_period(words)
    assert period is not None
    assert period.label.removeprefix("trong ") == label
    assert period.start == (dt.date.fromisoformat(start) if start else None)
    assert period.end == dt.date.fromisoformat(end)


@pytest.mark.parametrize("words", ["", "hằng năm", "quý I", "số 12/KH-UBND", "thường xuyên"])
def test_no_period(words: str) -> None:
    assert read_period(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày 05 tháng 3 năm 2024", dt.date(2024, 3, 5)),
        ("05/03/2024", dt.date(2024, 3, 5)),
        ("ngày 5-3-2024", dt.date(2024, 3, 5)),
        ("trước ngày 05/3/2024", dt.date(2024, 3, 5)),
        ("ngày 05/3/2024 (05/3/2024)", dt.date(2024, 3, 5)),
        ("ngày 05/3", None),
        ("từ 05/3/2024 đến 06/3/2024", None),
        ("ngày 30/02/2024", None),
        ("tháng 3/2024", None),
    ],
)
def test_date(words: str, day: dt.date | None) -> None:
    assert read_date(words) == day
