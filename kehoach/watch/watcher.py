"""The watcher: looks around, notes what stands still, reads what is due, settles each file."""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from kehoach.fate import Fate
from kehoach.i18n import _
from kehoach.intake import Found, place_of
from kehoach.lanes import Lane
from kehoach.pipeline import ingest
from kehoach.reading import open_lane
from kehoach.settings import Settings
from kehoach.watch import settling
from kehoach.watch.changes import Changes
from kehoach.watch.claimant import is_gone, new_claimant
from kehoach.watch.drop_folder import DropFolder, Look, is_gone_from_disk
from kehoach.watch.health_file import Health, HealthFile, HealthState, health_path
from kehoach.watch.hindrance import LOCKED, is_locked
from kehoach.watch.notices import Notices
from kehoach.watch.putting_away import PuttingAway
from kehoach.watch.stillness import Stillness
from store import Store
from store.errors import StoreError
from store.journal import FAILED, JournalRow

LOG = logging.getLogger("kehoach.watch")
# A claim older than this is given up even if nobody can tell whether its watcher lives.
_GIVEN_UP = dt.timedelta(hours=2)
_NOTED_AT_ONCE = 200
_SHORTEST = 0.05  # seconds; however soon a file may be whole, never a busy loop

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
        self._folder = DropFolder(folder, settings.watch)
        self._store = store
        self._settings = settings
        self._monotonic = monotonic
        self._pause = pause
        self._me = new_claimant()
        self._stillness = Stillness(settings.watch.still_seconds, self._folder.look)
        self._changes = Changes(folder, settings.watch, monotonic)
        self._away = PuttingAway(store, settings)
        self._notices = Notices(store, settings, self._me)
        self._health = HealthFile(health_path(settings))
        self._lane: Lane | None = None
        self._swept = float("-inf")
        self._stopping = False
        self._is_there = True
        self._trouble = ""
        self._troubles = 0

    def run(self, *, once: bool = False) -> Iterator[Fate]:
        """The fate of each document as it comes; ends on a stop, with `once` when all that is
        there has been dealt with. Trouble with the database is waited out."""
        with ExitStack() as stack:
            stack.callback(self._end)
            if not self._settings.cluster:  # readers stay alive between files
                self._lane = stack.enter_context(open_lane(self._settings))
            while not self._has_to_stop():
                try:
                    yield from self._round()
                    self._troubles, self._trouble = 0, ""
                except StoreError as error:
                    if once:
                        raise
                    self._note_trouble(error)
                self._tell_health()
                if once and not self._stillness.moving:
                    return
                if not self._has_to_stop():
                    self._stopping = self._pause(self._rest())

    def _has_to_stop(self) -> bool:
        return self._stopping

    def _round(self) -> Iterator[Fate]:
        self._free_abandoned()
        self._look_around()
        if self._is_there:
            self._note_settled()
            yield from self._take_due()
        self._notices.send_due()

    def _rest(self) -> float:
        """Seconds until the next look: soon while a file comes to rest, ever later in trouble."""
        usual = self._settings.watch.look_seconds
        if self._troubles:
            return max(usual, settling.wait_after(self._troubles, self._settings))
        left = self._stillness.seconds_left(self._monotonic())
        return usual if left is None else min(usual, max(left, _SHORTEST))

    # Looking

    def _look_around(self) -> None:
        there = self._folder.is_there()
        if there != self._is_there:
            self._is_there = there
            self._swept = float("-inf")
            words = _("{path} is there again.") if there else _("{path} is away; waiting for it.")
            event = {"event": "folder-back" if there else "folder-away"}
            LOG.log(
                logging.INFO if there else logging.WARNING,
                words.format(path=self._folder.path),
                extra=event,
            )
        if not there:  # what is known of its files stays known
            self._changes.stop()
            return
        self._changes.follow()
        moment, changed = self._monotonic(), self._changes.take()
        late = moment - self._swept >= self._settings.watch.sweep_seconds
        if changed is None or late:
            self._stillness.sweep(self._folder.files(), moment)
            if late:
                self._swept = moment
                self._tidy()
            return
        for path, told_at in changed.items():
            self._stillness.touch(self._folder.files_at(path), told_at)

    def _tidy(self) -> None:
        """Now and then: forget what was taken away, and put away what is settled."""
        inside = self._inside
        for row in self._store.journal.rows((*FAILED, "waiting")):
            gone = row.path.startswith(inside) and is_gone_from_disk(self._path(row))
            if gone and self._folder.is_there():
                self._store.journal.drop(row.path)
        self._away.all_due(inside)
        self._notices.free_abandoned()

    @property
    def _inside(self) -> str:
        return str(Path(self._folder.place) / "_")[:-1]

    def _path(self, row: JournalRow) -> Path:
        return self._stillness.path(row.path)

    def _note_settled(self) -> None:
        """In the journal, many at a time: each wait for the disk is shared."""
        settled = self._stillness.settled(self._monotonic())
        for start in range(0, len(settled), _NOTED_AT_ONCE):
            some = settled[start : start + _NOTED_AT_ONCE]
            unknown = [one for one in some if self._is_unknown(*one)]
            if unknown:
                with self._store.batch():
                    for place, look in unknown:
                        self._note(place, look)
            for place, look in some:
                self._stillness.rest(place, look)

    def _is_unknown(self, place: str, look: Look) -> bool:
        row = self._store.journal.find(place)
        return row is None or (row.size, row.modified) != (look.size, look.modified)

    def _note(self, place: str, look: Look) -> None:
        self._store.journal.note(
            place,
            look.size,
            look.modified,
            label=self._folder.label(look.path),
            at=self._settings.now(),
        )
        LOG.info(_("Seen: {path}").format(path=place), extra={"event": "waiting", "path": place})

    # Reading

    def _take_due(self) -> Iterator[Fate]:
        """Read what is due, a few files ahead of what is being stored and no more."""
        fates: list[Fate] = []
        taken = ingest(self._due(), self._store, self._settings, self._lane)
        for fate in taken:
            if fates and fates[0].path != fate.path:  # all documents of the file before are in
                yield from self._settle(fates)
                fates = []
            fates.append(fate)
        if fates:
            yield from self._settle(fates)

    def _due(self) -> Iterator[Found]:
        journal = self._store.journal
        longest = dt.timedelta(seconds=self._settings.watch.longest_retry_seconds)
        while not self._stopping:
            now = self._settings.now()
            row = journal.claim(
                self._me,
                at=now,
                given_up=now - _GIVEN_UP,
                latest=now + longest,
                under=self._inside,
            )
            if row is None:
                return
            path = self._path(row)
            if is_locked(path):
                self._put_off(row.path, "locked", LOCKED)
            else:
                yield Found(path)
            self._stopping = self._pause(0)

    def _settle(self, fates: list[Fate]) -> list[Fate]:
        fate = fates[0]
        place = place_of(fate.path)
        row = self._store.journal.find(place)
        if settling.may_pass(fate, row.attempts if row else 0) and fate.why:
            if fate.why.code == "vanished" and self._folder.is_there():
                self._store.journal.drop(place)  # taken away: waited for no longer
            else:
                self._put_off(place, fate.why.code, fate.why.key)
            return []
        state = settling.settle(self._store, fates, self._settings)
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

    # Being alive

    def _free_abandoned(self) -> None:
        """What a watcher had in hand when it was killed waits again; nothing is in our hands."""
        for row in self._store.journal.rows(("reading",)):
            if row.claimed_by and (row.claimed_by == self._me or is_gone(row.claimed_by)):
                self._store.journal.settle(row.path, "waiting", at=self._settings.now())

    def _note_trouble(self, error: StoreError) -> None:
        self._troubles += 1
        advice = f"{_(error.message)} {_(error.advice)}".strip()
        self._trouble = advice.format(**error.values)
        LOG.error(self._trouble, extra={"event": "trouble"})

    def _tell_health(self, state: HealthState | None = None) -> None:
        state = state or (
            "trouble" if self._trouble else "well" if self._is_there else "folder-away"
        )
        moment = self._monotonic()
        if not self._health.is_due(state, self._trouble, moment):
            return
        try:
            counts = {str(name): n for name, n in self._store.journal.counts().items()}
        except Exception:  # the trouble that is to be told
            counts = {}
        self._health.write(
            Health(
                state=state,
                at=self._settings.now(),
                host=self._me.split("/")[0],
                pid=int(self._me.split("/")[1]),
                folder=self._folder.place,
                notice="system" if self._changes.told else "poll",
                files=counts,
                closed=tuple(self._folder.closed[:20]),
                trouble=self._trouble,
            ),
            moment,
        )

    def _end(self) -> None:
        self._changes.stop()
        try:
            self._free_abandoned()
        except StoreError as error:
            self._note_trouble(error)
        self._tell_health("stopped")


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
