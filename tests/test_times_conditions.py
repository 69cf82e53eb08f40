"""Days counted from the issue of the document, and those that hang on something else."""

import datetime as dt

import pytest

from extract.context import Context
from extract.times import find_times

ISSUED = Context(year=2026, issued_on=dt.date(2026, 1, 5))


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("trong vòng 20 ngày kể từ ngày ban hành Kế hoạch này", dt.date(2026, 1, 25)),
        ("trong thời hạn 10 ngày kể từ ngày ký ban hành kế hoạch này", dt.date(2026, 1, 15)),
        ("trong vòng 15 ngày kể từ ngày Quyết định này có hiệu lực", dt.date(2026, 1, 20)),
    ],
)
def test_days_after_issue(words: str, end: dt.date) -> None:
    text = f"Gửi kế hoạch của đơn vị {words}, báo cáo Sở."
    (match,) = find_times(text, ISSUED, 0, len(text))
    (time,) = match.times
    assert (time.start, time.end, time.assumed) == (None, end, ("end",))
    assert text[match.start : match.end] == words


@pytest.mark.parametrize(
    "words",
    [
        "trong vòng 05 ngày kể từ ngày nhận đơn",
        "trong vòng 05 ngày làm việc kể từ ngày ban hành Kế hoạch này",
        "trong thời hạn 10 ngày kể từ ngày ban hành Luật này",
    ],
)
def test_what_hangs_on_something_else_has_no_day(words: str) -> None:
    text = f"Giải quyết {words}."
    assert not any(m.times for m in find_times(text, ISSUED, 0, len(text)))


def test_without_a_day_of_issue_nothing_is_invented() -> None:
    text = "Gửi kế hoạch trong vòng 20 ngày kể từ ngày ban hành Kế hoạch này."
    assert not any(m.times for m in find_times(text, Context(year=2026), 0, len(text)))
