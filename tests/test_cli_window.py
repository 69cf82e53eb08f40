"""Options of time to days."""

import datetime as dt

import pytest

from kehoach.errors import BadRequest
from kehoach.window import window_of
from store.errors import BadQuestion
from store.spans import Days

TODAY = dt.date(2026, 2, 3)


@pytest.mark.parametrize("words", ["Q3", "q3", "3", "III", "iii", "quý III", "Quý 3", "quy 3"])
def test_quarter_of_a_year(words):
    found = window_of(TODAY, quarter=words, year=2024)
    assert found == Days(dt.date(2024, 7, 1), dt.date(2024, 9, 30))


def test_quarter_without_a_year_is_that_of_today():
    found = window_of(TODAY, quarter="Q4")
    assert found == Days(dt.date(2026, 10, 1), dt.date(2026, 12, 31), year_assumed=True)


@pytest.mark.parametrize(
    ("month", "year"),
    [("2024-02", None), ("2", 2024), ("02", 2024), ("2/2024", None), ("2024-2", 2024)],
)
def test_month(month, year):
    found = window_of(TODAY, month=month, year=year)
    assert found == Days(dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_month_without_a_year_is_that_of_today():
    found = window_of(TODAY, month="12")
    assert found == Days(dt.date(2026, 12, 1), dt.date(2026, 12, 31), year_assumed=True)


def test_year_and_span():
    assert window_of(TODAY, year=2024) == Days(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert window_of(TODAY, start=dt.date(2024, 5, 1)) == Days(dt.date(2024, 5, 1))
    assert window_of(TODAY) == Days()


@pytest.mark.parametrize(
    "options",
    [
        {"quarter": "Q5"},
        {"quarter": "0"},
        {"quarter": "quarter"},
        {"month": "13"},
        {"month": "2024-00"},
        {"month": "09-2024"},
        {"month": "2024-09", "year": 2023},
        {"quarter": "Q1", "month": "4"},
        {"start": TODAY, "end": dt.date(2025, 1, 1)},
    ],
)
def test_what_does_not_fit_together_is_said(options):
    with pytest.raises((BadRequest, BadQuestion)) as refused:
        window_of(TODAY, **options)
    assert refused.value.message
    assert refused.value.advice
