"""Anniversaries (kỷ niệm): commemorations with a printed count or a printed pair of dates.

`kỷ niệm 40 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2022)` gives all three;
`134 năm ngày sinh …` without dates implies the year of the plan; a name alone (`chào mừng
ngày 20/11`) cannot be checked and gives nothing. A commemoration named again is one entry.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.celebrated_days import DAY, PrintedDates, printed_pairs, single_at
from extract.context import Context
from extract.flow import Flow
from extract.values import clean
from schemas import Anniversary

_COUNT = re.compile(r"(?P<n>\d(?<![\d/.-]\d)\d{0,3})\s?năm\s")
_NTH = re.compile(r"lần thứ (?P<n>\d{1,4})(?!\d|\s*/)")
_DATED = re.compile(rf"\s?\((?={DAY}|(?:1\d|20)\d\d\s?(?:\)|[-–—]\s?20\d\d))")
# what else is celebrated begins: "… và chào mừng Đại hội"
_TURNS = (
    r"phát động|hưởng ứng|triển khai|tổ chức|đón nhận|thực hiện|lập thành tích|tham gia"
    r"|tiến tới|hướng tới|ra quân|tuyên truyền|khai mạc|tổng kết|sơ kết|tôn vinh|trao"
)
_JOINT = re.compile(rf"\s(?:và|gắn với|hướng tới) (?:chào mừng|kỷ niệm|{_TURNS})(?!\w)")
_CELEBRATES = re.compile(
    r"(?:k[ỷỉ] niệm|chào mừng|mừng|hướng tới|tròn)\s+(?:lần thứ\s+)?$", re.IGNORECASE
)
_EVENT = re.compile(
    r"(?:ngày|thành lập|giải phóng|chiến thắng|cách mạng|quốc khánh|truyền thống|tái lập"
    r"|khởi nghĩa|khai sinh|khai giảng|hiến chương)(?!\w)",
    re.IGNORECASE,
)
_SPAN_OF_TIME = re.compile(r"(?:sau|trong|qua|hơn|gần|từ|suốt|mỗi|đủ|trước)\s+$", re.IGNORECASE)
# a name ends where the sentence turns to something else
_NAME_END = re.compile(
    r"[(;:.”\"\n]|,(?!\s*(?:thống nhất|chữa cháy|chống|khen thưởng|thể thao))"
    rf"|\s(?:và (?:{_TURNS})(?!\w))"
    r"|\s(?:gắn|trên địa bàn|nhằm|bằng|thông qua|tại|trong năm|trong dịp|tới|vào|để|do"
    r"|và (?:chào mừng|kỷ niệm|các|\d+ năm)|năm 20\d\d|theo)(?!\w)"
)
# a comma ends a name only before another commemoration where its dates still follow
_NEXT = re.compile(
    r"[;:.”\"\n]|\d+ năm"
    r"|,\s*(?:và\s+)?(?:k[ỷỉ] niệm|chào mừng|[Nn]gày|Quốc khánh|Chiến thắng)"
)
_CELEBRATED = re.compile(r"(?:k[ỷỉ] niệm|chào mừng|mừng)\s+", re.IGNORECASE)
_NAME_START = re.compile(
    r"[;:.(]\s?|\)\s*(?:và|,)\s|\n|,\s(?=ngày|Ngày|Quốc khánh|Chiến thắng|k[ỷỉ] niệm|chào mừng)"
)
_LONGEST_NAME = 140


def find_anniversaries(flow: Flow, context: Context) -> list[Anniversary]:
    """The commemorations of the document, in order, each once."""
    text = flow.text
    pairs = printed_pairs(text)
    counted, taken = _counted(flow, context, pairs)
    found = counted + _paired(flow, pairs, taken)
    found.sort(key=lambda a: a.span.start if a.span else 0)
    return _once(found)


def _counted(
    flow: Flow, context: Context, pairs: Sequence[PrintedDates]
) -> tuple[list[Anniversary], dict[int, int | None]]:
    """Commemorations with a count, and for each pair of dates used the count it has."""
    text = flow.text
    found: list[Anniversary] = []
    taken: dict[int, int | None] = {}
    starts = [p.start for p in pairs]
    counts = [*_COUNT.finditer(text), *_NTH.finditer(text)]
    for match in sorted(counts, key=lambda m: m.start()):
        begin = _name_begin(text, match)
        if begin is None:
            continue
        end = _name_end(text, begin)
        name = clean(text[begin:end])
        if not _is_name(name):
            continue
        i = bisect_left(starts, end)
        dates = pairs[i] if i < len(pairs) and _follows(text, end, pairs[i]) else None
        count = int(match["n"])
        if dates is not None:
            taken[dates.start] = count
        else:
            dates = single_at(text, end)
        found.append(_made(flow, context, match.start(), end, name, count, dates))
    return found, taken


def _name_begin(text: str, match: "re.Match[str]") -> int | None:
    """Where the name behind a count begins; `None` where the count is of something else."""
    before = text[max(0, match.start() - 30) : match.start()]
    after = match.end()
    while after < len(text) and text[after] == " ":
        after += 1
    if text.startswith("lần", match.start()):
        celebrates = _CELEBRATES.search(before + "lần thứ ")
        return after if celebrates and _EVENT.match(text, after) else None
    if _SPAN_OF_TIME.search(before):
        return None
    if _CELEBRATES.search(before) or _EVENT.match(text, after):
        return after
    return None


def _name_end(text: str, begin: int) -> int:
    """Where a name ends: before its dates in brackets, or where the sentence turns."""
    limit = min(len(text), begin + _LONGEST_NAME)
    bracket = _DATED.search(text, begin, limit)
    if bracket is not None:
        if not _NEXT.search(text, begin, bracket.start()):
            joint = _JOINT.search(text, begin, bracket.start())
            return joint.start() if joint else bracket.start()
        limit = bracket.start()
    stop = _NAME_END.search(text, begin, limit)
    return stop.start() if stop else limit


def _is_name(name: str) -> bool:
    return len(name) >= 5 and name[0].isalpha() and not name.lower().startswith("năm ")


def _follows(text: str, end: int, dates: PrintedDates) -> bool:
    """Whether a pair of dates stands right behind a name, in a title on the next line too."""
    between = text[end : dates.start]
    return len(between) <= 3 and not between.strip(" (,\n")


def _paired(
    flow: Flow, pairs: Sequence[PrintedDates], taken: dict[int, int | None]
) -> list[Anniversary]:
    """Commemorations that only a pair of dates shows: `… giải phóng (30/4/1975-30/4/2024)`."""
    text = flow.text
    found: list[Anniversary] = []
    shared: tuple[int, int | None] = (-1, None)  # end of the last pair, and its count
    for dates in pairs:
        if dates.start in taken:
            shared = (dates.end, taken[dates.start])
            continue
        low = max(0, dates.start - _LONGEST_NAME)
        bracket = text.rfind("(", low, dates.start)
        stop = bracket if bracket >= 0 and not text[bracket + 1 : dates.start].strip() else None
        if stop is None:
            continue
        begin = _name_start(text, low, stop)
        name = clean(text[begin:stop])
        celebrated = text[max(0, begin - 40) : dates.start]
        if not _is_name(name) or not (_EVENT.search(name) or "niệm" in celebrated):
            continue
        joined = 0 <= begin - shared[0] <= 8
        count = shared[1] if joined else None
        found.append(
            Anniversary(
                name=name,
                count=count,
                founded=dates.founded,
                celebrated=dates.celebrated,
                **flow.ground(begin, dates.end),
            )
        )
        shared = (dates.end, count)
    return found


def _name_start(text: str, low: int, stop: int) -> int:
    """Where a name that ends at `stop` begins: behind `kỷ niệm`, or behind what came before."""
    starts = [m.end() for m in _NAME_START.finditer(text, low, stop)]
    begin = starts[-1] if starts else low
    celebrated = [m.end() for m in _CELEBRATED.finditer(text, begin, stop)]
    return celebrated[-1] if celebrated else begin


def _made(
    flow: Flow,
    context: Context,
    start: int,
    end: int,
    name: str,
    count: int,
    dates: PrintedDates | None,
) -> Anniversary:
    founded = dates.founded if dates else None
    celebrated = dates.celebrated if dates else None
    return Anniversary(
        name=name,
        count=count,
        founded=founded,
        celebrated=celebrated or _implied(context, founded),
        **flow.ground(start, dates.end if dates else end),
    )


def _implied(context: Context, founded: str | None) -> str | None:
    """The year of the plan; of a school year the one in which the day falls, if printed."""
    if context.school_year is not None:
        if founded is None or len(founded) < 10:
            return None
        month = int(founded[5:7])
        return str(context.school_year + (0 if month >= 9 else 1))
    return str(context.year) if context.year is not None else None


def _once(found: Sequence[Anniversary]) -> list[Anniversary]:
    """Without later mentions of a commemoration: same count and days, or same name and count."""
    out: list[Anniversary] = []
    seen: set[tuple[object, ...]] = set()
    for item in found:
        keys: list[tuple[object, ...]] = [(item.count, item.name.casefold())]
        if item.founded and item.celebrated and len(item.founded) == 10:
            keys.append((item.count, item.founded, item.celebrated))
        if not any(key in seen for key in keys):
            out.append(item)
        seen.update(keys)
    return out
