"""Deadlines as an iCalendar file (RFC 5545): one event of a whole day for each last day."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator

from store.deadlines import DeadlineRow

_LINE = 74  # bytes of a line before it is folded; the RFC allows 75


def calendar_of(rows: Iterable[DeadlineRow], now: dt.datetime) -> bytes:
    """The file; the same deadline keeps its event, so that a subscription updates it."""
    stamp = now.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kehoach//deadlines//VI"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for row in rows:
        lines.extend(_event(row, stamp))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(row: DeadlineRow, stamp: str) -> Iterator[str]:
    key = f"{row.document.id} {row.item} {row.end if row.recurrence else ''}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(key.encode()).hexdigest()[:32]}@kehoach"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{row.end:%Y%m%d}"
    yield f"SUMMARY:{_escaped(row.action)}"
    about = [row.document.number or row.document.name, "; ".join(row.leads), row.as_written]
    yield f"DESCRIPTION:{_escaped(chr(10).join(filter(None, about)))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(words: str) -> str:
    kept = "".join(char for char in words if char == "\n" or char.isprintable())
    kept = kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return kept.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A long line goes on after a line's end and a space, never within a letter."""
    out, room = bytearray(), _LINE
    for char in line:
        encoded = char.encode("utf-8", "replace")
        if len(encoded) > room:
            out += b"\r\n "
            room = _LINE - 1
        out += encoded
        room -= len(encoded)
    return bytes(out) + b"\r\n"
