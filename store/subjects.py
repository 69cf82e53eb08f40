"""What a document is about and which places it concerns: how neighbours are found by index."""

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from schemas import Plan
from schemas.keys import words_key
from store.folding import in_place

# Words of the genre that say nothing about the subject.
_GENERIC = frozenset(
    """ban bản bàn báo cáo các cấp chỉ cho chức công của cùng cường dịp dung đến đề để điểm đối
    đoạn đợt giai giao hành hiện hoạch hoạt hội kế khai kết khóa kiện kỳ là lĩnh lập một mới
    năm nhằm nhân nhiệm những này nội ngành ngày phương quả quốc quy quý sách số sở tác tại
    tăng tháng thành theo thi thực tiêu tiếp tỉnh tổ toàn trên triển trình trong trọng trung từ
    tục và vào về việc vụ vực với xã xây yếu ủy được án dự địa bàn huyện quận phường thị""".split()
)
_MOST_YEARS = 8
_MOST_AREAS = 12
_KIND_OF_PLACE = re.compile(r"\b(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường)\s+")
_NAME = re.compile(
    r"(?:[A-ZĐÀ-ỸĂÂÊÔƠƯ][\w']{0,12})(?:\s[A-ZĐÀ-ỸĂÂÊÔƠƯ][\w']{0,12}){0,3}", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def terms_of(subject: str | None) -> frozenset[int]:
    """Hashes of the pairs of neighbouring words, pairs of generic words left out."""
    words = [word for word in words_key(subject or "").split() if not word.isdecimal()]
    pairs = pairwise(words)
    return frozenset(
        _hash(f"{one} {other}")
        for one, other in pairs
        if not (one in _GENERIC and other in _GENERIC)
    )


def years_of(plan: Plan) -> tuple[int, ...]:
    """The years that the plan is for, else that of its issue, else that in which most of its
    work ends, else 0."""
    period, issued = plan.document.period, plan.document.issued_on
    if period is not None and period.start is not None and period.end is not None:
        return tuple(range(period.start.year, period.end.year + 1))[:_MOST_YEARS]
    if issued is not None:
        return (issued.year,)
    ends = Counter(task.time.end.year for task in plan.tasks if task.time.end is not None)
    return (min(ends, key=lambda year: (-ends[year], year)),) if ends else (0,)


def areas_of(plan: Plan) -> tuple[str, ...]:
    """Keys of the places that the document names with their kind, its own first."""
    document = plan.document
    units = [document.issuer, document.parent, *(one.issuer for one in plan.citations)]
    own = [words_key(unit.area) for unit in units if unit is not None and unit.area]
    if document.place:
        own.append(words_key(document.place))
    areas = dict.fromkeys((*own, *_most_named(plan.text)))
    return tuple(areas)[:_MOST_AREAS]


@lru_cache(maxsize=4)  # saving a document and finding its neighbours ask for the same
def _most_named(text: str) -> tuple[str, ...]:
    named = Counter(map(words_key, _named(" ".join(text.split()))))
    return tuple(area for area, _ in named.most_common(_MOST_AREAS))


def _named(text: str) -> Iterator[str]:
    """Proper names behind the kind of a place; kinds are looked for in a lower-case copy, which
    takes a third of the time of a search that ignores case."""
    lower, at = in_place(text), 0
    while kind := _KIND_OF_PLACE.search(lower, at):
        at = kind.end()
        if name := _NAME.match(text, at):
            at = name.end()
            if place := _proper(name[0]):
                yield place


@dataclass(frozen=True, slots=True)
class Concerns:
    """What a document is about and where: its words' hashes, its years, its issuer's place,
    and the places that it names."""

    terms: frozenset[int]
    years: tuple[int, ...]
    home: str
    areas: tuple[str, ...]


def concerns_of(plan: Plan) -> Concerns:
    """What neighbours of a record are found by."""
    issuer = plan.document.issuer
    home = words_key(issuer.area or "") if issuer else ""
    return Concerns(terms_of(plan.document.subject), years_of(plan), home, areas_of(plan))


def add(connection: sqlite3.Connection, doc: int, concerns: Concerns) -> None:
    """Put in what neighbours are found by."""
    connection.executemany(
        "INSERT OR IGNORE INTO subject_terms (term, year, area_key, doc) VALUES (?, ?, ?, ?)",
        [
            (term, year, concerns.home, doc)
            for term in sorted(concerns.terms)
            for year in concerns.years
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO document_areas (area_key, doc) VALUES (?, ?)",
        [(area, doc) for area in concerns.areas],
    )


def remove(connection: sqlite3.Connection, doc: int) -> None:
    """Take it out again."""
    connection.execute("DELETE FROM subject_terms WHERE doc = ?", (doc,))
    connection.execute("DELETE FROM document_areas WHERE doc = ?", (doc,))


def _proper(words: str) -> str:
    """The leading words that begin with a capital: `Hải Phòng và` is `Hải Phòng`."""
    kept: list[str] = []
    for word in words.split():
        if not word[0].isupper():
            break
        kept.append(word)
    return " ".join(kept)


def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=5).digest(), "big")
