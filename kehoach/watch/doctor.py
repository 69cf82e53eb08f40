"""Whether the drop folder and all that belongs to it is set up so that it can work."""

import os
import shutil
import smtplib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kehoach.errors import Exit
from kehoach.health import Part
from kehoach.i18n import _
from kehoach.settings import Settings
from kehoach.watch.health_words import health_words
from kehoach.watch.mail import connected, why_not
from kehoach.watch.mount import filesystem_of, is_shared

_LITTLE_ROOM = 500 << 20  # bytes on the disk of the database below which it is said


def watching(settings: Settings) -> Iterator[Part]:
    """The drop folder, what it is moved to, the room on the disk, mail, log and watcher."""
    yield _drop_folder(settings)
    watch, digest = settings.watch, settings.digest
    for name, folder in (
        (_("Archive"), watch.archive),
        (_("Quarantine"), watch.quarantine),
        (_("Digests"), digest.folder if digest.at else None),
        (_("Log"), settings.log.file and settings.log.file.parent),
    ):
        if folder:
            yield _writable(name, folder)
    yield _room(settings)
    if digest.at:
        yield from _sending(settings)
    yield _watcher(settings)


def _drop_folder(settings: Settings) -> Part:
    name, folder = _("Drop folder"), settings.inbox
    if not folder.is_dir():
        detail = _("{path} is not there").format(path=folder)
        return Part(
            name, False, detail, _("Make it, or name another one as inbox in kehoach.toml.")
        )
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        detail = f"{folder}: {error.strerror}"
        return Part(name, False, detail, _("Give the account that runs the program the right."))
    kind = filesystem_of(folder) or "?"
    wanted = settings.watch.notice
    polled = wanted == "poll" or (wanted == "auto" and is_shared(folder))
    how = _("looking around") if polled else _("told by the system")
    return Part(name, True, f"{folder} ({kind}, {how})")


def _writable(name: str, folder: Path) -> Part:
    """The folder, or the nearest one above it that is there, takes a file."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.is_dir())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Part(name, True, str(folder))
    except OSError as error:
        advice = _("Look whether the folder is yours to write to and the disk has room.")
        return Part(name, False, f"{folder}: {error.strerror}", advice)


def _room(settings: Settings) -> Part:
    parents = settings.db.absolute().parents
    free = shutil.disk_usage(next(one for one in parents if one.is_dir())).free
    detail = _("{n} MB free where the database is").format(n=free >> 20)
    return Part(_("Disk"), free > _LITTLE_ROOM, detail, _("Make room on the disk."))


def _sending(settings: Settings) -> Iterator[Part]:
    at, mail = settings.digest.at, settings.mail
    if not mail and not settings.digest.folder:
        advice = _("Name a folder under [digest] or a mail server under [mail].")
        yield Part(
            _("Digests"), False, _("due at {time}, but sent nowhere").format(time=at), advice
        )
    if mail:
        where = f"{mail.host}:{mail.port} ({mail.security})"
        try:
            with connected(mail) as server:
                server.noop()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            advice = _("Look at [mail] in kehoach.toml and at KEHOACH_SMTP_PASSWORD.")
            yield Part(_("Mail server"), False, f"{where}: {why_not(error)}", advice)
        else:
            yield Part(_("Mail server"), True, where)


def _watcher(settings: Settings) -> Part:
    """A watcher that was never started, or was stopped, is no fault by itself."""
    code, words = health_words(settings)
    return Part(_("Watcher"), code == Exit.DONE, words, _("Start it with: kehoach watch"))
