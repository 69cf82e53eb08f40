"""Shortenings: abbreviations inside the names of units, written out in place.

The table is `reference/abbreviations.tsv`: rows of use `unit` are written out wherever they
stand, rows of use `school` (`MN`, `TH`, `PT`) only where schools are spoken of, because `TH`
is also `thực hiện` and `PT` also `phát triển`.
"""

import re
from functools import cache

from extract.reference import rows
from extract.units.letters import UPPER

_SEPARATORS = re.compile(r"[\s&.,\-–_]+|\bvà\b")
_CUTS = re.compile(r"\s?[&,\-–.]\s?|\s+và\s+|\s+")
_SHORT = re.compile(
    rf"(?<![\w&])[{UPPER}]{{1,12}}(?:\s?[&,\-–]\s?[{UPPER}]{{1,8}}(?![^\W\d_])|"
    rf"\svà\s[{UPPER}]{{2,5}}(?![^\W\d_])){{0,3}}(?!\w)"
)
_SCHOOLS = re.compile(r"[Tt]rường|TRƯỜNG|[Kk]hối|THCS|THPT|[Cc]ấp học|[Mm]ầm non|[Tt]iểu học")
_DOTTED = (
    (re.compile(r"\b(?:T\.?P|Tp)(?:\.\s*|\s+)(?=[" + UPPER + "])"), "thành phố "),
    (re.compile(r"(?<=[,/] )TP\b\.?"), "thành phố"),
    (re.compile(r"(?<=,)TP\b\.?"), " thành phố"),
    (re.compile(r"\bTX(?:\.\s*|\s+)(?=[" + UPPER + "])"), "thị xã "),
    (re.compile(r"\bTT(?:\.\s*|\s+)(?=Y tế|GD|Giáo dục|Văn hóa|Phục vụ)"), "Trung tâm "),
    (re.compile(r"\bP\.\s*(?=[" + UPPER + "])"), "Phòng "),
    (re.compile(r"\bQ\.\s*(?=[" + UPPER + r"\d])"), "quận "),
    (re.compile(r"\bH\.\s*(?=[" + UPPER + "])"), "huyện "),
    (re.compile(r"(?<=[^\W\d_]) & (?=[" + UPPER + "][^\\W\\d_])"), " và "),
    (re.compile(r"^VP\b(?=\s)"), "Văn phòng"),
    (re.compile(r"^TT(?=\s(?:HĐND|Hội đồng))"), "Thường trực"),
    (re.compile(r"\bCA(?=\s(?:tỉnh|huyện|xã|phường|thành phố|quận))"), "Công an"),
    (re.compile(r"(?<=\bHội )ND\b"), "Nông dân"),
    (re.compile(r"(?<=\bHội )PN\b"), "Phụ nữ"),
    (re.compile(r"(?<=\bHội )CTĐ\b"), "Chữ thập đỏ"),
    (re.compile(r"\bĐoàn TN(?!\w)"), "Đoàn Thanh niên"),
    (re.compile(r"(?<=TNCS )HCM\b"), "Hồ Chí Minh"),
    (re.compile(r"(?<=\bHội )CGC\b"), "Cựu giáo chức"),
    (re.compile(r"\bGD\s*(?:&|-|–|và)\s*ĐT\b"), "GDĐT"),
    (re.compile(r"\bGD(?=\s?(?:quận|huyện|thành phố|tỉnh)\b)"), "Giáo dục"),
)  # fmt: skip


# Cheap: without any of these there is nothing for `_DOTTED` to do.
_MAY_BE_DOTTED = re.compile(r"T\.?P|Tp|TX|TT|P\.|Q\.|H\.| & |VP|CA|ND|PN|CTĐ|TN|HCM|CGC|GD")


@cache
def _table(use: str) -> dict[str, str]:
    return {_key(row["abbr"]): row["full"] for row in rows("abbreviations") if row["use"] == use}


def _key(short: str) -> str:
    return _SEPARATORS.sub("", short).upper().replace("Ð", "Đ")


def expand_abbreviations(words: str) -> str:
    """`Phòng GD&ĐT`, `Các trường MN, TH&THCS` with their abbreviations written out.

    What the table doesn't know stays as it is.
    """
    text = words.replace("Ð", "Đ")
    if _MAY_BE_DOTTED.search(text):
        for pattern, full in _DOTTED:
            text = pattern.sub(full, text)
    schools = bool(_SCHOOLS.search(text))
    return _SHORT.sub(lambda m: _written_out(m[0], schools), text)


def _written_out(short: str, schools: bool) -> str:
    """The longest known runs of the abbreviation, its separators kept between them."""
    found = _lookup(short, schools)
    if found:
        return found
    for cut in reversed(list(_CUTS.finditer(short))):
        head, tail = short[: cut.start()], short[cut.end() :]
        left = _lookup(head, schools)
        if left:
            between = " và " if "&" in cut[0] else cut[0]
            return left + between + _written_out(tail, schools)
    first = _CUTS.search(short)
    if not first:
        return short
    return short[: first.end()] + _written_out(short[first.end() :], schools)


def _lookup(short: str, schools: bool) -> str | None:
    key = _key(short)
    full = _table("unit").get(key)
    if full:
        return full
    if "," in short and short.count(",") == len(_CUTS.findall(short)):
        return None  # `TH, PT` are two kinds of schools, not `THPT`
    if schools or len(key) > 3:  # THCS, THPT, PTDTNT say themselves that they are schools
        return _table("school").get(key)
    return None
