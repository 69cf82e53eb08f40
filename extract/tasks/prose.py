"""Prose: sentences of the body that say when their work is done or due."""

import re
from collections.abc import Sequence

from extract.sentences import clauses, sentences
from extract.tasks.making import make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import TimeMatch
from schemas import Task

# `…; hoàn thành trước ngày 20/8`: the time is that of the whole sentence.
_COMPLETES = re.compile(r"(?:xong|hoàn thành|hoàn tất|kết thúc)(?!\w)", re.IGNORECASE)
_LEAST = 8  # characters of a clause that says what is to be done
_JOINED = re.compile(r"[\s,;]*(?:và)?[\s,;]*")


def prose_tasks(scene: Scene) -> list[Task]:
    """One task for each time of its own in a clause, outside tables and dated lists."""
    found: list[Task] = []
    done = 0  # the clauses before this flat offset have been read
    for match in scene.times:
        if match.start < done or not match.times or not scene.in_body(match.start):
            continue
        i = scene.flow.paragraph_at(match.start)
        paragraph = scene.flow.paragraphs[i]
        if i in scene.taken or paragraph.place is not None:
            continue
        stretch = _clause_of(scene.flow.text, paragraph.start, paragraph.end, match)
        if stretch is None or not is_own_time(scene.flow.text, *stretch, match):
            continue
        if scene.aims_at(match):
            continue
        found += clause_tasks(scene, stretch)
        done = stretch[1]
    return found


def clause_tasks(scene: Scene, stretch: tuple[int, int]) -> list[Task]:
    """The tasks of one clause: `báo cáo quý trước ngày A, báo cáo năm trước ngày B` are two,
    `báo cáo trước ngày A và trước ngày B` one piece of work at two times."""
    text = scene.flow.text
    own = [m for m in scene.within(*stretch) if is_own_time(text, *stretch, m)]
    found: list[Task] = []
    for part, matches in _parts(text, scene.begin(*stretch), stretch[1], own):
        cuts = [(m.start, m.end) for m in matches]
        for time in (t for m in matches for t in m.times):
            task = make_task(scene, part, cuts, time)
            found += [task] if task else []
    return found


def _parts(
    text: str, start: int, end: int, own: Sequence[TimeMatch]
) -> list[tuple[tuple[int, int], list[TimeMatch]]]:
    """The clause cut between its times, with the times of each part."""
    groups: list[list[TimeMatch]] = []
    for match in own:
        if groups and _JOINED.fullmatch(text[groups[-1][-1].end : match.start]):
            groups[-1].append(match)
        else:
            groups.append([match])
    if len(groups) < 2:
        return [((start, end), groups[0])] if groups else []
    leading = not text[start : groups[0][0].start].strip(" ,:;-–(")
    out = []
    at = start
    for group, after in zip(groups, [*groups[1:], None], strict=True):
        stop = after[0].start if leading and after else group[-1].end
        if after is None:
            stop = end
        out.append(((at, stop), group))
        at = stop
        while at < end and text[at] in " ,;":
            at += 1
        if text.startswith("và ", at):
            at += 3
    return out


def _clause_of(text: str, start: int, end: int, match: TimeMatch) -> tuple[int, int] | None:
    """The clause that holds the time; the whole sentence where the time completes it, or where
    the clause says nothing else."""
    clause = next(((s, e) for s, e in clauses(text, start, end) if s <= match.start < e), None)
    if clause is None:
        return None
    rest = text[clause[0] : match.start] + text[match.end : clause[1]]
    says_more = len(_COMPLETES.sub("", rest).strip(" ,;.:-")) > _LEAST
    completes = _COMPLETES.match(text, match.start) and text[: match.start].rstrip().endswith(",")
    if says_more and not completes:
        return clause
    return next(((s, e) for s, e in sentences(text, start, end) if s <= match.start < e), None)
