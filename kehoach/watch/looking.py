"""Looking: what lies in the drop folder, noted in the journal once it stands still."""

import logging
from collections.abc import Callable
from pathlib import Path

from kehoach.i18n import _
from kehoach.settings import Settings
from kehoach.watch.changes import Changes
from kehoach.watch.drop_folder import DropFolder, Look, is_gone_from_disk
from kehoach.watch.stillness import Stillness
from store import Store
from store.journal import FAILED

LOG = logging.getLogger("kehoach.watch")
_NOTED_AT_ONCE = 200


class Looking:
    """One watcher's eyes. `there` is whether the folder was, when last looked at; `inside` is
    how the paths of its files begin."""

    def __init__(
        self, folder: Path, store: Store, settings: Settings, monotonic: Callable[[], float]
    ) -> None:
        self.folder = DropFolder(folder, settings.watch)
        self.inside = str(Path(self.folder.place) / "_")[:-1]
        self.there = True
        self._store = store
        self._settings = settings
        self._monotonic = monotonic
        self._stillness = Stillness(settings.watch.still_seconds, self.folder.look)
        self._changes = Changes(folder, settings.watch, monotonic)
        self._swept = float("-inf")

    @property
    def told(self) -> bool:
        """Whether the system tells of changes now."""
        return self._changes.told

    @property
    def moving(self) -> bool:
        """Whether some file has not come to rest yet."""
        return bool(self._stillness.moving)

    def seconds_left(self) -> float | None:
        """Until the next file may be at rest; `None` where none moves."""
        return self._stillness.seconds_left(self._monotonic())

    def path(self, place: str) -> Path:
        """The file of a row of the journal, also where its name's bytes are no UTF-8."""
        return self._stillness.path(place)

    def stop(self) -> None:
        """Listen to the system no longer."""
        self._changes.stop()

    def around(self) -> bool:
        """Look at what has changed, or at everything when it is time for that, which is said."""
        self._notice_folder()
        if not self.there:  # what is known of its files stays known
            self._changes.stop()
            return False
        self._changes.follow()
        moment, changed = self._monotonic(), self._changes.take()
        late = moment - self._swept >= self._settings.watch.sweep_seconds
        if changed is None or late:
            self._stillness.sweep(self.folder.files(), moment)
        else:
            for path, told_at in changed.items():
                self._stillness.touch(self.folder.files_at(path), told_at)
        if late:
            self._swept = moment
            self._forget_gone()
        return late

    def _notice_folder(self) -> None:
        there = self.folder.is_there()
        if there == self.there:
            return
        self.there = there
        self._swept = float("-inf")
        words = _("{path} is there again.") if there else _("{path} is away; waiting for it.")
        LOG.log(
            logging.INFO if there else logging.WARNING,
            words.format(path=self.folder.path),
            extra={"event": "folder-back" if there else "folder-away"},
        )

    def _forget_gone(self) -> None:
        for row in self._store.journal.rows((*FAILED, "waiting")):
            gone = row.path.startswith(self.inside) and is_gone_from_disk(self.path(row.path))
            if gone and self.folder.is_there():
                self._store.journal.drop(row.path)

    def note_settled(self) -> None:
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
            label=self.folder.label(look.path),
            at=self._settings.now(),
        )
        LOG.info(_("Seen: {path}").format(path=place), extra={"event": "waiting", "path": place})
