"""Dated lists: items under a heading or a label that is a stretch of time, and dated items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Section, section_at
from extract.sentences import clauses
from extract.tasks.dated_labels import (
    WAVE,
    banner_of,
    bracketed_of,
    dating_of,
    has_words,
    label_of,
)
from extract.tasks.item_clauses import due_clauses, recurring_clauses
from extract.tasks.labels import doers_behind
from extract.tasks.making import action_words, cuts_of, make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import TimeMatch, in_sequence
from schemas import Task, TaskTime

# What is to be reached is a target, what stands in brackets a remark: neither is work.
_NO_ITEM = re.compile(
    r"\((?=[^()]{4,400}\)[\s.;]*$)[^()]*"
    r"(?:[Pp]hụ lục|[Kk]èm theo|[Bb]iểu|[Dd]anh mục|[Ll]ưu ý|[Gg]hi chú)"
    r"|(?:Phấn đấu|Tối thiểu|Ít nhất|Trên|Từ|Đạt)?\s*(?:đạt\s+)?(?:\d+([.,]\d+)?\s*%|không để)"
)
_PLACE = re.compile(r"[\s,]*(?:tại|ở)\s[^.;\n]{3,120}(?:[.;]|$)")
_LEADING = 4  # characters before a rhythm that an item begins with


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
    latest: TaskTime | None = None
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
        if opened is not None:
            opened = opened if scope else _following(opened, latest)
            latest = opened.times[0]
            scope = replace(opened, outer=scope)
    return found


def _following(opened: _Scope, latest: TaskTime | None) -> _Scope:
    """A scope whose year is assumed, in sequence with the one opened before it."""
    if len(opened.times) != 1:
        return opened
    return replace(opened, times=(in_sequence(opened.times[0], latest),))


def _read(
    scene: Scene, i: int, section: Section | None, scope: _Scope | None
) -> tuple[list[Task], _Scope | None]:
    """The tasks of one paragraph, and the scope that it opens."""
    text = scene.flow.text
    start, end = scene.flow.paragraphs[i].start, scene.flow.paragraphs[i].end
    begin = scene.begin(start, end)
    matches = scene.within(start, end)
    label = label_of(text, begin, end, matches)
    banner = banner_of(scene, i, begin, end) if section is None and matches else None
    if banner is not None and not scene.aims_at(banner):
        scene.taken.add(i)
        stop = _banner_end(scene, i)
        return [], _Scope(banner.times, min(stop, scope.end) if scope else stop)
    if section is not None and section.heading.title:
        body = min(section.body, end)
        bracketed = bracketed_of(text, begin, end, [m for m in matches if m.start < body])
        if bracketed is not None:
            scene.taken.add(i)
            return [], _Scope(bracketed.times, section.end)
        dating = dating_of(text, begin, body, matches)
        if dating is not None:
            scene.taken.add(i)
            run_in = has_words(text[max(body, dating.end) : end])
            tasks = _items(scene, (begin, end), dating) if run_in else []
            return tasks, _Scope(dating.times, section.end)
        if label is None:
            return [], None
    if label is not None and not scene.aims_at(label):
        scene.taken.add(i)
        if has_words(text[label.end : end]):
            held = _held_at(scene, label, (begin, end))
            return [held] if held else _items(scene, (begin, end), label), None
        titled = section is not None and bool(section.heading.title)
        stop = section.end if section is not None and titled else _scope_end(scene, i)
        return [], _Scope(label.times, min(stop, scope.end) if scope else stop)
    if scope is not None and _is_leaf(scene, i) and not _NO_ITEM.match(text, begin, end):
        scene.taken.add(i)
        return _dated_item(scene, (start, end), scope, matches), None
    return [], None


def _held_at(scene: Scene, label: TimeMatch, stretch: tuple[int, int]) -> Task | None:
    """`Dự kiến ngày 26/4/2026 tại nhà văn hóa.` under `1. Lễ phát động`: a day and a place of
    what the heading names."""
    text = scene.flow.text
    if _PLACE.match(text, label.end, stretch[1]) is None or len(label.times) != 1:
        return None
    section = section_at(scene.sections, stretch[0])
    title = section.heading.title if section else None
    if section is None or not title or stretch[0] < section.body:
        return None
    begin = scene.begin(section.start, section.body)
    task = make_task(scene, (begin, min(section.body, begin + len(title) + 2)), (), label.times[0])
    doers = doers_behind(text, *stretch, scene.context)
    if task is None or not doers[0]:
        return task
    return task.model_copy(update={"leads": doers[0], "partners": doers[1]})


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
    found = [*recurring_clauses(scene, begin, end, own), *due_clauses(scene, begin, end, own)]
    own = [m for m in own if _holds(m, begin, found)]
    cuts = [*cuts_of(own[:1]), *((t[0], t[1]) for t, _ in found)]
    tasks = [task for _, task in found]
    rest = action_words(scene.flow.text, begin, end, cuts).rstrip(" .:")
    if tasks and WAVE.fullmatch(rest):
        return tasks  # `Bước 3. …` without its work
    for time in own[0].times if own else scope.times:
        task = make_task(scene, stretch, cuts, time)
        tasks += [task] if task else []
    return tasks


def _holds(match: TimeMatch, begin: int, apart: Sequence[tuple[tuple[int, int], Task]]) -> bool:
    """Whether a rhythm is the whole item's: it begins it, or has a day and no clause of its own."""
    if any(s <= match.start < e for (s, e), _ in apart):
        return False
    if match.modality != "recurring":
        return True
    dated = "BY" in (match.times[0].recurrence or "")
    return dated or match.start - begin < _LEADING
