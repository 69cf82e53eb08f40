"""Title: the kind of document (tên loại) and what it is about (trích yếu)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.flow import Flow
from extract.folding import fold
from extract.head.letterhead import Mark
from extract.markers import marker_at
from extract.numbers import NUMBER
from extract.pieces import words_of

# Names of kinds, NĐ 30/2020/NĐ-CP Điều 7, the Party's and the legislature's.
KINDS = (
    "Kế hoạch liên tịch|Kế hoạch phối hợp|Kế hoạch liên ngành|Kế hoạch|Nghị quyết liên tịch"
    "|Thông tư liên tịch|Hướng dẫn liên ngành|Hướng dẫn liên tịch|Bộ luật|Luật|Pháp lệnh|Lệnh"
    "|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Quy định|Quy chế|Thông tri"
    "|Thông báo|Thông cáo|Hướng dẫn|Chương trình hành động|Chương trình|Phương án|Đề án|Dự án"
    "|Báo cáo|Biên bản|Tờ trình|Hợp đồng|Công điện|Giấy mời|Giấy ủy quyền|Phiếu chuyển"
    "|Quy hoạch|Điều lệ|Thể lệ|Đề cương|Thư ngỏ|Lời kêu gọi"
).split("|")
_BY_CAPS = {re.sub(r"\s", "", kind.upper()): kind for kind in KINDS}
_BY_FOLDED = {fold(caps): kind for caps, kind in _BY_CAPS.items()}
_KIND_START = re.compile(
    r"(?:" + "|".join(k.upper().replace(" ", r"\s+") for k in KINDS) + r")(?!\w)"
)
# What begins the paragraphs after the title.
_OPENING = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Tiếp\s+tục|Tiếp\s+theo|Triển\s+khai|Thi\s+hành|Để\s|Nhằm\s|Xét\s"
    r"|Trong\s|Theo\s|Trên\s+cơ\s+sở|Quán\s+triệt|Hưởng\s+ứng|Chấp\s+hành|Được\s+sự|Từ\s|Năm\s"
    r"|Thời\s+gian|Phát\s+huy|Hiện\s+nay|Sau\s|Qua\s|Với\s|Nay\s|Kính\s+gửi|Nghiên\s+cứu|Vừa\s+qua"
    r"|Tại\s|Ngày\s|Đến\s|Nơi\s+nhận)",
    re.IGNORECASE,
)
# The first numbered part: no title comes after it.
_BODY = re.compile(r"(?:I\.|I-|1\.|A\.|Điều\s+1)\s")
# A last line in other letters than the subject's: `Năm học 2025-2026`.
_TAIL = re.compile(
    r"(?:Năm\s+(?:học\s+)?\d{4}|Giai\s+đoạn\s+\d{4}|Quý\s|Tháng\s+\d|Trên\s+địa\s+bàn\s)"
    r"[^.;:]{0,60}$"
)
_SURE_OPENING = re.compile(r"(?:Căn\s+cứ|Kính\s+gửi|Nơi\s+nhận|Xét\s)", re.IGNORECASE)
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
# Decrees and decisions of some years name the issuer with the kind, and number and day there.
_OF_ISSUER = re.compile(
    r"(?P<kind>" + "|".join(k.replace(" ", r"\s+") for k in KINDS) + r")\s+của\s+\S.{2,80}",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(?:bo truong|giam doc|chu tich|thu tuong chinh phu|chinh phu|uy ban nhan dan"
    r"|hoi dong nhan dan"
    r"|hieu truong|tong giam doc|thong doc|uy ban thuong vu|quoc hoi$|hoi dong"
    r"|bo chinh tri|ban bi thu"
    r"|ban (?:chap hanh|thuong)|cuc truong|vien truong|chanh an|tong thanh tra"
    r"|tong kiem toan|truong)(?!\w)"
)
_SHORT_REST = 24  # characters after the kind on its line that only begin a subject
_DRAFT = re.compile(r"^(?:BẢN\s?)?DỰ\s?THẢO\s?", re.IGNORECASE)
_WITH_NUMBER = re.compile(
    rf"(?P<kind>{'|'.join(k.replace(' ', chr(92) + 's+') for k in KINDS)})"
    rf"\s+số\s?:?\s*(?P<number>{NUMBER})",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s(?:SỐ|[Ss]ố)?\s?:?\s?(?:[IVXLC]{1,6}|\d{1,2}))?[.:]?")
_DATES = re.compile(r"\([\d/.\s–-]{9,40}\)")  # what is commemorated: `(26/3/1931 - 26/3/2026)`
_DOUBLED = re.compile(r"([AEIOU])\1+")
_ABOUT = re.compile(r"(?:[Vv]ề|V/v)\s")
_TIGHT = re.compile(r"[\s*]")


@dataclass(frozen=True, slots=True)
class Title:
    """`kind` canonical; `at` the index of its mark; `rest` what follows it on the same line.

    `number` is where the document's number stands that the line gives with the kind.
    """

    kind: str
    at: int
    rest: tuple[int, int] | None = None
    number: tuple[int, int] | None = None


def is_title(words: str) -> bool:
    """Whether a line is nothing but the name of a kind: `KẾ HOẠCH`, `K Ế  H O Ạ C H`."""
    tight = _TIGHT.sub("", _DRAFT.sub("", words)).strip(".:-–")
    return tight in _BY_CAPS or (tight.isupper() and _misread(tight) is not None)


def _misread(tight: str) -> str | None:
    """`QUYÉT ĐỊNH`, `KÉẺ HOẠCH`: a kind as recognition makes it out."""
    bare = fold(tight)
    return _BY_FOLDED.get(bare) or _BY_FOLDED.get(_DOUBLED.sub(r"\1", bare))


def find_title(flow: Flow, marks: Sequence[Mark]) -> Title | None:
    """The first line that is, or begins with, the name of a kind in capitals."""
    text = flow.reading.text
    for i, mark in enumerate(marks):
        if mark.tag != "words":
            continue
        if _SURE_OPENING.match(mark.words) or _BODY.match(mark.words):
            return None
        tight = _TIGHT.sub("", _DRAFT.sub("", mark.words)).strip(".:-–").upper()
        if tight in _BY_CAPS and (mark.words[:2].isupper() or _alone(flow, marks, i)):
            return Title(_BY_CAPS[tight], i)
        if mark.words.isupper() and (misread := _misread(tight)):
            return Title(misread, i)
        if tight in ("HOẠCH", "ẾHOẠCH"):
            return Title("Kế hoạch", i)
        of_issuer = _OF_ISSUER.fullmatch(mark.words)
        if of_issuer and len(mark.words) < 100 and _alone(flow, marks, i) and _lettered(marks[:i]):
            tight = _TIGHT.sub("", of_issuer["kind"]).upper()
            return Title(_BY_CAPS[tight], i)
        match = _KIND_START.match(text, mark.start, mark.end)
        if match and match.end() < mark.end:
            kind = _BY_CAPS[_TIGHT.sub("", match[0])]
            rest = match.end()
            while rest < mark.end and not text[rest].isalnum() and text[rest] not in '“"(':
                rest += 1
            return Title(kind, i, (rest, mark.end) if rest < mark.end else None)
    return None


def numbered_title(flow: Flow, marks: Sequence[Mark]) -> Title | None:
    """`Nghị quyết số 5-NQ/TU` alone on the first line: a page copied without its letterhead."""
    kinds = ("words", "number")
    at = next((i for i, mark in enumerate(marks[:3]) if mark.tag in kinds), None)
    if at is None:
        return None
    mark = marks[at]
    found = _WITH_NUMBER.search(flow.reading.text, mark.start, mark.end)
    if found is None or mark.words != words_of(flow.reading.text, *found.span()):
        return None
    kind = _BY_CAPS[_TIGHT.sub("", found["kind"]).upper()]
    return Title(kind, at, number=found.span("number"))


def annex_title(marks: Sequence[Mark]) -> Title | None:
    """`PHỤ LỤC II` that begins a file of its own: what stands under it says what it is about."""
    at = next((i for i, mark in enumerate(marks[:3]) if mark.tag == "words"), None)
    found = at is not None and _ANNEX.fullmatch(marks[at].words)
    return Title("Phụ lục", at) if found and at is not None else None


def _lettered(marks: Sequence[Mark]) -> bool:
    return any(mark.tag in ("nation", "motto", "number", "date") for mark in marks)


def _alone(flow: Flow, marks: Sequence[Mark], i: int) -> bool:
    """A kind in small letters counts where nothing else stands on its line, outside tables."""
    mark = marks[i]
    shares = any(m.row == mark.row for m in marks[max(0, i - 1) : i + 2] if m is not mark)
    outside = flow.paragraphs[mark.paragraph].place is None
    return mark.words[:1].isupper() and outside and not shares


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
    if _ATTACHED.match(mark.words) or _SURE_OPENING.match(mark.words):
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
        if i and (_SURE_OPENING.match(here) or (set_off and here[:1].isupper())):
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


__all__ = ["KINDS", "Title", "find_title", "fold", "subject_marks"]
