"""The list behind `kehoach inbox`: each file that is not simply stored, why, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.readers.refusals import NO_OCR, REFUSALS
from kehoach.fate import why_probable
from kehoach.hints import trouble_beside, why_person
from kehoach.i18n import N_, _
from kehoach.watch.hindrance import FAULT, FAULT_ADVICE, LOCKED, LOCKED_ADVICE
from schemas import DocumentRef
from store import Store
from store.errors import NotFound
from store.hints import Hint
from store.journal import FileState, JournalRow

STATES: tuple[FileState, ...] = (
    "reading",
    "waiting",
    "needs-person",
    "probable-duplicate",
    "needs-ocr",
    "unreadable",
)
FOR_A_PERSON: tuple[FileState, ...] = STATES[2:]
SETTLED: tuple[FileState, ...] = ("duplicate", "updated", "new", "stored")
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
_ADVICE |= {NO_OCR[0]: NO_OCR[1], LOCKED: LOCKED_ADVICE, FAULT: FAULT_ADVICE}


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
    came_from: str | None = None


def waiting_list(
    store: Store, states: Sequence[FileState] = STATES, most: int | None = None
) -> list[InboxRow]:
    """Files in the states that want somebody's patience or hand, in the order of the states,
    the first of them where there are more than `most`; what a person has filled in or decided
    since is no longer among them."""
    rows = sorted(store.journal.rows(states), key=lambda row: states.index(row.status))
    listed: list[InboxRow] = []
    for row in rows:
        if len(listed) == most:
            break
        why = why_listed(store, row)
        if why is None and row.status in ("needs-person", "probable-duplicate"):
            continue
        listed.append(_inbox_row(store, row, why or ""))
    return listed


def _inbox_row(store: Store, row: JournalRow, why: str) -> InboxRow:
    return InboxRow(
        row.path,
        row.status,
        row.reason,
        why,
        row.label,
        row.attempts,
        row.next_try if row.status == "waiting" else None,
        row.document_id,
        row.changed_at,
        store.came_from(row.path),
    )


def why_listed(store: Store, row: JournalRow) -> str | None:
    """The reason and what to do, in the language spoken; `None` where nothing is left to do."""
    if row.reason == "side-file":
        return trouble_beside(Path(row.path)) or None
    if row.message:
        advice = _ADVICE.get(row.message, "")
        return f"{_(row.message)} {_(advice) if advice else ''}".strip()
    if not row.document_id:
        return None
    try:
        return _about_document(store, row, row.document_id)
    except NotFound:  # taken out since
        return None


def _about_document(store: Store, row: JournalRow, document_id: str) -> str | None:
    if row.status == "duplicate":
        name = store.plan(document_id).name
        return _("The same document as {name} [{of}].").format(name=name, of=document_id)
    if row.status == "needs-person":
        why = why_person(store.plan(document_id), _hints(store, document_id))
        return why.message if why else None
    if row.status == "probable-duplicate":
        for each in store.find_documents(document_id):
            if each.id == document_id and each.duplicate_of:
                of = DocumentRef(id=each.duplicate_of, name=store.plan(each.duplicate_of).name)
                return why_probable(of, document_id).message
    return None


def _hints(store: Store, document_id: str) -> tuple[Hint, ...]:
    current = next((one for one in store.versions(document_id) if one.current), None)
    return store.hints(current.sha256) if current else ()
