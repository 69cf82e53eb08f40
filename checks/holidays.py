"""Days off: Sundays and public holidays (Bộ luật Lao động 2019, Điều 112)."""

import datetime as dt

from checks.fault import Text

_FIXED = {
    (1, 1): Text("Tết Dương lịch", "New Year's Day"),
    (30, 4): Text("ngày Chiến thắng", "Victory Day"),
    (1, 5): Text("ngày Quốc tế Lao động", "Labour Day"),
    (2, 9): Text("ngày Quốc khánh", "National Day"),
}
# First days of the lunar year; the holiday runs from the day before to the third day after.
_LUNAR_NEW_YEAR = {
    2015: (2, 19), 2016: (2, 8), 2017: (1, 28), 2018: (2, 16), 2019: (2, 5), 2020: (1, 25),
    2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3),
}  # fmt: skip


def day_off(day: dt.date) -> Text | None:
    """What makes a day free, or `None` for a working day; Saturdays count as working days."""
    if (day.day, day.month) in _FIXED:
        return _FIXED[day.day, day.month]
    if day.year in _LUNAR_NEW_YEAR:
        first = dt.date(day.year, *_LUNAR_NEW_YEAR[day.year])
        if -1 <= (day - first).days <= 3:
            return Text("Tết Nguyên đán", "the Lunar New Year")
    if day.weekday() == 6:
        return Text("Chủ nhật", "a Sunday")
    return None


def is_free(day: dt.date) -> bool:
    """Whether offices are closed: Saturdays too."""
    return day.weekday() == 5 or day_off(day) is not None


def is_next_working_day(day: dt.date, later: dt.date) -> bool:
    """Whether the later day is the first working day after a day off."""
    if not is_free(day):
        return False
    following = day
    while is_free(following):
        following += dt.timedelta(days=1)
    return later <= following
