"""The watcher: looks around, notes what stands still, reads what is due, settles each file."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from kehoach.fate import Fate, FateStatus
from kehoach.intake import Found, find_files, place_of
from kehoach.pipeline import ingest
from kehoach.settings import Settings
from kehoach.watch.claimant import is_gone, new_claimant
from kehoach.watch.stillness import Stillness
from store import Store

# Reasons that may pass by themselves; the rest stays until the file or the program changes.
PASSING = frozenset(("vanished", "no-permission"))
_FIRST_WAIT = dt.timedelta(seconds=10)
_LONGEST_WAIT = dt.timedelta(hours=1)
# A claim older than this is given up even if nobody can tell whether its watcher lives.
_GIVEN_UP = dt.timedelta(hours=2)
# What a file of several documents counts as: the one that a person has to see first.
_FIRST: tuple[FateStatus, ...] = (
    "unreadable",
    "needs-ocr",
    "needs-person",
    "probable-duplicate",
    "new",
    "updated",
    "duplicate",
)

Pause = Callable[[float], bool]


class Watcher:
    """One watcher of one folder.

    `monotonic` gives seconds; `pause` waits that many and is true once a stop was asked for.
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        settings: Settings,
        *,
        monotonic: Callable[[], float],
        pause: Pause,
    ) -> None:
        self._folder = folder
        self._store = store
        self._settings = settings
        self._monotonic = monotonic
        self._pause = pause
        self._stillness = Stillness(settings.watch.still_seconds)
        self._me = new_claimant()
        self._stopping = False

    def run(self, *, once: bool = False) -> Iterator[Fate]:
        """The fate of each document as it comes; ends on a stop, with `once` when all that is
        there has been dealt with."""
        while not self._has_to_stop():
            self._free_abandoned()
            self._note_settled()
            yield from self._take_due()
            if once and not self._stillness.moving:
                return
            if not self._has_to_stop():
                self._stopping = self._pause(self._settings.watch.look_seconds)

    def _has_to_stop(self) -> bool:
        return self._stopping

    def _note_settled(self) -> None:
        if not self._folder.is_dir():
            return  # the share is away: what is known of its files stays known
        files = (found.path for found in find_files((self._folder,)) if not found.trouble)
        for place, look in self._stillness.settled(files, self._monotonic()):
            self._store.journal.note(
                place,
                look.size,
                look.modified,
                label=self._label(look.path),
                at=self._settings.now(),
            )

    def _label(self, path: Path) -> str:
        """The sub-folders that a file lies in, as its label."""
        inside = place_of(path.parent).removeprefix(place_of(self._folder))
        return inside.replace("\\", "/").strip("/")

    def _take_due(self) -> Iterator[Fate]:
        """Read what is due, a few files ahead of what is being stored and no more."""
        fates: list[Fate] = []
        for fate in ingest(self._due(), self._store, self._settings):
            if fates and fates[0].path != fate.path:  # all documents of the file before are in
                yield from self._settle(fates)
                fates = []
            fates.append(fate)
        if fates:
            yield from self._settle(fates)

    def _due(self) -> Iterator[Found]:
        journal = self._store.journal
        while not self._stopping:
            now = self._settings.now()
            row = journal.claim(self._me, at=now, given_up=now - _GIVEN_UP)
            if row is None:
                return
            yield Found(self._stillness.path(row.path))
            self._stopping = self._pause(0)

    def _settle(self, fates: list[Fate]) -> list[Fate]:
        fate = min(fates, key=lambda one: _FIRST.index(one.status))
        if fate.is_unread and (self._stopping or (fate.why and fate.why.code in PASSING)):
            self._try_again(fate)
            return []
        self._store.journal.settle(
            place_of(fate.path),
            fate.status,
            at=self._settings.now(),
            reason=fate.why.code if fate.why else None,
            message=self._message(fate),
            document_id=fate.document.id if fate.document else None,
        )
        return fates

    def _message(self, fate: Fate) -> str | None:
        """The key of the sentence that the pipeline has noted for a file not read."""
        row = self._store.journal.find(place_of(fate.path))
        return row.message if row and fate.is_unread else None

    def _try_again(self, fate: Fate) -> None:
        """Later, ever more rarely; a file that was taken away is waited for no longer."""
        place, now = place_of(fate.path), self._settings.now()
        row = self._store.journal.find(place)
        if row is None:
            return
        if fate.why and fate.why.code == "vanished" and self._folder.is_dir():
            self._store.journal.settle(place, "waiting", at=now)
            self._store.journal.forget(place)
            return
        wait = min(_FIRST_WAIT * 2 ** min(row.attempts - 1, 10), _LONGEST_WAIT)
        self._store.journal.settle(
            place,
            "waiting",
            at=now,
            reason=fate.why.code if fate.why else None,
            message=row.message,
            next_try=now if self._stopping else now + wait,
        )

    def _free_abandoned(self) -> None:
        """What a watcher had in hand when it was killed waits again; nothing is in our hands."""
        for row in self._store.journal.rows(("reading",)):
            if row.claimed_by and (row.claimed_by == self._me or is_gone(row.claimed_by)):
                self._store.journal.settle(row.path, "waiting", at=self._settings.now())
