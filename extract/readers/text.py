"""Plain text: UTF-8 with or without its mark, UTF-16, and the encodings of older offices."""

import codecs
import unicodedata
from array import array
from collections.abc import Sequence
from typing import Final

from extract.readers.canon import canonical
from extract.readers.encodings import convert, marked_share, recognise
from extract.readers.limits import Limits
from extract.readers.refusals import refuse
from extract.readers.writing import is_noise, samples
from extract.reading import Reading

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENOUGH_MARKS: Final = 0.35
_CONTROLS: Final = bytes(set(range(32)) - {7, 9, 10, 11, 12, 13, 26, 27} | {127})


def read_text(data: bytes, limits: Limits) -> Reading:
    """The text of `data`; raises Unreadable (`empty`, `unknown-type`, `noise`, `too-large`)."""
    raw, encoding = decode(data)
    if not raw.strip("\ufeff\x00 \t\r\n\f\x1a"):
        raise refuse("empty")
    return read_string(raw, encoding, limits)


def read_string(raw: str, encoding: str | None, limits: Limits) -> Reading:
    """As `read_text`, for text that is decoded already."""
    legacy = recognise(raw)
    modern = convert(raw, legacy) if legacy else raw
    if len(modern) > limits.chars:
        noise = is_noise(canonical(samples(modern))[0])
        raise refuse("noise" if noise else "too-much-text")
    text, origin = canonical(modern)
    if is_noise(text):
        raise refuse("noise")
    if len(modern) != len(raw):
        origin = _through(raw, modern, origin)
    return Reading(text=text, origin=origin, encoding=legacy.name if legacy else encoding)


def _through(raw: str, modern: str, origin: Sequence[int] | None) -> Sequence[int]:
    """Offsets in `raw` by way of the converted text; exact where a line kept its length,
    else the start of the line."""
    back = array("L")
    at = 0
    lines = zip(raw.splitlines(keepends=True), modern.splitlines(keepends=True), strict=True)
    for old, new in lines:
        back.extend(range(at, at + len(old)) if len(old) == len(new) else [at] * len(new))
        at += len(old)
    return back if origin is None else array("L", (back[offset] for offset in origin))


def decode(data: bytes) -> tuple[str, str | None]:
    """`(text, encoding)`; the encoding is `None` for UTF-8. Raises `unknown-type` for binary."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), None if mark == codecs.BOM_UTF8 else name
    wide = _wide(data)
    if wide:
        text = data.decode(wide, errors="replace")
        if is_binary(text[:4096].encode("utf-8", errors="replace")):
            raise refuse("unknown-type")
        return text, wide
    if is_binary(data):
        raise refuse("unknown-type")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # cut off within the last letter
            return data.decode("utf-8", errors="replace"), None
    return _eight_bit(data)


def is_binary(data: bytes) -> bool:
    """Whether more than one in a hundred bytes is a control code that no text holds."""
    head = data[:65536]
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) / 100


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of ASCII and spaces is 0."""
    head = data[:4096]
    if len(head) < 4 or (len(head) % 2 and len(data) == len(head)):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 8 and even < odd // 10:
        return "utf-16-le"
    if even > len(head) // 8 and odd < even // 10:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> tuple[str, str | None]:
    broken = data[:65536].decode("utf-8", errors="replace").count("\ufffd")
    high = sum(1 for byte in data[:65536] if byte > 127)
    if broken * 20 < high:  # UTF-8 with a few bytes damaged
        return data.decode("utf-8", errors="replace"), None
    windows = data.decode("cp1258", errors="replace")
    sample = unicodedata.normalize("NFC", samples(windows))
    if marked_share(sample) > ENOUGH_MARKS:
        return windows, "windows-1258"
    return data.decode("latin-1"), "8-bit"
