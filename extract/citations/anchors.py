"""Anchors: the words by which a text names a document, before its day, issuer and subject.

Four ways: a kind with a number (`Kế hoạch số 665/KH-SGDĐT`), a kind with a bare number (`Nghị
quyết số 57`), a kind with only a day (`Quyết định ngày 05/3/2024`), a law by name.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract.citations.days import day_at
from extract.citations.laws import law_pattern
from extract.kinds import agrees, is_law, kind_names, kind_of_abbreviation, kind_of_words
from extract.numbers import Number, find_numbers, parse_number

_REACH = 160  # how far before its number a kind may stand, its name between them
_SHORT_KINDS = "NĐ|QĐ|CV|NQ|KH"


@dataclass(frozen=True, slots=True)
class Anchor:
    """`text[start:end]` names a document; `name` is a law's or what stands before the number.

    `number_at` is where the number begins, `shared` says that the kind is that of the anchor
    before it in a list, `blank` that the number's place is empty (`số    /NQ-CP`).
    """

    start: int
    end: int
    kind: str
    number: Number | None = None
    name: str | None = None
    number_at: int | None = None
    shared: bool = False
    blank: bool = False


@cache
def _kinds() -> str:
    names = [n for n in kind_names() if not is_law(n)] + ["Văn bản"]
    forms = sorted({f for n in names for f in (n, n.lower(), n.upper())}, key=lambda f: (-len(f), f))
    return "|".join(re.escape(f).replace(r"\ ", r"\s") for f in forms) + rf"|{_SHORT_KINDS}"


@cache
def _kind_word() -> re.Pattern[str]:
    laws = "Luật|LUẬT|luật|Bộ [Ll]uật|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH|Hiến pháp"
    return re.compile(rf"(?<![\w-])(?:{_kinds()}|{laws})(?![\w-])")


@cache
def _bare() -> re.Pattern[str]:
    """A kind and a number without a symbol; without `số` only for kinds that are so called."""
    digits = r"(?P<digits>\d{1,5})(?![\w%°]|[/.,:-]\d|\s?/\s?[A-ZĐ]|\s?-\s?[A-ZĐ]{2})(?!\s(?:năm|ngày|tháng|giờ|tuần|lần|người|nhiệm vụ|mục|nội dung|xã|huyện|tỉnh|trường|bước|điểm|chỉ tiêu|phút|quý|đợt|giai đoạn))"
    called = "Nghị quyết|Nghị định|Thông tư|Chỉ thị|Quyết định|Kết luận|Quy định|Đề án|NGHỊ QUYẾT|NGHỊ ĐỊNH|CHỈ THỊ"
    return re.compile(
        rf"(?<![\w-])(?:(?P<kind>{_kinds()})\s(?:[Ss]ố|SỐ)\s?:?\s?|(?P<called>{called})\s){digits}"
    )


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<kind>{_kinds()})(?=,?\s{{1,2}}(?:ngày|NGÀY)\s?\d)")


@cache
def _blank() -> re.Pattern[str]:
    """`Nghị quyết số      /NQ-CP ngày 01 tháng 01 năm 2025`: no number, but a day."""
    return re.compile(
        rf"(?<![\w-])(?P<kind>{_kinds()})\s[Ss]ố\s?:?[\s.…_]{{0,20}}/(?:(?:19|20)\d\d/)?(?P<symbol>[A-ZĐ][\w&-]{{1,20}})"
    )


_CONSTITUTION = re.compile(r"(?<!\w)Hiến pháp(?=\s(?:năm\s)?(?:19|20)\d\d)(?!\w)")
_BETWEEN = re.compile(r"\s{0,2}(?:[(,:]\s?)?(?:[^\W\d]{1,3}|[Mm]ang số|[Kk]ý hiệu)?\s{0,2}[:.]{0,2}\s{0,2}")
_NAMED = re.compile(r"\s[^;()“”\"\n]{1,150}?,?\s{0,2}(?:[Ss]ố|SỐ)\s{0,2}:?\s{0,2}")
_SHARES = re.compile(
    r"(?:\s?(?:,|;|và|hoặc|,\s?và|&)){0,2}\s{0,2}(?:các\s)?(?:[Ss]ố|SỐ)?\s{0,2}:?\s{0,2}"
)
_FORMS = re.compile(r"(?:Mẫu|mẫu|Biểu|biểu|Phụ lục|phụ lục|Bảng|Điện thoại|ĐT|Fax)\s(?:số\s)?\d{0,3}[^;]{0,20}$")


def find_anchors(text: str) -> list[Anchor]:
    """Every anchor of the text in order, none inside another."""
    taken: list[Anchor] = []
    numbered = _numbered(text)
    spans = sorted((a.start, a.end) for a in numbered)
    taken += numbered
    for found in (_by_bare(text), _by_blank(text), _by_law(text), _by_day(text)):
        fresh = _outside(found, spans)
        taken += fresh
        spans = sorted(spans + [(a.start, a.end) for a in fresh])
    return sorted(taken, key=lambda a: a.start)


def _outside(anchors: list[Anchor], spans: list[tuple[int, int]]) -> list[Anchor]:
    """Those that touch none of the spans; both lists are in order."""
    out, i = [], 0
    for anchor in anchors:
        while i < len(spans) and spans[i][1] <= anchor.start:
            i += 1
        if i == len(spans) or spans[i][0] >= anchor.end:
            out.append(anchor)
    return out


def _numbered(text: str) -> list[Anchor]:
    out: list[Anchor] = []
    previous = 0
    for start, end in find_numbers(text):
        number = parse_number(text[start:end])
        if number and start >= previous:
            anchor = _with_kind(text, start, end, number, out[-1] if out else None)
            if anchor:
                out.append(anchor)
                previous = end
    return out


def _with_kind(
    text: str, start: int, end: int, number: Number, before: Anchor | None
) -> Anchor | None:
    """The kind of a number: the word before it, a name before it, the list that it is in."""
    low = max(before.end if before else 0, start - _REACH)
    line = text.rfind("\n", low, start) + 1
    low = max(low, line)
    words = list(_kind_word().finditer(text, low, start))
    letters = number.kind_abbr
    for word in reversed(words[-6:]):
        kind = kind_of_words(word[0])
        if kind is None:
            continue
        between = text[word.end() : start]
        if _BETWEEN.fullmatch(between):
            if kind == "Công văn" and word[0].casefold() == "văn bản" and letters:
                kind = kind_of_abbreviation(letters, number.system) or kind
            return Anchor(word.start(), end, kind, number, None, start)
        if agrees(kind, letters, number.issuer_abbr) and _NAMED.fullmatch(between):
            name = re.sub(r",?\s*(?:[Ss]ố|SỐ)\s*:?\s*$", "", between).strip(" ,")
            return Anchor(word.start(), end, kind, number, name, start)
    return _without_word(text, low, start, end, number, before)


def _without_word(
    text: str, low: int, start: int, end: int, number: Number, before: Anchor | None
) -> Anchor | None:
    """No kind before the number: a list's next member, or the symbol's own letters."""
    said = kind_of_abbreviation(number.kind_abbr, number.system) if number.kind_abbr else None
    if before and before.number and start - before.end < 250:
        gap = text[before.end : start]
        same = number.kind_abbr == before.number.kind_abbr
        if (same and re.search(r"(?:[Ss]ố|,|;|và)\s{0,2}$", gap)) or _SHARES.fullmatch(gap):
            kind = before.kind if same or not said else said
            return Anchor(start, end, kind, number, None, start, shared=True)
    if not said or not number.issuer_abbr or _FORMS.search(text[max(low, start - 40) : start]):
        return None
    if re.search(r"(?:^|\n)[^\n]{0,3}(?:[Ss]ố|SỐ)\s{0,2}:?\s{0,3}$", text[max(0, start - 12) : start]):
        return None  # the number of a letterhead
    return Anchor(start, end, said, number, None, start)


def _by_bare(text: str) -> list[Anchor]:
    out = []
    for match in _bare().finditer(text):
        kind = kind_of_words(match["kind"] or match["called"])
        if kind:
            number = parse_number(match["digits"])
            out.append(Anchor(match.start(), match.end(), kind, number, None, match.start("digits")))
    return out


def _by_blank(text: str) -> list[Anchor]:
    out = []
    for match in _blank().finditer(text):
        kind = kind_of_words(match["kind"])
        if kind and day_at(text, match.end()):
            out.append(Anchor(match.start(), match.end(), kind, blank=True))
    return out


def _by_law(text: str) -> list[Anchor]:
    out = [
        Anchor(m.start(), m.end(), _law_kind(m["kind"]), name=m["name"])
        for m in law_pattern().finditer(text)
        if _is_name(m)
    ]
    out += [Anchor(m.start(), m.end(), "Hiến pháp") for m in _CONSTITUTION.finditer(text)]
    return sorted(out, key=lambda a: a.start)


def _law_kind(words: str) -> str:
    return kind_of_words(words) or "Luật"


def _is_name(match: re.Match[str]) -> bool:
    name = match["name"].strip()
    return bool(name) and not (match["kind"] == "luật" and name[:1].isupper() and " " not in name)


def _by_day(text: str) -> list[Anchor]:
    out = []
    for match in _dated().finditer(text):
        kind = kind_of_words(match["kind"])
        day = day_at(text, match.end())
        if kind and day and day.day and kind not in _NEVER_BY_DAY:
            out.append(Anchor(match.start(), match.end(), kind))
    return out


_NEVER_BY_DAY = frozenset(["Dự án", "Hợp đồng", "Giấy mời", "Chương trình", "Phương án"])
