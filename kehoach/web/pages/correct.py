"""Correcting a value: the passage it was read from, the new value, and why; and taking back."""

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from kehoach.checking import changing
from kehoach.web.desk import Desk
from kehoach.web.forms import SentForm, words_of
from kehoach.web.passages import excerpt
from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, clerk, desk_of
from kehoach.web.wording import FIELD_WORDS
from schemas import Plan, Span
from store import Store
from store.errors import BadCorrection, NotFound
from store.fields import Field, Value, find_field, get, item_of, tree_of

router = APIRouter(include_in_schema=False)

_DAYS = ("start", "end", "issued_on")
_UNITS = ("leads", "partners")


@router.get("/documents/{document_id}/correct", response_class=HTMLResponse)
def ask_value(
    request: Request, document_id: str, field: str, _visitor: Annotated[Visitor, Depends(clerk)]
) -> HTMLResponse:
    """The form; raises `NotFound` and `BadCorrection` where there is no such field."""
    with desk_of(request).store() as store:
        return _form(request, store, document_id, field)


@router.post("/documents/{document_id}/correct")
def keep_value(
    request: Request,
    document_id: str,
    visitor: Annotated[Visitor, Depends(clerk)],
    form: SentForm,
) -> Response:
    """Keeps the value and checks again what depends on it."""
    desk = desk_of(request)
    field, why = words_of(form, "field"), words_of(form, "why")
    with desk.store(writing=True) as store:
        try:
            value = _as_kept(store.plan(document_id), field, words_of(form, "value"))
            with changing(store, document_id, desk.settings):
                plan = store.correct(
                    document_id, field, value, who=visitor.name, why=why, at=desk.settings.now()
                )
        except BadCorrection as trouble:
            return _form(request, store, document_id, field, trouble, form)
    item = find_field(tree_of(plan), field).item
    return RedirectResponse(f"/documents/{document_id}#r-{item or field}", 303)


@router.post("/documents/{document_id}/undo")
def take_back(
    request: Request,
    document_id: str,
    visitor: Annotated[Visitor, Depends(clerk)],
    form: SentForm,
) -> Response:
    """Takes a correction of this document back."""
    sent = words_of(form, "correction")
    taken_back(desk_of(request), document_id, sent, visitor.name, words_of(form, "why"))
    return RedirectResponse(f"/documents/{document_id}#corrections", 303)


def taken_back(desk: Desk, document_id: str, sent: str, who: str, why: str) -> Plan:
    """The record without a correction of its own; raises `NotFound` for another's."""
    with desk.store(writing=True) as store, changing(store, document_id, desk.settings):
        own = {one.correction for one in store.corrections(document_id)}
        if not sent.isdecimal() or len(sent) > 12 or int(sent) not in own:
            raise NotFound(
                "There is no correction {number} that could be taken back.",
                "kehoach show DOC lists the corrections of a document.",
                number=repr(sent[:12]),
            )
        return store.undo(int(sent), who=who, why=why, at=desk.settings.now())


def _form(
    request: Request,
    store: Store,
    document_id: str,
    words: str,
    trouble: BadCorrection | None = None,
    form: FormData | None = None,
) -> HTMLResponse:
    plan = store.plan(document_id)
    tree = tree_of(plan)
    field = find_field(tree, words)
    name = field.steps[-1]
    span = _place(plan, field, item_of(tree, field).get("span"))
    sent = words_of(form, "value") if form else None
    return page(
        request,
        "correct.html",
        code=400 if trouble else 200,
        plan=plan,
        field=words,
        label=FIELD_WORDS.get(name, name),
        kind="day" if name in _DAYS else "units" if name in _UNITS else "words",
        value=_as_shown(get(tree, field)) if sent is None else sent,
        now=_as_shown(get(tree, field)),
        why=words_of(form, "why") if form else "",
        passage=excerpt(plan.text, span) if span else None,
        trouble=trouble,
    )


def _place(plan: Plan, field: Field, found: Value) -> Span | None:
    if field.item is None:
        return plan.document.spans.get(field.steps[1]) if len(field.steps) > 1 else None
    return Span.model_validate(found) if isinstance(found, dict) else None


def _as_shown(value: Value) -> str:
    """Units by their names, one after the other; other values as they are."""
    if isinstance(value, list):
        return "; ".join(_as_shown(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("name") or "")
    return "" if value is None else str(value)


def _as_kept(plan: Plan, words: str, value: str) -> str:
    """Names of units as the units themselves: those that are there stay as they are."""
    tree = tree_of(plan)
    field = find_field(tree, words)
    name = field.steps[-1]
    before = get(tree, field)
    if name in _UNITS:
        known = {_as_shown(one): one for one in before} if isinstance(before, list) else {}
        names = [one.strip() for one in value.split(";") if one.strip()]
        return json.dumps([known.get(one, {"name": one}) for one in names], ensure_ascii=False)
    if field.steps == ("document", "issuer") and value:
        kept = before if isinstance(before, dict) else {}
        return json.dumps({**kept, "name": value}, ensure_ascii=False)
    return value
