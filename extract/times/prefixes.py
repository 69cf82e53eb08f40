"""Prefixes: the words before an expression that say what it is to the work.

`trước ngày 15/6` ends on the 14th, `chậm nhất`, `đến hết`, `trước và trong ngày 15/6` on the
15th; `trong`, `vào` make a window, `từ` begins one.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Role = Literal[
    "before",  # the days before it: "trước"
    "by",  # at the latest in it: "chậm nhất", "trước và trong"
    "until",  # up to its end: "đến hết"
    "ending",  # up to its end, that day not counted: "trước khi kết thúc"
    "finish",  # "hoàn thành", "xong"
    "in",  # "trong", "vào"
    "from",  # "từ"
    "after",  # "sau"
    "outlook",  # "định hướng đến", "tầm nhìn đến"
    "data",  # what figures are counted up to: "tính đến"
    "event",  # it hangs on the end of something: "ngay sau khi kết thúc"
    "about",  # it belongs to what is spoken of: "liên quan đến"
]

PHRASES: dict[str, Role] = {
    "trước": "before",
    "trước thời điểm": "before",
    "trước hạn": "before",
    "xong trước": "before",
    "trước ngày khai giảng": "before",
    "trước lễ khai giảng": "before",
    "trước ngày bế giảng": "before",
    "trước ngày khai mạc": "before",
    "trước ngày bầu cử": "before",
    "trước ngày tổng kết": "before",
    "trước và trong": "by",
    "trước hoặc trong": "by",
    "trước hoặc vào": "by",
    "chậm nhất": "by",
    "chậm nhất là": "by",
    "chậm nhất đến": "by",
    "chậm nhất là đến": "by",
    "chậm nhất vào": "by",
    "chậm nhất là vào": "by",
    "chậm nhất trong": "by",
    "chậm nhất là trong": "by",
    "chậm nhất đến hết": "by",
    "chậm nhất trước": "before",
    "chậm nhất là trước": "before",
    "muộn nhất": "by",
    "muộn nhất là": "by",
    "muộn nhất vào": "by",
    "trễ nhất": "by",
    "trễ nhất là": "by",
    "không quá": "by",
    "không muộn hơn": "by",
    "không chậm hơn": "by",
    "không trễ hơn": "by",
    "không muộn quá": "by",
    "hạn cuối": "by",
    "hạn cuối là": "by",
    "hạn chót": "by",
    "hạn chót là": "by",
    "thời hạn": "by",
    "thời hạn là": "by",
    "thời hạn hoàn thành": "by",
    "đến": "until",
    "tới": "until",
    "cho đến": "until",
    "cho tới": "until",
    "đến hết": "until",
    "tới hết": "until",
    "cho đến hết": "until",
    "hết": "until",
    "kéo dài đến": "until",
    "trước khi kết thúc": "ending",
    "trước khi hết": "ending",
    "khi kết thúc": "event",
    "sau khi kết thúc": "event",
    "ngay sau khi kết thúc": "event",
    "hoàn thành": "finish",
    "hoàn thành xong": "finish",
    "hoàn thành việc": "finish",
    "hoàn tất": "finish",
    "xong": "finish",
    "phải xong": "finish",
    "kết thúc": "finish",
    "trong": "in",
    "ngay trong": "in",
    "vào": "in",
    "vào dịp": "in",
    "trong dịp": "in",
    "dịp": "in",
    "nhân dịp": "in",
    "vào lúc": "in",
    "lúc": "in",
    "trong khoảng": "in",
    "trong khoảng thời gian": "in",
    "trong thời gian": "in",
    "trong suốt": "in",
    "trong cả": "in",
    "suốt": "in",
    "cả": "in",
    "khoảng": "in",
    "dự kiến": "in",
    "dự kiến vào": "in",
    "dự kiến trong": "in",
    "sáng": "in",
    "chiều": "in",
    "tối": "in",
    "định kỳ": "in",
    "định kỳ vào": "in",
    "kỳ nghỉ": "in",
    "nghỉ": "in",
    "từ": "from",
    "kể từ": "from",
    "tính từ": "from",
    "bắt đầu": "from",
    "bắt đầu từ": "from",
    "ngay từ": "from",
    "sau": "after",
    "định hướng": "outlook",
    "định hướng đến": "outlook",
    "tầm nhìn": "outlook",
    "tầm nhìn đến": "outlook",
    "tính đến": "data",
    "tính đến hết": "data",
    "tính tới": "data",
    "hiệu lực từ": "data",
    "hiệu lực kể từ": "data",
    "hiệu lực thi hành từ": "data",
    "hiệu lực thi hành kể từ": "data",
    "liên quan đến": "about",
    "hướng tới": "about",
    "hướng đến": "about",
    "so với": "about",
}
_DEADLINE_LABEL = re.compile(
    r"(?<!\w)(?:hạn (?:cuối|chót|nộp|hoàn thành|gửi|báo cáo)|hết hạn|thời hạn)"
    r"(?: [^\s:;.,]{1,12}){0,5}\s?:$"
)
_LONGEST_WORD = 16  # with what may stick to it
_WINDOW = 64  # characters; longer than any run of prefixes
_DEEPEST = 5  # prefixes in a row: "hoàn thành chậm nhất là trước"


def _by_last_word() -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for phrase in PHRASES:
        out.setdefault(phrase.rsplit(" ", 1)[-1], []).append(phrase)
    return {word: tuple(sorted(held, key=len, reverse=True)) for word, held in out.items()}


_BY_LAST = _by_last_word()


class Prefix(NamedTuple):
    """Where the prefixes begin, and their roles from the nearest to the farthest."""

    start: int
    roles: tuple[Role, ...]


def prefix_of(text: str, low: int, start: int) -> Prefix:
    """The prefixes that end where `text[start:]` begins, none before `low`."""
    last = text[max(low, start - _LONGEST_WORD) : start].rstrip(" ")
    if not last or (last[-1] != ":" and _last_word(last.lower()) not in _BY_LAST):
        return Prefix(start, ())  # as before most
    low = max(low, start - _WINDOW)
    window = text[low:start].lower()
    if len(window) != start - low:  # a letter whose lower case is longer
        return Prefix(start, ())
    size, roles = _read_window(window)
    return Prefix(low + size, roles)


@lru_cache(maxsize=2048)  # most times stand behind the same few words
def _read_window(window: str) -> tuple[int, tuple[Role, ...]]:
    """Where the prefixes at the end of some words begin, and their roles."""
    roles: list[Role] = []
    size = len(window)
    while len(roles) < _DEEPEST:
        bare = window[:size].rstrip(" ")
        if bare.endswith(":") and not roles:  # "Hạn cuối: 15/6"
            labelled = _label_before(bare)
            return (labelled, ("by",)) if labelled is not None else (len(window), ())
        phrases = _BY_LAST.get(_last_word(bare), ())
        found = next((p for p in phrases if _ends(bare, p)), None)
        if found is None:
            break
        if found == "trước" and roles[-1:] == ["until"]:
            break  # "15 tháng trước đến ngày 14": the month before, no deadline
        roles.append(PHRASES[found])
        size = len(bare) - len(found)
    return (size, tuple(roles)) if roles else (len(window), ())


def _last_word(words: str) -> str:
    return words[words.rfind(" ") + 1 :].lstrip('(\n“"-–:,;[|')


def _label_before(words: str) -> int | None:
    """Where a label of deadlines that ends in a colon begins, if there is one."""
    match = _DEADLINE_LABEL.search(words)
    return match.start() if match else None


def _ends(words: str, phrase: str) -> bool:
    if not words.endswith(phrase):
        return False
    rest = len(words) - len(phrase)
    return rest == 0 or not words[rest - 1].isalnum()
