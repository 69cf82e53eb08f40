"""Names: the capitals of a letterhead as the canonical name of a unit with its place."""

import datetime as dt
import re
from functools import cache

from extract.context import Context
from extract.folding import fold
from extract.letter_case import lowered
from extract.units import read_unit
from extract.units.letters import UPPER
from extract.units.places import province, province_names
from schemas import Unit

_PLACE_KIND = (
    "tỉnh|thành phố|thành|tp\\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|khu vực"
)
_PLACE = re.compile(
    rf"\b({_PLACE_KIND})\s+(?!(?:ủy|đoàn)\b|(?<=thành )(?:phố|viên)\b"
    r"|(?<=xã )(?<!(?:UBND|HĐND) xã )(?<!dân xã )(?<!ủy xã )hội\b)"  # `bảo hiểm xã hội`
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b((?:trường|trung tâm|bệnh viện|công ty|chi bộ|đảng bộ|công đoàn|liên đội)\b.{0,60}?"
    r"(?:trung học cơ sở|thcs|thpt|tiểu học|mầm non|mẫu giáo"
    r"|phổ thông|đại học|cao đẳng|th|mn))\s+(.+)$",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset(
    "UBND HĐND MTTQ UBMTTQ TNCS THCS THPT GD&ĐT GDĐT TT&TT TTYT BCH BTV BTT TH MN PTDTBT PTDTNT"
    " PT GDTX GDNN VH-XH KHKT TP TP. TW CNTT DTNT TH&THCS THCS&THPT HCM BHXH LĐLĐ CĐCS"
    " KHXH".split()
)
# Phrases of letterheads in the capitals of NĐ 30/2020/NĐ-CP, Phụ lục II.
_PHRASES = (
    "Việt Nam|Hồ Chí Minh|Mặt trận|Tổ quốc|Quốc hội|Chính phủ|Ban Thường trực|Ban Thường vụ"
    "|Ban Chấp hành|Đoàn Chủ tịch|Ủy ban Thường vụ|Ủy ban|Hội đồng|Thủ tướng|Chủ tịch|Ban Chỉ đạo"
    "|Ban Tổ chức|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Văn phòng|Đoàn Thanh niên Cộng sản"
    "|Đảng bộ|Đảng ủy|Chi bộ|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Trung ương|Liên đoàn Lao động"
    "|Hội Liên hiệp Phụ nữ|Hội Nông dân|Hội Cựu chiến binh|Hội Chữ thập đỏ|Hội Khuyến học|Công đoàn"
    "|Đảng Cộng sản|Lao động|Thương binh và Xã hội|Văn hóa, Xã hội|Văn hóa - Xã hội"
    "|Kinh tế - Xã hội"
    "|Thông tin và Truyền thông|Khoa học xã hội|Trung tâm|Trường|Bệnh viện|Công an|Sở"
    "|Phòng|Bộ Chính trị"
    "|Ban Bí thư|Tổng Liên đoàn|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Thị đoàn|Xã đoàn"
    "|Phường đoàn"
).split("|")
# Words that are part of another one: `môi trường`, `cơ sở`, `quốc phòng`, `phòng, chống`.
_PARTS = (
    r"(?<=(?:môi|thị|nhà|lâm) )trường|(?<=(?:công|hiện|nông) )trường|(?<=cơ )sở|(?<=trụ )sở"
    r"|(?<=quốc )phòng|(?<=dự )phòng|phòng(?=,? (?:cháy|chống|ngừa|thủ|không|bệnh)\b)"
)
_PHRASE = re.compile(
    rf"(?<!\w)(?!{_PARTS})(?:"
    + "|".join(sorted((p.lower() for p in _PHRASES), key=len, reverse=True))
    + r")(?!\w)"
)
_BY_PHRASE = {p.lower(): p for p in _PHRASES}
_FIELDS = (
    "trung học phổ thông"
    "|giáo dục|đào tạo|y tế|nội vụ|tài chính|công thương|tư pháp|xây dựng|nông nghiệp|môi trường"
    "|khoa học|công nghệ|văn hóa|văn hoá|thể thao|du lịch|dân tộc|tôn giáo|ngoại vụ|ngoại giao"
    "|công an|quốc phòng|giao thông|kế hoạch|đầu tư|tài nguyên|thông tin|truyền thông|lao động"
    "|thương binh|thanh tra|kinh tế|hạ tầng|đô thị|tổ chức|tuyên giáo|dân vận|kiểm tra|nội chính"
    "|điện lực|trung học|mầm non|tiểu học|phổ thông|phụ nữ|nông dân|cựu chiến binh|thanh niên"
    "|cao đẳng|đại học|mẫu giáo"
)
# Committees whose place follows without a word for its level: `Tỉnh ủy X`, `Huyện đoàn Y`.
_SEATED = re.compile(
    r"((?:Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường)\s(?:ủy|đoàn)\s)(?!(?:xã|phường|tỉnh|huyện|quận)\s)(\w+(?:\s\w+){0,3})$"
)
_MISREAD_PLACE = re.compile(r"(?<!\w)TINH (?P<name>[A-Z]{2,6}(?:[ -][A-Z]{1,6}){1,3})$")
_SHORT_NAME = re.compile(r"(?<!\w)(?<!xã )(?:hội|đoàn)(?= [A-ZĐ]{2})")  # `Hội LHPN`
_NO_VOWEL = re.compile("[BCDĐGHKLMNPQRSTVX]{3,8}")
# Bodies that issue together: `BỘ CÔNG AN - BỘ QUỐC PHÒNG`.
_TOGETHER = re.compile(
    r"\s[-–]\s(?=(?:BỘ|SỞ|VIỆN KIỂM|T[ÒO][AÀ] ÁN|[ỦU][ỶY] BAN|CHÍNH PHỦ|ĐOÀN|BAN|HỘI|CÔNG AN)\s)"
)
_SEAT = re.compile(
    rf"((?:[^,;]{{0,60}}\s)?(?:Tỉnh|Thành|Huyện|Quận|Thị|Xã|Phường)\s(?:ủy|đoàn))\s((?:[{UPPER}]\w*\s?){{1,5}})"
)
_FIELD = re.compile(rf"\b(?:{_FIELDS})\b")
_KIND_OF_SCHOOL = re.compile(  # before a school's own name: `Cao đẳng Y tế X`
    rf"(?:(?:dân tộc )?(?:nội|bán) trú|{_FIELDS}|kỹ thuật|sư phạm|nghề|nghệ thuật)\s", re.IGNORECASE
)
# `TƯ` is Trung ương at the end and before an organisation; in `đầu tư`, `tư pháp` it is a word.
_CENTRAL = re.compile(r"(?<!đầu )(?<!thứ )\btư(?=$| (?:đoàn|đảng|hội|mttq)\b)", re.IGNORECASE)


@cache
def _province_end() -> re.Pattern[str]:
    """A province's name in small letters at the end of a unit's."""
    return re.compile(rf"(?<=\w )(?:{province_names().lower()})$")


def _shortened(word: str) -> bool:
    """Whether a word in capitals is an abbreviation: known, or without any vowel (`CHQS`)."""
    bare = word.strip(".,()")
    return bare in _ABBREVIATIONS or (len(bare) > 2 and _NO_VOWEL.fullmatch(bare) is not None)


def sentence_case(words: str) -> str:
    """`ỦY BAN NHÂN DÂN TỈNH X` as `Ủy ban nhân dân tỉnh X`; mixed case stays as it is.

    Capitals lose which words are names; what follows a kind of place, and the own name of a
    school, is taken for one.
    """
    long = "".join(w for w in words.split() if not _shortened(w))  # `UBND An Hòa` is no capitals
    letters = [c for c in long if c.isalpha()]
    if sum(c.isupper() for c in letters) < 0.6 * len(letters):
        return words
    out = " ".join(w if _shortened(w) else w.lower() for w in words.split())
    out = _province_end().sub(lambda m: _title(m[0]), _CENTRAL.sub("TƯ", out))
    out = _PHRASE.sub(lambda m: _BY_PHRASE[lowered(m[0])], out.replace("uỷ", "ủy"))
    out = _FIELD.sub(lambda m: m[0][0].upper() + m[0][1:], out)
    out = _SHORT_NAME.sub(lambda m: m[0].capitalize(), out)
    out = _SEATED.sub(lambda m: m[1] + _title(m[2]), out)
    places = list(_PLACE.finditer(out))
    place = places[-1] if places else None
    if place:
        out = out[: place.end()] + _title(out[place.end() :])
    named = _NAMED.match(out)
    if named and not place:
        kind = _KIND_OF_SCHOOL.match(named[2])
        own = kind.end() if kind else 0
        out = out[: named.start(2)] + named[2][:own].capitalize() + _title(named[2][own:])
    out = re.sub(r"(?<= - )\w", lambda m: m[0].upper(), out)
    return out[:1].upper() + out[1:]


def _title(words: str) -> str:
    return " ".join(w[:1].upper() + w[1:] if w != "và" else w for w in words.split())


def _with_province(words: str) -> str:
    """`CÔNG AN TĨNH LÀM ĐÓNG` with the marks that recognition lost: a province's name is known."""
    misread = _MISREAD_PLACE.search(fold(words))
    known = province(words[misread.start("name") :].strip()) if misread else None
    if misread is None or known is None:
        return words
    return f"{words[: misread.start()]}TỈNH {known.name.upper()}"


def unit_of(words: str, parent: Unit | None = None, day: dt.date | None = None) -> Unit:
    """The unit that a letterhead names, under its superior and on its day if they are known."""
    together = _TOGETHER.split(words)
    if len(together) > 1:
        units = [unit_of(part, parent, day) for part in together]
        levels = {unit.level for unit in units}
        areas = {unit.area for unit in units if unit.area}
        return Unit(
            name=" - ".join(unit.name for unit in units),
            area=areas.pop() if len(areas) == 1 else None,
            level=levels.pop() if len(levels) == 1 else None,
            group=True,
            members=tuple(unit.name for unit in units),
        )
    named = sentence_case(_with_province(words))
    seated = _SEAT.fullmatch(named)
    if seated:
        return read_unit(seated[1], Context()).model_copy(update={"area": seated[2]})
    area = parent.area if parent else None
    return read_unit(named, Context(area=area, issuer=parent, issued_on=day))


__all__ = ["fold", "sentence_case", "unit_of"]
