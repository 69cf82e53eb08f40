"""Labelled blocks: `Thời gian:`, `Đơn vị chủ trì:` lines under the work that they describe."""

import re
from collections.abc import Iterator

from extract.assignees import heading_unit
from extract.patterns.assignments import OPENING_VERBS, VERBS
from extract.sections import section_at
from extract.sentences import clauses
from extract.tasks.label_blocks import (
    GENERAL,
    LABEL,
    NUMBER,
    event_of,
    units_around,
    work_above,
)
from extract.tasks.labels import doers_behind, label_at
from extract.tasks.making import cuts_of, make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import read_time
from extract.units.letters import UPPER
from extract.values import clean
from schemas import Task

_SENTENCE = re.compile(rf"\.\s+(?=[{UPPER}])")
_TIME = re.compile(
    r"(?:Thời gian|Thời hạn|Tiến độ|Thời điểm)"
    r"(?:\s+(?:dự kiến|thực hiện|hoàn thành|tổ chức|triển khai|tiến hành|báo cáo|diễn ra|cụ thể"
    r"|nộp|gửi|kiểm tra|giám sát|đào tạo|tập huấn|bồi dưỡng|học|thi|khảo sát|tham gia|đăng ký"
    r"|tuyên truyền|áp dụng|ra quân|bắt đầu|kết thúc|chậm nhất|tổng kết|sơ kết)){0,2}\s*:\s*"
)
_PHASE = re.compile(r"(?:Đợt|Giai đoạn|Bước|Vòng|Kỳ|Tuần|Tháng|Quý|Lần|Thời)(?!\w)", re.IGNORECASE)
_BEGINS_WORK = re.compile(
    rf"(?:{VERBS}|{OPENING_VERBS}|hội|lễ|chiến dịch|tập(?! thể(?! dục))|ôn)(?!\w)", re.IGNORECASE
)
_COMMA = re.compile(r",\s+")
_LEAST_WORDS = 3  # of work beside that of the label: `khai mạc` is a part of it
_SAYS_WORK = re.compile(
    rf"(?<!\w)(?:{VERBS}|khai mạc|bế mạc)(?!\w)",
    re.IGNORECASE,
)
_NEAR_HEADING = 300  # characters between a heading and an entry that its words hold for
_LEAST = 8  # characters of work before a label in the same paragraph


_TIME_WORDS = re.compile(r"Thời (?:gian|hạn|điểm)", re.IGNORECASE)
_INLINE_TIME = re.compile(r"(?<=[.;,(] )" + _TIME.pattern + r"|(?<=\()" + _TIME.pattern)


def labelled_tasks(scene: Scene) -> list[Task]:
    """A task for each `Thời gian: …` line: its action is the heading or the item above it."""
    found: list[Task] = []
    for i, paragraph in enumerate(scene.flow.paragraphs):
        start, end = paragraph.start, paragraph.end
        if paragraph.place is not None or i in scene.taken or not scene.in_body(start):
            continue
        begin = scene.begin(start, end)
        label = _TIME.match(scene.flow.text, begin, end)
        if label is None:
            tasks = _run_in(scene, begin, end) or _entry(scene, begin, end)
        else:
            tasks = _tasks_of(scene, i, label.end(), end)
        if tasks or label is not None:  # a label's time without work is no sentence either
            scene.taken.add(i)
            found += tasks
    return found


def _run_in(scene: Scene, start: int, end: int) -> list[Task]:
    """`Phát thanh 02 buổi. Đơn vị thực hiện: Tổ A. Thời gian: cả năm.`: all in one paragraph."""
    flow = scene.flow
    if flow.text.find(":", start, end) < 0:  # which the label ends with
        return []
    label = _INLINE_TIME.search(flow.text, start, end)
    if label is None:
        return []
    named = label_at(flow.text, start, end)
    stop = label.start() if named is None else min(named, label.start())
    action = clean(flow.text[start:stop].rstrip(" .;,("))
    if len(action) < _LEAST or LABEL.match(action):
        return []
    leads, partners = doers_behind(flow.text, start, end, scene.context)
    words = _SENTENCE.split(flow.text[label.end() : end], maxsplit=1)[0]
    return [
        Task(
            action=action,
            leads=leads or heading_unit(flow, scene.sections, start, scene.context),
            partners=partners,
            time=time,
            section=scene.path(start),
            **flow.ground(start, stop),
        )
        for time in read_time(words.split(";")[0].rstrip(" )."), scene.context)
    ]


def _entry(scene: Scene, start: int, end: int) -> list[Task]:
    """`- Vụ Xuân: từ ngày 01/3 đến 30/4.` under a heading: what the heading says, then."""
    flow = scene.flow
    colon = flow.text.find(":", start, min(end, start + 60))
    label = flow.text[start:colon] if colon > 0 else ""
    if len(label) < _LEAST or GENERAL.match(label) or _PHASE.match(label):
        return []
    matches = scene.within(colon, end)
    whole = len(matches) == 1 and not (flow.text[colon + 1 : matches[0].start].strip())
    if not whole or flow.text[matches[0].end : end].strip(" .;,") or not matches[0].times:
        return []
    if matches[0].modality not in ("window", "deadline") or scene.aims_at(matches[0]):
        return []
    section = section_at(scene.sections, start)
    if section is None or not section.heading.title or start - section.start > _NEAR_HEADING:
        return []
    if not _BEGINS_WORK.match(section.heading.title) or GENERAL.fullmatch(section.heading.title):
        return []
    title = clean(section.heading.title)
    return [
        Task(
            # The line itself may look like a heading.
            action=title if title == clean(label) else clean(f"{title}: {label}"),
            leads=heading_unit(flow, scene.sections, start, scene.context),
            time=time,
            section=scene.path(start),
            **flow.ground(section.start, colon),
        )
        for time in matches[0].times
    ]


def _tasks_of(scene: Scene, i: int, start: int, end: int) -> list[Task]:
    flow = scene.flow
    words = _SENTENCE.split(flow.text[start:end], maxsplit=1)[0]
    others = _other_work(scene, start, start + len(words))
    if others:
        return _own_label(scene, i, start, others[0][0]) + [t for _, t in others]
    return _own_label(scene, i, start, start + len(words))


def _other_work(scene: Scene, start: int, end: int) -> list[tuple[int, Task]]:
    """`Thời gian: từ 01/3 đến 31/3; cấp tỉnh phát động vào sáng 28/02`: later clauses that name
    work of their own, and where the first of them begins."""
    text = scene.flow.text
    found: list[tuple[int, Task]] = []
    for s, e in _clauses_of(text, start, end):
        own = [m for m in scene.within(s, e) if m.times and is_own_time(text, s, e, m)]
        if s <= start + 2 or not own:
            continue
        before = text[s : own[0].start].strip(" ,:;-–(")
        if len(before.split()) < _LEAST_WORDS or not _SAYS_WORK.search(before):
            continue
        task = make_task(scene, (s, e), cuts_of(own[:1]), own[0].times[0])
        found += [(s, task)] if task else []
    return found


def _clauses_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a label, cut before work that stands behind a comma too."""
    for s, e in clauses(text, start, end):
        at = s
        for comma in _COMMA.finditer(text, s, e):
            if _SAYS_WORK.match(text, comma.end()):
                yield at, comma.start()
                at = comma.end()
        yield at, e


def _own_label(scene: Scene, i: int, start: int, end: int) -> list[Task]:
    """The tasks of a label's own times."""
    flow = scene.flow
    words = flow.text[start:end].rstrip(" ;")
    times = read_time(words, scene.context)
    above = work_above(scene, i) or event_of(scene, times)
    if above is None or NUMBER.fullmatch(flow.text[slice(*above)]):
        return []
    if _TIME_WORDS.match(flow.text, *above):
        return []
    leads, partners = units_around(scene, i)
    return [
        Task(
            action=clean(flow.text[slice(*above)]),
            leads=leads,
            partners=partners,
            time=time,
            section=scene.path(start),
            **flow.ground(*above),
        )
        for time in times
    ]
