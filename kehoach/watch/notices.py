"""Notices: the digest and the reminder, each once a day when its time has come, tried again
while the folder or the mail server does not take them.
"""

import datetime as dt
import logging

from kehoach.errors import BadRequest
from kehoach.i18n import N_, _
from kehoach.settings import Settings
from kehoach.watch.claimant import is_gone
from kehoach.watch.digest import gather
from kehoach.watch.digest_page import Notice, digest_notice, reminder_notice
from kehoach.watch.mail import NotSent, send
from kehoach.watch.reminder import remind
from kehoach.watch.settling import wait_after
from store import Store
from store.notices import NoticeName

LOG = logging.getLogger("kehoach.watch")
_NAMES: dict[NoticeName, str] = {"digest": N_("The digest"), "reminder": N_("The reminder")}


class Notices:
    """What one watcher sends. The day is claimed in the database, so that of two watchers one
    sends, and a restart sends nothing twice."""

    def __init__(self, store: Store, settings: Settings, worker: str) -> None:
        self._store = store
        self._settings = settings
        self._worker = worker
        self._sent: set[tuple[NoticeName, dt.date]] = set()  # asked of the database once

    def send_due(self) -> None:
        """Whatever is due now."""
        at, now = self._settings.digest.at, self._settings.now()
        if at is None or now.time() < at:
            return
        for name in _NAMES:
            if (name, now.date()) not in self._sent:
                self._send(name, now)

    def free_abandoned(self) -> None:
        """What a watcher was sending when it was killed is sent again: better twice than never."""
        for one in self._store.notices()[:4]:
            mine = one.claimed_by and (one.claimed_by == self._worker or is_gone(one.claimed_by))
            if one.status == "under-way" and mine:
                now = self._settings.now()
                self._store.settle_notice(one.name, one.day, at=now, next_try=now)

    def _send(self, name: NoticeName, now: dt.datetime) -> None:
        day = now.date()
        attempt = self._store.claim_notice(name, day, self._worker, at=now)
        if attempt is None:
            self._sent |= {
                (one.name, one.day) for one in self._store.notices()[:4] if one.status == "sent"
            }
            return
        try:
            self._deliver(name, day)
        except (NotSent, BadRequest) as error:
            later = now + dt.timedelta(seconds=wait_after(attempt, self._settings))
            self._store.settle_notice(name, day, at=now, next_try=later, why=str(error))
            words = _("{name} of {day} was not sent: {why}. It is tried again.")
            LOG.warning(
                words.format(name=_(_NAMES[name]), day=f"{day:%d/%m/%Y}", why=error),
                extra={"event": f"{name}-failed", "next_try": later.isoformat()},
            )
        else:
            self._store.settle_notice(name, day, at=now)
            self._sent.add((name, day))

    def _deliver(self, name: NoticeName, day: dt.date) -> None:
        notice = self._notice(name, day)
        if notice is None:
            return
        folder = self._settings.digest.folder
        if folder:
            self._write(notice, name, day)
        if self._settings.mail:
            send(self._settings.mail, notice.title, notice.text, notice.html)
        words = _("{name} of {day} was sent.").format(name=_(_NAMES[name]), day=f"{day:%d/%m/%Y}")
        LOG.info(words, extra={"event": name})

    def _notice(self, name: NoticeName, day: dt.date) -> Notice | None:
        if name == "digest":
            return digest_notice(gather(self._store, self._settings, self._since(day)))
        reminder = remind(self._store, self._settings)
        return None if reminder.is_empty else reminder_notice(reminder)

    def _since(self, day: dt.date) -> dt.date:
        """New is what came since the last digest, however long the watcher was off."""
        last = (one.day for one in self._store.notices() if one.name == "digest")
        before = [one for one in last if one < day]
        return max(before) if before else day - dt.timedelta(days=1)

    def _write(self, notice: Notice, name: NoticeName, day: dt.date) -> None:
        from kehoach.cli.output import write_file

        folder = self._settings.digest.folder
        assert folder is not None
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotSent(f"{folder}: {error.strerror}") from error
        for ending, words in ((".txt", notice.text), (".html", notice.html)):
            write_file(folder / f"{day.isoformat()}-{name}{ending}", words)
