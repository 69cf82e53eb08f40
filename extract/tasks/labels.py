"""Labels of doers: `Đơn vị chủ trì: …`, on a line of their own or behind the work's sentence."""

import re

from extract.context import Context
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
_STOP = re.compile(r"[.)]\s*$|[.]\s+(?=[^\W\d_])|\s\(|$")
_REACH = 600  # characters behind the work in which its doers are named

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
