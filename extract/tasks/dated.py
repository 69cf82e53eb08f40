"""Dated lists: items under a heading or a label that is a stretch of time, and dated items."""

import re
from dataclasses import dataclass, replace

from extract.flow import Flow
from extract.markers import marker_at
from extract.sections import Section
from extract.tasks.dated_items import held_at, item_under, items_behind
from extract.tasks.dated_labels import (
    banner_of,
    bracketed_of,
    dating_of,
    has_words,
    label_of,
)
from extract.tasks.scene import Scene
from extract.times import in_sequence
from schemas import Task, TaskTime

# What is to be reached is a target, what stands in brackets a remark: neither is work.
_NO_ITEM = re.compile(
    r"\((?=[^()]{4,400}\)[\s.;]*$)[^()]*"
    r"(?:[Pp]hụ lục|[Kk]èm theo|[Bb]iểu|[Dd]anh mục|[Ll]ưu ý|[Gg]hi chú)"
    r"|(?:Phấn đấu|Tối thiểu|Ít nhất|Trên|Từ|Đạt)?\s*(?:đạt\s+)?(?:\d+([.,]\d+)?\s*%|không để)"
)


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
            tasks = items_behind(scene, (begin, end), dating) if run_in else []
            return tasks, _Scope(dating.times, section.end)
        if label is None:
            return [], None
    if label is not None and not scene.aims_at(label):
        scene.taken.add(i)
        if has_words(text[label.end : end]):
            held = held_at(scene, label, (begin, end))
            return [held] if held else items_behind(scene, (begin, end), label), None
        titled = section is not None and bool(section.heading.title)
        stop = section.end if section is not None and titled else _scope_end(scene, i)
        return [], _Scope(label.times, min(stop, scope.end) if scope else stop)
    if scope is not None and _is_leaf(scene, i) and not _NO_ITEM.match(text, begin, end):
        scene.taken.add(i)
        return item_under(scene, (start, end), scope.times, matches), None
    return [], None


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
