"""Taking: what the journal has due is read and settled, a few files ahead and no more."""

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from checks.register import RegisterError
from kehoach.errors import CommandError
from kehoach.fate import Fate, Why
from kehoach.i18n import _
from kehoach.intake import Found, place_of
from kehoach.lanes import Lane
from kehoach.looked import Looked
from kehoach.pipeline import ingest
from kehoach.rechecking import recheck_one
from kehoach.settings import Settings
from kehoach.watch import settling
from kehoach.watch.claimant import is_gone
from kehoach.watch.hindrance import FAULT, LOCKED, is_locked
from kehoach.watch.looking import Looking
from kehoach.watch.putting_away import PuttingAway
from store import Store
from store.errors import StoreError
from store.journal import JournalRow
from store.rechecks import Recheck

LOG = logging.getLogger("kehoach.watch")
# A claim older than this is given up even if nobody can tell whether its watcher lives.
_GIVEN_UP = dt.timedelta(hours=2)
_A_WHILE = 1.0  # seconds
# What stops the watcher, or is waited out by it; any other error is a fault of ours, and one
# file's fault must not keep the others from being read.
_NOT_OURS = (StoreError, CommandError, RegisterError)

Pause = Callable[[float], bool]


class Taking:
    """One watcher's hands; `me` is its name in the journal."""

    def __init__(
        self, store: Store, settings: Settings, looking: Looking, me: str, pause: Pause
    ) -> None:
        self._store = store
        self._settings = settings
        self._looking = looking
        self._me = me
        self._pause = pause
        self._away = PuttingAway(store, settings)
        self._looked = Looked()
        self._faulty: set[Recheck] = set()  # at which a rule of ours failed
        self.stopping = False  # a stop was asked for between two files
        self.behind = False  # documents still wait to be checked again

    def all_due(self, lane: Lane | None) -> Iterator[Fate]:
        """Read and settle what is due; gives the fates of settled files."""
        try:
            yield from self._settled(self._due(), lane)
        except _NOT_OURS:
            raise
        except Exception:
            LOG.exception(_(FAULT), extra={"event": "fault"})
            yield from self._one_by_one(lane)

    def check_what_waits(self) -> None:
        """Check what the new ones touched, for a while: a file that comes now is read sooner."""
        until = self._settings.monotonic() + _A_WHILE
        for one in self._waiting():
            if self.stopping or self._settings.monotonic() > until:
                break
            try:
                recheck_one(self._store, one, self._settings, self._looked)
            except _NOT_OURS:
                raise
            except Exception:  # the others are checked; this one once it changes or we start anew
                LOG.exception(_(FAULT), extra={"event": "fault", "document": one.document_id})
                self._faulty.add(one)
            self.stopping = self._pause(0)
        self.behind = bool(self._waiting())

    def _waiting(self) -> list[Recheck]:
        due = self._store.rechecks()
        self._faulty.intersection_update(due)
        return [one for one in due if one not in self._faulty]

    def put_away(self) -> None:
        """What is settled goes where the settings say."""
        self._away.all_due(self._looking.inside)

    def free_abandoned(self) -> None:
        """What a watcher had in hand when it was killed waits again; nothing is in our hands."""
        for row in self._store.journal.rows(("reading",)):
            if row.claimed_by and (row.claimed_by == self._me or is_gone(row.claimed_by)):
                self._store.journal.settle(row.path, "waiting", at=self._settings.now())

    def _settled(self, files: Iterable[Found], lane: Lane | None) -> Iterator[Fate]:
        fates: list[Fate] = []
        self._looked = Looked()  # what was found in thousands of earlier ones is not kept for days
        for fate in ingest(files, self._store, self._settings, lane, self._looked):
            if fates and fates[0].path != fate.path:  # all documents of the file before are in
                yield from self._settle(fates)
                fates = []
            fates.append(fate)
        if fates:
            yield from self._settle(fates)

    def _one_by_one(self, lane: Lane | None) -> Iterator[Fate]:
        """Of the files in hand one was our undoing: each by itself, to find out which."""
        for row in self._store.journal.rows(("reading",)):
            if row.claimed_by != self._me:
                continue
            try:
                yield from self._settled([Found(self._looking.path(row.path))], lane)
            except _NOT_OURS:
                raise
            except Exception:
                LOG.exception(row.path, extra={"event": "fault", "path": row.path})
                yield from self._give_up(row)

    def _give_up(self, row: JournalRow) -> Iterator[Fate]:
        """Some more tries, as the program may be in the midst of an upgrade; then it is listed."""
        if row.attempts < settling.TRIES_OF_CRASHED:
            self._put_off(row.path, "fault", FAULT)
            return
        now = self._settings.now()
        self._store.journal.settle(row.path, "unreadable", at=now, reason="fault", message=FAULT)
        yield Fate(self._looking.path(row.path), "unreadable", Why("fault", _(FAULT), FAULT))

    def _due(self) -> Iterator[Found]:
        journal = self._store.journal
        longest = dt.timedelta(seconds=self._settings.watch.longest_retry_seconds)
        while not self.stopping:
            now = self._settings.now()
            row = journal.claim(
                self._me,
                at=now,
                given_up=now - _GIVEN_UP,
                latest=now + longest,
                under=self._looking.inside,
            )
            if row is None:
                return
            path = self._looking.path(row.path)
            if is_locked(path):
                self._put_off(row.path, "locked", LOCKED)
            else:
                yield Found(path)
            self.stopping = self._pause(0)

    def _settle(self, fates: list[Fate]) -> list[Fate]:
        fate = fates[0]
        place = place_of(fate.path)
        row = self._store.journal.find(place)
        if settling.may_pass(fate, row.attempts if row else 0) and fate.why:
            if fate.why.code == "vanished" and self._looking.folder.is_there():
                self._store.journal.drop(place)  # taken away: waited for no longer
            else:
                self._put_off(place, fate.why.code, fate.why.key)
            return []
        state = settling.settle(self._store, fates, self._settings)
        fates = [replace(one, status=settling.state_of(self._store, one)) for one in fates]
        for one in fates:
            _log_fate(one, state)
        row = self._store.journal.find(place)
        if row:
            self._away.one(row)
        return fates

    def _put_off(self, place: str, code: str, key: str) -> None:
        at = settling.put_off(self._store, place, self._settings, code=code, message=key)
        LOG.warning(
            _("{path} is tried again at {time}: {why}").format(
                path=place, time=f"{at:%H:%M:%S}", why=_(key)
            ),
            extra={"event": "waiting", "path": place, "reason": code, "next_try": at.isoformat()},
        )


def _log_fate(fate: Fate, state: str) -> None:
    words = f"{state}: {place_of(fate.path)}" + (f" – {fate.why.message}" if fate.why else "")
    LOG.info(
        words,
        extra={
            "event": "settled",
            "path": place_of(fate.path),
            "status": fate.status,
            "reason": fate.why.code if fate.why else None,
            "document": fate.document.id if fate.document else None,
        },
    )
