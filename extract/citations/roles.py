"""Roles: why a plan cites a document, by the word that governs the clause.

`Căn cứ`, `Thực hiện`, `Tiếp theo` in the opening paragraphs govern what follows them, one
document after another, up to the next such word or the plan's own clause.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.citations.subjects import PROMULGATES
from extract.sections import Frame
from schemas import Role

_CLAUSE = r"(?:(?<=\n)|\A|[;.,:(]\s?|[–\-+*•]\s|\n\s?[–\-+*•]?\s?|(?<=\s)(?=[A-ZĐ]))"
_GOVERNOR = re.compile(
    _CLAUSE + r"(?:(?P<basis>Căn cứ|CĂN CỨ|Trên cơ sở|Theo(?! dõi)|Xét|Được sự)"
    r"|(?P<continues>Tiếp theo|Tiếp nối|Nối tiếp)"
    r"|(?P<implements>Thực hiện|THỰC HIỆN|Triển khai|Để (?:triển khai|thực hiện|thi "
    r"hành|cụ thể hóa)|Nhằm (?:triển khai|thực hiện|cụ thể hóa)|"
    r"Thi hành|(?<!Ban )Chấp hành|Cụ thể hóa|Hưởng ứng|Quán triệt|Tiếp tục (?:thực hiện|"
    r"triển khai)|Tổ chức (?:thực hiện|triển khai)|Phúc đáp))(?!\w)"
)
# In small letters only after `;`: elsewhere they belong to a subject (`…, thực hiện Quyết định`).
_SMALL = re.compile(
    r"(?:[;.]\s?(?:và\s|đồng thời\s)?|,\s(?=căn cứ|tiếp theo|trên cơ "
    r"sở))(?:(?P<basis>căn cứ|trên cơ sở|theo(?! dõi))|(?P<continues>tiếp theo|tiếp "
    r"nối)"
    r"|(?P<implements>thực hiện|triển khai|thi hành|để (?:triển khai|thực hiện)|"
    r"nhằm (?:triển khai|thực hiện)))(?!\w)"
)
# A paragraph that ends otherwise than a list does lets go of what governed it.
_CLOSED = re.compile(r"(?<=[^;,:\n])\n")
_REPLACES = re.compile(
    r"(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)\s(?:cho\s)?(?:toàn bộ\s)?(?:các\s)?$", re.IGNORECASE
)
_AMENDS = re.compile(
    r"(?:sửa đổi(?:,? bổ sung)?|điều chỉnh(?:,? bổ sung)?|bổ sung|đính chính)\s"
    r"(?:(?:một số\s)?(?:nội dung|điều|điểm|khoản|phụ lục|mục|nhiệm "
    r"vụ)\s)?(?:(?:của|tại|trong|ban hành kèm theo)\s)?(?:các\s)?$",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:này|có hiệu lực)\b[^.;\n]{0,120}$|(?:^|\n)Điều \d{1,2}\.[^.;\n]{0,80}$")
_EXPIRES = re.compile(r"[^.;\n]{0,220}?\shết hiệu lực\s(?:kể từ|từ|thi hành)")
_PASSIVE = re.compile(r"(?:được|đã được|bị)\s(?:sửa đổi|thay thế|bổ sung|bãi bỏ)[^;]{0,40}$")


# What the opening paragraphs of a document without headings begin with.
_RESTS = re.compile(
    r"[–\-+*•\s]{0,3}(?:Căn cứ|CĂN CỨ|Thực hiện|Tiếp theo|Trên cơ sở|Triển khai|Theo(?! dõi)|Xét"
    r"|Phúc đáp|Để (?:triển khai|thực hiện|thi hành)|Nhằm (?:triển khai|thực hiện))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Where in the opening which word begins to govern; both tuples go together."""

    starts: tuple[int, ...]
    roles: tuple[Role, ...]

    def at(self, offset: int) -> Role:
        """The role of a document cited at the offset, `mention` where no word governs it."""
        i = bisect_right(self.starts, offset) - 1
        return self.roles[i] if i >= 0 else "mention"


def roles_of(text: str, start: int, end: int) -> Roles:
    """The governing words of the opening paragraphs `text[start:end]`."""
    found: list[tuple[int, Role]] = []
    for pattern in (_GOVERNOR, _SMALL):
        for match in pattern.finditer(text, start, end):
            role = match.lastgroup
            if role in ("basis", "implements", "continues"):
                found.append((match.start(role), role))  # type: ignore[arg-type]
    found += [(m.end(), "mention") for m in PROMULGATES.finditer(text, start, end)]
    found += [(m.start(), "mention") for m in _CLOSED.finditer(text, start, end)]
    found.sort()
    return Roles(tuple(at for at, _ in found), tuple(role for _, role in found))


def opening_end(text: str, frame: Frame) -> int:
    """Where the opening ends: before the first heading; without headings after the paragraphs
    that say on what the document rests."""
    if frame.body_start > frame.head_end or not frame.head_end:
        return frame.body_start
    at = frame.head_end
    while at < frame.foot_start and (
        _RESTS.match(text, at) or text[max(0, at - 2) : at] in (";\n", ",\n")
    ):
        at = text.find("\n", at, frame.foot_start) + 1 or frame.foot_start
    return at


def changing_role(before: str, after: str, *, titled: bool) -> Role | None:
    """`amends` or `replaces`, where the words around the citation say that this plan does it.

    A plan may also give the task of changing another document; so the words must be the
    title's or the opening's (`titled`), or of `Kế hoạch này thay thế …`, or close the other's
    force (`… hết hiệu lực`).
    """
    if _PASSIVE.search(before):
        return None
    if "hết hiệu lực" in after and _EXPIRES.match(after):
        return "replaces"
    if not (titled or _THIS.search(before)):
        return None
    if _REPLACES.search(before):
        return "replaces"
    return "amends" if _AMENDS.search(before) else None
