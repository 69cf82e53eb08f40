"""Broken names: official names of bodies with a syllable lost or changed.

A name of three syllables or more that begins rightly and then goes on with a syllable that
only looks like the right one, or without it, was not meant to be another name: nothing else
in the language begins `Ủy ban nhân …` or `Sở Giáo dục và Đ…`.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from checks.reference.documents import legal_documents
from checks.reference.tables import listed, rows
from checks.words import Word, keys_of

_LEAST = 3  # right syllables that a broken name begins with


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A name's syllables as keys, its printed form, and the words one of which stands before."""

    keys: tuple[str, ...]
    name: str
    after: frozenset[str]


_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_OF_LAWS = frozenset({"luật", "lệnh"})  # the word before the name of a law or an ordinance


@dataclass(frozen=True, slots=True)
class BrokenName:
    """The words from the head of the name to the one that is wrong, and the right name."""

    start: int
    end: int
    name: str


@cache
def _names() -> dict[str, tuple[OfficialName, ...]]:
    """The official names by their first syllable."""
    found: dict[str, list[OfficialName]] = {}
    for row in rows("official_names"):
        keys = keys_of(row["name"])
        after = frozenset(k for words in listed(row["after"], "|") for k in keys_of(words))
        found.setdefault(keys[0], []).append(OfficialName(keys, row["name"], after))
    for law in legal_documents():
        keys = keys_of(law.title)
        if law.kind in _LAWS and len(keys) > _LEAST and keys[0] not in ("sửa", "bổ"):
            found.setdefault(keys[0], []).append(OfficialName(keys, law.title, _OF_LAWS))
    return {first: tuple(names) for first, names in found.items()}


def _bare(key: str) -> str:
    decomposed = unicodedata.normalize("NFD", key.replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def looks_like(printed: str, right: str) -> bool:
    """Whether a syllable is another with a wrong mark or letter."""
    if printed == right or printed.isdigit():
        return False
    one, other = _bare(printed), _bare(right)
    return one == other or (
        min(len(one), len(other)) >= 3 and Levenshtein.distance(one, other) == 1
    )


def _right_syllables(words: tuple[Word, ...], at: int, name: OfficialName) -> int:
    count = 0
    for key in name.keys:
        if at + count >= len(words) or words[at + count].key != key:
            break
        count += 1
    return count


def _is_broken(words: tuple[Word, ...], at: int, count: int, name: OfficialName) -> bool:
    """Whether the word after `count` right syllables is the next one mistyped, or skips it."""
    if at + count >= len(words):
        return False
    word, wanted = words[at + count], name.keys[count]
    if word.key.isdigit():
        return False
    last = count == len(name.keys) - 1
    if looks_like(word.key, wanted):
        return True
    if name.after == _OF_LAWS:
        return False  # the law on the same matter before it may have been called so
    if not last:
        return word.key == name.keys[count + 1] and len(name.keys) > _LEAST
    # The last syllable is gone: only where the words before it can be nothing else.
    return " ".join(name.keys[:count]) in _UNFINISHED


_UNFINISHED = frozenset({"ủy ban nhân", "hội đồng nhân", "mặt trận tổ quốc việt"})


def broken_names(text: str, words: tuple[Word, ...]) -> Iterator[BrokenName]:
    """Every broken official name in the words of a text."""
    known = _names()
    for at, word in enumerate(words):
        for name in known.get(word.key, ()):
            if not word.text[:1].isupper():
                continue
            if name.after and (at == 0 or words[at - 1].key not in name.after):
                continue
            count = _right_syllables(words, at, name)
            if count >= min(_LEAST, len(name.keys) - 1) and count < len(name.keys):
                end = words[min(at + count, len(words) - 1)].end
                if _is_broken(words, at, count, name) and "\n" not in text[word.start : end]:
                    start = words[at - 1].start if name.after else word.start
                    yield BrokenName(start, end, name.name)
                    break
