"""Prose: sentences of the body that say when their work is done or due."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.sentences import clauses, sentences
from extract.subjects import begins_unit
from extract.tasks.clause_times import for_whom, times_of_clause
from extract.tasks.labels import label_at
from extract.tasks.making import cuts_of, make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import LATEST_REACH, is_own_time, latest_before
from extract.times import TimeMatch
from extract.values import clean
from schemas import Task, TaskTime

# `…; hoàn thành trước ngày 20/8`: the time is that of the whole sentence.
_COMPLETES = re.compile(
    r"(?:xong|Xong|hoàn thành|Hoàn thành|hoàn tất|Hoàn tất|kết thúc|Kết thúc)(?!\w)"
)
# `Tăng cường tuần tra; lắp đèn tín hiệu, xong trước 30/9`: what goes on is not to be finished.
_GOES_ON = re.compile(
    r"(?<!\w)(?:chỉ đạo|tăng cường|đẩy mạnh|tiếp tục|thường xuyên|duy trì|nâng cao|chú trọng"
    r"|quan tâm|theo dõi|đôn đốc|phát huy|quán triệt|chủ động)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 4000
_NEAR = 400  # characters around a time that show whether a clause says more than the time
_FEW = 3  # words of an action that cannot stand without the label of its paragraph
_LABEL = 80  # characters of such a label
_LEAST = 8  # characters of a clause that says what is to be done
_JOINED = re.compile(r"[\s,;]*(?:và)?[\s,;]*(?:đợt \d{1,2}:\s*)?", re.IGNORECASE)


def prose_tasks(scene: Scene) -> list[Task]:
    """One task for each time of its own in a clause, outside tables and dated lists."""
    found: list[Task] = []
    done = 0  # the clauses before this flat offset have been read
    cuts = _Cuts(scene.flow.text)
    for match in scene.times:
        if match.start < done or not match.times or not scene.in_body(match.start):
            continue
        i = scene.flow.paragraph_at(match.start)
        paragraph = scene.flow.paragraphs[i]
        if i in scene.taken or paragraph.place is not None:
            continue
        stretch = _clause_of(cuts, paragraph.start, paragraph.end, match)
        stretch = _with_work(cuts, stretch) if stretch else None
        if stretch is None or not is_own_time(scene.flow.text, *stretch, match):
            continue
        if scene.aims_at(match):
            continue
        if stretch[0] < done:  # a sentence that was asked for, whose first clauses are answered
            stretch = (_skip(scene.flow.text, done, stretch[1]), stretch[1])
        if stretch[1] - stretch[0] > _LONGEST:  # no sentence is: what stands around must do
            near = _LONGEST // 4
            stretch = (max(stretch[0], match.start - near), min(stretch[1], match.end + near))
        found += clause_tasks(scene, stretch)
        done = stretch[1]
    return found


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ;,.":
        start += 1
    return start


def clause_tasks(scene: Scene, stretch: tuple[int, int]) -> list[Task]:
    """The tasks of one clause: `báo cáo quý trước ngày A, báo cáo năm trước ngày B` are two,
    `báo cáo trước ngày A và trước ngày B` one piece of work at two times."""
    text = scene.flow.text
    own = times_of_clause(scene, stretch)
    begin = scene.begin(*stretch)
    found = for_whom(scene, begin, stretch[1], own)
    if found:
        return found
    for part, matches in _parts(text, begin, stretch[1], own):
        cuts = cuts_of(matches)
        for time in (_latest(text, part[0], m, t) for m in matches for t in m.times):
            task = make_task(scene, part, cuts, time)
            found += [_labelled(scene, task, part)] if task else []
    return found


def _labelled(scene: Scene, task: Task, part: tuple[int, int]) -> Task:
    """`Chiến dịch hè: ra quân ngày 02/6; tổng kết …`: a word or two need the label before them."""
    if len(task.action.split()) > _FEW:
        return task
    flow = scene.flow
    paragraph = flow.paragraphs[flow.paragraph_at(part[0])]
    begin = scene.begin(paragraph.start, paragraph.end)
    colon = flow.text.find(": ", begin, min(begin + _LABEL, part[0]))
    label = flow.text[begin:colon] if colon > 0 else ""
    if not label or part[1] - begin > _LONGEST // 10 or begins_unit(label):
        return task
    words = f"{clean(label)}: {task.action}"
    return task.model_copy(update={"action": words, **flow.ground(begin, part[1])})


def _latest(text: str, start: int, match: TimeMatch, time: TaskTime) -> TaskTime:
    """`Thời gian chậm nhất gửi báo cáo … ngày 23/3`: the day at the end is the last one."""
    if time.start is None or time.start != time.end or match.modality != "window":
        return time
    before = text[max(start, match.start - LATEST_REACH) : match.start]
    return time.model_copy(update={"start": None}) if latest_before(before) else time


def _parts(
    text: str, start: int, end: int, own: Sequence[TimeMatch]
) -> list[tuple[tuple[int, int], list[TimeMatch]]]:
    """The clause cut between its times, with the times of each part."""
    groups: list[list[TimeMatch]] = []
    for match in own:
        if groups and _JOINED.fullmatch(_between(text, groups[-1][-1], match)):
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


def _between(text: str, before: TimeMatch, match: TimeMatch) -> str:
    """What stands between two times besides the rhythm and brackets of the second."""
    start, rhythm = before.end, match.rhythm
    if rhythm is None or rhythm[0] < start:
        return text[start : match.start]
    words = text[start : rhythm[0]] + text[rhythm[1] : match.start]
    return words.replace("(", "").replace(")", "")


class _Cuts:
    """The clauses and sentences of the paragraph that was asked for last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._of: tuple[int, int] | None = None
        self._clauses: list[tuple[int, int]] = []
        self._sentences: list[tuple[int, int]] = []

    def clause(self, start: int, end: int, offset: int) -> tuple[int, int] | None:
        """The clause of `text[start:end]` that holds an offset."""
        self._cut(start, end)
        return _holding(self._clauses, offset)

    def sentence(self, start: int, end: int, offset: int) -> tuple[int, int] | None:
        """The sentence of `text[start:end]` that holds an offset."""
        self._cut(start, end)
        return _holding(self._sentences, offset)

    @property
    def begin(self) -> int:
        """Where the paragraph begins."""
        return self._of[0] if self._of else 0

    @property
    def end(self) -> int:
        """Where the paragraph ends."""
        return self._of[1] if self._of else 0

    def _cut(self, start: int, end: int) -> None:
        if self._of != (start, end):
            self._of = (start, end)
            self._clauses = list(clauses(self.text, start, end))
            self._sentences = list(sentences(self.text, start, end))


def _holding(stretches: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    i = bisect_right(stretches, offset, key=lambda s: s[0]) - 1
    return stretches[i] if i >= 0 and offset < stretches[i][1] else None


def _with_work(cuts: _Cuts, stretch: tuple[int, int]) -> tuple[int, int]:
    """`Mở lớp dệt. Đơn vị chủ trì: Hội A; xong trước 15/6`: the work stands before its label."""
    start = stretch[0]
    if start <= cuts.begin or label_at(cuts.text, *stretch) != start:
        return stretch
    before = cuts.sentence(cuts.begin, cuts.end, start - 2)
    return (before[0], stretch[1]) if before else stretch


def _clause_of(cuts: _Cuts, start: int, end: int, match: TimeMatch) -> tuple[int, int] | None:
    """The clause that holds the time; the whole sentence where the time completes it, or where
    the clause says nothing else."""
    text = cuts.text
    clause = cuts.clause(start, end, match.start)
    if clause is None:
        return None
    before = text[max(clause[0], match.start - _NEAR) : match.start]
    rest = before + text[match.end : min(clause[1], match.end + _NEAR)]
    says_more = len(_COMPLETES.sub("", rest).strip(" ,;.:-")) > _LEAST
    comma = text[max(start, match.start - 3) : match.start].rstrip().endswith(",")
    if says_more and not (_COMPLETES.match(text, match.start) and comma):
        return clause
    sentence = cuts.sentence(start, end, match.start)
    if sentence is None or sentence[1] - sentence[0] > _LONGEST:
        return clause if sentence else None
    if says_more and clause[0] > sentence[0]:
        counted = any(c.isdigit() for c in text[clause[0] : match.start])
        if counted or _GOES_ON.search(text, sentence[0], clause[0]):
            return clause
    return sentence
