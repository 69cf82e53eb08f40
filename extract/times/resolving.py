"""Resolving: from an atom and the context of its document to calendar days.

What is bare takes its year from the heading or row above it, from the school year (months 9
to 12 in its first year, 1 to 7 in its second), or from the plan's year, and says so.
"""

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from extract.context import Context
from extract.times import school
from extract.times.atoms import Atom, Mark, Part
from schemas.time import Precision

Days = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True)
class Stretches:
    """The days of an atom, `assumed` from context; `others` are what else it could mean."""

    spans: tuple[tuple[dt.date, dt.date], ...]
    precision: Precision
    assumed: tuple[str, ...] = ()
    others: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class _Base:
    """The year that an atom's marks count from."""

    year: int | None
    assumed: tuple[str, ...] = ()
    others: tuple[int, ...] = ()


def resolve(
    atom: Atom, context: Context, *, year: int | None = None, month: int | None = None
) -> Stretches:
    """The days of an atom; `year` and `month` come from the other end of its range, if bare.

    No spans where the year or the month is unknown, or where a day does not exist.
    """
    atom = _in_school(atom, context) if year is None else atom
    assumed: tuple[str, ...] = ()
    if any(p.first.month == 0 for p in atom.parts):
        month, assumed = (month, ()) if month else _month_above(context)
        if not month:
            return Stretches((), atom.precision)
        atom = replace(atom, parts=tuple(_in_month(p, month) for p in atom.parts))
    base = _Base(year) if year is not None and atom.year is None else base_of(atom, context)
    if base.year is None:
        return Stretches((), atom.precision)
    parts, other_parts = _parts(atom, base.year)
    spans = _spans(parts, base.year)
    others: list[Days] = [(s, e) for y in base.others for s, e in _spans(parts, y)]
    others += [days for days in _spans(other_parts, base.year) if days not in spans]
    return Stretches(
        tuple(spans), atom.precision, tuple(dict.fromkeys((*assumed, *base.assumed))), tuple(others)
    )


def base_of(atom: Atom, context: Context) -> _Base:
    """The year of an atom: printed, or that of its surroundings."""
    if atom.year is not None:
        return _Base(atom.year)
    if atom.base == "school":
        return _school_base(atom, context)
    first, last = atom.parts[0].first, atom.parts[-1].last
    if atom.shift == 0 and (above := _year_above(first, context)) is not None:
        return _Base(above, ("year",))
    if context.school_year is not None:
        return _in_school_year(first, last, context.school_year, atom.shift)
    if context.year is None:
        return _Base(None)
    year = context.year + atom.shift
    if atom.shift:
        return _Base(year, ("year",))
    return _not_before_issue(first, last, year, context)


def date_of(mark: Mark, year: int) -> dt.date | None:
    """The day of a mark; `None` where the calendar has none (31/4)."""
    year += mark.shift
    if not 1 <= year <= 9998:
        return None
    length = calendar.monthrange(year, mark.month)[1]
    day = length + mark.day if mark.day <= 0 else mark.day
    return dt.date(year, mark.month, day) if day <= length else None


def _spans(parts: tuple[Part, ...], year: int) -> list[tuple[dt.date, dt.date]]:
    out = []
    for part in parts:
        start, end = date_of(part.first, year), date_of(part.last, year)
        if start is None or end is None:
            return []
        out.append((start, end))
    return merged(out)


def merged(spans: list[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, dt.date]]:
    """Stretches that follow each other without a gap are one."""
    out: list[tuple[dt.date, dt.date]] = []
    for start, end in spans:
        if out and start - out[-1][1] == dt.timedelta(days=1):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _parts(atom: Atom, year: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The stretches, and what else they could be, once the first year is known."""
    if not atom.fact or not atom.fact.startswith("term"):
        return atom.parts, atom.others
    _, number, *piece = atom.fact.split("-")
    whole, others = school.term_parts(year, int(number))
    if not piece:
        return (whole,), others
    return (_piece_of(whole, piece[0]),), (whole,)


def _piece_of(whole: Part, piece: str) -> Part:
    """The first, the middle or the last month of a term, by convention."""
    if piece == "đầu":
        month = whole.first.month
        return Part(whole.first, Mark(whole.first.shift, month, 0))
    if piece == "cuối":
        return Part(Mark(whole.last.shift, whole.last.month, 1), whole.last)
    month = whole.first.month % 12 + 2
    return Part(Mark(whole.first.shift, month, 1), Mark(whole.first.shift, month, 0))


def _in_school(atom: Atom, context: Context) -> Atom:
    """In a plan of a school year `trong năm` is that year, `năm 2024-2025` a school year."""
    if context.school_year is None or atom.kind != "year" or atom.open_end:
        return atom
    if atom.year is None and atom.precision == "year":
        return replace(
            atom, kind="school", base="school", parts=(school.WHOLE,), precision="school-year"
        )
    if atom.others and atom.precision == "year":
        return replace(atom, parts=atom.others, others=atom.parts, precision="school-year")
    return atom


def _month_above(context: Context) -> tuple[int | None, tuple[str, ...]]:
    above = context.inherited
    if above is None or above.start is None or above.end is None:
        return None, ()
    same = (above.start.year, above.start.month) == (above.end.year, above.end.month)
    return (above.start.month, ("month",)) if same else (None, ())


def _in_month(part: Part, month: int) -> Part:
    return Part(part.first._replace(month=month), part.last._replace(month=month))


def _year_above(first: Mark, context: Context) -> int | None:
    """The year of the heading or row above, if it has one year in which the mark falls."""
    above = context.inherited
    if above is None or above.start is None or above.end is None:
        return None
    for year in range(above.start.year, min(above.end.year, above.start.year + 1) + 1):
        day = date_of(first, year)
        if day is not None and above.start <= day <= above.end:
            return year
    return above.start.year if above.start.year == above.end.year else None


def _in_school_year(first: Mark, last: Mark, school_year: int, shift: int) -> _Base:
    end_month = last.month + 12 * last.shift
    if first.month >= 9 or (first.month >= 7 and end_month >= 9) or first.month == 8:
        others = (school_year + 1,) if end_month <= 9 and first.month < 9 else ()
        return _Base(school_year + shift, ("year",), others)
    return _Base(school_year + 1 + shift, ("year",))


def _school_base(atom: Atom, context: Context) -> _Base:
    """The first year of the school year meant, in a calendar plan the one that ends in it."""
    if context.school_year is not None:
        return _Base(context.school_year + atom.shift, ("school-year",))
    above = context.inherited
    if above and above.precision == "school-year" and above.start:
        return _Base(above.start.year + atom.shift, ("school-year",))
    if context.year is None:
        return _Base(None)
    last = atom.parts[-1].last
    if last.shift == 0:
        return _Base(context.year + atom.shift, ("year",))
    first = atom.parts[0].first
    others = (context.year,) if first.shift == 0 else ()
    return _Base(context.year - 1 + atom.shift, ("year",), others)


def _not_before_issue(first: Mark, last: Mark, year: int, context: Context) -> _Base:
    """A year taken from the day of issue is in doubt where the days were over by then."""
    assumed: tuple[str, ...] = ("year",)
    issued = context.issued_on
    if context.assumed_year != "issued_on" or issued is None:
        return _Base(year, assumed)
    end = date_of(last, year)
    if end is None or end >= issued:
        period = context.period
        goes_on = period is not None and period.end is not None and period.end.year > year
        return _Base(year, assumed, (year + 1,) if goes_on else ())
    if issued.month >= 10:
        return _Base(year + 1, assumed, (year,))
    return _Base(year, assumed, (year + 1,))
