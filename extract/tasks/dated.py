"""Dated lists: items under a heading or a label that is a stretch of time, and dated items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Section
from extract.sentences import clauses
from extract.tasks.making import action_words, cuts_of, make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import TimeMatch
from schemas import Task, TaskTime

# `Đợt thứ nhất từ nay đến 31/5: …`, `Giai đoạn 2 (từ tháng 6): …`: the name of the wave goes
# with its time.
_WAVE = re.compile(
    r"(?:Đợt|Giai đoạn|Bước|Lần|Vòng|Kỳ|Tuần|Chặng|Đợt cao điểm)"
    r"(?:\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|\w{2,4}))?"
)
# What is to be reached is a target, what stands in brackets a remark: neither is work.
_NO_ITEM = re.compile(
    r"\((?=[^()]{4,400}\)[\s.;]*$)[^()]*"
    r"(?:[Pp]hụ lục|[Kk]èm theo|[Bb]iểu|[Dd]anh mục|[Ll]ưu ý|[Gg]hi chú)"
    r"|(?:Phấn đấu|Tối thiểu|Ít nhất|Trên|Từ|Đạt)?\s*(?:đạt\s+)?(?:\d+([.,]\d+)?\s*%|không để)"
)
# `Đợt 2: từ ngày … gồm các nội dung trọng tâm:` says only that they follow.
_ANNOUNCES = re.compile(
    r"[\s:,–-]*(?:(?:bao )?gồm|với|có)\s(?:các\s)?(?:nội dung|hoạt động|công việc|nhiệm vụ)"
    r"(?:\s(?:trọng tâm|chính|chủ yếu|cụ thể|sau|sau đây|như sau)){0,2}[\s.:]*$",
    re.IGNORECASE,
)
# `Đợt 3: từ ngày 15/3 đến ngày khai mạc`: an end that no day is printed for.
_OPEN_END = re.compile(
    r"\s(?:cho )?(?:đến|tới)\s(?:hết\s)?(?:ngày|khi|lúc|thời điểm|kỳ)\s(?!\d)[^\d.;:()\n]{2,60}?"
    r"(?=\s*(?:[.:;)]|$|(?:(?:bao )?gồm|với các)\s))"
)
_MOST_RHYTHMS = 20  # of one item; more are no item's
_LEAST = 8  # characters of a clause that says what is to be done
_NAME_WORDS = 12
_BANNER = 120  # characters of a line that dates the bullets under it
_LEADING = 4  # characters before a rhythm that an item begins with
_LABEL_TAIL = " .:;,-–)("


@dataclass(frozen=True, slots=True)
class _Scope:
    """A stretch of time that dates what follows up to the flat offset `end`, within another."""

    times: tuple[TaskTime, ...]
    end: int
    outer: "_Scope | None" = None


def dated_tasks(scene: Scene) -> list[Task]:
    """Tasks whose time stands before them: on the heading above, or as their first words."""
    found: list[Task] = []
    scope: _Scope | None = None
    heads = {s.start: s for s in scene.sections}
    for i, paragraph in enumerate(scene.flow.paragraphs):
        if i in scene.taken or paragraph.place is not None or not scene.in_body(paragraph.start):
            continue
        while scope and paragraph.start >= scope.end:
            scope = scope.outer
        if scope:
            scene.read_under(paragraph.start, paragraph.end, scope.times[0])
        tasks, opened = _read(scene, i, heads.get(paragraph.start), scope)
        found += tasks
        scope = replace(opened, outer=scope) if opened else scope
    return found


def _banner(scene: Scene, i: int, begin: int, end: int) -> TimeMatch | None:
    """The days in brackets that close a short line without a number, over bullets: `Giai đoạn
    chuẩn bị (từ 01/3 đến 15/3/2025)`."""
    flow = scene.flow
    if end - begin > _BANNER or begin != flow.paragraphs[i].start:
        return None
    if i + 1 >= len(flow.paragraphs) or not flow.text[begin].isupper():
        return None
    below = flow.paragraphs[i + 1]
    marker = marker_at(flow.text, below.start, below.end)
    if marker is None or marker.kind != "bullet" or below.place is not None:
        return None
    match = _bracketed(flow.text, begin, end, scene.within(begin, end))
    if match is None or match.modality != "window" or match.times[0].recurrence:
        return None
    return match


def _read(
    scene: Scene, i: int, section: Section | None, scope: _Scope | None
) -> tuple[list[Task], _Scope | None]:
    """The tasks of one paragraph, and the scope that it opens."""
    text = scene.flow.text
    start, end = scene.flow.paragraphs[i].start, scene.flow.paragraphs[i].end
    begin = scene.begin(start, end)
    matches = scene.within(start, end)
    label = _label(text, begin, end, matches)
    banner = _banner(scene, i, begin, end) if section is None and matches else None
    if banner is not None and not scene.aims_at(banner):
        scene.taken.add(i)
        stop = _banner_end(scene, i)
        return [], _Scope(banner.times, min(stop, scope.end) if scope else stop)
    if section is not None and section.heading.title:
        body = min(section.body, end)
        bracketed = _bracketed(text, begin, end, [m for m in matches if m.start < body])
        if bracketed is not None:
            scene.taken.add(i)
            return [], _Scope(bracketed.times, section.end)
        dating = _dating(text, begin, body, matches)
        if dating is not None:
            scene.taken.add(i)
            run_in = _has_words(text[max(body, dating.end) : end])
            tasks = _items(scene, (begin, end), dating) if run_in else []
            return tasks, _Scope(dating.times, section.end)
        if label is None:
            return [], None
    if label is not None and not scene.aims_at(label):
        scene.taken.add(i)
        if _has_words(text[label.end : end]):
            return _items(scene, (begin, end), label), None
        titled = section is not None and bool(section.heading.title)
        stop = section.end if section is not None and titled else _scope_end(scene, i)
        return [], _Scope(label.times, min(stop, scope.end) if scope else stop)
    if scope is not None and _is_leaf(scene, i) and not _NO_ITEM.match(text, begin, end):
        scene.taken.add(i)
        return _dated_item(scene, (start, end), scope, matches), None
    return [], None


def _has_words(words: str) -> bool:
    """Whether more is said than that something follows."""
    return any(c.isalpha() for c in _ANNOUNCES.sub("", words))


def _label(text: str, begin: int, end: int, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The time that a paragraph begins with as a label: `Tháng 3: …`, `Trước 15/6, …`."""
    if not matches:
        return None
    match = matches[0]
    if _heads_with_days(text, begin, end, match):
        return match
    before = text[begin : match.start].strip(" (-–:,")
    if (before and not _WAVE.fullmatch(before)) or not match.times:
        return None
    if match.modality in ("reference", "anniversary", "condition", "continuous"):
        return None
    if match.times[0].end is None and (open_end := _OPEN_END.match(text, match.end, end)):
        match = replace(match, end=open_end.end())
    rest = text[match.end : end].lstrip(" )")
    if not _has_words(rest) or rest[0] in ":-–," or is_own_time(text, begin, end, match):
        return match
    return None


def _heads_with_days(text: str, begin: int, end: int, match: TimeMatch) -> bool:
    """`Tháng hành động vì trẻ em (01/6 - 30/6/2025): treo cờ …`: a name with its days, and the
    work of those days."""
    if match.modality != "window" or not text.startswith(
        "):", match.end - (text[match.end - 1] == ")")
    ):
        return False
    name = text[begin : match.start].rstrip()
    days = match.times[0] if match.times else None
    ranged = days is not None and days.start and days.end and days.start != days.end
    if not ranged or not name.endswith("(") or not name[:1].isupper():
        return False
    return len(name.split()) <= _NAME_WORDS and _has_words(text[match.end : end])


def _dating(text: str, begin: int, end: int, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The time of a heading that is one, or that says `trong` one."""
    title = _ANNOUNCES.sub("", text[begin:end].strip(_LABEL_TAIL))
    for match in matches:
        if match.start >= end or not match.times:
            continue
        words = text[match.start : min(match.end, end)].strip(_LABEL_TAIL)
        if match.modality in ("reference", "anniversary", "condition", "label"):
            continue
        before = text[begin : match.start].casefold().rstrip(" (")
        whole = len(words) >= 0.8 * len(title)
        if whole or words.casefold().startswith("trong ") or before.endswith("trong"):
            return match
    return None


def _bracketed(text: str, begin: int, end: int, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The time in brackets that a heading closes with: `Tuần 1 (từ 03/3 đến 09/3)`."""
    for match in matches:
        opened = text[begin : match.start].rstrip().endswith("(")
        if match.times and opened and not text[match.end : end].strip(" ).:;"):
            return match
    return None


def _banner_end(scene: Scene, i: int) -> int:
    """The bullets under a banner: up to the next paragraph without one."""
    flow = scene.flow
    for j in range(i + 1, len(flow.paragraphs)):
        paragraph = flow.paragraphs[j]
        marker = marker_at(flow.text, paragraph.start, paragraph.end)
        if marker is None or marker.kind != "bullet":
            return paragraph.start
    return len(flow.text)


def _scope_end(scene: Scene, i: int) -> int:
    """A label dates what follows it up to the next paragraph of its own kind or heading."""
    flow = scene.flow
    kind = _kind(flow, i)
    starts = {s.start for s in scene.sections}
    for j in range(i + 1, len(flow.paragraphs)):
        if flow.paragraphs[j].start in starts or _kind(flow, j) == kind:
            return flow.paragraphs[j].start
    return len(flow.text)


def _kind(flow: Flow, i: int) -> str:
    """The kind of a paragraph's marker, bullets told apart by their sign."""
    paragraph = flow.paragraphs[i]
    marker = marker_at(flow.text, paragraph.start, paragraph.end)
    if marker is None:
        return ""
    return marker.label if marker.kind == "bullet" else marker.kind


def _is_leaf(scene: Scene, i: int) -> bool:
    """A paragraph that announces the bullets after it is not itself a task."""
    flow = scene.flow
    if flow.text[flow.paragraphs[i].start : flow.paragraphs[i].end].rstrip().endswith(":"):
        return i + 1 >= len(flow.paragraphs) or i + 1 in scene.taken
    return True


def _items(scene: Scene, stretch: tuple[int, int], label: TimeMatch) -> list[Task]:
    """The item behind a label; a later sentence with its own time is a task of its own."""
    text = scene.flow.text
    start, end = stretch
    found: list[Task] = []
    others: list[tuple[int, int]] = []
    first = end
    for s, e in clauses(text, label.end, end):
        own = _sharp_time(scene, s, e) if s > label.end + 2 else None
        if own is None:
            continue
        first = min(first, s)
        others.append((s, e))
        for time in own.times:
            task = make_task(scene, (s, e), cuts_of([own]), time)
            found += [task] if task else []
    due = _due_inside(scene, label, first)
    cuts = [(start, label.end), *others, *(cuts_of([due]) if due else [])]
    for time in due.times if due else label.times:
        task = make_task(scene, (start, end), cuts, time)
        found += [task] if task else []
    return found


def _due_inside(scene: Scene, label: TimeMatch, end: int) -> TimeMatch | None:
    """`Trong dịp hè, … hoàn thành trước ngày 15/8`: the deadline sharpens the stretch."""
    wide = label.times[0]
    if label.modality != "window" or not (wide.start and wide.end):
        return None
    due = _sharp_time(scene, label.end, end)
    if due is None or due.modality != "deadline" or not (last := due.times[0].end):
        return None
    return due if wide.start <= last <= wide.end and wide.start != wide.end else None


def _sharp_time(scene: Scene, start: int, end: int) -> TimeMatch | None:
    """The deadline or rhythm that a sentence sets for its own work."""
    for match in scene.within(start, end):
        sharp = match.modality in ("deadline", "recurring")
        if sharp and is_own_time(scene.flow.text, start, end, match):
            return match
    return None


def _finer(time: TaskTime, scope: TaskTime) -> bool:
    """Whether a stretch of days is a part of the heading's, not all of it."""
    if not (time.start and time.end):
        return False
    if not (scope.start and scope.end):
        return time.precision in ("day", "month")
    return time.end - time.start < scope.end - scope.start


def _dated_item(
    scene: Scene, stretch: tuple[int, int], scope: _Scope, matches: Sequence[TimeMatch]
) -> list[Task]:
    """An item under a dated heading; a finer time of its own wins over the heading's."""
    start, end = stretch
    begin = scene.begin(start, end)
    own = [
        m
        for m in matches
        if m.modality in ("deadline", "window", "recurring")
        and m.times
        and (m.modality != "window" or _finer(m.times[0], scope.times[0]))
        and is_own_time(scene.flow.text, begin, end, m)
    ]
    found = [*_recurring_clauses(scene, begin, end, own), *_due_clauses(scene, begin, end, own)]
    own = [m for m in own if m.modality == "recurring" or _holds(m, begin, found)]
    own = [m for m in own if m.modality != "recurring" or _holds(m, begin, found)]
    cuts = [*cuts_of(own[:1]), *((t[0], t[1]) for t, _ in found)]
    tasks = [task for _, task in found]
    rest = action_words(scene.flow.text, begin, end, cuts).rstrip(" .:")
    if tasks and _WAVE.fullmatch(rest):
        return tasks  # `Bước 3. …` without its work
    for time in own[0].times if own else scope.times:
        task = make_task(scene, stretch, cuts, time)
        tasks += [task] if task else []
    return tasks


def _due_clauses(
    scene: Scene, begin: int, end: int, own: Sequence[TimeMatch]
) -> list[tuple[tuple[int, int], Task]]:
    """`…; phúc tra xong trước 31/12`: a later clause with a day of its own is work of its own."""
    text = scene.flow.text
    out: list[tuple[tuple[int, int], Task]] = []
    for s, e in clauses(text, begin, end) if own else ():
        due = [m for m in own if s <= m.start < e and m.modality in ("deadline", "window")]
        if s <= begin + 2 or not due or len(text[s : due[0].start].strip(" ,;(")) <= _LEAST:
            continue
        task = make_task(scene, (s, e), cuts_of(due[:1]), due[0].times[0])
        out += [((s, e), task)] if task else []
    return out


def _holds(match: TimeMatch, begin: int, apart: Sequence[tuple[tuple[int, int], Task]]) -> bool:
    """Whether a rhythm is the whole item's: it begins it, or has a day and no clause of its own."""
    if any(s <= match.start < e for (s, e), _ in apart):
        return False
    if match.modality != "recurring":
        return True
    dated = "BY" in (match.times[0].recurrence or "")
    return dated or match.start - begin < _LEADING


def _recurring_clauses(
    scene: Scene, begin: int, end: int, own: Sequence[TimeMatch]
) -> list[tuple[tuple[int, int], Task]]:
    """`…; định kỳ hằng tuần báo cáo …`: a later clause that comes again is work of its own."""
    out: list[tuple[tuple[int, int], Task]] = []
    rhythms = [m for m in own if m.modality == "recurring"][:_MOST_RHYTHMS]
    for s, e in clauses(scene.flow.text, begin, end) if rhythms else ():
        again = [m for m in rhythms if s <= m.start < e]
        if s <= begin + 2 or not again:
            continue
        task = make_task(scene, (s, e), cuts_of(again[:1]), again[0].times[0])
        out += [((s, e), task)] if task else []
    return out
