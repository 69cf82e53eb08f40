"""Subject (trích yếu): the lines under a title that say what the document is about."""

import re
from collections.abc import Sequence

from extract.flow import Flow
from extract.folding import fold
from extract.head.letterhead import Mark
from extract.head.title import SURE_OPENING, Title
from extract.markers import marker_at
from extract.pieces import words_of

# What begins the paragraphs after the title, besides SURE_OPENING.
_OPENING = re.compile(
    r"(?:Thực\s+hiện|Tiếp\s+tục|Tiếp\s+theo|Triển\s+khai|Thi\s+hành|Để\s|Nhằm\s"
    r"|Trong\s|Theo\s|Trên\s+cơ\s+sở|Quán\s+triệt|Hưởng\s+ứng|Chấp\s+hành|Được\s+sự|Từ\s|Năm\s"
    r"|Thời\s+gian|Phát\s+huy|Hiện\s+nay|Sau\s|Qua\s|Với\s|Nay\s|Nghiên\s+cứu|Vừa\s+qua"
    r"|Tại\s|Ngày\s|Đến\s)",
    re.IGNORECASE,
)
# A last line in other letters than the subject's: `Năm học 2025-2026`.
_TAIL = re.compile(
    r"(?:Năm\s+(?:học\s+)?\d{4}|Giai\s+đoạn\s+\d{4}|Quý\s|Tháng\s+\d|Trên\s+địa\s+bàn\s)"
    r"[^.;:]{0,60}$"
)
# What only a promulgating sentence says, a title never.
_PROMULGATES = re.compile(
    r"\w\s+(?:ban hành|xây dựng|lập)\s+(?:\w+\s+){0,2}kế hoạch.*[:.;,]$|như sau\s*[:.]?$",
    re.IGNORECASE,
)
_BEGINS_PROMULGATION = re.compile(
    r"(?:[UỦ][yỷ] ban|Uỷ ban|UBND|Ban|Sở|Bộ|Phòng|Trường|Nhà trường|Hội|Đoàn|Cục|Chi cục|Công an"
    r"|Liên đoàn|Công đoàn|Tỉnh|Thành|Đảng|Chi bộ|Trung tâm|Bệnh viện|Viện)\s[^.;:]{0,160}?\s"
    r"(?:ban hành|xây dựng|lập)\s+(?:\w+\s+){0,2}kế hoạch\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\(\s*(?:Ban hành|Kèm theo|Đính kèm|Phê duyệt|Dự thảo|Trình|Lưu hành)", re.IGNORECASE
)
_NUMBERED_REFERENCE = re.compile(r"số\s*:?\s*\d{1,5}\s*[-/]", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:bo truong|giam doc|chu tich|thu tuong chinh phu|chinh phu|uy ban nhan dan"
    r"|hoi dong nhan dan"
    r"|hieu truong|tong giam doc|thong doc|uy ban thuong vu|quoc hoi$|hoi dong"
    r"|bo chinh tri|ban bi thu"
    r"|ban (?:chap hanh|thuong)|cuc truong|vien truong|chanh an|tong thanh tra"
    r"|tong kiem toan|truong)(?!\w)"
)
_SHORT_REST = 24  # characters after the kind on its line that only begin a subject
_DATES = re.compile(r"\([\d/.\s–-]{9,40}\)")  # what is commemorated: `(26/3/1931 - 26/3/2026)`
_ABOUT = re.compile(r"(?:[Vv]ề|V/v)\s")


def subject_marks(flow: Flow, marks: Sequence[Mark], title: Title) -> list[tuple[int, int]]:
    """The stretches of the canonical text that state the subject, in order."""
    out: list[tuple[int, int]] = [title.rest] if title.rest else []
    previous: Mark | None = marks[title.at] if title.rest else None
    size = title.rest[1] - title.rest[0] if title.rest else 0
    first, begin = _after_issuer(flow, marks, title)
    if begin is not None:
        out, previous = [(begin, marks[first - 1].end)], marks[first - 1]
    begun = size > _SHORT_REST or begin is not None
    inside = flow.paragraphs[marks[title.at].paragraph].place is not None
    for mark in marks[first:]:
        if mark.tag == "rule":
            if out:
                break
            continue
        if mark.tag != "words" or size > 900 or not _goes_on(flow, mark, previous, begun):
            break
        if not inside and flow.paragraphs[mark.paragraph].place is not None:
            break  # a table under the title
        if title.number and not begun and not (_ABOUT.match(mark.words) or mark.words.isupper()):
            break
        out.append((mark.start, mark.end))
        size += mark.end - mark.start
        previous, begun = mark, True
    return out


def _after_issuer(flow: Flow, marks: Sequence[Mark], title: Title) -> tuple[int, int | None]:
    """Past `của … số … ngày …` in the title: the next mark, and where the subject begins."""
    first = title.at + 1
    if title.rest or first >= len(marks) or not marks[first].words.lower().startswith("của "):
        return first, None
    for i in range(first, min(first + 3, len(marks))):
        about = re.search(
            r"(?:^|\s)(về\s|v/v\s)", flow.reading.text[marks[i].start : marks[i].end], re.IGNORECASE
        )
        if about:
            return i + 1, marks[i].start + about.start(1)
    return first + 1, None


def _goes_on(flow: Flow, mark: Mark, previous: Mark | None, begun: bool) -> bool:
    """Whether this line is (still) the subject and not the opening, a heading or a post."""
    if _ATTACHED.match(mark.words) or SURE_OPENING.match(mark.words):
        return False
    marker = marker_at(flow.reading.text, mark.start, mark.end)
    about = mark.words[:3].lower() == "v/v"  # no `V/`
    if marker and not about and (marker.kind != "bullet" or not begun):
        return False
    if begun and previous is not None:
        return _continues(flow, mark, previous)
    if mark.words.isupper() or mark.words[0].islower():
        return True
    whole = _sentence(flow, mark)
    if _PROMULGATES.search(whole) or len(whole) > 700:
        return False
    return not (_OPENING.match(mark.words) and whole[-1:] in ".;:,")


def _continues(flow: Flow, mark: Mark, previous: Mark) -> bool:
    """Whether a line goes on with the subject that `previous` left off."""
    words, open_ended = mark.words, _unfinished(previous.words)
    if previous.words[-1:] in ".;:":
        return False
    authority = words[0].isupper() and _AUTHORITY.match(fold(words).lower())
    if not open_ended and len(words) < 70 and authority:
        return False
    if words[0] == "(" and words[-1] == ")" and len(words) > 12 and not _DATES.fullmatch(words):
        return False
    caps = words.isupper()
    if previous.words.rstrip(" ,").isupper() != caps:
        return words[0].islower() or open_ended or _TAIL.match(words) is not None
    if caps or words[0].islower():
        return True
    if _TAIL.fullmatch(words):
        return True
    whole = _sentence(flow, mark)
    if _PROMULGATES.search(whole) or len(whole) > 700 or whole[-1:] in ".;:":
        return False
    if _OPENING.match(words):
        return open_ended and whole[-1] != "," and not _NUMBERED_REFERENCE.search(whole)
    return True


def _sentence(flow: Flow, mark: Mark) -> str:
    """The paragraph from this line on, up to a line that is set off as another beginning."""
    lines = [line for line in flow.paragraphs[mark.paragraph].lines if line.end >= mark.end]
    words: list[str] = []
    for i, line in enumerate(lines):
        here = words_of(
            flow.reading.text, max(line.start, mark.start) if not i else line.start, line.end
        )
        if i and here[:1].isupper():
            onward = words_of(flow.reading.text, line.start, min(line.start + 260, lines[-1].end))
            if _BEGINS_PROMULGATION.match(onward):
                break
        set_off = i and (line.blanks > lines[0].blanks or line.indent > lines[0].indent + 3)
        if i and (SURE_OPENING.match(here) or (set_off and here[:1].isupper())):
            break
        words.append(here)
    return " ".join(words)


_CONNECTIVES = frozenset(
    "và của về các những cho với tại do theo trong trên là hoặc để từ số danh công đại".split()
)


def _unfinished(words: str) -> bool:
    """A line of a subject that cannot be its last: an open quotation mark, a comma, a link."""
    if words[-1:] in ",-–/(“" or words.count("“") > words.count("”"):
        return True
    return words.rsplit(" ", 1)[-1].lower() in _CONNECTIVES
