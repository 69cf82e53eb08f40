"""The digest and the reminder as plain text and as a page; both forms hold the same lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import PurePath

from kehoach.i18n import _, language
from kehoach.watch.digest import Digest
from kehoach.watch.reminder import Reminder
from kehoach.watch.waiting_list import STATE_WORDS, InboxRow
from schemas import Finding
from store.deadlines import DeadlinePage, DeadlineRow
from store.listing import DocumentRow

_SHOWN = 50
# Inside the page: mail programs fetch nothing and know little of style.
_STYLE = (
    "body{font:15px/1.5 'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;color:#1f2933;"
    "max-width:60em;margin:1.5em auto;padding:0 1em}h1{font-size:1.4em}"
    "h2{font-size:1.1em;margin:1.6em 0 .4em;border-bottom:1px solid #cbd2d9}"
    "ul{margin:0;padding-left:1.2em}li{margin:.35em 0;overflow-wrap:anywhere}"
    ".none{color:#616e7c}.warn{color:#9b1c1c}"
)


@dataclass(frozen=True)
class Section:
    """A heading with its number, and a line for each row; `urgent` ones stand out."""

    heading: str
    total: int
    lines: list[str]
    urgent: bool = False


@dataclass(frozen=True)
class Notice:
    """What is sent: a title and both forms."""

    title: str
    text: str
    html: str


def digest_notice(digest: Digest) -> Notice:
    """The digest in both forms."""
    title = _("Plans: digest of {day}").format(day=f"{digest.day:%d/%m/%Y}")
    return _notice(title, list(_of_digest(digest)))


def reminder_notice(reminder: Reminder) -> Notice:
    """The reminder in both forms; the title says how much is due."""
    title = _("Plans: reminder of {day}").format(day=f"{reminder.day:%d/%m/%Y}")
    return _notice(title, list(_of_reminder(reminder)))


def _notice(title: str, sections: Sequence[Section]) -> Notice:
    return Notice(title, _text(title, sections), _html(title, sections))


def _text(title: str, sections: Sequence[Section]) -> str:
    parts = ("\n".join([f"{s.heading}: {s.total}", *(f"- {w}" for w in s.lines)]) for s in sections)
    return "\n\n".join([title, *parts]) + "\n"


def _html(title: str, sections: Sequence[Section]) -> str:
    """A page that needs nothing but itself; words of documents are never markup."""
    body = "".join(_part(one) for one in sections)
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style></head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{body}</body>\n</html>\n"
    )


def _part(one: Section) -> str:
    style = ' class="warn"' if one.urgent and one.total else ""
    heading = f"<h2{style}>{escape(one.heading)}: {one.total}</h2>\n"
    if not one.lines:
        return heading + f'<p class="none">{escape(_("None."))}</p>\n'
    return heading + "<ul>\n" + "".join(f"<li>{escape(w)}</li>\n" for w in one.lines) + "</ul>\n"


def _of_digest(digest: Digest) -> Iterator[Section]:
    new = _("New plans since {day}").format(day=f"{digest.since:%d/%m/%Y}")
    yield _rows(new, [_document(row) for row in digest.new])
    yield _deadlines(_("Past their day, in the last 30 days"), digest.overdue, urgent=True)
    yield _deadlines(_("Due in the next 7 days"), digest.week)
    yield _deadlines(_("Due after that, within 30 days"), digest.month)
    yield _rows(_("Errors found in new plans"), [_finding(e) for e in digest.errors], urgent=True)
    yield _rows(_("Files that wait for a person"), [_file(row) for row in digest.waiting])


def _of_reminder(reminder: Reminder) -> Iterator[Section]:
    for days, page in reminder.ahead:
        heading = {0: _("Due today"), 1: _("Due tomorrow")}.get(days)
        yield _deadlines(heading or _("Due in {n} days").format(n=days), page, urgent=days < 2)
    yield _rows(_("Files that wait for a person"), [_file(row) for row in reminder.waiting])


def _rows(heading: str, lines: list[str], *, urgent: bool = False) -> Section:
    shown = lines[:_SHOWN]
    if len(shown) < len(lines):
        shown.append(_("… and {n} more").format(n=len(lines) - len(shown)))
    return Section(heading, len(lines), shown, urgent)


def _deadlines(heading: str, page: DeadlinePage, *, urgent: bool = False) -> Section:
    lines = [_deadline(row) for row in page.rows]
    if len(lines) < page.total:
        lines.append(_("… and {n} more").format(n=page.total - len(lines)))
    return Section(heading, page.total, lines, urgent)


def _document(row: DocumentRow) -> str:
    return _line(row.number or row.name, row.issuer, row.subject)


def _deadline(row: DeadlineRow) -> str:
    leads = "; ".join(row.leads)
    return _line(f"{row.end:%d/%m/%Y}", row.action, leads, row.document.number or row.document.name)


def _finding(finding: Finding) -> str:
    english = language() == "en"
    message = finding.message_en if english and finding.message_en else finding.message
    return _line(finding.document.name, finding.rule, message)


def _file(row: InboxRow) -> str:
    return _line(_(STATE_WORDS[row.status]), PurePath(row.path).name, row.why)


def _line(*parts: str | None) -> str:
    return " – ".join(" ".join(part.split()) for part in parts if part)
