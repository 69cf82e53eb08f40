"""Items of dated lists as tasks: those behind a label, and those under a dated heading."""

import re
from collections.abc import Sequence

from extract.sections import section_at
from extract.sentences import clauses
from extract.tasks.dated_labels import WAVE
from extract.tasks.item_clauses import due_clauses, recurring_clauses
from extract.tasks.labels import doers_behind
from extract.tasks.making import action_words, cuts_of, make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import TimeMatch
from schemas import Task, TaskTime

_PLACE = re.compile(r"[\s,]*(?:tại|ở)\s[^.;\n]{3,120}(?:[.;]|$)")
_LEADING = 4  # characters before a rhythm that an item begins with


def held_at(scene: Scene, label: TimeMatch, stretch: tuple[int, int]) -> Task | None:
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


def items_behind(scene: Scene, stretch: tuple[int, int], label: TimeMatch) -> list[Task]:
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


def item_under(
    scene: Scene, stretch: tuple[int, int], scope: Sequence[TaskTime], matches: Sequence[TimeMatch]
) -> list[Task]:
    """An item under a dated heading; a finer time of its own wins over the heading's."""
    start, end = stretch
    begin = scene.begin(start, end)
    own = [
        m
        for m in matches
        if m.modality in ("deadline", "window", "recurring")
        and m.times
        and (m.modality != "window" or _finer(m.times[0], scope[0]))
        and is_own_time(scene.flow.text, begin, end, m)
    ]
    found = [*recurring_clauses(scene, begin, end, own), *due_clauses(scene, begin, end, own)]
    own = [m for m in own if _holds(m, begin, found)]
    cuts = [*cuts_of(own[:1]), *((t[0], t[1]) for t, _ in found)]
    tasks = [task for _, task in found]
    rest = action_words(scene.flow.text, begin, end, cuts).rstrip(" .:")
    if tasks and WAVE.fullmatch(rest):
        return tasks  # `Bước 3. …` without its work
    for time in own[0].times if own else scope:
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
