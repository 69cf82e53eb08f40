"""The block around a label: the work above that it describes, and the doers on lines beside it."""

import re
from collections.abc import Sequence

from extract.sections import section_at
from extract.tasks.labels import LEAD, PARTNER, doers_of
from extract.tasks.scene import Scene
from schemas import TaskTime, Unit

# Headings that say what kind of thing follows, not what is done: their parent says that.
_GENERAL_NOUN = (
    r"(?:Nội dung|Thời gian|Thành phần|Địa điểm|Yêu cầu|Mục đích|Đối tượng|Tiến độ|Hình thức"
    r"|Phương án|Chủ đề|Phạm vi|Quy mô|Số lượng|Phương pháp|Cách thức|Kinh phí|Tên gọi|Địa bàn"
    r"|Lực lượng|Khẩu hiệu|Ý nghĩa)"
)
GENERAL = re.compile(
    rf"{_GENERAL_NOUN}(?:(?:,|\s?[-–]|\svà)?\s(?:và )?(?:{_GENERAL_NOUN}|thực hiện|tổ chức|tham gia"
    r"|tham dự|triển khai))*",
    re.IGNORECASE,
)
_EVENT_DAYS = 45  # the longest that a plan's own event lasts, a month of action with its eve
_BLOCK = 6  # paragraphs that a block of labels has at the most
LABEL = re.compile(r"[^:]{3,60}:\s*\S")
NUMBER = re.compile(r"\W*(?:\d{1,3}|[IVXLC]{1,7}|[a-zđ])?\W*")  # alone on its line


def event_of(scene: Scene, times: Sequence[TaskTime]) -> tuple[int, int] | None:
    """The plan's own subject, where the times under `Thời gian, địa điểm` are those of what it
    organises: some days, not the year for which it is made."""
    subject = scene.subject
    if subject is None or not times:
        return None
    for time in times:
        if time.precision != "day" or time.start is None or time.end is None:
            return None
        if (time.end - time.start).days > _EVENT_DAYS:
            return None
    flow = scene.flow
    start = flow.flat_of(subject.start)
    end = flow.flat_within(subject.end, start, len(flow.text))
    return (start, end) if start < end else None


def work_above(scene: Scene, i: int) -> tuple[int, int] | None:
    """The flat stretch of the heading's title, or of the first item above that has no label."""
    flow = scene.flow
    section = inner = section_at(scene.sections, flow.paragraphs[i].start)
    while section is not None and GENERAL.fullmatch(section.heading.title or ""):
        section = scene.sections[section.parent] if section.parent is not None else None
    if section is not None and section.heading.title:
        begin = scene.begin(section.start, section.body)
        return begin, min(section.body, begin + len(section.heading.title) + 2)
    for j in range(i - 1, max(-1, i - _BLOCK), -1):
        paragraph = flow.paragraphs[j]
        if inner is not None and paragraph.start <= inner.start:
            if paragraph.start == inner.start and not inner.heading.title:
                return scene.begin(paragraph.start, paragraph.end), paragraph.end
            break  # a heading that only says what kind of thing follows
        begin = scene.begin(paragraph.start, paragraph.end)
        words = flow.text[begin : paragraph.end]
        if NUMBER.fullmatch(words):
            continue
        if not LABEL.match(words) or words.rstrip().endswith(":"):
            return begin, paragraph.end
    return None


def units_around(scene: Scene, i: int) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The labels of the same block: the neighbouring lines until one without a label."""
    flow = scene.flow
    leads: tuple[Unit, ...] = ()
    partners: tuple[Unit, ...] = ()
    for step in (-1, 1):
        for j in range(i + step, i + step * _BLOCK, step):
            if not 0 <= j < len(flow.paragraphs):
                break
            paragraph = flow.paragraphs[j]
            words = flow.text[scene.begin(paragraph.start, paragraph.end) : paragraph.end]
            if not LABEL.match(words):
                break
            if LEAD.match(words) or PARTNER.match(words):
                lead, partner = doers_of(words, scene.context)
                leads, partners = leads or lead, partners or partner
    return leads, partners
