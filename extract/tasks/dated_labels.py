"""Dated labels: the time that a heading or a line is, or begins or closes with."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.markers import marker_at
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import TimeMatch

# `Đợt thứ nhất từ nay đến 31/5: …`, `Giai đoạn 2 (từ tháng 6): …`: the name of the wave goes
# with its time.
WAVE = re.compile(
    r"(?:Đợt|Giai đoạn|Bước|Lần|Vòng|Kỳ|Tuần|Chặng|Đợt cao điểm)"
    r"(?:\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|\w{2,4}))?"
)
# `Đợt 2: từ ngày … gồm các nội dung trọng tâm:` says only that they follow.
_ANNOUNCES = re.compile(
    r"[\s:,–-]*(?:(?:bao )?gồm|với|có)\s(?:các\s)?(?:nội dung|hoạt động|công việc|nhiệm vụ)"
    r"(?:\s(?:trọng tâm|chính|chủ yếu|cụ thể|sau|sau đây|như sau)){0,2}[\s.:]*$",
    re.IGNORECASE,
)
# `Đợt 3: từ ngày 15/3 đến ngày khai mạc`: an end that no day is printed for.
_OPEN_END = re.compile(
    r"\s(?:cho )?(?:đến|tới)\s(?:hết\s)?(?:ngày|khi|lúc|thời điểm|kỳ)\s(?!\d)[^\d.;:()\n]{2,60}?"
    r"(?=\s*(?:[.:;)]|$|(?:(?:bao )?gồm|với các)\s))"
)
_NAME_WORDS = 12
_BANNER = 120  # characters of a line that dates the bullets under it
_LABEL_TAIL = " .:;,-–)("


def has_words(words: str) -> bool:
    """Whether more is said than that something follows."""
    return any(c.isalpha() for c in _ANNOUNCES.sub("", words))


def label_of(text: str, begin: int, end: int, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The time that a paragraph begins with as a label: `Tháng 3: …`, `Trước 15/6, …`."""
    if not matches:
        return None
    match = matches[0]
    if _heads_with_days(text, begin, end, match):
        return match
    before = text[begin : match.start].strip(" (-–:,")
    if (before and not WAVE.fullmatch(before)) or not match.times:
        return None
    if match.modality in ("reference", "anniversary", "condition", "continuous"):
        return None
    if match.times[0].end is None and (open_end := _OPEN_END.match(text, match.end, end)):
        match = replace(match, end=open_end.end())
    rest = text[match.end : end].lstrip(" )")
    if not has_words(rest) or rest[0] in ":-–," or is_own_time(text, begin, end, match):
        return match
    return None


def _heads_with_days(text: str, begin: int, end: int, match: TimeMatch) -> bool:
    """`Tháng hành động vì trẻ em (01/6 - 30/6/2025): treo cờ …`: a name with its days, and the
    work of those days."""
    if match.modality != "window" or not text.startswith(
        "):", match.end - (text[match.end - 1] == ")")
    ):
        return False
    name = text[begin : match.start].rstrip()
    days = match.times[0] if match.times else None
    ranged = days is not None and days.start and days.end and days.start != days.end
    if not ranged or not name.endswith("(") or not name[:1].isupper():
        return False
    return len(name.split()) <= _NAME_WORDS and has_words(text[match.end : end])


def dating_of(text: str, begin: int, end: int, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The time of a heading that is one, or that says `trong` one."""
    title = _ANNOUNCES.sub("", text[begin:end].strip(_LABEL_TAIL))
    for match in matches:
        if match.start >= end or not match.times:
            continue
        words = text[match.start : min(match.end, end)].strip(_LABEL_TAIL)
        if match.modality in ("reference", "anniversary", "condition", "label"):
            continue
        before = text[begin : match.start].casefold().rstrip(" (")
        whole = len(words) >= 0.8 * len(title)
        if whole or words.casefold().startswith("trong ") or before.endswith("trong"):
            return match
    return None


def bracketed_of(text: str, begin: int, end: int, matches: Sequence[TimeMatch]) -> TimeMatch | None:
    """The time in brackets that a heading closes with: `Tuần 1 (từ 03/3 đến 09/3)`."""
    for match in matches:
        opened = text[begin : match.start].rstrip().endswith("(")
        if match.times and opened and not text[match.end : end].strip(" ).:;"):
            return match
    return None


def banner_of(scene: Scene, i: int, begin: int, end: int) -> TimeMatch | None:
    """The days in brackets that close a short line without a number, over bullets: `Giai đoạn
    chuẩn bị (từ 01/3 đến 15/3/2025)`."""
    flow = scene.flow
    if end - begin > _BANNER or begin != flow.paragraphs[i].start:
        return None
    if i + 1 >= len(flow.paragraphs) or not flow.text[begin].isupper():
        return None
    below = flow.paragraphs[i + 1]
    marker = marker_at(flow.text, below.start, below.end)
    if marker is None or marker.kind != "bullet" or below.place is not None:
        return None
    match = bracketed_of(flow.text, begin, end, scene.within(begin, end))
    if match is None or match.modality != "window" or match.times[0].recurrence:
        return None
    return match
