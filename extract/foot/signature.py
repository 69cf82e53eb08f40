"""Signature block (chức vụ, họ tên): power, post and name, however the lines fall."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from extract.folding import fold
from extract.foot.posts import CANONICAL, COLLECTIVE, POST
from extract.head.names import sentence_case
from extract.pieces import Piece
from extract.units.letters import UPPER
from schemas import Signer
from schemas.document import Capacity

_CAPACITY = re.compile(
    r"(?:(TUQ|TM|T/M|KT|K/T|TL|T/L|Q|QUYỀN)\s*\.\s*|(T/M|K/T|T/L)\s+|(QUYỀN)\s+)"
)
_POWERS = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL.", "QUYỀN": "Q."}
_RANK = re.compile(
    r"(?:(?:PGS|GS|TS|ThS|Ths|TSKH|BS|BSCK\d?|DS|KS|CN|NGƯT|NGND|TTND|TTƯT|Dr|Th\.S|T\.S)\b[.,]?\s*"
    r"|(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá"
    r"|Đại úy|Thượng úy|Trung úy|(?:Ông|Bà)(?!\s+(?:Văn|Thị)\s)|Đồng chí)\s+)+",
)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.])*(?:[ -][^\W\d_](?:[^\W\d_]|['’.])*){1,6}")
# What begins like a name and is none: the next heading, a list, a note.
_NOT_NAMES = re.compile(
    r"(?:sở|phòng|ban|bộ|trường|ủy ban|uỷ ban|hội đồng|hội nghị|các|như|văn (?:phòng|thư"
    r"|bản)|trung tâm"
    r"|cổng|công ty|nơi nhận|phó|chủ tịch|giám đốc|trưởng|thường trực|phụ lục|mẫu số"
    r"|danh (?:mục|sách)"
    r"|kèm|biểu|độc lập|cộng hòa|đảng|lãnh đạo|website|báo|đài|ghi chú|thay mặt|người"
    r"|đóng dấu|xã|huyện"
    r"|tỉnh|thành phố|đoàn (?:thanh|viên|thể)|lưu (?:ý|hành)|quyết định|kế hoạch|thông báo"
    r"|tổ chức|lộ trình|công tác|quan điểm|phạm vi|kiến nghị|căn cứ|cao điểm|chu kỳ)(?!\w)",
    re.IGNORECASE,
)
# Family names, folded: in capitals only they tell a name from a heading.
_SURNAMES = frozenset(
    (
        "a au bac bach ban be bo bui ca cam can cao chau chieu chu chung cong cu cung dam dang "
        "danh dao deo diep dinh do doan dong duong giang giap h ha hang hau ho hoang hong hua "
        "huynh kha khong khuat khuc kieu kim kpa ksor la lai lam lan lau le lieu linh lo long "
        "lu luc luong luu ly ma mac mai moc mong mua nghiem ngo nguyen nham nhan nhu ninh nong "
        "on pham phan phung quach quan quang rmah sin siu son sung ta tang thach thai than thao "
        "thi tieu to ton tong tran trang trieu trinh truong tu ung uong van vang vi vien vo vu "
        "vuong y "
    ).split()
)
# `Văn`, `A`, `H'Hen`, `Y-Bhiao`: a capital, then small letters.
_NAME_PART = re.compile(
    rf"(?:[{UPPER}]['’])?[{UPPER}][^\W\d_{UPPER}]*(?:[-–'’.][{UPPER}]?[^\W\d_{UPPER}]*)?"
)
# What recognition makes of strokes and specks beside a line in capitals.
_SPECKS = re.compile(r"^[^\w(“\"]{2,}(?=\w)|(?<=[A-ZỊỞỐ])\s(?:\w\s)?[^\w\s.:;)]+$")
_SIGNED = re.compile(r"\(?\s*(?:đã ký|đã kí|ký tên|ký, |ký ghi rõ|chữ ký)", re.IGNORECASE)


@dataclass(slots=True)
class Signing:
    """What is known of the signature while its lines are read, top to bottom."""

    capacity: Capacity | None = None
    title: str | None = None
    name: str | None = None
    name_piece: Piece | None = None
    title_piece: Piece | None = None


def post_of(words: str) -> tuple[Capacity | None, str] | None:
    """The power and the post of a signature line in capitals, or `None` if it is none.

    `KT. CHỦ TỊCH` gives (`KT.`, `CHỦ TỊCH`), `TM. ỦY BAN NHÂN DÂN` (`TM.`, ``).
    """
    if len(words) > 90 or (words[-1:] in ".;:" and len(words) > 40):
        return None
    capacity: Capacity | None = None
    rest = _SPECKS.sub("", words.strip(" *_|"))
    match = _CAPACITY.match(rest)
    if match:
        mark = match[1] or match[2] or match[3]
        capacity = cast(Capacity, _POWERS.get(mark, mark + "."))
        rest = rest[match.end() :].strip()
    letters = [c for c in rest if c.isalpha()]
    bare = fold(rest).lower()
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        alone = POST.fullmatch(bare) and rest[:1].isupper()
        return (capacity, rest.strip(" .,:;")) if alone else None
    if POST.match(bare):
        return capacity, rest.strip(" .,:;")
    if capacity and (COLLECTIVE.match(bare) or capacity in ("TM.", "TL.", "TUQ.")):
        return capacity, ""
    return None


def is_name(words: str) -> bool:
    """Whether a line can be the full name of a person: two to seven capitalised words."""
    bare = _RANK.sub("", words).strip(" .,*_|")
    if not 4 <= len(bare) <= 40 or not _NAME.fullmatch(bare):
        return False
    parts = bare.split()
    shaped = bare.isupper() or all(_NAME_PART.fullmatch(p) for p in parts)
    if _NOT_NAMES.match(bare) or not shaped:
        return False
    if bare.isupper() and (len(parts) > 5 or fold(parts[0]).lower() not in _SURNAMES):
        return False
    return post_of(bare) is None and not _SIGNED.match(words)


def name_of(words: str) -> str:
    """The name without ranks and degrees, in the usual capitals."""
    bare = " ".join(_RANK.sub("", words).strip(" .,*_|").split())
    return bare.title() if bare.isupper() else bare


def title_of(post: str) -> str:
    """`PHÓ GIÁM ĐỐC` as `Phó Giám đốc`, `CỤC TRƯỞNG CỤC VIỆC LÀM` as `Cục trưởng Cục Việc làm`."""
    words = re.sub(r"^P\.\s*", "PHÓ ", post)
    if not words.isupper():
        return words[:1].upper() + words[1:]
    match = POST.match(fold(words).lower())
    stop = match.end() if match else len(words)
    head, rest = words[:stop].lower(), sentence_case(words[stop:].strip())
    head = re.sub(r"^ph[oòỏõọ] ", "phó ", head)
    deputy = "Phó " if head.startswith("phó ") and len(head) > 4 else ""
    head = head.removeprefix("phó ") if deputy else head
    head = CANONICAL.get(fold(head), head[:1].upper() + head[1:])
    if rest.upper().startswith(("THƯỜNG TRỰC", "PHỤ TRÁCH")):
        rest = rest.lower()
    return f"{deputy}{head} {rest}".strip()


def read_signing(pieces: Sequence[Piece]) -> Signing:
    """Power, post and name of the first complete signature among the pieces.

    Pieces of the recipients' column are passed over: they are neither posts nor names.
    """
    signing = Signing()
    for piece in _one_column(pieces):
        post = post_of(piece.words)
        if post:
            if signing.name is not None:
                break
            capacity, title = post
            signing.capacity = _stronger(signing.capacity, capacity)
            if title and capacity in (None, "Q.", "TM."):
                _add_title(signing, title, piece, anew=capacity is not None)
            elif title:
                signing.title, signing.title_piece = None, None
        elif signing.title is None or signing.name is not None or not is_name(piece.words):
            continue
        elif piece.columns == 1 or piece.x > 8:
            signing.name, signing.name_piece = name_of(piece.words), piece
    return signing


def _one_column(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Of several who sign side by side the one at the right, who presides or has drawn it up."""
    posts: dict[int, list[Piece]] = {}
    for piece in pieces:
        if post_of(piece.words):
            posts.setdefault(piece.row, []).append(piece)
    row = next((held for held in posts.values() if len(held) > 1), None)
    if row is None:
        return pieces
    middles = [piece.x + len(piece.words) / 2 for piece in row]

    def column(piece: Piece) -> int:
        middle = piece.x + len(piece.words) / 2
        return min(range(len(middles)), key=lambda i: abs(middles[i] - middle))

    return [p for p in pieces if column(p) == len(middles) - 1]


def _add_title(signing: Signing, title: str, piece: Piece, *, anew: bool) -> None:
    """The first post under a power is the signer's; one below it is held besides."""
    above = signing.title_piece
    if signing.title and above is not None and not anew:
        if not fold(title).lower().startswith("thuong truc") or piece.row - above.row > 1:
            return
        title = f"{signing.title} {title}"
    signing.title, signing.title_piece = title, piece


def _stronger(known: Capacity | None, new: Capacity | None) -> Capacity | None:
    """The power of the person who signs stands below that of the body: the last one counts."""
    return new or known


def signer_of(signing: Signing) -> Signer | None:
    """The schema's noun; `None` where neither post nor name was found."""
    if signing.title is None and signing.name is None:
        return None
    return Signer(
        name=signing.name,
        title=title_of(signing.title) if signing.title else None,
        capacity=signing.capacity,
    )
