"""Putting away: stored files to `archive`/year/issuer, unreadable ones to `quarantine`, where
the settings say so. Nothing is ever written over, and a kill in between loses nothing.
"""

import logging
import os
import re
import shutil
from pathlib import Path

from kehoach.i18n import _
from kehoach.intake import place_of
from kehoach.settings import Settings
from kehoach.side_files import side_file_of
from kehoach.watch.drop_folder import is_gone_from_disk
from schemas import Plan
from store import Store
from store.errors import NotFound
from store.journal import FAILED, FileState, JournalRow
from store.moves import Move

LOG = logging.getLogger("kehoach.watch")
_DONE: tuple[FileState, ...] = ("new", "updated", "stored", "duplicate")
_NO_NAME = re.compile(r"[\x00-\x1f<>:\"/\\|?*]+|[. ]+$")  # what some system takes in no name


class PuttingAway:
    """Moves files of one drop folder; does nothing where the settings keep them."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._archive = settings.watch.archive
        self._quarantine = settings.watch.quarantine

    def all_due(self, folder: str) -> None:
        """Finish what a kill interrupted; then every settled file that still lies there."""
        if not (self._archive or self._quarantine):
            return
        for move in self._store.moves_begun():
            self._conclude(move)
        wanted = (*_DONE * bool(self._archive), *FAILED * bool(self._quarantine))
        for row in self._store.journal.rows(wanted):
            if row.path.startswith(folder):
                self.one(row)

    def one(self, row: JournalRow) -> None:
        """One settled file; a file that can't be moved stays and is tried at the next sweep."""
        target = self._target(row)
        source = Path(row.path)
        if target is None or not os.path.isfile(source):  # noqa: PTH113 - closed: false
            return
        move = Move(row.path, place_of(_free(target)))
        self._store.begin_move(move, at=self._settings.now())
        try:
            Path(move.target).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(source, move.target)
            side = side_file_of(source)
            if os.path.isfile(side):  # noqa: PTH113
                shutil.move(side, side_file_of(Path(move.target)))
        except OSError as error:
            LOG.warning(
                _("{path} can't be moved: {why}.").format(path=row.path, why=error.strerror),
                extra={"event": "not-moved", "path": row.path},
            )
        self._conclude(move)

    def _conclude(self, move: Move) -> None:
        """The disk says what became of a move: done once only the target is there."""
        if is_gone_from_disk(Path(move.source)) and not is_gone_from_disk(Path(move.target)):
            self._store.finish_move(move, at=self._settings.now())
            words = _("{path} was moved to {target}.").format(path=move.source, target=move.target)
            LOG.info(words, extra={"event": "moved", "path": move.source, "target": move.target})
        else:
            self._store.give_up_move(move)

    def _target(self, row: JournalRow) -> Path | None:
        name = Path(row.path).name
        if row.status in FAILED:
            return self._quarantine / row.label / name if self._quarantine else None
        if row.status not in _DONE or not self._archive or not row.document_id:
            return None
        try:
            plan = self._store.plan(row.document_id)
        except NotFound:
            return None
        return self._archive / _year(plan) / _issuer(plan) / name


def _year(plan: Plan) -> str:
    day = plan.document.issued_on
    return str(day.year) if day else "khong-ro-nam"


def _issuer(plan: Plan) -> str:
    issuer = plan.document.issuer
    words = " ".join(part for part in (issuer.name, issuer.area) if part) if issuer else ""
    return _NO_NAME.sub(" ", words).strip()[:80].rstrip(". ") or "khong-ro-co-quan"


def _free(target: Path) -> Path:
    """`a.pdf`, or `a-2.pdf` where that is taken."""
    rank, free = 1, target
    while free.exists():
        rank += 1
        free = target.with_name(f"{target.stem}-{rank}{target.suffix}")
    return free
