"""Anchors of a text, four ways: a kind with a number (`Kế hoạch số 665/KH-SGDĐT`), a kind with
a bare number (`Nghị quyết số 57`), a kind with only a day (`Quyết định ngày 05/3/2024`), a law
by its name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.citations.anchor import Anchor
from extract.citations.days import day_at
from extract.citations.kind_words import leading_word
from extract.citations.laws import known_name, law_pattern
from extract.citations.numbered import numbered_anchors
from extract.kinds import agrees, kind_of_words
from extract.numbers import parse_number
from extract.units import unit_at

_NO_COUNT = (
    r"(?!\s(?:năm(?!\s(?:19|20)\d\d)|ngày(?!\s?\d)|tháng|giờ|tuần|lần|người|nhiệm "
    r"vụ|mục|nội dung|xã|huyện|tỉnh|trường|bước|"
    r"điểm|chỉ tiêu|phút|quý|đợt|giai đoạn)(?!\w))"
)
_BARE = re.compile(
    r" {1,2}(?:(?:[Ss]ố|SỐ)\s?:?\s?(?P<so>\d{1,5}(?:/(?:19|20)\d\d(?!/))?)|"
    r"(?P<called>\d{2,5}(?:/(?:19|20)\d\d(?!/))?))"
    r"(?![\w%°]|[/.,:§?!~^-]\d|\s?/\s?[A-ZĐ]|\s?-\s?[A-ZĐ]{2})" + _NO_COUNT
)
# `Nghị quyết số      /NQ-CP ngày 01 tháng 01 năm 2025`: no number, but a day.
_BLANK = re.compile(
    r"\s[Ss]ố\s?:?(?:[\s.…_]{0,20}|\s?\d{0,4}[§?!~^]{1,3}\d{0,4}\s?)/(?:(?:19|20)\d\d/)?[A-ZĐ][\w&-]{1,20}(?=[\s,]{1,3}ngày)"
)
_SHARING = re.compile(
    r"(?P<kind>Nghị quyết|Chỉ thị|Kết luận|Quy định|Quyết định|Kế hoạch|Thông tư|Nghị định"
    r"|Hướng dẫn)"
    r" (?:[Ss]ố:? )?(?P<list>\d{1,4}(?:, \d{1,4}){0,8})(?:, | và |, và )(?:số )?$"
)
_OF = re.compile(r",?\s{1,2}của\s")
# Kinds that are called by their number alone (`Nghị quyết 57`).
_CALLED = frozenset(
    [
        "Nghị quyết",
        "Nghị định",
        "Thông tư",
        "Chỉ thị",
        "Quyết định",
        "Kết luận",
        "Quy định",
        "Đề án",
    ]
)
# Kinds whose bare number counts something else (`Phương án số 1`).
_UNNUMBERED = frozenset(["Phương án", "Dự án", "Hợp đồng", "Chương trình", "Giấy mời", "Biên bản"])
# Words that are verbs as well (`báo cáo ngày 15/6/2024`): a day alone makes no document.
_VERBS = frozenset(["Báo cáo", "Hướng dẫn", "Thông báo", "Kết luận", "Quy định", "Quyết định"])
_CONSTITUTION = re.compile(
    r"Hiến pháp(?:(?=\s(?:năm\s)?(?:19|20)\d\d)|\s(?P<name>nước\s[^,;.()\n]{5,60}?Việt Nam))(?!\w)"
)
_SHORT_NAME = re.compile(r"(?:gọi tắt|gọi|viết tắt)\s(?:là\s)?[“\"]?$")


def find_anchors(text: str) -> list[Anchor]:
    """Every anchor of the text in order, none inside another."""
    taken = _with_sharing(text, numbered_anchors(text))
    for found in (_leading(text), _laws(text)):
        taken = sorted(taken + _outside(found, taken), key=lambda a: a.start)
    return taken


def _with_sharing(text: str, taken: Sequence[Anchor]) -> list[Anchor]:
    """`các Nghị quyết số 20, 21-NQ/TW`: with the numbers that share the symbol of the next."""
    out: list[Anchor] = []
    for anchor in taken:
        listed = _listed(text, anchor)
        if listed is None or anchor.number is None or anchor.number_at is None:
            out.append(anchor)
            continue
        kind = kind_of_words(listed["kind"]) or anchor.kind  # `Quy định` may bear `QĐ` as well
        digits = re.match(r"\d+[a-z]?", anchor.number.number)
        symbol = anchor.number.number[digits.end() :] if digits else ""
        for i, each in enumerate(re.finditer(r"\d{1,4}", listed["list"])):
            own = parse_number(each[0] + symbol)
            at, end = listed.start("list") + each.start(), listed.start("list") + each.end()
            begin = at if i else listed.start()
            out.append(Anchor(begin, end, kind, own, None, at, shared=i > 0))
        out.append(replace(anchor, start=anchor.number_at, kind=kind, name=None, shared=True))
    return out


def _listed(text: str, anchor: Anchor) -> re.Match[str] | None:
    """The kind and the plain numbers before a number whose letters fit that kind."""
    number = anchor.number
    if number is None or anchor.number_at is None or not number.kind_abbr:
        return None
    listed = _SHARING.search(text, max(0, anchor.number_at - 60), anchor.number_at)
    kind = kind_of_words(listed["kind"]) if listed else None
    return listed if kind and agrees(kind, number.kind_abbr, None) else None


def _outside(anchors: list[Anchor], taken: list[Anchor]) -> list[Anchor]:
    """Those that touch none of the taken; both lists are in order."""
    out, i = [], 0
    for anchor in anchors:
        while i < len(taken) and taken[i].end <= anchor.start:
            i += 1
        if i == len(taken) or taken[i].start >= anchor.end:
            out.append(anchor)
    return out


def _leading(text: str) -> list[Anchor]:
    """Kinds with a bare number, with a blank for one, or with only a day."""
    out = []
    for word in leading_word().finditer(text):
        kind = kind_of_words(word["kind"])
        anchor = _led(text, word, kind) if kind else None
        if anchor:
            out.append(anchor)
    return out


def _led(text: str, word: re.Match[str], kind: str) -> Anchor | None:
    start, end = word.span()
    bare = _BARE.match(text, end)
    if bare and _SHORT_NAME.search(text, max(0, start - 20), start):
        return None  # `(gọi tắt là Đề án 06)`
    if bare:
        digits = "so" if bare["so"] else "called"
        fits = kind not in _UNNUMBERED if bare["so"] else kind in _CALLED
        number = parse_number(bare[digits]) if fits and _is_capital(word) else None
        return Anchor(start, bare.end(), kind, number, None, bare.start(digits)) if number else None
    blank = _BLANK.match(text, end)
    if blank:
        day = day_at(text, blank.end())
        return Anchor(start, blank.end(), kind, blank=True) if day and day.day else None
    return Anchor(start, end, kind) if _is_capital(word) and _dated(text, end, kind) else None


def _is_capital(word: re.Match[str]) -> bool:
    return word["kind"][0].isupper()


def _dated(text: str, end: int, kind: str) -> bool:
    """Whether a full day stands right after the kind, or after the kind and its issuer."""
    if kind in _UNNUMBERED:
        return False
    day = day_at(text, end)
    if day:
        return bool(day.day) and (kind not in _VERBS or bool(_OF.match(text, day.end)))
    of = _OF.match(text, end)
    unit = unit_at(text, of.end(), of.end() + 120) if of else None
    day = day_at(text, unit.end) if unit else None
    return bool(day and day.day)


def _laws(text: str) -> list[Anchor]:
    out = [
        Anchor(
            m.start(),
            m.start("amending") - 1 if m["amending"] else m.end(),
            kind_of_words(m["kind"]) or "Luật",
            name=m["name"],
            amending=bool(m["amending"]),
        )
        for m in law_pattern().finditer(text)
        if m["amending"] or _is_name(text, m)
    ]
    if "Hiến pháp" in text:
        out += [
            Anchor(m.start(), m.end(), "Hiến pháp", name=m["name"])
            for m in _CONSTITUTION.finditer(text)
        ]
        out.sort(key=lambda a: a.start)
    return out


# What teaches the law, or lives by it: `Khoa Luật Dân sự`, `Trường Đại học Luật Hà Nội`.
_STUDIED = re.compile(
    r"(?<!\w)(?:khoa|bộ môn|chuyên ngành|cử nhân|thạc s[ĩỹ]|tiến s[ĩỹ])\s$", re.IGNORECASE
)
_PRACTISED = re.compile(
    r"(?<!\w)(?:đại học|cao đẳng|học viện|công ty|văn phòng|hãng|tạp chí)\s$", re.IGNORECASE
)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is a law's name: in small letters (`luật Quốc hội thông qua`) a known one only."""
    start = match.start()
    low = max(0, start - 14)
    if _STUDIED.search(text, low, start):
        return False
    doubtful = match["kind"][0].islower() or _PRACTISED.search(text, low, start)
    return not doubtful or bool(known_name().fullmatch(match["name"]))
