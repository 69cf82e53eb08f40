"""Rules: rhythms as RFC 5545 RRULEs that carry the last day allowed."""

from extract.times.atoms import Atom, Part, Rule
from extract.times.prefixes import Role

_LONGEST = 10  # days of a month that a rule lists one by one
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQ = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def rrule(rule: Rule) -> str:
    """The rule without its prefix: `FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=29`.

    A quarter without a day ends on the last day of every third month.
    """
    every, days, unit = rule.every, rule.days, rule.unit
    if unit == "quarter":
        unit, every, days = "month", 3 * every, days or (-1,)
    parts = [f"FREQ={_FREQ[unit]}"]
    if every > 1:
        parts.append(f"INTERVAL={every}")
    if rule.months:
        parts.append("BYMONTH=" + ",".join(map(str, rule.months)))
    if days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, days)))
    if rule.weekdays:
        names = [d for d in rule.weekdays if d[-1].isalpha()]
        parts.append("BYDAY=" + ",".join(names))
        parts += [f"BYSETPOS={d}" for d in rule.weekdays if not d[-1].isalpha()]
    return ";".join(parts)


def before(rule: Rule) -> Rule:
    """The rule whose days are those just before: `trước ngày 15` is the 14th."""
    if rule.weekdays and all(d in _WEEK for d in rule.weekdays):
        return rule._replace(
            weekdays=tuple(_WEEK[_WEEK.index(d) - 1] for d in rule.weekdays)
        )
    if not rule.days:
        if rule.unit == "year" and rule.months:
            return rule._replace(months=(rule.months[0] - 1 or 12,), days=(-1,))
        return rule
    if any(d == 1 for d in rule.days):
        if len(rule.days) > 1:
            return rule
        months = tuple(m - 1 or 12 for m in rule.months)
        return rule._replace(months=months, days=(-1,))
    return rule._replace(days=tuple(d - 1 if d > 0 else d for d in rule.days))


def with_days(rhythm: Atom, other: Atom, roles: tuple[Role, ...]) -> tuple[Rule, ...] | None:
    """The rule of a rhythm and the days beside it: `hằng năm` and `trước ngày 30/11`.

    `None` where they do not fit together.
    """
    if len(rhythm.rules) != 1:
        return None
    cycle = rhythm.rules[0]
    if other.kind in ("weekday", "rhythm"):
        return _with_rule(cycle, other, roles)
    if not other.parts:
        return None
    found = _of_year(other.parts) if other.parts[0].first.month else _of_month(other.parts)
    if found is None:
        return None
    if found.unit == "year" and cycle.unit != "year":
        return None
    if found.unit == "month":
        if cycle.unit not in ("month", "quarter"):
            return None
        found = found._replace(unit=cycle.unit, every=cycle.every)
    else:
        found = found._replace(every=cycle.every)
    strict = "before" in roles and not other.hour
    return (before(found) if strict else found,)


def _with_rule(cycle: Rule, other: Atom, roles: tuple[Role, ...]) -> tuple[Rule, ...] | None:
    """`hằng tuần, vào thứ Sáu`; `hằng quý, trước ngày 20 tháng cuối quý`."""
    inner = other.rules[0]
    if other.kind == "weekday" and cycle.unit not in ("week", "month"):
        return None
    if other.kind == "rhythm" and not (inner.days or inner.weekdays):
        return None
    strict = "before" in roles and not other.hour
    return tuple(before(r) if strict else r for r in other.rules)


def _of_month(parts: tuple[Part, ...]) -> Rule | None:
    days: list[int] = []
    for part in parts:
        first, last = part.first.day, part.last.day
        if last < first:
            return None
        days += range(first, last + 1) if last - first < _LONGEST else [last]
    return Rule("month", days=tuple(days))


def _of_year(parts: tuple[Part, ...]) -> Rule | None:
    """Whole months of each year, or days of one month each year."""
    whole = all(p.first.day == 1 and p.last.day == 0 for p in parts)
    months: list[int] = []
    for part in parts:
        span = part.last.shift * 12 + part.last.month - part.first.month
        months += [(part.first.month - 1 + i) % 12 + 1 for i in range(max(0, span) + 1)]
    if whole:
        return Rule("year", months=tuple(dict.fromkeys(months)))
    if len(set(months)) > 1:
        last = parts[-1].last
        return Rule("year", months=(last.month,), days=(last.day or -1,))
    inner = _of_month(tuple(replace_month(p) for p in parts))
    return inner and inner._replace(unit="year", months=tuple(dict.fromkeys(months)))


def replace_month(part: Part) -> Part:
    """The part with an open end (day 0) as day 31, so that its days can be counted."""
    return Part(part.first, part.last._replace(day=part.last.day or 31))


