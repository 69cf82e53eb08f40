"""Deadlines: what the words before an expression make of its days.

`trước ngày 15/6` ends on the 14th, `đến hết tháng 6` on the 30th, `từ năm 2026` has no end.
"""

import datetime as dt
from collections.abc import Iterable

from extract.times.atoms import Atom
from extract.times.chains import Node
from extract.times.resolving import Days, Stretches, date_of
from extract.times.school import TAUGHT
from schemas import TaskTime
from schemas.time import Alternative, Precision

DAY = dt.timedelta(days=1)


def behind_prefixes(node: Node, found: Stretches, words: str) -> tuple[TaskTime, ...]:
    """The times of the stretches of one atom behind its prefixes."""
    atom = node.atom
    if not found.spans:
        return (TaskTime(precision=found.precision, as_written=words),)
    start: dt.date | None
    end: dt.date | None
    others = list(found.others)
    precision = found.precision
    if atom.fact == "until":
        return (task_time(None, found.spans[0][1], precision, found.assumed, (), words),)
    if node.has("before"):
        start, end = None, found.spans[0][0] - (dt.timedelta(0) if counts_itself(atom) else DAY)
        others, precision = [], "day"
    elif node.has("ending"):
        closing = closing_day(atom, found)
        start, end, precision = None, closing - DAY, "day"
        others = [(None, closing)]
    elif node.has("by", "until", "outlook"):
        start, end = None, closing_day(atom, found)
        others = [(None, e) for _, e in others if e != end]
        if atom.kind == "school" and end != found.spans[-1][1]:
            others.append((None, found.spans[-1][1]))
    elif node.has("after"):
        start, end = found.spans[-1][1] + DAY, None
        others = []
    elif (node.has("from") and not atom.hour and not _is_several(atom)) or atom.open_end:
        start, end = found.spans[0][0], None
        others = []
    else:
        return tuple(
            task_time(s, e, precision, found.assumed, others, words) for s, e in found.spans
        )
    return (task_time(start, end, precision, found.assumed, others, words),)


def counts_itself(atom: Atom) -> bool:
    """`trước 16 giờ ngày 30/6`: work still done on the day itself is in time."""
    return atom.hour and not atom.midnight


def _is_several(atom: Atom) -> bool:
    """`28 đến 30/4`, `tháng 3-5`: the atom has both ends of a range."""
    first, last = atom.parts[0].first, atom.parts[-1].last
    if atom.kind == "day":
        return first != last
    if atom.kind in ("month", "quarter", "half"):
        months = 12 * last.shift + last.month - first.month + 1
        return months > {"month": 1, "quarter": 3, "half": 0}[atom.kind]
    return atom.kind == "year" and last.shift > 0


def closing_day(atom: Atom, found: Stretches) -> dt.date:
    """The last day; of a whole school year that of its teaching, 31 May."""
    end = found.spans[-1][1]
    if atom.base == "school" and atom.precision == "school-year":
        return date_of(TAUGHT.last, end.year - 1) or end
    return end


def task_time(
    start: dt.date | None,
    end: dt.date | None,
    precision: Precision,
    assumed: tuple[str, ...],
    others: Iterable[Days],
    words: str,
) -> TaskTime:
    alternatives = tuple(
        Alternative(start=s, end=e) for s, e in dict.fromkeys(others) if (s, e) != (start, end)
    )
    return TaskTime(
        start=start,
        end=end,
        precision=precision,
        assumed=assumed,
        ambiguous=bool(alternatives),
        alternatives=alternatives,
        as_written=words,
    )
