"""Tasks: every piece of work that has a time, from tables, dated lists and prose.

Each stretch of the text is read by one of the four only, in this order: rows of task
tables, blocks with a `Thời gian:` label, items under a dated heading or behind a time,
sentences with a time of their own.
"""

from collections.abc import Sequence

from extract.context import Context
from extract.flow import Flow
from extract.sections import Frame, Section
from extract.tasks.dated import dated_tasks
from extract.tasks.labelled import labelled_tasks
from extract.tasks.prose import prose_tasks
from extract.tasks.rows import row_tasks
from extract.tasks.scene import Scene
from extract.times import TimeMatch
from schemas import Span, Task

__all__ = ["find_tasks"]


def find_tasks(
    flow: Flow,
    frame: Frame,
    sections: Sequence[Section],
    context: Context,
    times: Sequence[TimeMatch],
    subject: Span | None = None,
) -> list[Task]:
    """The tasks of a plan in the order of the text; `times` are those of the whole flow, and
    `subject` is where the title says what the plan is about."""
    scene = Scene(flow, frame, sections, context, list(times), subject)
    found = [*row_tasks(scene), *labelled_tasks(scene), *dated_tasks(scene), *prose_tasks(scene)]
    return sorted(found, key=lambda t: t.span.start if t.span else 0)
