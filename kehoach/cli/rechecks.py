"""What is shown while documents are checked again."""

from typing import TYPE_CHECKING

from kehoach.cli.output import tell, tell_fault
from kehoach.errors import CommandError
from kehoach.i18n import _
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.looked import Looked
    from store import Store


def check_what_waits(store: "Store", settings: Settings, looked: "Looked | None" = None) -> None:
    """Check what waits, with a bar where that takes long."""
    from kehoach.progress import with_progress
    from kehoach.rechecking import recheck

    due = store.rechecks()
    for _done in with_progress(recheck(store, due, settings, looked), due, _("Checking again")):
        pass


def catch_up(settings: Settings) -> None:
    """Check what a command that was broken off has left; where that can't be done now, say that
    findings may be older than what is stored."""
    from store import open_store
    from store.errors import StoreError

    if not _left(settings):
        return
    try:
        with open_store(settings.db, wait_seconds=0) as store:
            check_what_waits(store, settings)
        return
    except (StoreError, CommandError):  # somebody writes, or the office's own facts are of no use
        pass
    except Exception:  # a rule's fault keeps nobody from what is known
        tell_fault()
    words = _("{n} documents wait to be checked again; their findings may be older.")
    tell(words.format(n=_left(settings)))


def _left(settings: Settings) -> int:
    from store import open_store

    with open_store(settings.db, read_only=True) as store:
        return len(store.rechecks())
