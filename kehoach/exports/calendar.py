"""Deadlines as a calendar (RFC 5545): events of whole days that keep their identity.

An event stands on the days of the work where these are days of a month at most (`từ ngày 12
đến ngày 16`); a longer stretch, or one that only a month, quarter or year names, is marked on
its last day, or a calendar would be all bands. Recurring work is one event with its rule.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kehoach.exports.clean import clean
from kehoach.i18n import _
from store.deadlines import DeadlineRow

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

ALARM_DAYS = (7, 1)
_LONGEST_EVENT = dt.timedelta(days=31)
_ONE_DAY = dt.timedelta(days=1)
# How a rhythm that names no day falls on the last day of its month, quarter or week.
_LAST_DAY = {"MONTHLY": {"BYMONTHDAY": "-1"}, "YEARLY": {"BYMONTHDAY": "-1"},
             "WEEKLY": {"BYDAY": "SU"}}  # fmt: skip


def calendar_bytes(rows: Iterable[DeadlineRow], name: str, now: dt.datetime) -> bytes:
    """The file; `rows` hold recurring work once for each of its days."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//kehoach//deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name))
    _add_events(calendar, sorted(rows, key=_item), now)
    content: bytes = calendar.to_ical()
    return content


def _item(row: DeadlineRow) -> tuple[str, str]:
    return row.document.id, row.item


def _add_events(calendar: "Calendar", rows: Sequence[DeadlineRow], now: dt.datetime) -> None:
    for (document, item), several in groupby(rows, key=_item):
        due = sorted(several, key=lambda row: row.end)
        uid = hashlib.sha256(f"{document} {item}".encode()).hexdigest()[:32] + "@kehoach"
        event = _event(due[0], uid, now)
        if due[0].recurrence:
            _recur(event, sorted({row.end for row in due}), due[0].recurrence)
        calendar.add_component(event)


def _event(row: DeadlineRow, uid: str, now: dt.datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("dtstart", first_day(row))
    event.add("dtend", row.end + _ONE_DAY)  # the day after the last one
    event.add("summary", clean(" ".join(row.action.split())))
    event.add("description", clean("\n".join(_about(row))))
    if row.leads:
        event.add("categories", [clean(unit) for unit in row.leads])
    event.add("transp", "TRANSPARENT")
    for days in ALARM_DAYS:
        event.add_component(_alarm(row, days))
    return event


def first_day(row: DeadlineRow) -> dt.date:
    """The day on which the event of a deadline begins."""
    printed = row.precision == "day" and row.start is not None and not row.recurrence
    if printed and row.start and dt.timedelta() <= row.end - row.start < _LONGEST_EVENT:
        return row.start
    return row.end


def _about(row: DeadlineRow) -> list[str]:
    lines = [row.document.number or row.document.name]
    if row.document.issuer:
        lines[0] += f" ({row.document.issuer})"
    if row.start and row.start != row.end:
        lines.append(
            _("From {start} to {end}").format(
                start=row.start.strftime("%d/%m/%Y"), end=row.end.strftime("%d/%m/%Y")
            )
        )
    if row.leads:
        lines.append(_("Leads: {units}").format(units="; ".join(row.leads)))
    if row.partners:
        lines.append(_("Takes part: {units}").format(units="; ".join(row.partners)))
    if row.ambiguous:
        lines.append(_("can be read as another time too"))
    lines.append(f"“{row.as_written}”")
    return lines


def _alarm(row: DeadlineRow, days: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(" ".join(row.action.split())))
    alarm.add("trigger", dt.timedelta(days=-days))
    return alarm


def _recur(event: "Event", days: list[dt.date], rule: str) -> None:
    """The rule that gives just these days; where none does, the days one by one."""
    from icalendar import vRecur

    # The last span may be cut short by the end of the plan: its day then stands by itself.
    for regular in (days, days[:-1]):
        for parts in _rules(rule, regular[-1]) if regular else ():
            if _days_of(parts, days[0], len(regular) + 1) == regular:
                event.add("rrule", vRecur.from_ical(parts))
                _add_days(event, days[len(regular) :])
                return
    _add_days(event, days[1:])


def _add_days(event: "Event", days: Sequence[dt.date]) -> None:
    if days:
        event.add("rdate", list(days), parameters={"VALUE": "DATE"})


def _rules(rule: str, last: dt.date) -> list[str]:
    """The document's own rule until the last day, and the same on the last day of each span."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    parts.pop("COUNT", None)
    parts["UNTIL"] = f"{last:%Y%m%d}"
    closing = parts | _LAST_DAY.get(parts.get("FREQ", ""), {})
    return [";".join(f"{key}={value}" for key, value in one.items()) for one in (parts, closing)]


def _days_of(rule: str, first: dt.date, most: int) -> list[dt.date]:
    from itertools import islice

    from dateutil.rrule import rrulestr

    try:
        found = rrulestr(rule, dtstart=dt.datetime.combine(first, dt.time()), ignoretz=True)
        return [moment.date() for moment in islice(found, most)]
    except (ValueError, TypeError, OverflowError):
        return []
