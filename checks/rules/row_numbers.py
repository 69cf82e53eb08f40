"""Row numbers of a table.

What it checks: whether the numbers in the first column of a table run 1, 2, 3 without a gap.
Why: a missing number means that a row was lost, or that a row is there and cannot be referred
to.
Example: rows 4 and 6 with an unnumbered row between them.
What to do: number the row, or put the lost one back; look at the original where only the text
was read.
Legal source: none; consistency of the document.

Kiểm tra gì: số thứ tự ở cột đầu của bảng có liên tục 1, 2, 3 hay không.
Vì sao: thiếu số là mất một dòng, hoặc có dòng mà không thể dẫn chiếu.
Ví dụ: dòng 4 rồi đến dòng 6, giữa hai dòng có một dòng không đánh số.
Cần làm: đánh số cho dòng đó hoặc bổ sung dòng bị mất; xem bản gốc nếu chỉ đọc được phần chữ.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from schemas import Span

_HEAD = re.compile(r"(?:^|\n)[ \t|\f]*(?:TT|STT|Số TT|Stt|Số thứ tự)\b", re.MULTILINE)
_NUMBER = re.compile(r"(?:^|\n)[ \t|\f]*(\d{1,3})\.?[ ]*(?=\t|\||\r?\n|$|\s{3,})")
_REACH = 600  # characters between a table's head and its first row
_LEAST = 4  # rows that make a table whose numbers are worth looking at


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number and where it stands in the plan's text."""

    number: int
    start: int
    end: int


def _tables(text: str) -> Iterator[list[Row]]:
    """Runs of row numbers that begin with 1 after a table's head."""
    heads = [m.end() for m in _HEAD.finditer(text)]
    for i, head in enumerate(heads):
        end = heads[i + 1] if i + 1 < len(heads) else len(text)
        rows = [Row(int(m[1]), m.start(1), m.end(1)) for m in _NUMBER.finditer(text, head, end)]
        first = next((k for k, r in enumerate(rows) if r.number == 1), None)
        if first is not None and rows[first].start - head <= _REACH:
            yield _run(rows[first:])


def _run(rows: list[Row]) -> list[Row]:
    """The rows that go on counting, past numbers in other cells; one gap is let through."""
    places: dict[int, list[int]] = {}
    for k, row in enumerate(rows):
        places.setdefault(row.number, []).append(k)
    run = [rows[0]]
    for k, row in enumerate(rows[1:], 1):
        wanted = run[-1].number + 1
        if row.number == wanted or (row.number == wanted + 1 and _skips(places, k, wanted)):
            run.append(row)
    return run


def _skips(places: dict[int, list[int]], at: int, wanted: int) -> bool:
    """Whether the counting goes on after a gap before the missing number comes at all."""
    missing, following = (_next(places.get(n, []), at) for n in (wanted, wanted + 2))
    return missing is None or (following is not None and following < missing)


def _next(places: list[int], at: int) -> int | None:
    i = bisect_right(places, at)
    return places[i] if i < len(places) else None


def _gap(run: list[Row]) -> tuple[Row, Row] | None:
    """The two rows around the only missing number, or `None`."""
    gaps = [(a, b) for a, b in pairwise(run) if b.number == a.number + 2]
    return gaps[0] if len(gaps) == 1 and len(run) >= _LEAST else None


def _unnumbered(case: Case, before: Row, after: Row) -> Passage:
    """The words of the row without a number: the last task that begins between the two."""
    inside = [t for t in case.plan.tasks if t.span and before.end <= t.span.start < after.start]
    if len(inside) > 1:
        last = inside[-1]
        assert last.span is not None
        end = min(last.span.end, last.span.start + 80)
        words = " ".join(case.plan.text[last.span.start : end].split())
        return Passage(words, Span(start=last.span.start, end=end), case.plan, boxes=last.boxes)
    return _row(case, after)


def _row(case: Case, row: Row) -> Passage:
    words = case.plan.text[row.start : row.end]
    return Passage(words, Span(start=row.start, end=row.end), case.plan)


def _find(case: Case) -> Iterator[Fault]:
    for run in _tables(case.plan.text):
        gap = _gap(run)
        if gap is None:
            continue
        before, after = gap
        missing = before.number + 1
        yield Fault(
            Text(
                f"Bảng thiếu số thứ tự {missing} giữa {before.number} và {after.number}.",
                f"The table lacks row number {missing} between {before.number} and {after.number}.",
            ),
            Text(
                "Đánh số cho dòng còn thiếu hoặc bổ sung dòng bị mất.",
                "Number the row, or put the lost one back.",
            ),
            (_unnumbered(case, before, after), _row(case, before), _row(case, after)),
        )


RULE = Rule(
    "G05", "error", Text("Số thứ tự trong bảng bị thiếu", "Row number missing"), _find, letters=True
)
