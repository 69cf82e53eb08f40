"""What the page of deadlines is asked: the words of its form, and the filter they make."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kehoach.cli.command import one_of
from kehoach.cli.documents import one_document
from kehoach.errors import BadRequest
from kehoach.i18n import _
from kehoach.web.wording import LEVEL_WORDS
from kehoach.window import window_of
from store import Store
from store.deadlines import DeadlineFilter
from store.spans import Days

View = Literal["table", "month", "timeline"]
VIEWS: tuple[View, ...] = ("table", "month", "timeline")
PAGE_ROWS = 100
LONGEST_WORDS = 200
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_WIDEST_RECURRING = 400  # days; work that recurs daily must not fill a page with years of it


@dataclass(frozen=True)
class DeadlineQuestion:
    """`filter` without its page; `days` as understood; `document` is named for people."""

    filter: DeadlineFilter
    days: Days
    document: str | None


def question_of(asked: Mapping[str, str], store: Store, today: dt.date) -> DeadlineQuestion:
    """The filter that the form's words make; raises `BadRequest` or `BadQuestion`."""
    days = window_of(
        today,
        quarter=_words(asked, "quarter"),
        month=_words(asked, "month"),
        year=number(asked, "year", _FIRST_YEAR, _LAST_YEAR),
        start=day_of(asked, "from"),
        end=day_of(asked, "to"),
    )
    named = _words(asked, "document")
    row = one_document(store, named) if named else None
    wanted = DeadlineFilter(
        start=days.start,
        end=days.end,
        unit=_words(asked, "unit"),
        role=one_of(("lead", "partner"), asked.get("role")),
        document=row.id if row else None,
        area=_words(asked, "area"),
        level=one_of(tuple(LEVEL_WORDS), asked.get("level")),
        field=_words(asked, "field"),
        label=_words(asked, "label"),
        overlapping=bool(asked.get("overlapping")),
        limit=PAGE_ROWS,
    )
    if asked.get("recurring"):
        wanted = replace(wanted, include_recurring=_may_recur(wanted))
    return DeadlineQuestion(wanted, days, (row.number or row.name) if row else None)


def _may_recur(wanted: DeadlineFilter) -> bool:
    """Recurring work is counted day by day, which only a narrow question can afford."""
    narrow = wanted.document or wanted.unit
    stretch = (wanted.end - wanted.start).days if wanted.start and wanted.end else None
    if narrow and stretch is not None and stretch <= _WIDEST_RECURRING:
        return True
    raise BadRequest(
        _("Recurring work can be shown for one unit or one plan, and for a year at most."),
        _("Name the unit or the plan, and the days."),
    )


def day_of(asked: Mapping[str, str], name: str) -> dt.date | None:
    """A day as `2024-09-30` or `30/09/2024`; raises `BadRequest`."""
    words = asked.get(name, "").strip()
    if not words:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = dt.datetime.strptime(words, form).date()  # noqa: DTZ007 - a day, no time
        except ValueError:
            continue
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
    raise BadRequest(
        _("{value} is not a day such as 2024-09-30.").format(value=repr(words[:40])), ""
    )


def number(asked: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    """A whole number between two others; raises `BadRequest`."""
    words = asked.get(name, "").strip()
    if not words:
        return None
    if len(words) <= 9 and words.isdecimal() and least <= int(words) <= most:
        return int(words)
    raise BadRequest(
        _("{value} is not a number from {least} to {most}.").format(
            value=repr(words[:40]), least=least, most=most
        ),
        "",
    )


def page_number(asked: Mapping[str, str]) -> int:
    """Which page is asked for, from 1; anything else is the first."""
    words = asked.get("page", "")
    return int(words) if words.isdecimal() and 0 < len(words) < 7 and int(words) else 1


def _words(asked: Mapping[str, str], name: str) -> str | None:
    return asked.get(name, "").strip()[:LONGEST_WORDS] or None
