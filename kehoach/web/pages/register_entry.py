"""An entry of the register: written or corrected by a person, with where it is from."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from checks import register as known_facts
from kehoach.checking import check_stored
from kehoach.cli.command import one_of
from kehoach.errors import BadRequest
from kehoach.i18n import N_
from kehoach.web.deadline_query import LONGEST_WORDS
from kehoach.web.forms import SentForm, words_of
from kehoach.web.register_file import DAYS, FIELDS, NEEDED, Part, Row, entries, keep, key_of, remove
from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, clerk, desk_of
from store import Store, log
from store.listing import DocumentFilter

router = APIRouter(include_in_schema=False)

PARTS: tuple[Part, ...] = ("documents", "movements")
LISTS: dict[Part, str] = {"documents": "laws", "movements": "movements"}
_MOST_CHECKED = 200  # plans that are checked again at once; the others follow when they are read

LABELS = {
    "kind": N_("Kind"),
    "number": N_("Number"),
    "title": N_("About"),
    "name": N_("Name"),
    "issuer": N_("Issuer"),
    "issued_on": N_("Issued"),
    "launched_by": N_("Launched by"),
    "periods": N_("Periods, such as 2021-2025; 2026-2030"),
    "valid_from": N_("In force from"),
    "valid_to": N_("In force until"),
    "replaced_by": N_("Replaced by (number)"),
    "successor": N_("Continued by"),
    "period": N_("Years of the scheme, such as 2021-2025"),
    "variants": N_("Other names, divided by semicolons"),
    "launching_document": N_("Launched with (number)"),
    "source": N_("Where it is from"),
}


@router.get("/register/entry", response_class=HTMLResponse)
def ask_entry(request: Request, _visitor: Annotated[Visitor, Depends(clerk)]) -> HTMLResponse:
    """The form, filled with what is known under the number or name."""
    part = one_of(PARTS, request.query_params.get("part")) or "documents"
    key = request.query_params.get("key", "")[:LONGEST_WORDS]
    return _form(request, part, _known(request, part, key) if key else {})


@router.post("/register/entry")
def keep_entry(
    request: Request, visitor: Annotated[Visitor, Depends(clerk)], form: SentForm
) -> Response:
    """Keeps or removes the office's entry, notes it, and checks anew who cites the document."""
    desk = desk_of(request)
    part = one_of(PARTS, words_of(form, "part")) or "documents"
    sent = {name: words_of(form, name) for name in FIELDS[part]}
    path, now = desk.settings.page_register, desk.settings.now()
    removing = words_of(form, "act") == "remove"
    try:
        if removing:
            before = remove(path, part, key_of(part, sent))
        else:
            before = keep(path, part, sent, who=visitor.name, at=now)
    except BadRequest as trouble:
        return _form(request, part, sent, trouble)
    what = "register-removed" if removing else "register-kept"
    with desk.store(writing=True) as store, store.batch():
        log.add(store.connection, now, visitor.name, what, None, before=_told(before),
                after=None if removing else _told(sent))  # fmt: skip
        if part == "documents" and sent["number"]:
            _check_anew(store, sent["number"], request)
    return RedirectResponse(f"/register?part={LISTS[part]}", 303)


def _check_anew(store: Store, number: str, request: Request) -> None:
    for row in store.documents(DocumentFilter(cites=number, limit=_MOST_CHECKED)):
        check_stored(store, row.id, desk_of(request).settings)


def _told(row: Mapping[str, str] | None) -> str | None:
    return "; ".join(value for value in row.values() if value) if row else None


def _form(
    request: Request, part: Part, row: Mapping[str, str], trouble: BadRequest | None = None
) -> HTMLResponse:
    own = {key_of(part, one) for one in entries(desk_of(request).settings.page_register, part)}
    return page(
        request,
        "register_entry.html",
        code=400 if trouble else 200,
        part=part,
        back=f"/register?part={LISTS[part]}",
        fields=[(name, LABELS[name], row.get(name, "")) for name in FIELDS[part]],
        needed=NEEDED[part],
        days_asked=DAYS,
        own=bool(row.get("number") or row.get("name")) and key_of(part, row) in own,
        trouble=trouble,
    )


def _known(request: Request, part: Part, key: str) -> Row:
    facts = known_facts(desk_of(request).settings.registers)
    found = facts.documents.by_number(key) if part == "documents" else facts.movements.named(key)
    if found is None:
        return {"number" if part == "documents" else "name": key}
    row = {name: _words(getattr(found, name)) for name in FIELDS[part]}
    # Who corrects an entry says where the correction is from, not where the old value was.
    return {**row, "source": row["source"] if found.confidence == "office" else ""}


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(
            "-".join(map(str, one)) if isinstance(one, tuple) else str(one) for one in value
        )
    return "" if value is None else str(value)
