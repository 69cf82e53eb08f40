"""Numbers (số và ký hiệu): found in text, made canonical, taken apart.

Three systems: `98/2023/NĐ-CP` (normative, with the year), `665/KH-SGDĐT` (administrative),
`34-CT/TW` (the Party's, hyphen before slash). A công văn has no kind in its symbol
(`5046/UBND-KGVX`). What print and paper did to a number is mended and named in `repairs`;
wrong letters stay, they are for the checks.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract.kinds import System, kind_abbreviations
from extract.reference import rows

_CYRILLIC = str.maketrans("АВЕКМНОРСТУХЅІЈ", "ABEKMHOPCTYXSIJ")
_LOOKALIKE = re.compile("[АВЕКМНОРСТУХЅІЈ]")
_CAPS = "A-ZĂÂĐÐÊÔƠƯА-ХЅІЈ"  # what symbols are written in, and its Cyrillic doubles
# One part of a symbol: KH, SGD&ĐT, TTg, CTr, THPTCL2, C04, ĐĐQH15.
_PART = (
    rf"[{_CAPS}][{_CAPS}0-9]*(?:&[{_CAPS}]+)*(?:[a-zđ]{{1,2}}[{_CAPS}0-9]*)?"
    rf"(?:\.[{_CAPS}]{{2,}})?(?![^\W_])"
)
_MORE = (
    rf"(?:[-–—]{_PART}|\s?/\s?{_PART}"
    rf"|\s[-–—]\s?(?=[{_CAPS}]{{2}}){_PART}|[-–—]\s(?=[{_CAPS}]{{2}}){_PART})"
)
_SLASH = r"\s{0,2}/\s{0,2}"
_YEAR = r"(?:19|20)\d{2}"
_PARTY_KIND = rf"[{_CAPS}]{{1,4}}[a-z]?[{_CAPS}]{{0,2}}"

NUMBER = (
    r"\d(?<![\w/§?!~^]\d)(?:"
    rf"\d{{0,4}}[a-z]?{_SLASH}(?:{_YEAR}(?:{_SLASH}|\s?-\s?|(?=[{_CAPS}])))?"
    rf"{_PART}{_MORE}{{0,10}}"
    rf"|\d{{0,4}}[a-z]?\s?[-–—]\s?(?:{_PARTY_KIND}){_SLASH}{_PART}{_MORE}{{0,4}})"
)
"""A number with its symbol as printed, repairs allowed; for use inside other patterns."""

_NUMBER = re.compile(NUMBER)
# Kind letters right after the digits, the slash lost: `345KH-UBND`.
_NO_SLASH = re.compile(
    rf"(\d(?<![\w/]\d)\d{{0,4}})([{_CAPS}]{{1,5}}[a-z]?[{_CAPS}]?(?:\s?[-–—]\s?{_PART}){{1,4}})"
)
_TAKEN_APART = re.compile(
    r"(?P<ordinal>\d{1,5}[a-z]?)(?P<s1>\s*/\s*)"
    rf"(?:(?P<year>{_YEAR})(?P<s2>\s*/\s*|\s*-\s*|))?(?P<symbol>[{_CAPS}].*)"
)
_PARTY = re.compile(
    rf"(?P<ordinal>\d{{1,5}}[a-z]?)\s*[-–—]\s*(?P<kind>{_PARTY_KIND})\s*/\s*(?P<rest>.+)"
)
_MIXED = {
    "TTG": "TTg", "CTR": "CTr", "TTR": "TTr", "QYĐ": "QyĐ", "TRS": "TrS", "SNGV": "SNgV",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A canonical number and its parts; `issuer_abbr` is the part that names who issued it.

    `5046/UBND-KGVX` has no `kind_abbr`, issuer `UBND`; `600/KH-BCA-V01` has kind `KH`, issuer
    `BCA`. `repairs` are `separator`, `space`, `dash`, `ocr`, in the order of the contract.
    """

    number: str
    system: System
    kind_abbr: str | None = None
    issuer_abbr: str | None = None
    year: int | None = None
    repairs: tuple[str, ...] = ()


@cache
def _issuer_codes() -> frozenset[str]:
    return frozenset(row["code"].upper().replace("&", "") for row in rows("issuers"))


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The stretches of `text` that are numbers with a symbol, in order."""
    stop = len(text) if end is None else end
    found = [(m.start(), _cut(m[0]) + m.start()) for m in _NUMBER.finditer(text, start, stop)]
    kinds = kind_abbreviations()
    for m in _NO_SLASH.finditer(text, start, stop):
        letters = re.split(r"\s?[-–—]\s?", m[2], maxsplit=1)[0].upper()
        if letters in kinds and len(letters) > 1:
            found.append((m.start(), m.end()))
    return sorted(found)


def _cut(words: str) -> int:
    """Length without a last part that begins a sentence: `12/KH-UBND - Sở` never gets here."""
    return len(words.rstrip(" -–—/"))


def parse_number(words: str) -> Number | None:
    """A printed number with its repairs; None for words that are none.

    `01/CT – UBND` gives `01/CT-UBND` (dash, space), `98/2023NĐ-CP` gives `98/2023/NĐ-CP`
    (separator), `345/KHUBND` gives `345/KH-UBND` (separator).
    """
    text = " ".join(words.split()).strip(" .,;:()[]")
    repairs: set[str] = set()
    if _LOOKALIKE.search(text):
        text = text.translate(_CYRILLIC)
        repairs.add("ocr")
    if "Ð" in text:
        text = text.replace("Ð", "Đ")
        repairs.add("ocr")
    if re.search(r"[–—]", text):
        text = re.sub(r"[–—]", "-", text)
        repairs.add("dash")
    party = _PARTY.fullmatch(text)
    if party:
        return _party(party, text, repairs)
    glued = _NO_SLASH.fullmatch(text)
    if glued:
        text = f"{glued[1]}/{glued[2]}"
        repairs.add("separator")
    apart = _TAKEN_APART.fullmatch(text)
    if not apart:
        return _bare(text)
    return _state(apart, text, repairs)


def _party(match: re.Match[str], text: str, repairs: set[str]) -> Number | None:
    kind = _cased(match["kind"])
    rest = [_cased(p) for p in re.split(r"\s*-\s*", match["rest"].replace(" ", ""))]
    if re.search(r"\s", text):
        repairs.add("space")
    number = f"{match['ordinal']}-{kind}/{'-'.join(rest)}"
    return Number(number, "party", kind, rest[0], None, _ordered(repairs))


def _state(match: re.Match[str], text: str, repairs: set[str]) -> Number | None:
    year = int(match["year"]) if match["year"] else None
    if year and "/" not in (match["s2"] or ""):
        repairs.add("separator")
    if re.search(r"\s", text):
        repairs.add("space")
    parts = [_cased(p) for p in re.split(r"\s*[-/]\s*", match["symbol"].strip()) if p]
    parts = _apart(parts, repairs)
    ordinal = match["ordinal"]
    head = f"{ordinal}/{year}/" if year else f"{ordinal}/"
    kinds = kind_abbreviations()
    kind = parts[0] if parts[0].upper() in kinds else None
    house = not kind and bool(re.fullmatch(r"(?:UBTV)?QH\d{0,2}", parts[0]))
    issuer = parts[1] if kind and len(parts) > 1 else None if kind else parts[0]
    system: System = "normative" if year else "state" if kind else "letter"
    if house and not year:
        system = "state"
    return Number(head + "-".join(parts), system, kind, issuer, year, _ordered(repairs))


def _apart(parts: list[str], repairs: set[str]) -> list[str]:
    """`KHUBND` into `KH`, `UBND`: known letters of a kind before a known issuer."""
    first = parts[0].upper()
    if first in kind_abbreviations() or len(first) < 4 or first in _issuer_codes():
        return parts
    for size in (4, 3, 2):
        kind, issuer = first[:size], first[size:]
        if kind in kind_abbreviations() and issuer.replace("&", "") in _issuer_codes():
            repairs.add("separator")
            return [_cased(kind), _cased(parts[0][size:]), *parts[1:]]
    return parts


def _bare(text: str) -> Number | None:
    """Digits alone (`Nghị quyết số 57`, `Thông tư 32/2018`) and the old `130-HĐBT`."""
    plain = re.fullmatch(rf"\d{{1,5}}[a-z]?(?:/({_YEAR}))?", text)
    if plain:
        return Number(text, "bare", year=int(plain[1]) if plain[1] else None)
    old = re.fullmatch(rf"(\d{{1,5}}[a-z]?)\s?-\s?({_PART}(?:-{_PART})?)", text)
    return Number(f"{old[1]}-{old[2]}", "state", None, old[2]) if old else None


def _cased(part: str) -> str:
    """Capitals, save where the system mixes (`TTg`, `CTr`) or the print is plainly its own."""
    upper = part.upper()
    if upper in _MIXED:
        return _MIXED[upper]
    return part if part[:1].isupper() else upper


def _ordered(repairs: set[str]) -> tuple[str, ...]:
    return tuple(r for r in ("separator", "space", "dash", "ocr") if r in repairs)
