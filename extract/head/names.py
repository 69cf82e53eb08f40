"""Names: the capitals of a letterhead as the canonical name of a unit with its place."""

import re

from extract.context import Context
from extract.head.letterhead import fold
from schemas import Unit

_PLACE_KIND = (
    "tỉnh|thành phố|thành|tp\\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|khu vực"
)
_PLACE = re.compile(rf"\b({_PLACE_KIND})\s+(?!ủy|uỷ|đoàn|phố)(?=[^\W\d_])", re.IGNORECASE)
_NAMED = re.compile(
    r"\b((?:trường|trung tâm|bệnh viện|công ty|chi bộ|đảng bộ|công đoàn|liên đội)\b.{0,60}?"
    r"(?:trung học cơ sở|trung học phổ thông|thcs|thpt|th&thcs|tiểu học|mầm non|mẫu giáo"
    r"|phổ thông|đại học|cao đẳng|th|mn))\s+(.+)$",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset(
    "UBND HĐND MTTQ UBMTTQ TNCS THCS THPT GD&ĐT GDĐT TT&TT TTYT BCH BTV BTT TH MN PTDTBT PTDTNT"
    " PT GDTX GDNN VH-XH KHKT TP TP. CNTT DTNT TH&THCS THCS&THPT HCM BHXH LĐLĐ CĐCS KHXH".split()
)
_PROPER = {
    **{w.lower(): w for w in ("Việt Nam", "Hồ Chí Minh", "Đảng", "Mặt trận", "Tổ quốc", "Đoàn")},
    "cộng sản": "Cộng sản",
    "lao động": "Lao động",
    "thương binh": "Thương binh",
    "quốc hội": "Quốc hội",
    "chính phủ": "Chính phủ",
}
_FIELDS = (
    "giáo dục|đào tạo|y tế|nội vụ|tài chính|công thương|tư pháp|xây dựng|nông nghiệp|môi trường"
    "|khoa học|công nghệ|văn hóa|văn hoá|thể thao|du lịch|dân tộc|tôn giáo|ngoại vụ|ngoại giao"
    "|công an|quốc phòng|giao thông|kế hoạch|đầu tư|tài nguyên|thông tin|truyền thông|lao động"
    "|thương binh|thanh tra|kinh tế|hạ tầng|đô thị|tổ chức|tuyên giáo|dân vận|kiểm tra|nội chính"
    "|trung học|mầm non|tiểu học|phổ thông|phụ nữ|nông dân|cựu chiến binh|thanh niên"
)
_FIELD = re.compile(rf"\b(?:{_FIELDS})\b")


def sentence_case(words: str) -> str:
    """`ỦY BAN NHÂN DÂN TỈNH X` as `Ủy ban nhân dân tỉnh X`; mixed case stays as it is.

    Capitals lose which words are names; what follows a kind of place, and the own name of a
    school, is taken for one.
    """
    letters = [c for c in words if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.85 * len(letters):
        return words
    out = " ".join(w if w.strip(".,") in _ABBREVIATIONS else w.lower() for w in words.split())
    out = _FIELD.sub(lambda m: m[0][0].upper() + m[0][1:], out)
    for word, proper in _PROPER.items():
        out = re.sub(rf"\b{word}\b", proper, out)
    place = None
    for place in _PLACE.finditer(out):
        pass
    if place:
        out = out[: place.end()] + _title(out[place.end() :])
    named = _NAMED.match(out)
    if named and not place:
        out = out[: named.start(2)] + _title(named[2])
    return out[:1].upper() + out[1:]


def _title(words: str) -> str:
    return " ".join(w[:1].upper() + w[1:] if w != "và" else w for w in words.split())


def unit_of(words: str, area: str | None = None) -> Unit:
    """The unit that a letterhead names; `area` is the place known from its superior."""
    named = sentence_case(words)
    try:
        from extract.units import read_unit
    except ImportError:
        return _plain_unit(named, area)
    return read_unit(named, Context(area=area))


_LEVEL = (
    ("Sở |Ban Dân tộc", "province-department"),
    ("Bộ Chính trị|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng", "party"),
    ("Bộ ", "ministry"),
    ("Phòng ", "district-department"),
    ("Trường|Trung tâm|Bệnh viện", "institution"),
    ("Ban Thường trực|Ủy ban Mặt trận|Hội |Đoàn|Liên đoàn|Công đoàn", "organisation"),
)


def _plain_unit(words: str, area: str | None) -> Unit:
    """Without the unit grammar: abbreviations of the letterhead and the place at the end."""
    out = re.sub(r"\bUBND\b", "Ủy ban nhân dân", words)
    out = re.sub(r"\bMTTQ\b", "Mặt trận Tổ quốc", out)
    out = re.sub(r"\bGD&?ĐT\b", "Giáo dục và Đào tạo", out)
    out = re.sub(r"\bTHCS\b", "Trung học cơ sở", out).replace("Uỷ", "Ủy")
    match = re.search(r"(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu) ([A-ZĐÀ-Ỹ].*)$", out)
    if match:
        area = match[2]
        out = out[: match.end(1)] if out.startswith(("Ủy ban", "Hội đồng", "Ban Thường")) else (
            out[: match.start()].strip()
        )
    level = next((lv for rule, lv in _LEVEL if re.match(rule, out)), None)
    if out.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân")):
        kind = match[1] if match else ""
        level = {"tỉnh": "province", "thành phố": "province", "xã": "commune"}.get(kind, "district")
    return Unit(name=out, area=area, level=level)  # type: ignore[arg-type]


__all__ = ["fold", "sentence_case", "unit_of"]
