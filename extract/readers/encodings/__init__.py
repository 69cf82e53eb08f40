"""Encodings of older offices: recognised by their writing, turned into Unicode.

An encoding is never guessed from one word: the text must read as Vietnamese after the
conversion and must not have done so before.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from extract.readers.encodings import tcvn3, twice, viqr, viscii, vni, vps
from extract.readers.writing import is_marked_syllable, samples


@dataclass(frozen=True, slots=True)
class Legacy:
    """An encoding: its name, what its fonts' names begin with, and how it becomes Unicode."""

    name: str
    fonts: tuple[str, ...]
    to_unicode: Callable[[str], str]
    examples: tuple[tuple[str, str], ...]


def _as_latin(byte: int) -> str:
    """The letter that a program shows which takes the byte for Western European."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _single(table: Mapping[int, str], aliases: Mapping[str, str]) -> Callable[[str], str]:
    letters = {chr(byte): letter for byte, letter in table.items()}
    letters.update((_as_latin(byte), letter) for byte, letter in table.items())
    letters.update(aliases)
    mapping = str.maketrans(letters)
    return lambda text: text.translate(mapping)


_VNI: Final = re.compile(
    "|".join(re.escape(key) for key in sorted(vni.PAIRS, key=len, reverse=True))
)


def _from_vni(text: str) -> str:
    return _VNI.sub(lambda found: vni.PAIRS[found.group()], text)


def _from_viqr(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        if found["stroke"]:
            return viqr.MODIFIERS[found["stroke"] if found["stroke"] != "dD" else "dd"]
        base = viqr.MODIFIERS.get(found["base"], found["base"])
        return unicodedata.normalize("NFC", base + viqr.TONES.get(found["tone"] or "", ""))

    return viqr.LETTER.sub(letter, text)


def _from_twice(text: str) -> str:
    def run(found: re.Match[str]) -> str:
        raw = bytearray()
        for letter in found.group():
            try:
                raw += letter.encode("cp1252")
            except UnicodeEncodeError:
                raw.append(ord(letter))
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return found.group()

    return twice.HIGH.sub(run, text)


# How PDF producers name two letters of TCVN3 by the look of their Latin namesakes.
_LOOKS: Final = {"\u2212": "ư", "\u2219": "ã", "\u2011": "ư"}

_HYPHENED: Final = re.compile(r"(?<!\w)[^\W\d_]*-[^\W\d_]+(?!\w)|(?<!\w)[^\W\d_]{2,}-(?=\s)")

_TCVN3_LETTERS: Final = _single(tcvn3.BYTES, _LOOKS)


def _from_tcvn3(text: str) -> str:
    """TCVN3 has no capitals with tones: `QUY\u00d5T` is QUYếT as it stands, QUYẾT as meant."""
    return _WORD.sub(_raised, _HYPHENED.sub(_joined, _TCVN3_LETTERS(text)))


def _joined(found: re.Match[str]) -> str:
    """`ph-ờng` is phường: in a Western font the byte of `ư` shows a hyphen."""
    word = found.group().replace("-", "ư")
    return word if is_marked_syllable(word) else found.group()


def _raised(found: re.Match[str]) -> str:
    word = found.group()
    plain = [letter for letter in word if letter.isascii()]
    if not plain or not all(letter.isupper() for letter in plain):
        return word
    return word.upper() if len(plain) > 1 or word[0].islower() else word


TCVN3: Final = Legacy(tcvn3.NAME, tcvn3.FONTS, _from_tcvn3, tcvn3.EXAMPLES)
VNI: Final = Legacy(vni.NAME, vni.FONTS, _from_vni, vni.EXAMPLES)
VPS: Final = Legacy(vps.NAME, vps.FONTS, _single(vps.BYTES, {}), vps.EXAMPLES)
VISCII: Final = Legacy(viscii.NAME, viscii.FONTS, _single(viscii.BYTES, {}), viscii.EXAMPLES)
VIQR: Final = Legacy(viqr.NAME, (), _from_viqr, viqr.EXAMPLES)
TWICE: Final = Legacy(twice.NAME, (), _from_twice, twice.EXAMPLES)
ALL: Final = (TCVN3, VNI, TWICE, VISCII, VPS, VIQR)

# Latin-1 signs that Vietnamese never writes, and those that Windows-1252 puts beside them.
_FOREIGN: Final = re.compile(
    "[\u0080-\u009f¡¢£¤¥¦§¨©ª¬\u00ad®¯²³´µ¶¸¹º¼½¾¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ"
    "ŒœŠšŸŽžƒˆ˜†‡‰€™\u2212\u2219]"
)
_FEWEST: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]+")
_UNICODE: Final = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
_STYLE: Final = re.compile(r"(?:bold|italic|oblique)+$")
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")


def by_font(font: str | None) -> tuple[Legacy, bool] | None:
    """`(encoding, whether the font shows capitals only)` of `.VnTimeH` or `VNI-Times`."""
    if not font:
        return None
    name = _SUBSET.sub("", font).lower()
    for legacy in ALL:
        if legacy.fonts and name.startswith(legacy.fonts):
            family = _STYLE.sub("", re.split(r"[-, ]", name)[0])
            return legacy, legacy is TCVN3 and family.endswith("h")
    return None


def suspect(text: str) -> bool:
    """Whether the text holds signs of an old encoding: cheap, run on every document."""
    foreign = len(_FOREIGN.findall(text))
    if foreign >= _FEWEST and foreign * 150 > len(text):
        return True
    head = text[:20_000]
    return head.isascii() and len(viqr.HINT.findall(head)) * 40 > len(head)


def recognise(text: str) -> Legacy | None:
    """The encoding after whose conversion the text reads as Vietnamese; `None` if as it is."""
    if not suspect(text):
        return None
    sample = samples(text)
    best, found = max(2 * marked_share(sample), 0.2), None
    for legacy in ALL:
        share = marked_share(legacy.to_unicode(sample))
        if share > best:
            best, found = share, legacy
    return found


def marked_share(text: str) -> float:
    """How much of the ink is in syllables with Vietnamese marks: 0.5 to 0.7 in real text."""
    ink = sum(1 for letter in text if not letter.isspace())
    return _marked(text) / max(ink, 1)


def convert(text: str, legacy: Legacy) -> str:
    """The text in Unicode, line by line: lines that were Unicode already stay.

    No old encoding shows letters such as `ệ`, so one of them tells a line of Unicode.
    """
    return "".join(
        line if _UNICODE.search(line) else legacy.to_unicode(line)
        for line in text.splitlines(keepends=True)
    )


def _marked(text: str) -> int:
    return sum(len(word) for word in _WORD.findall(text) if is_marked_syllable(word))
