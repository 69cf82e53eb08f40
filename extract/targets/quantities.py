"""Quantities: numbers and what is said of them (`ít nhất 95,5%`, `trên 1.200 hộ`, `≥ 3 lớp`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Comparison = Literal[">=", "<=", "="]

# Words before a number, and the comparison they make of it.
AT_LEAST = (
    "ít nhất", "tối thiểu", "không dưới", "không thấp hơn", "không ít hơn", "trên", "hơn", "vượt",
    "từ", "đạt từ", "thấp nhất",
)  # fmt: skip
AT_MOST = (
    "không quá", "tối đa", "dưới", "không vượt quá", "không cao hơn", "nhiều nhất", "còn dưới",
    "cao nhất", "thấp hơn", "xảy ra quá", "phát sinh quá",
)  # fmt: skip
_SIGNS: dict[str, Comparison] = {"≥": ">=", ">=": ">=", ">": ">=", "≤": "<=", "<=": "<=", "<": "<="}
_WORDS = "|".join(
    sorted((w.replace(" ", r"\s") for w in AT_LEAST + AT_MOST), key=len, reverse=True)
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d{1,9}(?:[.,]\d{1,3})?"
QUANTITY = re.compile(
    rf"(?:(?<!\w)(?P<words>(?i:{_WORDS}))\s+(?:(?:là|khoảng|mức|có|đạt|được)\s+)?|(?P<sign>[≥≤]|[<>]=?)\s?)?"
    rf"(?<![\w.,/\-–])(?P<value>{_NUMBER})(?:/(?P=value)(?=\s))?(?P<upto>\s?(?:%\s?)?(?:[-–]|đến)\s?(?:{_NUMBER}))?"
    r"(?P<unit>\s?(?:%|‰|phần\s+trăm)(?:\s?/\s?năm)?(?:\d{1,2}(?=[\s.,;:)]|$))?(?!\w))?"
    r"(?P<per>\s?/\s?\d{1,3}(?:\.\d{3})+\s+(?:dân|người|trẻ|ca|hộ)\b(?:\s+(?:đẻ\s+)?sống)?)?"
    r"(?:(?<=[%‰])|(?:(?!\w)|(?=(?:ha|km|kg|m2|m3|m²|m³)(?!\w)))(?!/\d)(?![.,]\d))"  # `12ha`
    r"(?P<more>\s+trở\s+lên|\s+trở\s+xuống)?"
)
# A number after these words names something; it counts nothing.
_NAMES = re.compile(
    r"(?:số|điều|khoản|điểm|mục|phần|chương|lần|lần thứ|thứ|khóa|khoá|quý|tháng|ngày|năm"
    r"|mức|mức độ|cấp"
    r"|hạng|loại|lớp|khối|đoạn|nhóm|mẫu|biểu|phụ lục|đợt|bước|quyết định|nghị quyết"
    r"|kế hoạch|bậc|vùng"
    r"|khu vực|hiệp định|vòng|tuần|kỳ|công điện|chương trình|đề án|quốc lộ|tầng|thế kỷ"
    r"|trang|bảng|covid"
    r"|chỉ số|bộ chỉ số|thông tư|luật|nghị định|tcvn|iso|tt|top|tốp|phiên bản|xếp|giờ)\s*[.:]?\s*$",
    re.IGNORECASE,
)
_TIME_UNIT = re.compile(
    r"\s*(?:ngày|giờ|phút|tháng|tuần|năm(?!\s+tấn)|tuổi|quý|nhiệm\s+kỳ|học\s+kỳ|lần\s+thứ|/)",
    re.IGNORECASE,
)


# A time that is itself the measure: `giảm thời gian chờ xuống dưới 90 phút`.
_DURATION = re.compile(r"(?:giảm|rút ngắn|thời gian|thời lượng)(?:\s\w+){0,6}\s*$", re.IGNORECASE)
_COUNTED = re.compile(r"\s{1,2}[“\"]?[^\W\d_]|(?:ha|km|kg|m2|m3|m²|m³)(?!\w)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `start` of its comparison, `end` after its unit or `trở lên`."""

    start: int
    at: int
    end: int
    value: float | int
    comparison: Comparison
    percent: bool
    compared: bool
    per: str | None = None


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Numbers of `text[start:end]` that count or measure, in order.

    >>> # `100%`, `trên 80%`, `ít nhất 02 lớp`, `từ 88 điểm trở lên`; not `Điều 5`, `năm 2026`
    """
    for match in QUANTITY.finditer(text, start, end):
        value = number_of(match["value"])
        percent = match["unit"] is not None and "‰" not in match["unit"]
        per = "‰" if match["unit"] and not percent else match["per"]
        if value is None or (not percent and not per and _is_name(text, start, match)):
            continue
        yield Quantity(
            start=match.start(),
            at=match.start("value"),
            end=match.end(),
            value=value,
            comparison=_comparison(match),
            percent=percent,
            compared=bool(match["words"] or match["sign"] or match["more"]),
            per=" ".join(per.split()) if per else None,
        )


def number_of(words: str) -> float | int | None:
    """`95,5` is 95.5, `1.200` is 1200, `99.86` is 99.86: the Vietnamese comma is the decimal's."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?", words):
        words = words.replace(".", "")
    words = words.replace(",", ".")
    try:
        value = float(words)
    except ValueError:
        return None
    return int(value) if value.is_integer() else value


def _is_name(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - 40) : match.start()]
    if _NAMES.search(before) and not match["words"]:
        return True
    after = text[match.end() : match.end() + 16]
    if _TIME_UNIT.match(after):
        short = re.match(r"\s*(?:ngày|giờ|phút)", after)
        measured = match["sign"] or (match["words"] and _DURATION.search(before))
        return not (short and measured)
    if not _COUNTED.match(after):
        return True
    return len(match["value"]) == 4 and match["value"][:2] in ("19", "20")


def _comparison(match: re.Match[str]) -> Comparison:
    if match["more"]:
        return "<=" if "xuống" in match["more"] else ">="
    if match["sign"]:
        return _SIGNS[match["sign"]]
    words = " ".join((match["words"] or "").lower().split())
    if words in AT_MOST:
        return "<="
    return ">=" if words in AT_LEAST or match["upto"] else "="
