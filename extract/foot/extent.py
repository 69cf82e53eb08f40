"""Where a footer begins, and where what trails it ends."""

import re
from collections.abc import Sequence
from itertools import islice

from extract.flow import Flow
from extract.foot.signature import is_name, post_of, read_signing
from extract.head.date_lines import date_line
from extract.pieces import Piece, pieces_of

_START = re.compile(
    r"^[\s*_|>\-]{0,8}(?:N[ơo]i\s+nh[ậâ]n|N[ƠO]I\s+NH[ẬÂ]N|Nơi gửi)\b", re.MULTILINE
)
_KEEP = re.compile(r"\bLưu\b", re.IGNORECASE)
_CLOSING = re.compile(r"\.\s?/\s?\.")
_CAPS_POST = re.compile(
    r"^[\s*_|]{0,6}(?:(?:TUQ|TM|T/M|KT|K/T|TL|T/L|QUYỀN|Q)\s?\.|(?:PHÓ |P\. ?)?(?:GIÁM ĐỐC|CHỦ TỊCH"
    r"|HIỆU TRƯỞNG"
    r"|TRƯỞNG PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|CHÁNH|VIỆN TRƯỞNG|CỤC TRƯỞNG"
    r"|THỦ TƯỚNG))",
    re.MULTILINE,
)
_TRIES = 200  # lines that begin like a post, before the search for a signature ends
_ABOVE = 10  # paragraphs above the recipients in which a signature is looked for
_ANNEX = re.compile(
    r"[*#\s|]*(?:PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|BIỂU|MẪU|Mẫu số|\(Kèm theo|\(Ban hành)"
)


def begin_of(flow: Flow, after: int) -> int | None:
    """Index of the paragraph that the footer begins with, None where there is no footer."""
    text = flow.text
    starts = [m.start() for m in _START.finditer(text, after)]
    kept = [s for s in starts if _KEEP.search(text, s, s + 3000)]
    if starts:
        first = flow.paragraph_at((kept or starts)[0])
        return _before(flow, first)
    closing = [m.end() for m in _CLOSING.finditer(text, after)]
    posts = _CAPS_POST.finditer(text, closing[0] if closing else after)
    for match in islice(posts, _TRIES):
        index = flow.paragraph_at(match.start() + len(match[0]) - len(match[0].lstrip()))
        if _signs(pieces_of(flow, index, index + 12)):
            return _before(flow, index)
    return None


def _signs(pieces: Sequence[Piece]) -> bool:
    return (
        bool(pieces)
        and post_of(pieces[0].words) is not None
        and read_signing(pieces).name is not None
    )


def _before(flow: Flow, index: int) -> int:
    """Column by column the signature may come first: go back over its lines."""
    first = index
    for i in range(index - 1, max(0, index - _ABOVE), -1):
        words = [piece.words for piece in pieces_of(flow, i, i + 1)]
        if any(post_of(w) or date_line(w) for w in words):
            first = i
        elif len(words) > 1 and first < index and all(w.isupper() and len(w) < 60 for w in words):
            first = i  # the bodies of a joint plan, side by side above the posts
        elif not all(is_name(w) or w.startswith("(") for w in words):
            break
    return first


def end_of(flow: Flow, pieces: Sequence[Piece], last: int) -> int:
    """The flat offset after the footer and what trails it (stamps, a second signature)."""
    index = next((p.paragraph for p in pieces if p.end >= last), len(flow.paragraphs) - 1)
    for i in range(index + 1, len(flow.paragraphs)):
        paragraph = flow.paragraphs[i]
        words = flow.text[paragraph.start : paragraph.end].strip()
        if paragraph.place is not None or not _trails(words):
            return paragraph.start
    return len(flow.text)


def _trails(words: str) -> bool:
    if _ANNEX.match(words):
        return False
    return len(words) < 90 and (
        "@" in words
        or words[:1].isdigit()
        or is_name(words)
        or post_of(words) is not None
        or words.startswith(("Ký bởi", "Người ký", "Thời gian ký", "Ngày ký", "(Đã ký", "(đã ký"))
        or not any(c.isalpha() for c in words)
    )
