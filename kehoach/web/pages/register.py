"""Register: known legal documents, movements, and the units of the database."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from checks import register as known_facts
from kehoach.cli.command import one_of
from kehoach.errors import BadRequest
from kehoach.i18n import _
from kehoach.web.deadline_query import LONGEST_WORDS, page_number
from kehoach.web.forms import SentForm, words_of
from kehoach.web.rendering import page
from kehoach.web.visitor import Visitor, clerk, desk_of, reader
from schemas.keys import bare_key

router = APIRouter(include_in_schema=False)

SIZE = 50


@router.get("/register", response_class=HTMLResponse)
def register(request: Request, _visitor: Annotated[Visitor, Depends(reader)]) -> HTMLResponse:
    """One of the three lists, searched by words with or without marks."""
    desk = desk_of(request)
    asked = request.query_params
    part = one_of(("laws", "movements", "units"), asked.get("part")) or "laws"
    words = asked.get("q", "").strip()[:LONGEST_WORDS]
    here = page_number(asked)
    first = (here - 1) * SIZE

    def shown(rows: Sequence[object], total: int) -> HTMLResponse:
        return page(
            request,
            "register.html",
            part=part,
            rows=rows,
            total=total,
            number=here,
            size=SIZE,
            day=desk.today,
        )

    if part == "units":
        with desk.store() as store:
            units, total = desk.memory.recall(
                ("units", words, here),
                lambda: store.units(words or None, limit=SIZE, offset=first),
            )
        return shown(units, total)
    facts = known_facts(desk.settings.registers)
    if part == "laws":
        laws = [
            law
            for law in facts.documents.listed
            if _holds(f"{law.kind} {law.number} {law.title} {law.issuer}", words)
        ]
        return shown(laws[first : first + SIZE], len(laws))
    several = [
        one for one in facts.movements.listed if _holds(" ".join((one.name, *one.variants)), words)
    ]
    return shown(several[first : first + SIZE], len(several))


@router.post("/register/aliases")
def add_alias(
    request: Request, _visitor: Annotated[Visitor, Depends(clerk)], form: SentForm
) -> Response:
    """Another name of a unit, with where it is from."""
    name, alias, source = (words_of(form, field) for field in ("name", "alias", "source"))
    if not (name and alias and source):
        raise BadRequest(
            _("A unit's other name needs the unit, the name and where it is from."),
            _("Fill in all three."),
        )
    desk = desk_of(request)
    with desk.store(writing=True) as store:
        store.add_unit_alias(name, alias, source)
    return RedirectResponse("/register?part=units", 303)


def _holds(words: str, wanted: str) -> bool:
    """Whether all the words wanted stand in it, marks or not."""
    held = bare_key(words)
    return all(one in held for one in bare_key(wanted).split())
