"""The logbook: what the watcher did, as lines for people or JSON for programs, in files that
are put aside when they are full.
"""

import datetime as dt
import json
import logging
import logging.handlers

from kehoach.settings import Settings

LOG = logging.getLogger("kehoach.watch")
FIELDS = ("event", "path", "status", "reason", "document", "target", "next_try")


class _Lines(logging.Formatter):
    def __init__(self, zone: dt.tzinfo) -> None:
        super().__init__()
        self._zone = zone

    def format(self, record: logging.LogRecord) -> str:
        at = dt.datetime.fromtimestamp(record.created, self._zone)
        words = " ".join(record.getMessage().split())
        return f"{at:%Y-%m-%d %H:%M:%S%z} {record.levelname} {words}"


class _Json(logging.Formatter):
    def __init__(self, zone: dt.tzinfo) -> None:
        super().__init__()
        self._zone = zone

    def format(self, record: logging.LogRecord) -> str:
        at = dt.datetime.fromtimestamp(record.created, self._zone)
        values = {"at": at.isoformat(), "level": record.levelname.lower()}
        values |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        return json.dumps({**values, "message": record.getMessage()}, ensure_ascii=False)


def keep_log(settings: Settings) -> logging.Handler | None:
    """Begin to log where the settings say; `None` where they name no file. Raises OSError."""
    wanted = settings.log
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    if wanted.file is None:
        LOG.addHandler(logging.NullHandler())
        return None
    wanted.file.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        wanted.file,
        maxBytes=int(wanted.megabytes * (1 << 20)),
        backupCount=wanted.kept,
        encoding="utf-8",
        errors="backslashreplace",
    )
    handler.setFormatter((_Json if wanted.form == "json" else _Lines)(settings.zone))
    LOG.addHandler(handler)
    return handler
