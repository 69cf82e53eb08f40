"""Settling: from the fates of a file's documents to one line of the journal."""

import datetime as dt
from collections.abc import Sequence

from extract.readers.refusals import REFUSALS
from kehoach.fate import Fate, FateStatus
from kehoach.hints import hints_beside, trouble_beside, why_person
from kehoach.intake import place_of
from kehoach.settings import Settings
from store import Store
from store.journal import FileState

# What may pass by itself; the rest stays until the file or the program changes.
_PASSING_CODES = frozenset(("vanished", "no-permission", "locked"))
_PASSING_KEYS = frozenset((REFUSALS["disk"][1],))
_SLOW = REFUSALS["pictures-unread"][1]  # a busy computer, most times
# What a file of several documents counts as: the one that a person has to see first.
_FIRST: tuple[FileState, ...] = (
    "unreadable",
    "needs-ocr",
    "needs-person",
    "probable-duplicate",
    "new",
    "updated",
    "duplicate",
)
_TAKEN: tuple[FateStatus, ...] = ("new", "updated", "needs-person")
TRIES_OF_CRASHED = 3
_DOUBLINGS = 20


def may_pass(fate: Fate, tries: int) -> bool:
    """Whether trying again later may help, after so many tries."""
    why = fate.why
    if not fate.is_unread or why is None:
        return False
    if why.code == "crashed" or why.key == _SLOW:  # short of memory, or upgraded just then
        return tries < TRIES_OF_CRASHED
    return why.code in _PASSING_CODES or why.key in _PASSING_KEYS


def settle(store: Store, fates: Sequence[Fate], settings: Settings) -> FileState:
    """Note what became of a file, by all its documents; gives its state."""
    stated = [(state_of(store, fate), fate) for fate in fates]
    state, fate = min(stated, key=lambda one: _FIRST.index(one[0]))
    reason, message = (fate.why.code, fate.why.key) if fate.why else (None, None)
    if not fate.is_unread and trouble_beside(fate.path):
        state, reason, message = "needs-person", "side-file", None
    store.journal.settle(
        place_of(fate.path),
        state,
        at=settings.now(),
        reason=reason,
        message=message or None,
        document_id=fate.document.id if fate.document else None,
    )
    return state


def state_of(store: Store, fate: Fate) -> FateStatus:
    """A file that was stored from this very place before, and not settled because its watcher
    was killed, is no duplicate of itself."""
    if fate.status != "duplicate" or fate.document is None:
        return fate.status
    place = place_of(fate.path)
    here = (one for one in store.files(fate.document.id) if one.here and one.path == place)
    came_as = next((one.status for one in here), "duplicate")
    if came_as not in _TAKEN:
        return "duplicate"
    why = why_person(store.plan(fate.document.id), hints_beside(fate.path))
    return "needs-person" if why else "new"


def put_off(
    store: Store, place: str, settings: Settings, *, code: str | None, message: str | None
) -> dt.datetime:
    """Let a file wait for another try, ever more rarely; gives the moment."""
    row, now = store.journal.find(place), settings.now()
    tries = row.attempts if row else 1
    at = now + dt.timedelta(seconds=wait_after(tries, settings))
    store.journal.settle(place, "waiting", at=now, reason=code, message=message, next_try=at)
    return at


def wait_after(tries: int, settings: Settings) -> float:
    """Seconds before the next try, after so many."""
    watch = settings.watch
    doubled = watch.retry_seconds * 2 ** min(max(tries - 1, 0), _DOUBLINGS)
    return float(min(doubled, watch.longest_retry_seconds))
