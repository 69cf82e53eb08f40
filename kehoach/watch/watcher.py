"""The watcher: looks around, notes what stands still, reads what is due, settles each file."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from kehoach.fate import Fate
from kehoach.i18n import _
from kehoach.lanes import Lane
from kehoach.reading import open_lane
from kehoach.settings import Settings
from kehoach.watch import settling
from kehoach.watch.claimant import new_claimant
from kehoach.watch.health_file import Health, HealthFile, HealthState, health_path
from kehoach.watch.looking import Looking
from kehoach.watch.notices import Notices
from kehoach.watch.taking import Pause, Taking
from store import Store
from store.errors import StoreError

LOG = logging.getLogger("kehoach.watch")
_SHORTEST = 0.05  # seconds; however soon a file may be whole, never a busy loop


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
        self._store = store
        self._settings = settings
        self._monotonic = monotonic
        self._pause = pause
        self._me = new_claimant()
        self._looking = Looking(folder, store, settings, monotonic)
        self._taking = Taking(store, settings, self._looking, self._me, pause)
        self._notices = Notices(store, settings, self._me)
        self._health = HealthFile(health_path(settings))
        self._lane: Lane | None = None
        self._stopping = False
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
                if once and not self._looking.moving and not self._taking.behind:
                    return
                if not self._has_to_stop():
                    self._stopping = self._pause(self._rest())

    def _has_to_stop(self) -> bool:
        return self._stopping or self._taking.stopping

    def _round(self) -> Iterator[Fate]:
        self._taking.free_abandoned()
        if self._looking.around():
            self._taking.put_away()
            self._notices.free_abandoned()
        if self._looking.there:
            self._looking.note_settled()
            yield from self._taking.all_due(self._lane)
        self._taking.check_what_waits()
        self._notices.send_due()

    def _rest(self) -> float:
        """Seconds until the next look: soon while a file comes to rest, ever later in trouble."""
        usual = self._settings.watch.look_seconds
        if self._troubles:
            return max(usual, settling.wait_after(self._troubles, self._settings))
        if self._taking.behind:
            return _SHORTEST
        left = self._looking.seconds_left()
        return usual if left is None else min(usual, max(left, _SHORTEST))

    def _note_trouble(self, error: StoreError) -> None:
        self._troubles += 1
        advice = f"{_(error.message)} {_(error.advice)}".strip()
        self._trouble = advice.format(**error.values)
        LOG.error(self._trouble, extra={"event": "trouble"})

    def _tell_health(self, state: HealthState | None = None) -> None:
        state = state or (
            "trouble" if self._trouble else "well" if self._looking.there else "folder-away"
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
                folder=self._looking.folder.place,
                notice="system" if self._looking.told else "poll",
                files=counts,
                closed=tuple(self._looking.folder.closed[:20]),
                trouble=self._trouble,
            ),
            moment,
        )

    def _end(self) -> None:
        self._looking.stop()
        try:
            self._taking.free_abandoned()
        except StoreError as error:
            self._note_trouble(error)
        self._tell_health("stopped")
