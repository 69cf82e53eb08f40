"""Misread numbers: symbols that recognition spoilt, mended by the registers alone.

`2576/QĐĐ-BGDĐT`, `98/2023/ND-CP` and a Kết luận `01-KIL/TW`: the letters are no kind or no
issuer that there is, and just one in the registers looks like them. Whatever is doubtful stays
as it was read.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Final

from extract.numbers import Number, parse_number
from extract.reference import rows

_PARTY: Final = re.compile(r"(\d{1,5}[a-z]?-)([^/-]+)(/)([^/-]+)(.*)")
_STATE: Final = re.compile(r"(\d{1,5}[a-z]?/(?:\d{4}/)?)([^/-]+)(-)([^/-]+)(.*)")


def as_printed(number: Number, kind: str | None = None) -> Number:
    """The number with a kind and an issuer of the registers, `ocr` among its repairs.

    `kind` is the word that stands before it (`Kết luận`), which allows for one wrong letter.
    """
    apart = _PARTY.fullmatch(number.number) or _STATE.fullmatch(number.number)
    if apart is None:
        return number
    before, letters, sign, issuer, rest = apart.groups()
    right = f"{before}{_kind(letters, kind)}{sign}{_known(issuer, _issuers())}{rest}"
    if right == number.number:
        return number
    found = parse_number(right)
    if found is None:
        return number
    repairs = number.repairs if "ocr" in number.repairs else (*number.repairs, "ocr")
    return replace(found, repairs=repairs)


def _kind(letters: str, kind: str | None) -> str:
    """The letters of a kind of document as the register has them."""
    own = {row["abbr"] for row in rows("kinds") if row["name"] == kind and row["abbr"]}
    found = _known(letters, _kinds())
    near = [each for each in own if _one_off(letters.upper(), each.upper())]
    if found in _kinds() or len(near) != 1:
        return found
    return near[0]


def _known(letters: str, register: frozenset[str]) -> str:
    """The one entry that looks like the letters, or the letters themselves."""
    if letters in register or letters.upper() in {each.upper() for each in register}:
        return letters
    alike = [each for each in register if _look(each) == _look(letters)]
    return alike[0] if len(alike) == 1 else letters


def _look(letters: str) -> str:
    """Without marks, which recognition loses first, and without letters that it doubles."""
    bare = unicodedata.normalize("NFD", letters.upper().replace("Đ", "D").replace("&", ""))
    plain = (letter for letter in bare if not unicodedata.combining(letter))
    return "".join(letter for letter, _ in groupby(plain))


def _one_off(read: str, printed: str) -> bool:
    """Whether one letter was put in, left out or taken for another."""
    if len(printed) < 2 or read == printed:
        return False
    for at in range(max(len(read), len(printed)) + 1):
        put_in = read[:at] + read[at + 1 :] == printed
        left_out = read == printed[:at] + printed[at + 1 :]
        wrong = len(read) == len(printed) and read[:at] == printed[:at]
        if put_in or left_out or (wrong and read[at + 1 :] == printed[at + 1 :]):
            return True
    return False


@cache
def _kinds() -> frozenset[str]:
    return _filled(row["abbr"] for row in rows("kinds"))


@cache
def _issuers() -> frozenset[str]:
    return _filled(row["code"] for row in rows("issuers"))


def _filled(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(code for code in codes if code)
