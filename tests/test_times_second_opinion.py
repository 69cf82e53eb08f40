"""A second opinion: single printed days against dateparser, with a fixed base."""

import datetime as dt
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.context import Context
from extract.times import read_date, read_time
from extract.times.elsewhere import isolated_date

BASE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser's base is naive
FORMS = ("{0.day}/{0.month}/{0.year}", "{0:%d/%m/%Y}", "{0.day} tháng {0.month} năm {0.year}")


@settings(max_examples=60)
@given(st.dates(dt.date(2000, 1, 1), dt.date(2045, 12, 31)), st.sampled_from(FORMS))
def test_two_readers_agree_on_a_printed_day(day: dt.date, form: str) -> None:
    import dateparser

    words = form.format(day)
    other = dateparser.parse(
        words,
        languages=["vi"],
        settings={
            "RELATIVE_BASE": BASE,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "DATE_ORDER": "DMY",
        },
    )
    assert other is not None
    assert read_date(words) == other.date() == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("15 Jun 2025", dt.date(2025, 6, 15)),
        ("June 15, 2025", dt.date(2025, 6, 15)),
        ("5 September 2025", dt.date(2025, 9, 5)),
        ("Theo Kế hoạch 2025", None),
        ("Phòng 15 năm 2025", None),
        ("June 2025", None),
        ("Quý I năm 2025 và 12", None),
    ],
)
def test_a_form_that_the_grammar_does_not_know(words: str, day: dt.date | None) -> None:
    assert isolated_date(words) == day


def test_the_grammar_reads_what_it_knows_alone() -> None:
    (time,) = read_time("15 tháng 6 năm 2025", Context())
    assert time.start == dt.date(2025, 6, 15)


def test_the_second_reader_is_not_imported_for_what_the_grammar_reads() -> None:
    import subprocess

    code = (
        "import sys; from extract.context import Context; from extract.times import read_time;"
        "read_time('Tháng 4,5/2022', Context()); read_time('2025', Context());"
        "read_time('Theo quy định', Context()); assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
