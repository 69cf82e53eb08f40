"""From a question to its meaning, or to the reason why it has none."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.ask import refusals
from kehoach.ask.days import NoSuchDay
from kehoach.ask.meaning import When
from kehoach.ask.named import CITING, DOCUMENT, LOWER, SEARCHES
from kehoach.ask.names import Named, bare, document_named, unit_named
from kehoach.ask.narrowing import LEVELS, NAMED_FAULTS, RULE, SEVERITIES, STATUSES
from kehoach.ask.patterns import Pattern
from kehoach.ask.sentence import LONGEST, Sentence
from kehoach.ask.time_reading import edged, overdue, read_time
from kehoach.ask.times import OVERDUE, TIMES
from kehoach.ask.topics import COUNT, EDGES, ISSUED, PROGRESS, ROLES, TOPICS, idle
from kehoach.errors import BadRequest
from store import Store
from store.errors import BadQuestion

# What follows "tìm" where it is not the words of a text that are looked for.
_NOT_SEARCHED = re.compile(
    r"(?:(?:cac|nhung|tat ca|moi|all|the|every) )*(?:viec|nhiem vu|cong viec|dau viec|thoi han"
    r"|loi|phat hien|mau thuan|canh bao|don vi|co quan|ke hoach|van ban|cua|nam \d|quy \d"
    r"|thang \d|chua|khong|dan chieu|vien dan|nao|cap |den han|qua han|tasks?|deadlines?"
    r"|errors?|findings?|mistakes?|contradictions?|plans?|documents?|units?|that |citing|cite"
    r"|due|overdue|of |work|which|what|out)(?!\w)"
)


@dataclass
class Parts:
    """What was found in a question; places are those of the first letters."""

    sentence: Sentence
    when: When | None = None
    late: bool = False
    documents: list[tuple[int, Named]] = field(default_factory=list)
    fault: str | None = None
    citing: str | None = None
    citing_at: int = -1
    passive_at: int = -1
    lower: bool = False
    topics: set[str] = field(default_factory=set)
    counted: bool = False
    issued: bool = False
    role: str | None = None
    level: str | None = None
    unit: str | None = None
    rule: str | None = None
    severity: str | None = None
    status: str | None = None


def searched_words(question: str) -> str | None:
    """The words to look for, where a question says that texts are to be searched."""
    typed = " ".join(question.split()).strip(" ?!.")
    folded = bare(typed)
    for pattern in SEARCHES:
        found = pattern.regex.fullmatch(folded)
        if found and not _NOT_SEARCHED.match(folded, found.start("words")):
            return typed[found.start("words") : found.end("words")]
    return None


def parts_of(question: str, store: Store, today: dt.date) -> Parts:
    """The parts of a question; raises `Refused`."""
    parts = Parts(Sentence(question))
    if not parts.sentence.typed:
        raise refusals.empty()
    if len(parts.sentence.typed) > LONGEST:
        raise refusals.too_long(LONGEST)
    if parts.sentence.find(PROGRESS.regex):
        raise refusals.progress()
    _find_documents(parts, store)
    parts.fault = _means(parts, NAMED_FAULTS)
    _find_citing(parts)
    parts.level = _means(parts, LEVELS)
    _find_unit(parts, store)
    parts.counted = _means(parts, (COUNT,)) is not None
    _find_when(parts, today)
    parts.severity = _means(parts, SEVERITIES)
    parts.rule = _rule(parts)
    if parts.unit is None:
        _find_unit(parts, store)
    parts.role = _means(parts, ROLES)
    parts.issued = _means(parts, (ISSUED,)) is not None
    for topic in TOPICS:
        while _means(parts, (topic,)):
            parts.topics.add(topic.means)
    if parts.severity or parts.rule or "findings" in parts.topics:
        parts.status = _means(parts, STATUSES)
    rest = parts.sentence.rest(idle)
    if rest:
        raise refusals.unknown_words(store, [typed for typed, _bare in rest])
    return parts


def _means(parts: Parts, patterns: Sequence[Pattern]) -> str | None:
    for pattern in patterns:
        found = parts.sentence.find(pattern.regex)
        if found:
            parts.sentence.cross_out(found)
            return pattern.means
    return None


def _find_documents(parts: Parts, store: Store) -> None:
    while found := parts.sentence.find(DOCUMENT.regex):
        digits = found["digits"] or found["bare"]
        group = next(g for g in ("number", "digits", "bare", "file", "id") if found[g])
        words = parts.sentence.as_typed(found, group)
        named = document_named(store, words, digits=bool(digits))
        parts.documents.append((found.start(), named))
        parts.sentence.cross_out(found)
    if len(parts.documents) > 1:
        raise refusals.one_document_at_a_time([named.words for _at, named in parts.documents])


def _find_citing(parts: Parts) -> None:
    passive = re.search(r"(?<!\w)(?:duoc|bi)(?!\w)|cited by|mentioned by|referred to by",
                        parts.sentence.bare)  # fmt: skip
    for pattern in CITING:
        found = parts.sentence.find(pattern.regex)
        if found:
            parts.sentence.cross_out(found)
            parts.citing, parts.citing_at = pattern.means, found.start()
            parts.passive_at = passive.start() if passive else -1
            parts.lower = _means(parts, (LOWER,)) is not None
            return


def _find_unit(parts: Parts, store: Store) -> None:
    parts.unit = unit_named(store, parts.sentence)
    if parts.unit:
        second = unit_named(store, parts.sentence)
        if second:
            raise refusals.one_unit_at_a_time(parts.unit, second)


def _find_when(parts: Parts, today: dt.date) -> None:
    late = parts.sentence.find(OVERDUE.regex)
    if late:
        parts.sentence.cross_out(late)
        parts.late, parts.when = True, overdue(today)
    for pattern in TIMES:
        while found := parts.sentence.find(pattern.regex):
            try:
                when = read_time(pattern, found, today)
            except (NoSuchDay, BadRequest, BadQuestion, ValueError, OverflowError):
                raise refusals.no_such_day(parts.sentence.as_typed(found, 0)) from None
            parts.sentence.cross_out(found)
            when = _from_edge(parts.sentence, found.start(), when)
            if parts.when is not None:
                when = _both(parts, when)
            parts.when = when


def _from_edge(sentence: Sentence, at: int, when: When) -> When:
    """The days from the word before a time on, where it is one such as `trước` or `until`."""
    before = sentence.bare[:at].rstrip(" ")
    for edge in EDGES:
        for found in edge.regex.finditer(before):
            if found.end() == len(before):
                sentence.cross_out(found)
                return edged(edge.means, when)
    return when


def _both(parts: Parts, when: When) -> When:
    """`quá hạn trong năm 2025`: what is late of these days; two other times don't go together."""
    first = parts.when
    if first is None or not parts.late or when.days.start is None or first.days.end is None:
        raise refusals.one_time_at_a_time()
    last = min(first.days.end, when.days.end or first.days.end)
    if when.days.start > last:
        raise refusals.nothing_late_then()
    from store.spans import Days

    options = ("--from", when.days.start.isoformat(), "--to", last.isoformat())
    return When(Days(when.days.start, last), options)


def _rule(parts: Parts) -> str | None:
    found = parts.sentence.find(RULE.regex)
    if not found:
        return None
    parts.sentence.cross_out(found)
    return found[1].upper()
