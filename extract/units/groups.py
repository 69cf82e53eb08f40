"""Groups: phrases of kinds (`các sở, ban, ngành và địa phương`) and lists of named units.

A running phrase of kinds stays one group; units with names of their own stand each by itself.
A comma or `và` parts two units only where a new one begins after it, so that `Sở Văn hóa, Thể
thao và Du lịch` stays whole. All functions here read words whose abbreviations are written out.
"""

import re

from extract.units.heads import head_of
from extract.units.letters import UPPER

_LONGEST = 2500  # no list of units is longer; what is, is no list
_KINDS = (
    "bộ|ban|ngành|sở|phòng|vụ|cục|đơn vị|cơ quan|địa phương|tổ chức|đoàn thể|doanh nghiệp|trường|"
    "nhà trường|trường học|cơ sở|trung tâm|viện|bệnh viện|hội|đoàn|tổ|khối|cụm|xã|"
    "phường|huyện|khu dân cư|"
    "quận|tỉnh|thành phố|thị xã|thị trấn|đặc khu|thôn|bản|cá nhân|tập thể|cấp|hiệu trưởng|"
    "thủ trưởng|thành viên|chi bộ|chi đoàn|công đoàn|lớp|khoa|chi cục|tập đoàn|hợp tác xã|"
    "Ủy ban nhân dân|Hội đồng nhân dân|lực lượng|chuyên gia|cán bộ|giáo viên|học sinh|phụ huynh|"
    "Mầm non|Tiểu học|Trung học|Phổ thông|Cao đẳng|Đại học|trưởng"
)
_BARE_KINDS = re.compile(
    r"(?:Các |các )?(?:bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|phòng|vụ|"
    r"cục|đoàn thể|tỉnh|huyện|xã|cá nhân|tập thể)"
    r"(?:, (?:bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|đoàn thể))*",
    re.IGNORECASE,
)
_LEVEL = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_LEVEL_ONLY = re.compile(_LEVEL, re.IGNORECASE)
# `xã Bình An, huyện Tây Sơn` is one place, `xã Bình An, xã Bình Tân` are two.
_PLACE = re.compile(rf"\b({_LEVEL})\s(?=[{UPPER}])")
_LEVEL_LAST = re.compile(rf"(?:{_LEVEL})$", re.IGNORECASE)
_MANY = r"các|những|mọi|tất cả|toàn thể|toàn bộ|từng|mỗi|một số|hai|ba|bốn|năm|\d{1,3}"
_STARTS_MANY = re.compile(rf"(?:{_MANY})\s+(?=\w)|100%\s", re.IGNORECASE)
_EACH = re.compile(r"\b[Cc]ác\s")
_KIND = re.compile(rf"(?:{_KINDS})(?!\w)", re.IGNORECASE)
_PLURAL_INSIDE = re.compile(rf"\s(?:các|từng|mỗi)\s(?:{_KINDS})(?!\w)", re.IGNORECASE)
_NO_GROUP = re.compile(
    r"Ban [Qq]uản lý|Liên minh|Liên hiệp|Đảng (?:ủy|bộ) (?:[Kk]hối )?các cơ quan"
)
_LEVELS_LISTED = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?:(?:,| và| hoặc|/)\s?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|"
    r"đặc khu)(?!\s[" + UPPER + r"])\b)+"
)
_LEVEL_OF_ALL = re.compile(
    r"\b(?:Ủy ban|Hội đồng|Phòng|Đảng ủy|Công an)\b.{0,40}\bcấp (?:xã|huyện|tỉnh|cơ sở)"
)
_GENERIC = re.compile(
    r"(?:giáo viên chủ nhiệm$|cha mẹ học sinh|phụ huynh|đơn vị|cơ quan|địa phương|"
    r"tổ chức|cơ sở giáo dục|cơ sở y tế|nhà trường(?= "
    r")|trường học|doanh nghiệp|"
    r"đoàn thể|cá nhân|tập thể|cấp ủy|bộ, ngành|bộ ngành|sở, ngành|sở, ban|ban, "
    r"ngành|ngành|địa bàn|"
    r"thành viên|cụm, khối|khối, cụm|cụm|khối|tập đoàn(?=, )|chính quyền)(?!\w)",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(rf"\s[{UPPER}]")
_SCHOOL_KINDS = re.compile(
    r"(?:Khối (?:các )?)?[Tt]rường (?:(?:Mầm non|Mẫu giáo|Tiểu học|Trung học cơ sở|"
    r"Trung học phổ thông|Phổ thông|"
    r"Cao đẳng|Đại học|chuyên|nhiều cấp|dân tộc|nội trú|bán trú|công lập|tư thục|"
    r"ngoài công lập|học|"
    r"trực thuộc|thuộc|trong|trên|địa bàn|có|cấp|liên cấp|học)|và|,|;|\s|/)+(?:tỉnh|"
    r"huyện|thành phố|quận|xã|phường|Sở|Phòng)?$"
)
_NEW_LINE = re.compile(
    r"\s*(?:\n|;)\s*(?:[-–+*•]\s*)?|(?<=\w)\.\s+(?=[-–•])|\s[-–•]\s(?=(?:Các|Ủy ban|"
    r"Sở|Bộ|Phòng|Ban|Cục|Vụ)\s)"
)
_JOINT = re.compile(
    r",\s*(?:và\s+|cùng\s+(?:với\s+)?)?|\s+(?:và|cùng(?: với)?|phối hợp với)\s+|\s+-\s+(?=các )"
)
_MAY_JOIN = re.compile(r"và|cùng|phối hợp với|-")  # what every joint but the comma holds
_NAMED_START = re.compile(
    r"(?:Thường trực|Hội|Đoàn|Công đoàn|Nhà trường|Trường|Trung tâm|Đài|Báo|Văn "
    r"phòng|Ban|Tổ|Đội|Chi|Liên|Công ty|"
    r"Tập đoàn|Chủ tịch|Bí thư|Giám đốc|Trưởng|Hiệu trưởng|Lãnh đạo|Thủ trưởng|Phó|"
    r"Cơ quan|Đảng)(?!\w)"
)
_ABBREVIATION = re.compile(rf"[{UPPER}]{{2,8}}(?!\w)")
_OFFICE_OF_BOTH = re.compile(r"^Văn phòng (?:Đoàn đại biểu Quốc hội|Hội đồng nhân dân)")


def is_group(words: str) -> bool:
    """Whether the words address several units by their kind (`Ủy ban nhân dân các xã`)."""
    if _STARTS_MANY.match(words) or _GENERIC.match(words) or _SCHOOL_KINDS.match(words):
        return True
    if _LEVELS_LISTED.search(words) or _LEVEL_OF_ALL.search(words):
        return True
    return bool(_PLURAL_INSIDE.search(words)) and not _NO_GROUP.match(words)


def split_units(words: str) -> list[str]:
    """The units of a cell, a heading or a list, cut at lines, `;` and where a name begins."""
    out: list[str] = []
    for chunk in _NEW_LINE.split(words):
        piece = chunk.strip(" -–+*•.,") if chunk else ""
        if piece:
            out += _split_joint(piece) if len(piece) <= _LONGEST else [piece]
    return out


def _split_joint(chunk: str) -> list[str]:
    if "," not in chunk and not _MAY_JOIN.search(chunk):
        return [chunk]
    out: list[str] = []
    current, at, between = "", 0, ""
    for cut in (*_JOINT.finditer(chunk), None):
        piece = chunk[at : cut.start() if cut else len(chunk)]
        if not current:
            current = piece
        elif _begins_unit(current, piece, chunk[at:]):
            out.append(current)
            current = piece
        else:
            current += between + piece
        if cut:
            between, at = cut[0], cut.end()
    return [p for p in (*out, current) if p.strip()]


def _begins_unit(current: str, piece: str, rest: str) -> bool:
    """Whether a new unit begins with `piece`, after the words of `current`."""
    if current.count("(") > current.count(")"):
        return False
    running = is_group(current) or bool(_BARE_KINDS.fullmatch(current))
    if _STARTS_MANY.match(piece):
        return not running
    if _LEVEL_ONLY.fullmatch(piece.strip()) and _LEVEL_LAST.search(current):
        return False
    if _PLACE.match(piece) and (inner := _PLACE.search(current)):
        return inner[1].lower() == piece.split(maxsplit=1)[0].lower()
    if running and _KIND.match(piece) and not (_names_itself(piece) and _OWN_NAME.search(piece)):
        return False
    if _OFFICE_OF_BOTH.match(current) and re.match(r"Ủy ban nhân dân|Hội đồng nhân dân", piece):
        return False
    if _names_itself(piece):
        return True
    return not running and bool(_KIND.match(rest)) and piece[:1].islower()


def _names_itself(piece: str) -> bool:
    if not piece or not piece[0].isupper():
        return bool(re.match(r"(?:phòng|sở) [" + UPPER + "]", piece))
    return bool(
        head_of(piece) or _NAMED_START.match(piece) or _ABBREVIATION.fullmatch(piece.strip())
    )


def members_of(words: str) -> tuple[str, ...]:
    """`các tập thể, cá nhân, các tổ công tác` names its members, one `các` or more apart.

    `các sở, ban, ngành` names kinds alone and has none.
    """
    if len(_EACH.findall(words)) < 2:
        return ()
    parts = [part.strip() for part in _JOINT.split(words)]
    return tuple(parts) if all(parts) else ()
