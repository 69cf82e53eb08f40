"""Likeness (độ giống nhau) of subjects and of pieces of work, over Vietnamese words.

Syllables and pairs of syllables are compared after the words that every plan has are taken
out, with the names of places and offices: `Triển khai công tác y tế trường học năm 2024 trên
địa bàn huyện Phú Lộc` and `Công tác y tế trường học` are one subject; `Công tác y tế dự phòng`
is another. Pairs stand for words, most of which have two syllables, at a hundredth of the cost
of a segmenter.
"""

import re
from functools import lru_cache
from itertools import pairwise

from checks.periods import without_periods
from checks.words import GENRE, UPPER
from schemas.keys import words_key

_NAME = rf"[{UPPER}]\w*(?:\s(?:-\s)?[{UPPER}]\w*){{0,5}}"
_PLACE = re.compile(
    rf"(?:(?:của|tại|trên\s+địa\s+bàn|thuộc|trong)\s+)?(?:(?:toàn|các)\s+)?"
    rf"\b(?:tỉnh|thành\s+phố|TP\.?|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu"
    rf"|[Nn]gành|[Ss]ở|[Pp]hòng|[Tt]rường|UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân)\s+"
    rf"(?:{_NAME}(?:\s+và\s+{_NAME})?)"
)
_NUMBER = re.compile(r"(?:số\s+)?\d+\s?[/-][\w/&-]+|ngày\s+[\d/]+|\d+")
# Word pairs that plans of every field share, in the form of `words_key`.
_COMMON = re.compile(
    r"\b(?:triển khai|thực hiện|công tác|kế hoạch|nhiệm vụ|tăng cường|nâng cao|hiệu quả"
    r"|trọng tâm|một số|tổ chức|giai đoạn|hoạt động|địa bàn|tiếp tục|đẩy mạnh|về việc"
    r"|chương trình|đề án|quyết định|nghị quyết|chỉ thị|ban hành|phê duyệt|hướng dẫn|nhà nước"
    r"|định hướng|tầm nhìn|đơn vị|cơ quan|thành phố|thị xã|năm học|lĩnh vực|chất lượng"
    r"|giải pháp|chủ yếu|nội dung|thủ tướng chính phủ|ủy ban nhân dân|ubnd|toàn quốc|toàn tỉnh"
    r"|tỉnh|huyện|quận|xã|phường|năm|ngành|sở|phòng|trường|bộ|thông báo|kết luận)\b"
)


def _keys(words: str) -> tuple[str, ...]:
    text = without_periods(words)
    if not text.isupper():
        text = _PLACE.sub(" ", text)
    key = words_key(_NUMBER.sub(" ", text))
    # A number behind `số` is gone by now; what is left is that of `chuyển đổi số`.
    rest = [k for k in _COMMON.sub(" ", key).split() if k == "số" or k not in GENRE]
    return tuple(rest or [k for k in key.split() if k not in GENRE])


@lru_cache(maxsize=16384)
def subject_keys(words: str) -> tuple[str, ...]:
    """The syllables that say what a document is about, in order."""
    return _keys(words)


def _dice(one: frozenset[object], other: frozenset[object]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def keys_likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """0 to 1: the mean of what they share in syllables and in pairs of syllables."""
    if not one or not other:
        return 0.0
    syllables = _dice(frozenset(one), frozenset(other))
    pairs_one = frozenset(pairwise(one))
    pairs_other = frozenset(pairwise(other))
    if not pairs_one or not pairs_other:
        return syllables
    return (syllables + _dice(pairs_one, pairs_other)) / 2


@lru_cache(maxsize=16384)
def subject_likeness(one: str, other: str) -> float:
    """How much two subjects are one, from 0 to 1; years, places and genre words don't count."""
    return keys_likeness(subject_keys(one), subject_keys(other))


def containment(part: tuple[str, ...], whole: tuple[str, ...]) -> float:
    """The share of the syllables and pairs of `part` that are in `whole`, from 0 to 1."""
    if not part:
        return 0.0
    inside = set(whole)
    syllables = sum(k in inside for k in part) / len(part)
    pairs = list(pairwise(part))
    if not pairs:
        return syllables
    pairs_inside = set(pairwise(whole))
    return (syllables + sum(p in pairs_inside for p in pairs) / len(pairs)) / 2


_LEAST_PART = 3  # syllables of a subject that can be the whole of another's first part
_WHOLE = 0.8


def part_of(one: str, other: str) -> bool:
    """Whether one of two subjects is all in the other: `công tác khen thưởng` in `phong trào thi
    đua và công tác khen thưởng`."""
    first, second = subject_keys(one), subject_keys(other)
    short, long = sorted((first, second), key=len)
    return len(short) >= _LEAST_PART and containment(short, long) >= _WHOLE
