"""Names (tên gọi) compared word by word: what was changed, added or left out."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from checks.periods import without_periods
from checks.words import GENRE, Word, words_of

# Words whose change, loss or addition leaves a name what it is.
_SMALL = GENRE | frozenset(
    "sự cuộc phong trào thi đua nơi ngành tỉnh huyện xã phường thành phố toàn nay hãy nước "
    "dân cùng vận động việt nam".split()
)
# Words that stand for each other in a name.
_ALIKE = tuple(
    frozenset(words.split())
    for words in ("và cùng với", "các những mọi", "hàng hằng", "trong tại ở trên", "về của")
)
# A place stands for the whole country in a local name; these are the words it replaces.
_WHOLE = frozenset(
    {"cả", "nước", "toàn", "quốc", "dân", "tỉnh", "huyện", "xã", "ngành", "việt", "nam"}
)


@dataclass(frozen=True, slots=True)
class Change:
    """Where two names differ: keys of one side, keys of the other; either may be empty."""

    printed: tuple[str, ...]
    right: tuple[str, ...]
    start: int
    end: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """How near two names are (0 to 1, by words) and where they differ."""

    likeness: float
    changes: tuple[Change, ...]
    shared_start: int

    @property
    def replaced(self) -> tuple[Change, ...]:
        """Changes that put another word of meaning in the place of one."""
        return tuple(
            c
            for c in self.changes
            if c.printed and c.right and not _localised(c) and not _alike(c)
        )  # fmt: skip

    @property
    def lost(self) -> tuple[Change, ...]:
        """Words of meaning left out in the middle of a name."""
        return tuple(c for c in self.changes if not c.printed and c.inside and not _small(c.right))


def _small(keys: tuple[str, ...]) -> bool:
    return all(key in _SMALL for key in keys)


def _alike(change: Change) -> bool:
    both = {*change.printed, *change.right}
    return any(both <= words for words in _ALIKE)


def _localised(change: Change) -> bool:
    # The `toàn` of `an toàn` is no whole.
    return change.right != ("toàn",) and all(key in _WHOLE for key in change.right)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[Word, ...]:
    return tuple(w for w in words_of(without_periods(name)) if not w.key.isdigit())


@lru_cache(maxsize=4096)
def name_keys(name: str) -> frozenset[str]:
    """The words of a name without its period, to see quickly whether two can be near."""
    return frozenset(w.key for w in _words(name))


@lru_cache(maxsize=4096)
def compare_names(printed: str, right: str) -> Comparison:
    """Two names without their periods, word by word; case and punctuation do not count."""
    one, other = _words(printed), _words(right)
    keys_one, keys_other = [w.key for w in one], [w.key for w in other]
    matcher = SequenceMatcher(None, keys_one, keys_other, autojunk=False)
    changes = []
    shared = 0
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            shared = a1 if a0 == 0 and b0 == 0 else shared
            continue
        inside = b0 > 0 and b1 < len(keys_other)
        start = one[a0].start if a0 < len(one) else len(printed)
        end = one[a1 - 1].end if a1 > a0 else start
        changes.append(Change(tuple(keys_one[a0:a1]), tuple(keys_other[b0:b1]), start, end, inside))
    return Comparison(matcher.ratio(), tuple(changes), shared)
