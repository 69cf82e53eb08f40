"""Pages from templates: every value is escaped, every word is said in the visitor's language."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from kehoach import __version__
from kehoach.cli.finding_list import SEVERITY_WORDS, STATUS_WORDS, advice_of, message_of
from kehoach.cli.output import day, days
from kehoach.cli.record_view import unit_words
from kehoach.cli.show import RESOLUTION_WORDS
from kehoach.fate import STATUS_WORDS as FATE_WORDS
from kehoach.i18n import N_, _, language, ngettext
from kehoach.not_read import not_read
from kehoach.web.accounts import ROLE_WORDS
from kehoach.web.log_words import detail_words, done_words, finding_of
from kehoach.web.troubles import told
from kehoach.web.visitor import Visitor, desk_of, visitor_of
from kehoach.web.wording import CITATION_ROLES, CONFIDENCE_WORDS, KIND_WORDS, LEVEL_WORDS

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

PAGES = (
    ("/", N_("Today")),
    ("/deadlines", N_("Deadlines")),
    ("/documents", N_("Documents")),
    ("/findings", N_("Findings")),
    ("/check", N_("Check a draft")),
    ("/drop", N_("Take in")),
    ("/ask", N_("Ask")),
    ("/register", N_("Register")),
)


@cache
def environment() -> Environment:
    """The templates with what they may call; compiled once."""
    made = Environment(
        loader=PackageLoader("kehoach.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(
        _=_,
        ngettext=ngettext,
        told=told,
        language=language,
        version=__version__,
        pages=PAGES,
        severities=SEVERITY_WORDS,
        statuses=STATUS_WORDS,
        fates=FATE_WORDS,
        resolutions=RESOLUTION_WORDS,
        citation_roles=CITATION_ROLES,
        levels=LEVEL_WORDS,
        kinds=KIND_WORDS,
        confidences=CONFIDENCE_WORDS,
        account_roles=ROLE_WORDS,
        message_of=message_of,
        advice_of=advice_of,
        unit_words=unit_words,
        not_read=not_read,
        word_list=_word_list,
        done_words=done_words,
        detail_words=detail_words,
        finding_of=finding_of,
    )
    made.filters.update(day=day, moment=_moment, for_page=_for_page)
    made.globals["days"] = days
    return made


def page(request: Request, template: str, /, code: int = 200, **values: object) -> HTMLResponse:
    """A page as an answer; who asks and where is known to every template."""
    visitor = visitor_of(request)
    path = request.url.path
    here = path + (f"?{request.url.query}" if request.url.query else "")
    html = (
        environment()
        .get_template(template)
        .render(
            visitor=visitor,
            today=desk_of(request).today,
            zone=desk_of(request).settings.zone,
            has_accounts=desk_of(request).accounts is not None,
            path=path,
            here=here if request.method == "GET" else "/",
            asked=request.query_params,
            with_query=_addresses(request.query_params),
            csrf=_csrf_field(visitor),
            **values,
        )
    )
    return HTMLResponse(html, code)


def _word_list(words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Choices with their words in the visitor's language."""
    return [(value, _(said)) for value, said in words.items()]


def _addresses(asked: Mapping[str, str]) -> Callable[..., str]:
    """Makes the address of the page asked for with other values in its question; `None`
    takes one out."""

    def with_query(**changes: object) -> str:
        kept = {
            key: value for key, value in {**asked, **changes}.items() if value not in (None, "")
        }
        return "?" + urlencode(kept)

    return with_query


def _csrf_field(visitor: Visitor) -> Callable[[], Markup]:
    """What makes a form ours; stands in every one that changes something."""
    field = Markup('<input type="hidden" name="csrf" value="{}">').format(visitor.csrf)
    return lambda: field


def _for_page(words: str) -> str:
    """Without the sentences that name a command: who opens a page has no terminal."""
    return " ".join(one for one in _SENTENCE_END.split(words) if "kehoach " not in one)


@pass_context
def _moment(context: Context, value: dt.datetime | str) -> str:
    """`2024-09-30T08:15:00+00:00`, as the store keeps it, as `30/09/2024 15:15` by the office's
    clock; a day alone as `30/09/2024`."""
    if isinstance(value, str) and "T" not in value:
        return "/".join(reversed(value.split("-")))
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    zone: dt.tzinfo = context["zone"]
    return f"{moment.astimezone(zone):%d/%m/%Y %H:%M}"
