"""Hints: what side files and a file's name say of a document that does not say it itself.

They fill only what the reading left open, and what they fill is named in `assumed`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from kehoach.fate import Why, missing_fields, why_assumed, why_missing
from kehoach.i18n import _
from kehoach.side_files import BadSideFile, read_side_files
from schemas import Plan, Unit
from schemas.keys import bare_key
from store.hints import Hint, HintField

# 665_KH-SGDDT_05-03-2024.pdf, 12-KH-UBND.docx, "KH so 45-KH-SYT (1.2.2024).pdf"
_NUMBER = re.compile(
    r"(?<![\w])(?P<number>\d{1,5})\s?[-_. ]\s?"
    r"(?P<symbol>(?:KH|QĐ|QD|CTr|CT|HD|CV|TB|NQ|BC|ĐA|DA|PA)(?:[-_][A-ZĐ&]{2,15}){1,2})"
    r"(?![A-Za-zĐđ])"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})[-._](\d{1,2})[-._](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d\d)-(\d\d)")
_SOON = 2100
# Where files that came through the page are said to lie: a name for people, never looked up.
UPLOADS = Path("/upload")
_DOUBTFUL: tuple[HintField, ...] = ("number", "issued_on", "issuer")


def hints_beside(path: Path) -> tuple[Hint, ...]:
    """What lies beside a file, then what its name says; a side file that is not understood
    counts as none."""
    try:
        beside = () if path.is_relative_to(UPLOADS) else read_side_files(path)
        found = {hint.field: hint for hint in beside}
    except (BadSideFile, OSError):
        found = {}
    for hint in hints_in_name(path.stem):
        found.setdefault(hint.field, hint)
    return tuple(found.values())


def hints_in_name(stem: str) -> tuple[Hint, ...]:
    """The number and the day that a file's name may show."""
    hints: list[Hint] = []
    number = _NUMBER.search(stem)
    if number:
        symbol = number["symbol"].replace("_", "-")
        hints.append(Hint("number", f"{number['number']}/{symbol}", "file-name"))
    day = _day_in(stem)
    if day and number:  # a day alone may be that of the scan
        hints.append(Hint("issued_on", day.isoformat(), "file-name"))
    return tuple(hints)


def _day_in(stem: str) -> dt.date | None:
    match = _DAY.search(stem)
    if match is None:
        return None
    day, month, year = match.groups()[:3] if match[1] else match.groups()[:2:-1]
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if dt.MINYEAR + 1899 < found.year < _SOON else None


def with_hints(plan: Plan, hints: Sequence[Hint]) -> Plan:
    """The record with what it leaves open filled from the hints."""
    document = plan.document
    filled: dict[str, object] = {}
    for hint in hints:
        if hint.field == "labels" or getattr(document, hint.field) is not None:
            continue
        if hint.field == "number":
            filled["number"] = _number(hint.value, document.symbol)
        elif hint.field == "issuer":
            filled["issuer"] = _unit(hint.value)
        else:
            filled["issued_on"] = dt.date.fromisoformat(hint.value)
    if not filled:
        return plan
    assumed = (*document.assumed, *filled)
    return plan.model_copy(
        update={"document": document.model_copy(update={**filled, "assumed": assumed})}
    )


def _number(words: str, symbol: str | None) -> str:
    """With the symbol as it is printed, where the name of the file has it without marks."""
    figures, _slash, named = words.partition("/")
    if symbol and _folded(symbol.strip("/")) == _folded(named):
        return f"{figures}/{symbol.strip('/')}"
    return words


def _folded(symbol: str) -> str:
    return bare_key(symbol)


def _unit(words: str) -> Unit:
    from extract.head.names import unit_of

    return unit_of(words)


def why_person(plan: Plan, hints: Sequence[Hint]) -> Why | None:
    """What a person has to fill in, or to confirm because only the file's name says it."""
    missing = missing_fields(plan)
    if missing:
        return why_missing(missing, plan.id)
    named = {hint.field for hint in hints if hint.source == "file-name"}
    doubtful = [name for name in _DOUBTFUL if name in named and name in plan.document.assumed]
    return why_assumed(doubtful, plan.id) if doubtful else None


def trouble_beside(path: Path) -> str:
    """A sentence on a side file that is there and is not understood; else empty."""
    try:
        read_side_files(path)
    except BadSideFile as error:
        return _("The side file {name} is not understood. Correct it and save it again.").format(
            name=error
        )
    return ""
