"""Titles: which words of a numbered paragraph are its heading, if any are.

Gold practice: a phrase without a full stop is a title, also when it runs in before its text
(`1. Văn phòng: Theo dõi …`); a numbered sentence is a paragraph and has none.
"""

import re
from dataclasses import dataclass

from extract.units.letters import UPPER

_TERMINAL = ".;!?…"
_SENTENCE_BREAK = re.compile(rf"(?<![{UPPER}]{{2}})(?<!\b[{UPPER}])[.;]\s+(?=[{UPPER}])")
_FULL_STOP = re.compile(rf"(?<![{UPPER}]{{2}})(?<!\b[{UPPER}])\.\s+(?=[{UPPER}])")
# A label with its subtitle is one heading: `Giai đoạn 1: Chuẩn bị`.
_LABEL = re.compile(
    r"(?:Giai đoạn|Đợt|Bước|Tuần|Nhiệm vụ|Mục tiêu|Nội dung|Nhóm|Chuyên đề|Dự án"
    r"|Tiểu dự án|Hoạt động"
    r"|Hợp phần|Giải pháp|Lớp|Khối|Trụ cột|Đột phá)\s+(?:thứ\s+\w+|số\s+\d+|\d+|[IVX]+)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|cụ thể|bao gồm|gồm|gồm có|là|rằng|trong đó|như|tại địa chỉ)\s*$"
)
_NESTED = {"“": "”", "(": ")", "[": "]"}
_SIGNS = re.compile(r"[:“”()\[\]]")
_PERSON = re.compile(r"(?:Ông|Bà|Ông \(bà\)|Đồng chí|Đ/c|Họ và tên)\W*.{0,40}")
_TOP = frozenset({"part", "chapter", "section", "upper", "roman", "article"})
_ONLY_TIME = re.compile(r"[\s\d/.\-–,đếntừhgàyáuăm()]+")
_LONG_TITLE = 320
_LONG_RUN_IN = 130


@dataclass(frozen=True, slots=True)
class TitleEnd:
    """`end` of the title and `body`, where the text after it begins, as flat offsets."""

    end: int
    body: int


def title_end(
    text: str, start: int, end: int, kind: str, children: bool, numbered: bool = False
) -> TitleEnd | None:
    """Where the title in `text[start:end]` ends; `None` for a numbered sentence.

    `children` tells that something stands under it before the next heading, `numbered` that
    this begins with a deeper number: then even a long phrase without a full stop is a title.
    """
    words = text[start:end]
    stripped = words.rstrip(" *_")
    if not stripped:
        return None
    colon = _colon(stripped)
    caps = _caps_part(stripped)
    if caps and (colon is None or colon >= caps):
        stop = start + caps
        return TitleEnd(stop, _after(text, stop, end))
    if colon is not None:
        return _with_colon(text, start, start + colon, start + len(stripped), end, children)
    last = stripped[-1]
    size = len(stripped)
    if last in _TERMINAL and not stripped.endswith("..."):
        short = size <= (140 if children or (kind in _TOP and kind != "article") else 0)
        if short and not _SENTENCE_BREAK.search(stripped, 0, size - 1):
            return TitleEnd(start + size, end)
        return None
    breaks = _FULL_STOP if children and size <= 200 else _SENTENCE_BREAK
    if breaks.search(stripped) and not (numbered and size <= 700):
        return None
    if kind == "paren" and not children:
        return None
    limit = 120
    if children or kind in _TOP:
        limit = 700 if numbered else _LONG_TITLE
    return TitleEnd(start + size, end) if size <= limit else None


def _with_colon(
    text: str, start: int, colon: int, stop: int, end: int, children: bool
) -> TitleEnd | None:
    before = text[start:colon]
    after = text[colon + 1 : stop].strip(" *_")
    if _SENTENCE_BREAK.search(before):
        return None
    if not after:
        return TitleEnd(colon, end) if len(before) <= 240 else None
    if _ONLY_TIME.fullmatch(after) and len(after) < 40:
        return TitleEnd(stop, end)
    if _LABEL.fullmatch(before) and children and after[-1] not in _TERMINAL and len(after) < 240:
        return TitleEnd(stop, end)
    if len(before) > _LONG_RUN_IN or _LEAD_IN.search(before) or _PERSON.fullmatch(before):
        return None
    if not children and len(before) > 90:
        return None
    return TitleEnd(colon, _after(text, colon, end))


def _colon(words: str) -> int | None:
    """The first colon outside brackets and quotation marks that ends a phrase."""
    close = ""
    for sign in _SIGNS.finditer(words, 0, 400):
        i, c = sign.start(), sign[0]
        if close:
            if c == close:
                close = ""
        elif c in _NESTED:
            close = _NESTED[c]
        elif c == ":":
            before, after = words[i - 1 : i], words[i + 1 : i + 2]
            if not (before.isdigit() and after.isdigit()):
                return i
    return None


def _caps_part(words: str) -> int | None:
    """Length of the title where it is in capitals: all of it, or up to where they end."""
    if not words[:2].isupper():
        return None
    letters = [c for c in words[:500] if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if len(letters) < 3:
        return None
    if upper >= 0.75 * len(letters) and len(words) <= 500:
        stop = len(words.rstrip(" .:;"))
        colon = words.find(":")
        if 3 < colon < stop and not words[colon + 1 :].isupper():
            return colon
        return stop
    if not words[:4].isupper():
        return None
    stop = 0
    for match in re.finditer(r"\S+", words[:300]):
        word = match[0]
        if any(c.islower() for c in word):
            break
        stop = match.end()
    head = words[:stop].rstrip(" .:;–-")
    return len(head) if stop and len(head) >= 12 and words[len(head)] in ".:" else None


def _after(text: str, stop: int, end: int) -> int:
    while stop < end and text[stop] in " .:;*_–-":
        stop += 1
    return stop
