"""Symbol (số và ký hiệu): the parts of a document's number, and which system writes it so.

The state writes `12/KH-UBND` and, for legal normative documents, `98/2023/NĐ-CP`; the Party
writes `34-CT/TW`; an official letter has no type letters, `5046/UBND-KGVX`
(NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; Quy định 399-QĐ/TW).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from schemas.keys import number_key

System = Literal["law", "state", "letter", "party", "broken"]

_LAW = re.compile(r"(\d+)[a-zđ]?/((?:19|20)\d\d)/((?:PL-|L-)?(?:QH|UBTVQH|CTN)\d*)$", re.IGNORECASE)
_NORMATIVE = re.compile(r"(\d+)[a-zđ]?/((?:19|20)\d\d)/([^/\s-]+)-([^/\s]+)$")
_STATE = re.compile(r"(\d+)[a-zđ]?/([^/\s-]+)-([^/\s]+)$")
_PARTY = re.compile(r"(\d+)[a-zđ]?-([^/\s-]+)/([^/\s]+)$")
_SERIAL = re.compile(r"(\d+)")

# Type letters, by Phụ lục III of NĐ 30/2020/NĐ-CP and the Party's regulation, with the forms
# for joint documents. `CV` is the Party's, and a common slip of the state's.
KIND_LETTERS = frozenset(
    "NQ QĐ CT QC QYĐ TB TC HD CTR KH PA ĐA DA BC BB TTR HĐ CV CĐ TT TTLT NĐ NQLT PL L KL QH "
    "HDLT HDLN KHLT KHLN KHPH CTPH QCPH CTHĐ LKG TG BTT GUQ GM GGT PG VBHN ĐL QYC ĐC".split()
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number taken apart; `kind` is upper case and empty where the symbol has no type."""

    system: System
    serial: int | None
    year: int | None = None
    kind: str = ""
    body: str = ""

    @property
    def issuer(self) -> str:
        """The first group of the issuing letters: `UBND` of `KH-UBND-VX`."""
        return re.split(r"[-/]", self.body, maxsplit=1)[0]


@lru_cache(maxsize=8192)
def read_symbol(number: str) -> Symbol:
    """The parts of `number`, which has no spaces; `broken` where no system writes it so."""
    if m := _LAW.match(number):
        return Symbol("law", int(m[1]), int(m[2]), "", m[3].upper())
    if m := _NORMATIVE.match(number):
        return Symbol("state", int(m[1]), int(m[2]), m[3].upper(), m[4])
    if m := _STATE.match(number):
        if m[2].upper() in KIND_LETTERS:
            return Symbol("state", int(m[1]), None, m[2].upper(), m[3])
        return Symbol("letter", int(m[1]), None, "", f"{m[2]}-{m[3]}")
    if m := _PARTY.match(number):
        return Symbol("party", int(m[1]), None, m[2].upper(), m[3])
    serial = _SERIAL.match(number)
    return Symbol("broken", int(serial[1]) if serial else None)


@lru_cache(maxsize=1 << 16)
def number_marks(number: str) -> tuple[str, ...]:
    """What two printed numbers share if they name the same one; they may share it by chance."""
    symbol = read_symbol(number)
    marks = (number_key(number),)
    if symbol.system not in ("state", "party"):
        return marks
    return (*marks, f"{symbol.serial} {symbol.year} {symbol.kind} {number_key(symbol.body)}")


@lru_cache(maxsize=1 << 16)
def same_document_number(one: str | None, other: str | None) -> bool:
    """Whether two printed numbers name the same one.

    Zeros, letter case and `Đ/D`, `&` do not count, nor does the order of hyphen and slash: a
    Party's number written the state's way is still that number.
    """
    if one is None or other is None:
        return False
    if number_key(one) == number_key(other):
        return True
    first, second = read_symbol(one), read_symbol(other)
    return (
        {first.system, second.system} == {"state", "party"}
        and (first.serial, first.year, first.kind) == (second.serial, second.year, second.kind)
        and number_key(first.body) == number_key(second.body)
    )
