"""Reading: a chain and its context to the times that it means."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.context import Context
from extract.times.atoms import Atom, Mark, Part
from extract.times.chains import Chain, Item, Node
from extract.times.match import Modality
from extract.times.resolving import Days, Stretches, date_of, resolve
from extract.times.rules import before, rrule, with_days
from extract.times.school import TAUGHT
from schemas import TaskTime
from schemas.time import Alternative, Precision

_DAY = dt.timedelta(days=1)
_FINER: tuple[Precision, ...] = (
    "day", "month", "quarter", "half-year", "school-year", "year", "none",
)  # fmt: skip


def times_of(chain: Chain, context: Context, words: str) -> tuple[TaskTime, ...]:
    """The times of a chain in order, `words` being what is printed; none for conditions."""
    if chain.rhythm is not None:
        return _recurring(chain, chain.rhythm, context, words)
    if chain.head.atom.kind == "continuous":
        return (TaskTime(continuous=True, as_written=words),)
    if len(chain.items) > 1:
        return _listed(chain.items, context, words)
    item = chain.items[0]
    if item.last is not None:
        return _ranged(item.first, item.last, context, words)
    return _single(item.first, context, words)


def modality_of(chain: Chain) -> Modality:
    """What the words of a chain say of its times."""
    head = chain.head
    atom = head.atom
    if atom.kind == "condition" or head.has("event"):
        return "condition"
    if chain.rhythm is not None:
        return "recurring"
    if atom.kind == "continuous":
        return "continuous"
    if atom.kind == "weekday":
        return "reference"
    if head.has("data") or (atom.kind == "signing" and chain.items[0].last is None):
        return "reference"
    if head.has("outlook", "about"):
        return "label"
    if atom.kind == "festal":
        return "anniversary"
    if chain.items[0].last is not None:
        plain = atom.label and not head.roles
        return "label" if plain else "window"
    if head.has("before", "by", "until", "ending", "finish") or (
        atom.fact == "until" and not atom.label
    ):
        return "deadline"
    if atom.label and not head.has("in", "from", "after") and not atom.open_end:
        return "label"
    return "window"


def _recurring(
    chain: Chain, rhythm: Node, context: Context, words: str
) -> tuple[TaskTime, ...]:
    rules = rhythm.atom.rules
    precision = rhythm.atom.precision
    if rhythm.has("before"):
        rules = tuple(before(r) for r in rules)
    if chain.items:
        first = chain.items[0].first
        other = _whole_item(chain.items)
        last = chain.items[-1].last
        roles = (*first.roles, *(last.roles if last else ()))
        found = with_days(rhythm.atom, other, roles)
        if found is not None:
            rules = found
            fine = any(r.days or r.weekdays for r in rules)
            precision = "day" if fine else other.precision
    return tuple(
        TaskTime(precision=precision, recurrence=rrule(rule), as_written=words)
        for rule in dict.fromkeys(rules)
    )


def _whole_item(items: Sequence[Item]) -> Atom:
    """One atom for a list or a range beside a rhythm: `từ ngày 01 đến ngày 05 hằng tháng`."""
    first = items[0].first.atom
    if first.rules:
        return replace(
            first,
            kind="rhythm" if len(items) > 1 else first.kind,
            rules=_one_rule([i.first.atom for i in items]),
        )
    parts: list[Part] = []
    for item in items:
        if item.last is None:
            parts += item.first.atom.parts
        elif item.first.atom.parts and item.last.atom.parts:
            parts.append(Part(item.first.atom.parts[0].first, item.last.atom.parts[-1].last))
    month = next((p.last.month for p in reversed(parts) if p.last.month), 0)
    if month:
        parts = [
            Part(p.first._replace(month=p.first.month or month), p.last) for p in parts
        ]
    return replace(first, parts=tuple(parts))


def _one_rule(atoms: list[Atom]) -> "tuple":  # type: ignore[type-arg]
    first = atoms[0].rules[0]
    days = tuple(d for a in atoms for d in a.rules[0].weekdays)
    return (first._replace(weekdays=days),)


def _listed(items: Sequence[Item], context: Context, words: str) -> tuple[TaskTime, ...]:
    """`tháng 4, tháng 5 năm 2022`: a year or month printed last counts for all before it."""
    atoms = [i.first.atom for i in items]
    year = next((a.year for a in reversed(atoms) if a.year is not None), None)
    month = next(
        (p.last.month for a in reversed(atoms) for p in a.parts if p.last.month), None
    )
    found = [resolve(a, context, year=year if a.year is None else None, month=month) for a in atoms]
    spans: list[tuple[dt.date, dt.date]] = []
    for start, end in (s for f in found for s in f.spans):
        if spans and start == spans[-1][1] + _DAY:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    merged = Stretches(
        tuple(spans), found[0].precision, _union(f.assumed for f in found), found[0].others
    )
    return _times(items[0].first, merged, words)


def _single(node: Node, context: Context, words: str) -> tuple[TaskTime, ...]:
    atom = node.atom
    if atom.kind in ("condition", "weekday") or node.has("event"):
        return ()
    if atom.kind in ("now", "signing"):
        if not node.has("from") and atom.kind == "signing":
            return ()
        issued = context.issued_on
        if issued is None:
            return ()
        return (TaskTime(start=issued, precision="day", assumed=("start",), as_written=words),)
    return _times(node, resolve(atom, context), words)


def _times(node: Node, found: Stretches, words: str) -> tuple[TaskTime, ...]:
    """The times of the stretches of one atom behind its prefixes."""
    atom = node.atom
    if not found.spans:
        return (TaskTime(precision=found.precision, as_written=words),)
    start: dt.date | None
    end: dt.date | None
    others = list(found.others)
    precision = found.precision
    if atom.fact == "until":
        return (_time(None, found.spans[0][1], precision, found.assumed, (), words),)
    if node.has("before"):
        start, end = None, found.spans[0][0] - (dt.timedelta(0) if _counts(atom) else _DAY)
        others, precision = [], "day"
    elif node.has("ending"):
        closing = _closing(atom, found)
        start, end, precision = None, closing - _DAY, "day"
        others = [(None, closing)]
    elif node.has("by", "until", "outlook"):
        start, end = None, _closing(atom, found)
        others = [(None, e) for _, e in others if e != end]
        if atom.kind == "school" and end != found.spans[-1][1]:
            others.append((None, found.spans[-1][1]))
    elif node.has("after"):
        start, end = found.spans[-1][1] + _DAY, None
        others = []
    elif node.has("from") or atom.open_end:
        start, end = found.spans[0][0], None
        others = []
    else:
        return tuple(
            _time(s, e, precision, found.assumed, others, words) for s, e in found.spans
        )
    return (_time(start, end, precision, found.assumed, others, words),)


def _counts(atom: Atom) -> bool:
    """`trước 16 giờ ngày 30/6`: work still done on the day itself is in time."""
    return atom.hour and not atom.midnight


def _closing(atom: Atom, found: Stretches) -> dt.date:
    """The last day; of a whole school year that of its teaching, 31 May."""
    end = found.spans[-1][1]
    if atom.base == "school" and atom.precision == "school-year":
        return date_of(TAUGHT.last, end.year - 1) or end
    return end


def _ranged(first: Node, last: Node, context: Context, words: str) -> tuple[TaskTime, ...]:
    start, assumed_start, left = _begin(first, last, context)
    right = _end(first, last, context, start)
    if last.atom.kind == "signing" or not right.spans:
        if start is None:
            return (TaskTime(as_written=words),)
        return (_time(start, None, left, assumed_start, (), words),)
    end = _closing(last.atom, right)
    if last.has("before") and not _counts(last.atom):
        end = right.spans[0][0] - _DAY
    if last.has("ending"):
        end -= _DAY
    others = [(start, e) for _, e in right.others if e != end]
    if end != right.spans[-1][1] and last.atom.base == "school":
        others.append((start, right.spans[-1][1]))
    precision = min(left, right.precision, key=_FINER.index)
    assumed = _union((assumed_start, right.assumed))
    return (_time(start, end, precision, assumed, others, words),)


def _begin(
    first: Node, last: Node, context: Context
) -> tuple[dt.date | None, tuple[str, ...], Precision]:
    """The first day of a range; its year is that of the end unless it prints one."""
    atom = first.atom
    if atom.kind in ("now", "signing"):
        issued = context.issued_on
        return issued, ("start",) if issued else (), "day"
    year, month = last.atom.year, None
    marks = last.atom.parts
    if atom.year is None and year is not None and atom.parts and marks:
        opening, closing = atom.parts[0].first, marks[-1].last
        year += closing.shift if last.atom.base == atom.base else 0
        if _later(opening, closing):
            year -= 1
    if marks and not (atom.parts and atom.parts[0].first.month):
        month = marks[0].first.month
        if month and atom.parts and atom.parts[0].first.day > (marks[-1].last.day or 31):
            month = month - 1 or 12
    usable = year if atom.base == last.atom.base else None
    found = resolve(atom, context, year=usable if atom.year is None else None, month=month)
    if not found.spans:
        return None, (), found.precision
    assumed = () if usable is not None and atom.year is None else found.assumed
    return found.spans[0][0], assumed, found.precision


def _end(first: Node, last: Node, context: Context, start: dt.date | None) -> Stretches:
    """The last days of a range; bare, they follow the first day within a year."""
    atom = last.atom
    if atom.kind == "signing":
        return Stretches((), "day")
    if atom.year is not None or start is None:
        return resolve(atom, context)
    month = start.month if atom.parts and not atom.parts[-1].last.month else None
    explicit = first.atom.year is not None or first.atom.kind in ("now", "signing")
    own = resolve(atom, context, month=month)
    if atom.base == "school" and not explicit:
        return own
    if context.school_year is not None and not explicit and own.spans:
        return own
    year = start.year - (1 if atom.base == "school" else 0)
    found = resolve(atom, context, year=year, month=month)
    if found.spans and found.spans[-1][1] < start:
        found = resolve(atom, context, year=year + 1, month=month)
    printed = first.atom.year is not None
    return replace(found, assumed=() if printed else own.assumed or ("year",))


def _later(first: Mark, last: Mark) -> bool:
    """Whether a mark without a year stands later in the calendar than another."""
    if not first.month or not last.month:
        return False
    return (first.month, first.day) > (last.month, last.day or 31)


def _time(
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


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
