"""Recipients (nơi nhận): the list at the left of the footer, one item per line or `;`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.foot.signature import is_name, post_of
from extract.pieces import Piece
from extract.values import clean

HEAD = re.compile(r"(?:N[ơo]i\s+nh[ậâ]n|Nơi\s+gửi)\s*[:.]?\s*", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—+•*·]|\uf02d|\d{1,2}[.)])\s*")
_KEEP = re.compile(r"[-–—+•*·\s]*(?:Lưu|LƯU)\s*(?:tại\s*)?[:;.]?\s*")
PURPOSES = (
    "để", "đề nghị", "bc", "báo cáo", "th", "thực hiện", "ph", "phối hợp", "chỉ đạo", "biết",
    "thay b/c", "thay báo cáo", "theo dõi", "hscv", "lưu", "đăng", "gửi", "qua", "đưa tin",
    "đưa lên", "triển khai", "giám sát", "kiểm tra", "công bố", "tuyên truyền", "tham mưu",
    "tổng hợp", "xin ý kiến", "niêm yết", "trình", "đôn đốc", "xem xét", "thẩm định", "phê duyệt",
    "cho ý kiến", "hướng dẫn", "thông báo",
)  # fmt: skip
"""What a bracket or the words after a colon begin with when they say why it is sent.

Besides them two letters and a stroke, as `t/h`.
"""

_PURPOSE = re.compile(
    r"\s*(?!đ/c\s+\S)(?:"
    + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(PURPOSES, key=len, reverse=True))
    + r"|[a-zđ]/[a-zđ]{1,3})(?!\w)",
    re.IGNORECASE,
)
# The signature's power and post where both columns came out as one line.
_POST_BEFORE = re.compile(
    r"^(?:KT|TM|TL|TUQ)\s?\.\s?(?:(?:BỘ|PHÓ|CHỦ|GIÁM|CỤC|VIỆN|HIỆU|TRƯỞNG|TỊCH|ĐỐC|PHÒNG|BAN)\s)+"
    r"(?=\S)"
)
_ABBREVIATED = re.compile(r"\s*[A-ZĐ]/[a-zđ](?!\w)")  # `T/h`
_MISREAD = re.compile(r"^\s*đ[eêéềẻẽ](?=\s(?!nghị|xuất|án))")  # `để`, as recognition makes it out
_TAIL_BRACKET = re.compile(r"^(?P<name>.*[^\s;,])[\s;,]*\((?P<inside>[^()]{1,80})\)[\s.;,:]*$")
_INLINE = re.compile(r";\s*(?=[-–•+]|[^\s(])")
_END = re.compile(r"(?:PHỤ LỤC|DANH MỤC|DANH SÁCH|Phụ lục|KẾ HOẠCH|Ký bởi|Người ký|\(?Kèm theo)")


@dataclass(slots=True)
class Item:
    """The pieces of one recipient, in reading order."""

    pieces: list[tuple[int, int]]
    words: str
    last: Piece

    def add(self, piece: Piece) -> None:
        self.pieces.append((piece.start, piece.end))
        self.words = f"{self.words} {piece.words}"
        self.last = piece


def read_items(pieces: Sequence[Piece], at: int) -> list[Item]:
    """The items after the piece `at` that begins with `Nơi nhận`; the list ends at `Lưu`."""
    items: list[Item] = []
    head = pieces[at]
    match = HEAD.match(head.words)
    rest = head.words[match.end() :].strip() if match else ""
    if rest and not post_of(rest):
        start = head.end - len(rest)
        items.append(Item([(start, head.end)], rest, head))
    stray = 0
    for piece in (p for p in pieces[at + 1 :] if not _signs_beside(p.words)):
        if post_of(piece.words) or _END.match(piece.words):
            if items and piece.columns == 1 and _kept(items[-1].words):
                break
            continue
        if _BULLET.match(piece.words) or _KEEP.match(piece.words):
            if items and _kept(items[-1].words):
                break
            items.append(Item([(piece.start, piece.end)], piece.words, piece))
        elif items and _wraps(items[-1], piece):
            items[-1].add(piece)
        elif (not items and piece.row - head.row <= 2 and piece.columns == 1) or (
            items
            and items[-1].words[-1:] in ";,"
            and piece.columns == 1
            and not is_name(piece.words)
        ):
            items.append(Item([(piece.start, piece.end)], piece.words, piece))
        else:
            stray += 1
            if stray > 12:
                break
    return items


def _signs_beside(words: str) -> bool:
    """A body in capitals (`TÒA ÁN NHÂN DÂN TỐI CAO`) is of the signatures at the right."""
    return words.isupper() and len(words.split()) > 3 and not words.startswith(("-", "+", "•"))


def _kept(words: str) -> bool:
    return _KEEP.match(words) is not None


def _wraps(item: Item, piece: Piece) -> bool:
    """Whether a piece without a bullet continues the item above it."""
    if piece.row - item.last.row > 2 or piece.x > item.last.x + 24:
        return False
    if item.words[-1:] in ";." or (is_name(piece.words) and item.words[-1:] not in ",-–"):
        return False
    return piece.words[:1].islower() or item.words[-1:] in ",-–(/" or len(item.words) > 24


def split_inline(words: str) -> list[str]:
    """`Như trên; Lưu: VT` on one line is two recipients."""
    parts = [part.strip() for part in _INLINE.split(words)]
    return [part for part in parts if part.strip(" .;-")]


def name_and_purpose(words: str) -> tuple[str, str | None] | None:
    """`- Phòng X (t/h);` is (`Phòng X`, `t/h`); `- Lưu: VT.` is (`VT`, `lưu`)."""
    text = _BULLET.sub("", words.strip()).strip()
    text = _POST_BEFORE.sub("", text)
    if not any(map(str.isalpha, text)):
        return None
    keep = _KEEP.match(text)
    if keep:
        name = clean(text[keep.end() :])
        return (name or "VT", "lưu") if name else None
    bracket = _TAIL_BRACKET.match(text)
    if bracket and _PURPOSE.match(inside := _MISREAD.sub("để", bracket["inside"])):
        return clean(bracket["name"]), clean(inside)
    before, colon, after = text.partition(":")
    small = after.strip()[:1].islower() or _ABBREVIATED.match(after)
    if colon and after.strip() and _PURPOSE.match(after) and small:
        return clean(before), clean(after)
    name = clean(text)
    return (name, None) if name else None
