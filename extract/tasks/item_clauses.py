"""Item clauses: later clauses of an item under a dated heading that have times of their own."""

from collections.abc import Sequence

from extract.sentences import clauses
from extract.tasks.making import cuts_of, make_task
from extract.tasks.scene import Scene
from extract.times import TimeMatch
from schemas import Task

_MOST_RHYTHMS = 20  # of one item; more are no item's
_LEAST = 8  # characters of a clause that says what is to be done


def recurring_clauses(
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


def due_clauses(
    scene: Scene, begin: int, end: int, own: Sequence[TimeMatch]
) -> list[tuple[tuple[int, int], Task]]:
    """`…; phúc tra xong trước 31/12`: a later clause with a day of its own is work of its own."""
    text = scene.flow.text
    out: list[tuple[tuple[int, int], Task]] = []
    for s, e in clauses(text, begin, end) if own else ():
        due = [m for m in own if s <= m.start < e and m.modality in ("deadline", "window")]
        if s <= begin + 2 or not due:
            continue
        said = text[s : due[0].start] or text[due[0].end : e]
        if len(said.strip(" ,;(")) <= _LEAST:
            continue
        task = make_task(scene, (s, e), cuts_of(due[:1]), due[0].times[0])
        out += [((s, e), task)] if task else []
    return out
