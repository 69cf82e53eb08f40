"""From the parts of a question to the one thing that they mean together."""

from typing import get_args

from kehoach.ask import refusals
from kehoach.ask.meaning import By, Cited, Meaning, Role
from kehoach.ask.names import Named, unknown_document
from kehoach.ask.understanding import Parts
from kehoach.cli.command import one_of
from kehoach.i18n import _
from schemas import Level, Severity, Status
from store import Store

_LEVELS: tuple[Level, ...] = get_args(Level)
_SEVERITIES: tuple[Severity, ...] = get_args(Severity)
_STATUSES: tuple[Status, ...] = get_args(Status)
_ROLES: tuple[Role, ...] = get_args(Role)


def meaning_of(parts: Parts, store: Store) -> Meaning:
    """The meaning; raises `Refused` where the parts do not fit together."""
    named = parts.documents[0][1] if parts.documents else None
    if parts.fault or parts.severity or parts.rule or "findings" in parts.topics:
        return _findings(parts, _stored(named, store))
    if parts.citing:
        return _citations(parts, store)
    if _about_deadlines(parts):
        return _deadlines(parts, _stored(named, store))
    if "documents" in parts.topics:
        return _documents(parts)
    if named:
        raise refusals.no_topic_for(named.words)
    if parts.unit:
        raise refusals.no_topic_for_unit(parts.unit)
    raise refusals.no_topic()


def _about_deadlines(parts: Parts) -> bool:
    if parts.issued and "deadlines" not in parts.topics:
        return False
    if parts.topics & {"deadlines", "unit"} or parts.role or parts.late:
        return True
    return parts.when is not None and "documents" not in parts.topics


def _stored(named: Named | None, store: Store) -> tuple[str, str] | None:
    if named is None:
        return None
    if named.document is None:
        raise unknown_document(store, named.words)
    return named.words, named.document


def _findings(parts: Parts, document: tuple[str, str] | None) -> Meaning:
    if parts.when or parts.unit or parts.level or parts.citing or parts.role:
        words = document[0] if document else "96/KH-PGDĐT"
        raise refusals.not_narrowed(_("Findings"), refusals.findings_in(words))
    return Meaning(
        "findings",
        document=document,
        rule=parts.rule or parts.fault,
        severity=one_of(_SEVERITIES, parts.severity),
        status=one_of(_STATUSES, parts.status),
        counted=parts.counted,
    )


def _citations(parts: Parts, store: Store) -> Meaning:
    """Who cites whom: `A dẫn chiếu 665`, `665 dẫn chiếu A`, and both the other way round."""
    if not parts.documents:
        raise refusals.cites_what()
    at, named = parts.documents[0]
    passive = parts.passive_at >= 0
    he_cites = parts.passive_at < at if passive else at < parts.citing_at
    if he_cites and parts.citing == "citing":
        if parts.when or parts.unit or parts.level or parts.lower:
            raise refusals.not_narrowed(_("Citations"), f"kehoach show {named.words}")
        return Meaning("citations", document=_stored(named, store), counted=parts.counted)
    cited = Cited(named.words, named.document, parts.citing == "missing", parts.lower)
    return _documents(parts, cited)


def _deadlines(parts: Parts, document: tuple[str, str] | None) -> Meaning:
    by: By | None = None
    if "unit" in parts.topics:
        by = "unit"
    elif "documents" in parts.topics and document is None:
        by = "document"
    return Meaning(
        "deadlines",
        when=parts.when,
        unit=parts.unit,
        role=one_of(_ROLES, parts.role),
        document=document,
        level=one_of(_LEVELS, parts.level),
        by=by,
        counted=parts.counted,
        overdue=parts.late,
    )


def _documents(parts: Parts, cited: Cited | None = None) -> Meaning:
    if parts.late:
        start = parts.when.days.start if parts.when else None
        raise refusals.not_narrowed(_("Plans"), refusals.plans_of_year(start))
    if parts.role or (cited is None and parts.documents):
        raise refusals.no_topic()
    return Meaning(
        "documents",
        when=parts.when,
        issuer=parts.unit,
        level=one_of(_LEVELS, parts.level),
        cited=cited,
        counted=parts.counted,
    )
