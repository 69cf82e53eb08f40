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
        return rule._replace(weekdays=tuple(_WEEK[_WEEK.index(d) - 1] for d in rule.weekdays))
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
    found = of_year(other.parts) if other.parts[0].first.month else _of_month(other.parts)
    if other.parts[0].first.month and _comes_seldom(cycle):
        cycle = Rule("year")  # `định kỳ 6 tháng (trước ngày 10/6)`: each year on that day
    units = ("year",) if other.parts[0].first.month else ("month", "quarter")
    if not found or cycle.unit not in units:
        return None
    strict = "before" in roles and not other.hour
    rules = (r._replace(unit=cycle.unit, every=cycle.every) for r in found)
    return tuple(before(r) if strict else r for r in rules)


def _comes_seldom(cycle: Rule) -> bool:
    """Every quarter or half a year: a day of a named month stands for one of its turns."""
    return cycle.unit == "quarter" or (cycle.unit == "month" and cycle.every in (3, 6, 9))


def _with_rule(cycle: Rule, other: Atom, roles: tuple[Role, ...]) -> tuple[Rule, ...] | None:
    """`hằng tuần, vào thứ Sáu`; `hằng quý, trước ngày 20 tháng cuối quý`."""
    inner = other.rules[0]
    if other.kind == "weekday" and cycle.unit not in ("week", "month"):
        return None
    if cycle.weekdays:  # the days of the last one, which has the rhythm, come after the others'
        return (cycle._replace(weekdays=(*inner.weekdays, *cycle.weekdays)),)
    if other.kind == "rhythm" and not (inner.days or inner.weekdays):
        return None
    strict = "before" in roles and not other.hour
    return tuple(before(r) if strict else r for r in other.rules)


def _of_month(parts: tuple[Part, ...]) -> tuple[Rule, ...]:
    """The days of a month, each of a short stretch, the last of a long one."""
    days: list[int] = []
    for part in parts:
        first, last = part.first.day, part.last.day or 31
        if last < first:
            return ()
        days += range(first, last + 1) if last - first < _LONGEST else [last]
    return (Rule("month", days=tuple(days)),)


def of_year(parts: tuple[Part, ...]) -> tuple[Rule, ...]:
    """Whole months of each year, or days of a month each year, a rule for each such day."""
    if all(p.first.day == 1 and p.last.day == 0 for p in parts):
        months: list[int] = []
        for part in parts:
            span = part.last.shift * 12 + part.last.month - part.first.month
            months += [(part.first.month - 1 + i) % 12 + 1 for i in range(max(0, span) + 1)]
        return (Rule("year", months=tuple(dict.fromkeys(months))),)
    rules: list[Rule] = []
    for part in parts:
        month = part.last.month
        days: tuple[int, ...] = (part.last.day or -1,)
        if part.first.month == month and (inner := _of_month((part,))):
            days = inner[0].days
        if rules and rules[-1].days == days:
            rules[-1] = rules[-1]._replace(months=(*rules[-1].months, month))
        else:
            rules.append(Rule("year", months=(month,), days=days))
    return tuple(rules)
