"""The digest as plain text and as a page; both hold the same lines."""

from collections.abc import Iterator
from html import escape

from kehoach.i18n import _, language
from kehoach.watch.digest import Digest
from schemas import Finding
from store.deadlines import DeadlinePage, DeadlineRow
from store.listing import DocumentRow

Section = tuple[str, list[str]]  # a heading with its number, and a line for each row


def as_text(digest: Digest) -> str:
    """Headings and lines, for a mail or a terminal."""
    parts = [_title(digest)]
    for heading, lines in _sections(digest):
        parts.append("\n".join([heading, *(f"- {line}" for line in lines)]))
    return "\n\n".join(parts) + "\n"


def as_html(digest: Digest) -> str:
    """A page that needs nothing but itself; words of documents are never markup."""
    title = escape(_title(digest))
    body = "".join(
        f"<h2>{escape(heading)}</h2>\n"
        + ("<ul>\n" + "".join(f"<li>{escape(line)}</li>\n" for line in lines) + "</ul>\n")
        * bool(lines)
        for heading, lines in _sections(digest)
    )
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n"
    )


def _title(digest: Digest) -> str:
    return _("Plans: digest of {day}").format(day=f"{digest.day:%d/%m/%Y}")


def _sections(digest: Digest) -> Iterator[Section]:
    since = f"{digest.since:%d/%m/%Y}"
    new = _("New plans since {day}").format(day=since)
    yield f"{new}: {len(digest.new)}", [_document(row) for row in digest.new]
    yield _deadlines(_("Past their day, in the last 30 days"), digest.overdue)
    yield _deadlines(_("Due in the next 7 days"), digest.week)
    yield _deadlines(_("Due after that, within 30 days"), digest.month)
    errors = _("Errors found in new plans")
    yield f"{errors}: {len(digest.errors)}", [_finding(each) for each in digest.errors]


def _deadlines(heading: str, page: DeadlinePage) -> Section:
    lines = [_deadline(row) for row in page.rows]
    if len(lines) < page.total:
        lines.append(_("… and {n} more").format(n=page.total - len(lines)))
    return f"{heading}: {page.total}", lines


def _document(row: DocumentRow) -> str:
    return _line(row.number or row.name, row.issuer, row.subject)


def _deadline(row: DeadlineRow) -> str:
    leads = "; ".join(row.leads)
    return _line(f"{row.end:%d/%m/%Y}", row.action, leads, row.document.number or row.document.name)


def _finding(finding: Finding) -> str:
    english = language() == "en"
    message = finding.message_en if english and finding.message_en else finding.message
    return _line(finding.document.name, finding.rule, message)


def _line(*parts: str | None) -> str:
    return " – ".join(" ".join(part.split()) for part in parts if part)
