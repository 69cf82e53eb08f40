"""Kinds of documents (tên loại): their words and the letters that numbers carry for them.

NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III; the Party's by its own rules (QĐ 399-QĐ/TW). The
table is `reference/kinds.tsv`.
"""

import re
from functools import cache
from typing import Literal

from extract.reference import rows

System = Literal["normative", "state", "party", "letter", "bare"]

# Words that stand for a kind in running text, besides the names in the table.
_SPOKEN = {
    "văn bản": "Công văn",
    "cv": "Công văn",
    "nđ": "Nghị định",
    "tt": "Thông tư",
    "qđ": "Quyết định",
    "nq": "Nghị quyết",
    "kh": "Kế hoạch",
    "ct": "Chỉ thị",
    "chương trình hành động": "Chương trình hành động",
    "thông tư liên tịch": "Thông tư liên tịch",
}
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
# Ends of a number that only the legislature's documents have: QH15, UBTVQH14.
_LEGISLATURE = re.compile(r"(?:UBTV)?QH\d{0,2}")


@cache
def kind_names() -> tuple[str, ...]:
    """Canonical names, longest first."""
    names = {row["name"] for row in rows("kinds")}
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


@cache
def _by_words() -> dict[str, str]:
    return {name.casefold(): name for name in kind_names()} | _SPOKEN


@cache
def _by_abbreviation() -> dict[tuple[str, bool], str]:
    """First row wins: `QĐ` is Quyết định, in Party numbers too unless the words differ."""
    out: dict[tuple[str, bool], str] = {}
    for row in rows("kinds"):
        if row["abbr"]:
            key = (row["abbr"].upper(), row["system"] == "party")
            out.setdefault(key, row["name"])
    return out


def kind_of_words(words: str) -> str | None:
    """`KẾ HOẠCH`, `kế hoạch` give `Kế hoạch`; words of no kind give None."""
    return _by_words().get(" ".join(words.casefold().replace("hoá", "hóa").split()))


def kind_of_abbreviation(abbr: str, system: System | None = None) -> str | None:
    """The kind that the letters in a number stand for: `KH`, `CTr`, `NQLT`."""
    party = system == "party"
    table = _by_abbreviation()
    key = abbr.upper().replace("Ð", "Đ")
    return table.get((key, party)) or table.get((key, not party))


@cache
def kind_abbreviations() -> frozenset[str]:
    """The letters in capitals: `KH`, `QĐ`, `CTR`."""
    return frozenset(abbr for abbr, _ in _by_abbreviation())


def is_law(kind: str) -> bool:
    """Whether documents of this kind are cited by their name alone (NĐ 30/2020, Phụ lục I)."""
    return kind in _LAWS


def agrees(kind: str, abbr: str | None, issuer: str | None) -> bool:
    """Whether a document of `kind` may bear those letters.

    `Quy định` and `Quyết định` of the Party share `QĐ`, sector names widen a kind
    (`Hướng dẫn liên ngành`), the legislature's laws bear no letters at all.
    """
    if abbr is None:
        by_house = bool(issuer and _LEGISLATURE.fullmatch(issuer))
        return kind in (*_LAWS, "Nghị quyết") if by_house else kind in ("Công văn", "Thư công")
    known = kind_of_abbreviation(abbr)
    if known is None:
        return False
    if known == kind or known.startswith(kind) or kind.startswith(known):
        return True
    return (abbr.upper(), kind) in _SHARED


_SHARED = frozenset(
    [
        ("QĐ", "Quy định"),
        ("QĐ", "Quy chế"),
        ("CT", "Chương trình"),
        ("TB", "Kết luận"),
        ("TB", "Thông báo kết luận"),
        ("CTR", "Chương trình hành động"),
        ("CTR", "Chương trình phối hợp"),
        ("TT", "Thông tri"),
        ("HD", "Hướng dẫn liên ngành"),
        ("KH", "Kế hoạch liên tịch"),
        ("CV", "Công văn"),
        ("KL", "Thông báo kết luận"),
    ]
)
