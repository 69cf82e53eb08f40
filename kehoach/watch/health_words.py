"""What the health file says, in a sentence and an exit code."""

from kehoach.errors import Exit
from kehoach.i18n import _
from kehoach.settings import Settings
from kehoach.watch.claimant import process_is_gone
from kehoach.watch.health_file import health_path, read_health


def health_words(settings: Settings) -> tuple[Exit, str]:
    """0 at work, 3 the folder is away or partly closed, 4 not running or in trouble."""
    path = health_path(settings)
    health = read_health(path)
    if health is None:
        return Exit.DATABASE, _("No watcher has written {path} yet.").format(path=path)
    at = f"{health.at.astimezone(settings.zone):%H:%M:%S %d/%m/%Y}"
    if health.state == "stopped":
        return Exit.DATABASE, _("The watcher was stopped at {time}.").format(time=at)
    if process_is_gone(health.host, health.pid) or health.is_stale(settings.now()):
        return Exit.DATABASE, _("The watcher has not been heard of since {time}.").format(time=at)
    if health.state == "folder-away":
        return Exit.UNREAD, _("{path} is away; waiting for it.").format(path=health.folder)
    if health.state == "trouble":
        return Exit.DATABASE, health.trouble
    if health.closed:
        words = _("The watcher may not look into: {folders}")
        return Exit.UNREAD, words.format(folders=", ".join(health.closed))
    how = _("told by the system") if health.notice == "system" else _("looking around")
    return Exit.DONE, _("Watching {path} ({how}), last heard of at {time}.").format(
        path=health.folder, how=how, time=at
    )
