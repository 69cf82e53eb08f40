"""Labels of doers: `Đơn vị chủ trì: …`, on a line of their own or behind the work's sentence."""

import re

from extract.context import Context
from extract.subjects import begins_unit
from extract.units import read_units
from schemas import Unit

_BODY = r"(?:(?:[Đđ]ơn vị|[Cc]ơ quan|[Bb]ộ phận)\s+)?"
LEAD = re.compile(
    _BODY + r"(?:[Cc]hủ trì|thực hiện|phụ trách|chịu trách nhiệm|đầu mối)(?:\s+thực hiện)?\s*:\s*"
)
PARTNER = re.compile(_BODY + r"[Pp]hối hợp(?:\s+thực hiện)?\s*:\s*")
_EITHER = re.compile(rf"(?<!\w)(?:(?P<lead>{LEAD.pattern})|(?P<partner>{PARTNER.pattern}))")
_BEGINS = r"(?:^|(?<=[.;,(]\s)|(?<=[.;,(]))"
_INLINE = re.compile(
    rf"{_BEGINS}(?:(?P<lead>(?:Đơn vị|Cơ quan|đơn vị|cơ quan)\s+"
    r"(?:chủ trì|thực hiện|phụ trách|đầu mối)(?:\s+thực hiện)?\s*:\s*"
    r"|(?:Chủ trì|Phụ trách|chủ trì)\s*:\s*)"
    r"|(?P<partner>(?:(?:Đơn vị|Cơ quan|đơn vị|cơ quan)\s+)?[Pp]hối hợp(?:\s+thực hiện)?\s*:\s*))"
)
_STOP = re.compile(
    r"[.)]\s*$|[.]\s+(?=[^\W\d_])|\s\("
    r"|[;,]\s+(?=(?:xong|hoàn thành|chậm nhất|thời gian|thời hạn|trước|trong|hạn)\s)|$"
)
_REACH = 600  # characters behind the work in which its doers are named

# `…; Phòng Nội vụ chủ trì, Văn phòng phối hợp.`, `… (Đoàn xã chủ trì; Hội Phụ nữ phối hợp)`
_CHAIRED = re.compile(
    r"(?:[;,(]\s*(?:giao\s+)?)(?P<lead>[^\W\d_][^;():\n]{2,90}?) chủ trì"
    r"(?: thực hiện| tham mưu)?"
    r"(?:\s*[,;]\s*(?:phối hợp(?: với| cùng)?\s(?P<with>[^;().\n]{3,120})"
    r"|(?P<also>[^\W\d_][^;().\n]{2,120}?) phối hợp))?\s*[).;\s]*$"
)
_CHAIRS = "chủ trì"

Doers = tuple[tuple[Unit, ...], tuple[Unit, ...]]


def doers_of(words: str, context: Context) -> Doers:
    """Leads and partners of a labelled line: `Chủ trì: A; phối hợp: B, C`."""
    return _read(words, list(_EITHER.finditer(words)), context)


def doers_behind(text: str, start: int, end: int, context: Context) -> Doers:
    """Leads and partners that labels name behind the work, in the same paragraph."""
    words = text[start : min(end, start + _REACH)]
    if ":" not in words:  # which every label ends with
        return (), ()
    return _read(words, list(_INLINE.finditer(words)), context)


def chaired_behind(text: str, start: int, end: int, context: Context) -> tuple[int, Doers] | None:
    """Where the words that end with who chairs a piece of work begin, and who does."""
    low = max(start, end - _REACH // 2)
    if text.find(_CHAIRS, low, end) < 0:
        return None
    found = _CHAIRED.search(text, low, end)
    if found is None or not begins_unit(found["lead"]):
        return None
    partner = found["with"] or found["also"] or ""
    leads = read_units(found["lead"], context)
    return found.start(), (leads, read_units(partner, context) if partner else ())


def label_at(text: str, start: int, end: int) -> int | None:
    """Where the first such label inside `text[start:end]` begins."""
    end = min(end, start + 4 * _REACH)
    if text.find(":", start, end) < 0:
        return None
    found = _INLINE.search(text, start, end)
    return found.start() if found else None


def _read(words: str, labels: list[re.Match[str]], context: Context) -> Doers:
    held: dict[str, tuple[Unit, ...]] = {}
    for label, nxt in zip(labels, [*labels[1:], None], strict=False):
        side = "lead" if label["lead"] else "partner"
        if side == "lead" and side in held:
            break  # the next piece of work begins before it
        stop = nxt.start() if nxt else len(words)
        cut = _STOP.search(words, label.end(), stop)
        units = read_units(words[label.end() : cut.start() if cut else stop], context)
        held.setdefault(side, units)
    return held.get("lead", ()), held.get("partner", ())
