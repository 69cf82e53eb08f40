"""The list behind `kehoach inbox`: each file that is not simply stored, why, what to do."""

from dataclasses import dataclass

from extract.readers.refusals import REFUSALS
from kehoach.fate import missing_fields, why_missing, why_probable
from kehoach.i18n import N_, _
from schemas import DocumentRef
from store import Store
from store.errors import NotFound
from store.journal import FileState, JournalRow

STATES: tuple[FileState, ...] = (
    "reading",
    "waiting",
    "needs-person",
    "probable-duplicate",
    "needs-ocr",
    "unreadable",
)
STATE_WORDS: dict[FileState, str] = {
    "reading": N_("being read"),
    "waiting": N_("waiting"),
    "needs-person": N_("needs a person"),
    "probable-duplicate": N_("probably a duplicate"),
    "needs-ocr": N_("needs text recognition"),
    "unreadable": N_("not read"),
    "stored": N_("stored"),
    "new": N_("new"),
    "updated": N_("updated"),
    "duplicate": N_("duplicate"),
}
_ADVICE = {message: advice for _reason, message, advice in REFUSALS.values()}


@dataclass(frozen=True)
class InboxRow:
    """One file that waits or failed; `next_try` is a UTC moment as text, `tries` counts."""

    path: str
    status: FileState
    code: str | None
    why: str
    label: str
    tries: int
    next_try: str | None
    document: str | None
    since: str


def waiting_list(store: Store) -> list[InboxRow]:
    """Files in the states that want somebody's patience or hand, in the order of `STATES`."""
    rows = sorted(store.journal.rows(STATES), key=lambda row: STATES.index(row.status))
    return [
        InboxRow(
            row.path,
            row.status,
            row.reason,
            _why(store, row),
            row.label,
            row.attempts,
            row.next_try,
            row.document_id,
            row.changed_at,
        )
        for row in rows
    ]


def _why(store: Store, row: JournalRow) -> str:
    """The reason and what to do, in the language spoken."""
    if row.message:
        advice = _ADVICE.get(row.message, "")
        return f"{_(row.message)} {_(advice) if advice else ''}".strip()
    if row.document_id and row.status in ("needs-person", "probable-duplicate"):
        try:
            return _about_document(store, row.document_id, row.status)
        except NotFound:  # taken out since
            return ""
    return ""


def _about_document(store: Store, document_id: str, status: FileState) -> str:
    if status == "needs-person":
        missing = missing_fields(store.plan(document_id))
        return why_missing(missing, document_id).message if missing else _("Filled in since.")
    for each in store.documents():
        if each.id == document_id and each.duplicate_of:
            of = DocumentRef(id=each.duplicate_of, name=store.plan(each.duplicate_of).name)
            return why_probable(of, document_id).message
    return _("Decided since.")
