"""Times in running prose: what is found, with its labels, and what it is to the work."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.context import Context
from extract.times import find_times, read_date, read_period, read_time
from schemas import TaskTime

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/times_prose.yaml").read_text(encoding="utf-8")
)
CONTEXT = Context(year=2025, issued_on=dt.date(2025, 2, 10))
# words of the grammar in any order, to reach deeper than random letters do
PIECES = st.sampled_from(
    "ngày tháng quý năm học kỳ hằng hàng mỗi định kỳ trước chậm nhất đến hết từ nay trong "
    "hoàn thành tuần thứ Hai Sáu đầu giữa cuối I II IV 1 3 6 09 15 31 2024 2025 2024-2025 "
    "15/6 15/6/2025 12/2025 - – / , ; : ( ) và của giai đoạn nhiệm kỳ HKI hè khai giảng "
    "thường xuyên lần/năm 8h00 giờ Đợt kỷ niệm \n".split(" ")
)


def shown(time: TaskTime) -> str:
    span = f"{time.start or ''}..{time.end or ''}"
    return time.recurrence or ("continuous" if time.continuous else span)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_prose(case: dict) -> None:
    text = case["text"]
    found = [
        {
            "words": text[m.start : m.end],
            "modality": m.modality,
            "times": [shown(t) for t in m.times],
            **({"rhythm": text[slice(*m.rhythm)]} if m.rhythm else {}),
        }
        for m in find_times(text, CONTEXT, 0, len(text))
    ]
    assert found == case["found"]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Trước ngày 15/6 họp\nTrước ngày 20/7 báo cáo"
    start = text.index("\n") + 1
    (match,) = find_times(text, CONTEXT, start, len(text))
    assert text[match.start : match.end] == "Trước ngày 20/7"


def test_nothing_reaches_over_a_paragraph() -> None:
    text = "Báo cáo trước\nngày 15/6/2025\nđến ngày 20/6/2025"
    found = [text[m.start : m.end] for m in find_times(text, CONTEXT, 0, len(text))]
    assert found == ["ngày 15/6/2025", "đến ngày 20/6/2025"]


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join)))
def test_any_text_gives_ordered_matches(text: str) -> None:
    last = 0
    for match in find_times(text, CONTEXT, 0, len(text)):
        assert last <= match.start < match.end <= len(text)
        last = match.end
        for time in match.times:
            assert time.ambiguous == bool(time.alternatives)
            assert not (time.recurrence and time.start)
    read_time(text, CONTEXT)
    read_period(text)
    read_date(text)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2049, 12, 31)))
def test_a_printed_day_is_read_in_every_form(day: dt.date) -> None:
    forms = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.day:02d}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        f"ngày {day:%d} tháng {day:%m} năm {day.year}",
        f"{day.day} tháng {day.month} năm {day.year}",
    )
    for words in forms:
        (time,) = read_time(words, Context())
        assert (time.start, time.end, time.assumed) == (day, day, ())
        assert read_date(words) == day


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 900))
def test_a_printed_range_is_its_two_days(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    for words in (
        f"từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y}",
        f"{start:%d/%m/%Y} - {end:%d/%m/%Y}",
        f"Từ {start.day}/{start.month}/{start.year} đến hết {end.day}/{end.month}/{end.year}",
    ):
        if (start.day, start.month) == (end.day, end.month) and length:
            continue  # a commemoration
        (time,) = read_time(words, Context())
        assert (time.start, time.end) == (start, end)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)))
def test_before_a_day_ends_on_the_day_before(day: dt.date) -> None:
    (time,) = read_time(f"trước ngày {day.day}/{day.month}/{day.year}", Context())
    assert (time.start, time.end) == (None, day - dt.timedelta(days=1))
    (time,) = read_time(f"chậm nhất ngày {day.day}/{day.month}/{day.year}", Context())
    assert (time.start, time.end) == (None, day)


@pytest.mark.parametrize(
    "unit", ["1", "15/6 ", "ngày 1, ", "tháng 1, ", "Căn cứ ", "“", "từ ", "(", "8h00-", "1/"]
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    text = (unit * (120_000 // len(unit) + 1))[:120_000]
    started = dt.datetime.now(dt.UTC)
    for _ in find_times(text, CONTEXT, 0, len(text)):
        pass
    read_time(text, CONTEXT)
    assert (dt.datetime.now(dt.UTC) - started).total_seconds() < 5
