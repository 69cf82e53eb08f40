"""Taking up (thể hiện nhiệm vụ được giao): how far some line of a plan has a superior's work.

What the work is done to counts, and not the verb at its head: `củng cố tổ công nghệ số` takes
up `kiện toàn tổ công nghệ số`. Words are weighed by how rare they are among the lines of both.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from math import fsum, log

from checks.filled import Filled
from checks.phrases import Phrases
from checks.words import content_of, keys_of
from schemas.keys import words_key

# Verbs and nouns that head work of every kind, in the form of `words_key`.
_HEADS = Phrases(
    (
        "chỉ đạo|tổ chức|triển khai|thực hiện|hướng dẫn|phối hợp|chủ trì|tham mưu|xây dựng|"
        "tăng cường|đẩy mạnh|nâng cao|hoàn thành|hoàn thiện|hoàn tất|tiếp tục|đôn đốc|bảo đảm|"
        "đảm bảo|rà soát|cập nhật|bổ sung|kiện toàn|củng cố|thành lập|ra mắt|phát động|hưởng ứng|"
        "tham gia|vận động|tuyên truyền|tiến hành|đơn vị|cơ quan|địa phương|nhà trường|"
        "sở ban ngành|ban ngành|ủy ban nhân dân|ubnd|cấp xã|cấp huyện|cấp tỉnh|theo quy định|"
        "công tác|kế hoạch|nội dung|nhiệm vụ|giải pháp|trên địa bàn|toàn tỉnh|trực thuộc|"
        "chậm nhất|muộn nhất|trước ngày|thời hạn|thời gian|trong năm|trong tháng|hằng năm|"
        "hàng năm|hiệu quả|chất lượng|kịp thời|đầy đủ|thường xuyên|định kỳ|yêu cầu|đề nghị|"
        "quán triệt|kết thúc|phải|xong|cử|dự|quý|tháng|năm|ngày|không quá|đến"
    ).split("|")
)
# Words that stand for each other.
_ONE = (
    (re.compile(r"\b(?:bồi dưỡng|huấn luyện|mở lớp|đào tạo|tập huấn)\b"), "tập huấn"),
    (re.compile(r"\b(?:lắp đặt|lắp dựng|dựng)\b"), "lắp"),
    (re.compile(r"\b(?:in và phát|phát hành|biên soạn|in ấn)\b"), "phát hành"),
)
# Where the work ends and its manner or its aim begins.
_MANNER = re.compile(
    r",? (?:theo hướng|theo hướng dẫn|nhằm|góp phần|gắn với|trong đó|phù hợp|bảo đảm|đảm bảo)\b"
)
_LEAST = 3  # words in the part of a line before its manner
_SHORT = 6  # words and pairs in a line that can be part of the work; less is a name

_FEW = 2  # words and pairs in common that any two lines may have
_ABOUT = 0.3  # weight of a word of the subject

Feature = str | tuple[str, str]


@lru_cache(maxsize=16384)
def _features(words: str) -> frozenset[Feature]:
    key = words_key(words)
    for pattern, one in _ONE:
        key = pattern.sub(one, key)
    rest = [k for k in content_of(_HEADS.taken_out_of(key).split()) if not k.isdigit()]
    if len(rest) < 2:
        rest = [k for k in content_of(keys_of(key)) if not k.isdigit()]
    return frozenset([*rest, *pairwise(rest)])


def core_of(words: str) -> str:
    """The work without its manner: `nâng cấp trạm bơm theo hướng tiết kiệm` is about pumps."""
    m = _MANNER.search(words)
    if m and len(content_of(keys_of(words[: m.start()]))) >= _LEAST:
        return words[: m.start()]
    return words


class Lines:
    """The lines of a plan in which work may be taken up, and the work that is looked for."""

    def __init__(self, lines: Iterable[str], work: Iterable[str], subject: str = "") -> None:
        self._sets = list({features for line in lines if (features := _features(line))})
        sets = [*self._sets, *(_features(core_of(words)) for words in work)]
        self._total = max(len(sets), 1)
        self._counts = Counter(chain.from_iterable(sets))
        # What both plans are about is in every line, said or not.
        self._subject = _features(subject) if subject else frozenset()
        self._known: Filled[Feature] = Filled(self._weigh)
        self._rare = Filled[int](lambda n: log(1 + self._total / n) / log(1 + self._total))
        self._wholes: dict[str, tuple[frozenset[Feature], float]] = {}

    @cached_property
    def _all(self) -> frozenset[Feature]:
        return frozenset().union(*self._sets)

    def _weight(self, features: Iterable[Feature]) -> float:
        return fsum(map(self._known.__getitem__, features))  # whatever the order of a set

    def _weigh(self, feature: Feature) -> float:
        rare = self._rare[self._counts.get(feature, 1)]
        about = _ABOUT if feature in self._subject else 1.0
        return about * rare * (1.0 if isinstance(feature, str) else 1.5)

    def _whole(self, words: str) -> tuple[frozenset[Feature], float]:
        """What the words are compared by, and what it weighs."""
        found = self._wholes.get(words)
        if found is None:
            features = _features(core_of(words))
            found = self._wholes[words] = features, self._weight(features)
        return found

    def share(self, words: str) -> float:
        """How far the best line has the work, 0 to 1: of the work, or of the line where that
        says less."""
        wanted, whole = self._whole(words)
        if not whole:
            return 1.0
        best = 0.0
        for features in self._sets:
            shared = self._weight(wanted & features)
            if shared:
                best = max(best, shared / whole)
                if len(features) >= _SHORT and len(wanted & features) > _FEW:
                    other = self._weight(features)
                    best = max(best, shared / (whole + other) + 0.5 * shared / min(whole, other))
        return best

    def pairs(self, words: str) -> int:
        """The most pairs of neighbouring words that a line shares with the work, those of the
        subject aside."""
        wanted = {f for f in _features(core_of(words)) if isinstance(f, tuple)} - self._subject
        return max((len(wanted & features) for features in self._sets), default=0)

    def length(self, words: str) -> int:
        """How many words say what the work is done to."""
        return sum(isinstance(feature, str) for feature in _features(core_of(words)))

    def likeness(self, one: str, other: str) -> float:
        """How far two pieces of work have one object, 0 to 1."""
        (first, a), (second, b) = self._whole(one), self._whole(other)
        shared = first & second
        if len(shared) <= _FEW:
            return 0.0
        both = self._weight(shared)
        return both / (a + b) + 0.5 * both / min(a, b)

    def spread(self, words: str) -> float:
        """The share of the work's words that occur anywhere in the plan."""
        wanted, whole = self._whole(words)
        return self._weight(wanted & self._all) / whole if whole else 1.0
