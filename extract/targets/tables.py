"""Targets in tables: a column of indicators beside columns of planned numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.flow import Flow
from extract.reading import Cell, Table
from extract.targets.quantities import QUANTITY, number_of
from extract.targets.whens import time_of
from extract.values import clean
from schemas import Target

_INDICATOR = re.compile(
    r"(?:tên\s+|nội\s+dung\s+|các\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|chỉ\s+số|tiêu\s+chí)", re.IGNORECASE
)
_UNIT = re.compile(r"đơn\s+vị\s+tính|đvt|đơn\s+vị\s+đo", re.IGNORECASE)
_VALUE = re.compile(
    r"kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|năm\s+(?:học\s+)?20\d\d|^20\d\d$|giá\s+trị|tỷ\s+lệ|số\s+lượng|phấn\s+đấu|giao",
    re.IGNORECASE,
)
_PAST = re.compile(r"thực\s+hiện|ước|kết\s+quả|hiện\s+trạng|đã\s+đạt|so\s+sánh", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    indicator: int
    unit: int | None
    values: tuple[int, ...]
    rows: int  # of the head


def table_targets(flow: Flow) -> Iterator[Target]:
    """One target for each number under a column of planned values."""
    for table in flow.reading.tables:
        columns = _columns(flow, table)
        if columns is None:
            continue
        heads = [
            _cell(flow, row[c])
            for row in table.rows[: columns.rows]
            for c in columns.values
            if c < len(row)
        ]
        for row in table.rows[columns.rows :]:
            yield from _row(flow, row, columns, heads)


def _columns(flow: Flow, table: Table) -> _Columns | None:
    for depth, row in enumerate(table.rows[:3]):
        words = [_cell(flow, cell) for cell in row]
        indicator = next((i for i, w in enumerate(words) if _INDICATOR.match(w)), None)
        if indicator is None:
            continue
        unit = next((i for i, w in enumerate(words) if _UNIT.search(w)), None)
        values = tuple(
            i
            for i, w in enumerate(words)
            if i not in (indicator, unit) and _VALUE.search(w) and not _PAST.search(w)
        )
        if values:
            return _Columns(indicator, unit, values, depth + 1)
    return None


def _row(
    flow: Flow, row: Sequence[Cell], columns: _Columns, heads: Sequence[str]
) -> Iterator[Target]:
    if columns.indicator >= len(row):
        return
    indicator = clean(_cell(flow, row[columns.indicator]))
    unit = (
        _cell(flow, row[columns.unit])
        if columns.unit is not None and columns.unit < len(row)
        else ""
    )
    for n, column in enumerate(columns.values):
        if column >= len(row) or not indicator or not row[column].parts:
            continue
        words = _cell(flow, row[column])
        match = QUANTITY.search(words)
        if not match or len(words) > 40:
            continue
        value = number_of(match["value"])
        start, end = row[column].parts[0]
        begin, finish = flow.flat_of(start), flow.flat_of(end - 1) + 1
        if value is None or begin >= finish:
            continue
        yield Target(
            **flow.ground(begin, finish),
            indicator=indicator,
            comparison="<="
            if words.strip()[:1] in "≤<"
            else ">="
            if words.strip()[:1] in "≥>"
            else "=",
            value=value,
            unit="%" if match["unit"] else clean(unit) or None,
            time=time_of(heads[n]) if n < len(heads) else None,
        )


def _cell(flow: Flow, cell: Cell) -> str:
    text = flow.reading.text
    return " ".join(" ".join(text[s:e].split()) for s, e in cell.parts)
