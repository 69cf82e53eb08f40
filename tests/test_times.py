"""The time grammar against the table of expressions, as cells, in sentences, and varied."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from extract.context import Context
from extract.times import find_times, read_time
from schemas import TaskTime

CASES_FOLDER = Path(__file__).parent / "cases"
ISSUED = dt.date(2024, 2, 28)
CONTEXTS = {
    "year": Context(year=2024, issued_on=ISSUED),
    "school-year": Context(school_year=2023, issued_on=ISSUED),
}
FRAMES = (
    "Văn phòng tổng hợp số liệu của các xã, {}, và niêm yết công khai.",
    "- {}: kiểm tra công tác phòng cháy tại trụ sở.",
    "Thời gian thực hiện: {}.",
)


def load(name: str) -> list[dict]:
    return yaml.safe_load((CASES_FOLDER / name).read_text(encoding="utf-8"))


TABLE = load("times.yaml")
UNSETTLED = load("times_unsettled.yaml")


def key(time: TaskTime) -> tuple:
    start, end = (d.isoformat() if d else None for d in (time.start, time.end))
    return start, end, time.recurrence


def wanted(case: dict) -> tuple:
    return case.get("start"), case.get("end"), case.get("recurrence")


def read_one(words: str, context: Context) -> TaskTime:
    times = read_time(words, context)
    assert len(times) == 1, times
    return times[0]


def named(case: dict) -> str:
    return f"{case['words']} ({case['context']})"


@pytest.mark.parametrize("case", TABLE, ids=named)
def test_a_cell(case: dict) -> None:
    time = read_one(case["words"], CONTEXTS[case["context"]])
    assert key(time) == wanted(case)
    assert time.precision == case["precision"]


@pytest.mark.parametrize("case", TABLE, ids=named)
def test_what_context_supplied_is_named(case: dict) -> None:
    time = read_one(case["words"], CONTEXTS[case["context"]])
    bare = not re.search(r"\d{4}", case["words"]) and time.recurrence is None
    from_issue = case["words"].startswith("từ nay")
    assert bool(time.assumed) == (bare or from_issue)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("case", TABLE, ids=named)
def test_inside_a_sentence(case: dict, frame: str) -> None:
    context = CONTEXTS[case["context"]]
    text = frame.format(case["words"])
    found = [m for m in find_times(text, context, 0, len(text)) if m.times]
    assert [[key(t) for t in m.times] for m in found] == [[wanted(case)]]
    at = text.index(case["words"])
    assert found[0].start < at + len(case["words"])
    assert found[0].end > at


def with_zeros(words: str) -> str:
    return re.sub(r"(?<![\d.])([1-9])(?=\s?/|$|[,\s](?!năm \())(?!\d)", r"0\1", words)


def without_zeros(words: str) -> str:
    return re.sub(r"(?<!\d)0([1-9])", r"\1", words)


VARIATIONS = {
    "en dashes": lambda w: w.replace("-", "–"),
    "em dashes": lambda w: re.sub(r" ?[-–] ?", " — ", w),
    "tight dashes": lambda w: re.sub(r" ?[-–] ?", "-", w),
    "spaced slashes": lambda w: re.sub(r"(?<=\d)/(?=\d)", " / ", w),
    "spaces doubled": lambda w: w.replace(" ", "  "),
    "broken over lines": lambda w: w.replace(" ", "\n"),
    "no-break spaces": lambda w: w.replace(" ", "\u00a0"),
    "commas spaced": lambda w: re.sub(r", ?", ", ", w),
    "commas tight": lambda w: re.sub(r"(?<=[\dIV]), (?=[\dIV])", ",", w),
    "zeros added": with_zeros,
    "zeros left out": without_zeros,
    "hàng for hằng": lambda w: w.replace("hằng", "hàng"),
    "hằng for hàng": lambda w: w.replace("hàng", "hằng"),
    "capital": lambda w: w[0].upper() + w[1:],
    "small": lambda w: w if w[:2].isupper() else w[0].lower() + w[1:],
    "final stop": lambda w: w + ".",
}


@pytest.mark.parametrize("variation", VARIATIONS)
@pytest.mark.parametrize("case", TABLE, ids=named)
def test_varied(case: dict, variation: str) -> None:
    words = VARIATIONS[variation](case["words"])
    assert key(read_one(words, CONTEXTS[case["context"]])) == wanted(case)


@pytest.mark.parametrize(
    "case",
    [c for c in TABLE if re.search(r"20\d\d", c["words"]) and "từ nay" not in c["words"]],
    ids=named,
)
def test_other_digits(case: dict) -> None:
    """Every printed year ten years later: so are the days."""

    def later(words: str | None) -> str | None:
        return words and re.sub(r"20(\d\d)", lambda m: f"20{int(m[1]) + 8}", words)

    time = read_one(later(case["words"]) or "", CONTEXTS[case["context"]])
    start, end, recurrence = wanted(case)
    assert key(time) == (later(start), later(end), recurrence)


@pytest.mark.parametrize("frame", ["{}", *FRAMES])
@pytest.mark.parametrize("case", UNSETTLED, ids=lambda c: c["words"])
def test_never_an_invented_day(case: dict, frame: str) -> None:
    text = frame.format(case["words"].strip())
    context = CONTEXTS["year"]
    times = list(read_time(text, context))
    times += [t for m in find_times(text, context, 0, len(text)) for t in m.times]
    days = {d.isoformat() for t in times for d in (t.start, t.end) if d is not None}
    assert days <= set(case.get("days", ()))
