"""Tails: what follows a document's number or name: day, year, issuer, subject.

They come in any order and each at most once: `ngày 05/3/2024 của Sở … về “…”`, `của Bộ Chính
trị (khóa XI) ngày …`, `quy định chi tiết …`.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from extract.citations.days import day_at, year_at
from extract.units import UnitMatch, unit_at
from extract.units.letters import UPPER

_OF = re.compile(
    r"[\s,]{1,3}(?:(?:của|CỦA|do|được|giữa)\s+(?:liên\s(?:bộ|ngành|Bộ)\s)?"
    r"(?:[Hh]ội nghị\s(?:lần thứ\s\w+\s)?)?(?:đồng chí\s)?|[Hh]ội nghị\s(?:lần thứ\s\w+\s)?)"
)
_BY = re.compile(r"\s(?:ban hành|ký ban hành|ký)(?!\w)")
_TERM = re.compile(
    r"[\s,]{0,2}\(?(?:(?i:khóa|khoá)\s+[IVXL]{1,6}|nhiệm kỳ\s+\d{4}\s?[-–]\s?\d{4}|"
    r"lần thứ\s+\w{1,12})(?!\w)\)?"
)
_NOTE = re.compile(
    r"\s?\((?:[A-ZĐ&\- ]{2,12}\)"
    r"|(?:sau đây|gọi tắt|viết tắt|gọi chung|đã được|được sửa|sửa đổi)[^()\n]{0,120}\)?)"
)
_JOINT = re.compile(r"(?:\s(?:và|-)\s|,\s(?:và\s)?)(?=[A-ZĐỦÂ])")


@dataclass(frozen=True, slots=True)
class Tail:
    """What was read after an anchor; `end` is where the reading stopped, before the subject.

    `issuer` holds the words of the unit, of several where they issued it together.
    """

    end: int
    issued_on: dt.date | None = None
    year: int | None = None
    issuer: str | None = None
    issuer_end: int | None = None
    dated: bool = False


def tail_at(text: str, at: int, limit: int, *, joint: bool, bare_year: bool) -> Tail:
    """Read day, year and issuer from `at` on, in any order, up to `limit`.

    `joint` allows several issuers, `bare_year` a year without `năm` (`Luật Đất đai 2024`).
    """
    tail = Tail(at)
    for _ in range(6):
        nxt = _step(text, tail, limit, joint, bare_year)
        if nxt is None or nxt.end > limit:
            break
        tail = nxt
    return tail


def _step(text: str, tail: Tail, limit: int, joint: bool, bare_year: bool) -> Tail | None:
    at = tail.end
    if not tail.dated:
        day = day_at(text, at)
        if day:
            return replace(tail, end=day.end, issued_on=day.day, dated=True)
        year = year_at(text, at)
        if year and (bare_year or text.startswith((" năm", ", năm", " NĂM", " ("), at)):
            return replace(tail, end=year[1], year=year[0], dated=True)
    if tail.issuer is None:
        of = _OF.match(text, at)
        if of:
            found = (unit_at(text, of.end(), limit), _in_capitals(text, of.end(), limit))
            unit = max(filter(None, found), key=lambda one: one.end, default=None)
            if unit:
                unit = _before_about(text, unit)
                several = joint or "giữa" in of[0]
                end = _with_others(text, unit.end, limit) if several else _field_end(text, unit)
                by = None if "của" in of[0].lower() else _BY.match(text, end)
                words = text[unit.start : end]
                return replace(tail, end=by.end() if by else end, issuer=words, issuer_end=end)
    for pattern in (_TERM, _NOTE):
        skipped = pattern.match(text, at)
        if skipped and (tail.issuer or pattern is _NOTE):
            return replace(tail, end=skipped.end())
    return None


def _before_about(text: str, unit: UnitMatch) -> UnitMatch:
    """`Tổng công ty … v/v ban hành`: the letter is not of the name."""
    if not (unit.words.endswith((" v", " V")) and text.startswith("/v", unit.end)):
        return unit
    return UnitMatch(unit.start, unit.end - 2, unit.words[:-2])


def _with_others(text: str, end: int, limit: int) -> int:
    """The end of the last of several issuers in a row."""
    for _ in range(12):
        joint = _JOINT.match(text, end)
        unit = unit_at(text, joint.end(), limit) if joint else None
        if unit is None or not _ends_phrase(text, unit):
            return end
        end = unit.end
    return end


# `Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm về việc …`: the first is the name's.
_COMMITTEE = re.compile(r"(?:Ban [Cc]hỉ đạo|BCĐ|Hội đồng|[ỦU][yỷ] ban|Tổ [Cc]ông tác)(?!\w)")
_FIELD = re.compile(
    r"(?:\s(?:quốc gia|Quốc gia|Trung ương|tỉnh|thành phố))?\svề\s(?!việc)[^,;.:()“”\"\n\d]{4,70}?"
    r"(?=,?\svề\s)"
)


def _field_end(text: str, unit: UnitMatch) -> int:
    """Where the name of a committee ends that another `về` shows to be named after a field."""
    if not _COMMITTEE.match(unit.words):
        return unit.end
    field = _FIELD.match(text, unit.end, min(len(text), unit.end + 110))
    return field.end() if field else unit.end


def _ends_phrase(text: str, unit: UnitMatch) -> bool:
    """Whether the unit is not the subject of a verb: `, Phòng … ban hành` begins a clause."""
    return bool(
        re.match(
            r"\s*(?:[,;.()\n]|$|về|quy|hướng|ngày|và|-|ban hành về|phê)",
            text[unit.end : unit.end + 12],
        )
    )


_CAPITAL_NAMES = re.compile(
    r"(?:PHÓ )?THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|BỘ "
    r"CHÍNH TRỊ|BAN BÍ THƯ|"
    r"BAN CHẤP HÀNH TRUNG ƯƠNG(?: ĐẢNG)?|(?:BAN THƯỜNG VỤ )?(?:TỈNH|THÀNH|HUYỆN|QUẬN) [UỦ][YỶ]|"
    r"(?:CHỦ TỊCH )?(?:UBND|[UỦ][YỶ] BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN) (?:TỈNH|"
    r"THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)"
    rf"(?:(?: (?!VỀ |NGÀY )[{UPPER}]+){{1,4}}(?=,? (?:VỀ|NGÀY) |[,;.\n]|$))?|"
    r"(?:BỘ TRƯỞNG )?(?:BỘ|SỞ|PHÒNG) (?:GIÁO DỤC VÀ ĐÀO TẠO|NỘI VỤ|Y TẾ|TÀI CHÍNH|"
    r"TƯ PHÁP|CÔNG AN|QUỐC PHÒNG|"
    r"CÔNG THƯƠNG|XÂY DỰNG|KHOA HỌC VÀ CÔNG NGHỆ|NÔNG NGHIỆP VÀ MÔI TRƯỜNG|VĂN HÓA, "
    r"THỂ THAO VÀ DU LỊCH|"
    r"THÔNG TIN VÀ TRUYỀN THÔNG|TÀI NGUYÊN VÀ MÔI TRƯỜNG|NGOẠI GIAO|DÂN TỘC VÀ TÔN "
    r"GIÁO|GIAO THÔNG VẬN TẢI)"
)


def _in_capitals(text: str, at: int, limit: int) -> UnitMatch | None:
    """An issuer in a title set in capitals."""
    match = _CAPITAL_NAMES.match(text, at, limit)
    return UnitMatch(match.start(), match.end(), match[0]) if match else None
