"""Fate: what became of one document of one file, as the command line and the page tell it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from extract.errors import NeedsOcr, ReadError
from kehoach.i18n import N_, _
from schemas import DocumentRef, Finding, Plan, Severity

FateStatus = Literal[
    "new", "duplicate", "probable-duplicate", "updated", "needs-person", "needs-ocr", "unreadable"
]

STATUS_WORDS: dict[FateStatus, str] = {
    "new": N_("new"),
    "duplicate": N_("duplicate"),
    "probable-duplicate": N_("probably a duplicate"),
    "updated": N_("updated"),
    "needs-person": N_("needs a person"),
    "needs-ocr": N_("needs text recognition"),
    "unreadable": N_("not read"),
}

_MISSING = {
    "number": N_("the number"),
    "issued_on": N_("the day of issue"),
    "issuer": N_("the issuer"),
}


@dataclass(frozen=True)
class Why:
    """A code for programs and a sentence for people; `key` is its message key, if it has one."""

    code: str
    message: str
    key: str = ""


@dataclass(frozen=True)
class Fate:
    """`findings` counts the open ones by severity; `document` is what is stored, if anything."""

    path: Path
    status: FateStatus
    why: Why | None = None
    document: DocumentRef | None = None
    findings: Counter[Severity] = field(default_factory=Counter)

    @property
    def is_unread(self) -> bool:
        """Whether nothing of the file could be read."""
        return self.status in ("unreadable", "needs-ocr")


def fate_of_trouble(path: Path, trouble: ReadError) -> Fate:
    """A file that could not be read, why, and what to do."""
    status: FateStatus = "needs-ocr" if isinstance(trouble, NeedsOcr) else "unreadable"
    message = f"{_(trouble.message)} {_(trouble.advice)}".strip()
    return Fate(path, status, Why(trouble.reason, message, trouble.message))


def missing_fields(plan: Plan) -> tuple[str, ...]:
    """Fields of the header that a person has to fill in, as no context could."""
    document = plan.document
    return tuple(name for name in _MISSING if getattr(document, name) is None)


def why_missing(fields: Sequence[str], document_id: str) -> Why:
    """The sentence that asks for the fields, with the command that fills in the first."""
    named = ", ".join(_(_MISSING[name]) for name in fields)
    return Why(
        "missing-" + "-".join(fields).replace("_", "-"),
        _("Missing: {fields}. Fill in with: kehoach correct {document} document.{field} …").format(
            fields=named, document=document_id, field=fields[0]
        ),
    )


def why_assumed(fields: Sequence[str], document_id: str) -> Why:
    """The sentence that asks to confirm what only the file's name says."""
    named = ", ".join(_(_MISSING[name]) for name in fields)
    return Why(
        "assumed-" + "-".join(fields).replace("_", "-"),
        _(
            "Only the file's name says: {fields}. Confirm with: "
            "kehoach correct {document} document.{field} …"
        ).format(fields=named, document=document_id, field=fields[0]),
    )


def why_probable(of: DocumentRef, document_id: str) -> Why:
    """The sentence that asks a person whether two documents are one."""
    return Why(
        "probable-duplicate",
        _("It may be the same as {name} [{of}]. Decide with: kehoach settle {document}").format(
            name=of.name, of=of.id, document=document_id
        ),
    )


def count_open(findings: Sequence[Finding]) -> Counter[Severity]:
    """Open findings by severity."""
    return Counter(finding.severity for finding in findings if finding.status == "open")
