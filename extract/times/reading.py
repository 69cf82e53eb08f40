"""Reading: a chain and its context to the times that it means."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.context import Context
from extract.times.atoms import Atom, Part, Rule
from extract.times.chains import Chain, Item, Node
from extract.times.deadlines import behind_prefixes, counts_itself
from extract.times.ranges import range_times
from extract.times.resolving import Stretches, merged, resolve
from extract.times.rules import before, of_year, rrule, with_days
from schemas import TaskTime
from schemas.time import Precision


def times_of(chain: Chain, context: Context, words: str) -> tuple[TaskTime, ...]:
    """The times of a chain in order, `words` being what is printed; none for conditions."""
    if chain.rhythm is not None:
        return _recurring(chain, chain.rhythm, words)
    if chain.head.atom.kind == "continuous":
        return (TaskTime(continuous=True, as_written=words),)
    if len(chain.items) > 1:
        return _listed(chain.items, context, words)
    item = chain.items[0]
    if item.last is not None:
        return range_times(item.first, item.last, context, words)
    return _single(item.first, context, words)


def _recurring(chain: Chain, rhythm: Node, words: str) -> tuple[TaskTime, ...]:
    rules = rhythm.atom.rules
    precision = rhythm.atom.precision
    if rhythm.has("before") and not counts_itself(rhythm.atom):
        rules = tuple(before(r) for r in rules)
    if chain.items:
        first = chain.items[0].first
        other = whole_item(chain.items)
        last = chain.items[-1].last
        roles = (*first.roles, *(last.roles if last else ()))
        found = with_days(rhythm.atom, other, roles)
        if found is not None:
            rules = found
            fine = any(r.days or r.weekdays for r in rules)
            precision = "day" if fine else other.precision
    rules = tuple(dict.fromkeys(rules))
    if len(rules) > 1 and not chain.items:  # `hằng quý, hằng năm`: each has its own
        return tuple(repeated(rule, precision_of(rule, precision), words) for rule in rules)
    return tuple(repeated(rule, precision, words) for rule in rules)


def precision_of(rule: Rule, whole: Precision) -> Precision:
    """How fine a rule without days is; `whole` where its unit alone doesn't tell."""
    if rule.days or rule.weekdays or rule.months:
        return whole
    if rule.unit == "month":
        return {3: "quarter", 6: "half-year", 12: "year"}.get(rule.every, "month")  # type: ignore[return-value]
    if rule.unit == "quarter":
        return "quarter"
    return "year" if rule.unit == "year" and whole != "school-year" else whole


def repeated(rule: Rule, precision: Precision, words: str) -> TaskTime:
    """The time of a rule: its days are those of the rule alone."""
    return TaskTime(precision=precision, recurrence=rrule(rule), as_written=words)


def whole_item(items: Sequence[Item]) -> Atom:
    """One atom for a list or a range beside a rhythm: `từ ngày 01 đến ngày 05 hằng tháng`."""
    first = items[0].first.atom
    if first.rules:
        return replace(first, rules=_one_rule([i.first.atom for i in items]))
    parts: list[Part] = []
    for item in items:
        if item.last is None:
            parts += item.first.atom.parts
        elif item.first.atom.parts and item.last.atom.parts:
            parts.append(Part(item.first.atom.parts[0].first, item.last.atom.parts[-1].last))
    month = next((p.last.month for p in reversed(parts) if p.last.month), 0)
    if month:
        parts = [Part(p.first._replace(month=p.first.month or month), p.last) for p in parts]
    return replace(first, parts=tuple(parts))


def _one_rule(atoms: list[Atom]) -> tuple[Rule, ...]:
    """One rule for several weekdays: `2FR` and `4FR` are `2FR,4FR`."""
    days = tuple(d for a in atoms for d in a.rules[0].weekdays)
    return (atoms[0].rules[0]._replace(weekdays=days),)


def _listed(items: Sequence[Item], context: Context, words: str) -> tuple[TaskTime, ...]:
    """`tháng 4, tháng 5 năm 2022`: a year or month printed last counts for all before it."""
    atoms = [i.first.atom for i in items]
    year = next((a.year for a in reversed(atoms) if a.year is not None), None)
    month = next((p.last.month for a in reversed(atoms) for p in a.parts if p.last.month), None)
    found = [resolve(a, context, year=year if a.year is None else None, month=month) for a in atoms]
    spans = [s for f in found for s in f.spans]
    assumed, others = union(f.assumed for f in found), found[0].others
    node = items[0].first
    if node.has("before", "by", "until", "ending"):
        precision = found[0].precision
        return tuple(
            time
            for span in spans
            for time in behind_prefixes(node, Stretches((span,), precision, assumed), words)
        )
    return behind_prefixes(
        node, Stretches(tuple(merged(spans)), found[0].precision, assumed, others), words
    )


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
    if atom.shift and (rule := _each_year(node, context)) is not None:
        return (repeated(rule, atom.precision, words),)
    return behind_prefixes(node, resolve(atom, context), words)


def _each_year(node: Node, context: Context) -> Rule | None:
    """`trước ngày 31/01 năm sau` in a plan of several years comes in each of them."""
    period = context.period
    if period is None or not (period.start and period.end) or node.atom.base == "school":
        return None
    if period.end.year - period.start.year < 1 or node.atom.kind not in ("day", "month"):
        return None
    rules = of_year(node.atom.parts) if node.atom.parts[0].first.month else ()
    if len(rules) != 1:
        return None
    strict = node.has("before") and not counts_itself(node.atom)
    return before(rules[0]) if strict else rules[0]


def union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
