"""Prose: sentences of the body that say when their work is done or due."""

from extract.sentences import clauses
from extract.tasks.making import make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from schemas import Task


def prose_tasks(scene: Scene) -> list[Task]:
    """One task for each clause with a time of its own, outside tables and dated lists."""
    found: list[Task] = []
    done = 0  # the clauses before this flat offset have been read
    for match in scene.times:
        if match.start < done or not match.times or not scene.in_body(match.start):
            continue
        i = scene.flow.paragraph_at(match.start)
        paragraph = scene.flow.paragraphs[i]
        if i in scene.taken or paragraph.place is not None:
            continue
        stretch = _clause_of(scene.flow.text, paragraph.start, paragraph.end, match.start)
        if stretch is None or not is_own_time(scene.flow.text, *stretch, match):
            continue
        for time in match.times:
            task = make_task(scene, stretch, [(match.start, match.end)], time)
            found += [task] if task else []
        done = stretch[1]
    return found


def _clause_of(text: str, start: int, end: int, offset: int) -> tuple[int, int] | None:
    return next(((s, e) for s, e in clauses(text, start, end) if s <= offset < e), None)
