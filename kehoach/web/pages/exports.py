"""What is shown as files: deadlines and findings for spreadsheets, deadlines for calendars."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from kehoach.errors import BadRequest
from kehoach.exports import Kind, sheet_of, write_sheets
from kehoach.exports.asked import Asked
from kehoach.exports.calendar import calendar_bytes
from kehoach.exports.places import places_of
from kehoach.i18n import _
from kehoach.web.deadline_query import question_of
from kehoach.web.visitor import Refused, Visitor, desk_of, reader
from store import Store

router = APIRouter(include_in_schema=False)

Ending = Literal["csv", "xlsx"]

_MOST_ROWS = 50_000  # more than a person reads; a file of all of them is the command line's
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("/export/deadlines.ics")
def calendar(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> Response:
    """The deadlines that the page shows, for a calendar."""
    return _calendar(request, "attachment")


@router.get("/calendar/{feed}/deadlines.ics")
def subscription(request: Request, feed: str) -> Response:
    """The address that a calendar asks again and again; it can't sign in, the secret part of
    the address stands for the account."""
    accounts = desk_of(request).accounts
    if accounts and accounts.of_feed(feed) is None:
        raise Refused(_("Your account may not do this."))
    return _calendar(request, "inline")


@router.get("/export/{kind}.{ending}")
def sheet(
    request: Request,
    kind: Kind,
    ending: Ending,
    _visitor: Annotated[Visitor, Depends(reader)],
) -> Response:
    """What the page shows, all its parts, for a spreadsheet."""
    with desk_of(request).store() as store, tempfile.TemporaryDirectory() as folder:
        asked = _asked(request, store)
        if kind != "deadlines":
            asked = replace(asked, document=asked.deadlines.document)
            _not_too_many(store.count_documents())
        [written] = write_sheets([sheet_of(kind, asked)], Path(folder, f"{kind}.{ending}"))
        return _file(written.read_bytes(), _TYPES[ending], "attachment", f"{kind}.{ending}")


def _calendar(request: Request, disposition: str) -> Response:
    desk = desk_of(request)
    with desk.store() as store:
        asked = _asked(request, store)
        # Recurring work comes along, as a rule of its own, where it is one unit's or plan's.
        narrow = asked.deadlines.unit or asked.deadlines.document
        rows = asked.due(recurring=True if narrow else None)
        title = " – ".join(filter(None, (_("Deadlines"), asked.deadlines.unit)))
        content = calendar_bytes(rows, title, desk.settings.now())
    return _file(content, "text/calendar; charset=utf-8", disposition, "deadlines.ics")


def _asked(request: Request, store: Store) -> Asked:
    desk = desk_of(request)
    wanted = question_of(request.query_params, store, desk.today).filter
    _not_too_many(store.deadlines(replace(wanted, limit=1)).total)
    places = places_of(store, str(request.base_url))
    return Asked(store, desk.settings, places, wanted.document, wanted)


def _not_too_many(count: int) -> None:
    if count > _MOST_ROWS:
        raise BadRequest(
            _("{count} rows are too many for one file.").format(count=count),
            _("Narrow the filters, or use kehoach export."),
        )


def _file(content: bytes, media_type: str, disposition: str, name: str) -> Response:
    header = {"content-disposition": f'{disposition}; filename="{name}"'}
    return Response(content, media_type=media_type, headers=header)
