"""Stamps: what the appearance of a signature says about itself."""

import datetime as dt
import re
from typing import Final

from schemas import Signature

_SIGNING: Final = re.compile(
    r"^\s*(?:Ký bởi|Người ký|Cơ quan|Email|Thời gian ký|Chức vụ|Digitally signed|Signature|"
    r"Signed by|Date:|Reason:|Location:|DN:)|\+0?7[:']?00'?\s*$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?:Ký bởi|Người ký|Signed by|signed by)\s*:?\s*([^\n]{2,120})")
_AT: Final = re.compile(
    r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*[;,T ]?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?"
    r"\s*[;,]?\s*(?:([+-])(\d{2}):?(\d{2}))?"
)
_ISO: Final = re.compile(
    r"(\d{4})[-.](\d{2})[-.](\d{2})[T ](\d{2}):(\d{2}):(\d{2})\s*([+-])(\d{2}):?'?(\d{2})"
)


def is_signing(text: str) -> bool:
    """Whether a line tells who signed and when, rather than a number or a day of issue."""
    return _SIGNING.search(text) is not None


def signatures_in(text: str) -> tuple[Signature, ...]:
    """Signatures that the stamps' lines name; unchecked, so `valid` is `None`."""
    moment = _moment(text)
    found = [Signature(by=match[1].strip(" ,;."), at=moment) for match in _BY.finditer(text)]
    if not found and moment is not None:
        found.append(Signature(at=moment))
    return tuple(found)


def _moment(text: str) -> dt.datetime | None:
    iso = _ISO.search(text)
    local = _AT.search(text)
    if iso:
        year, month, day, hour, minute, second = (int(iso[i]) for i in range(1, 7))
        sign, hours, minutes = iso[7], iso[8], iso[9]
    elif local:
        day, month, year, hour, minute = (int(local[i]) for i in range(1, 6))
        second = int(local[6] or 0)
        sign, hours, minutes = local[7] or "+", local[8] or "07", local[9] or "00"
    else:
        return None
    away = dt.timedelta(hours=int(hours), minutes=int(minutes))
    try:
        zone = dt.timezone(-away if sign == "-" else away)
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
