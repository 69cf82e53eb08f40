"""Settings of the drop folder: how it is watched, what is told, to whom, and where it is logged."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kehoach.i18n import _
from kehoach.settings_table import SettingsTable

HowNoticed = Literal["auto", "system", "poll"]
Security = Literal["starttls", "tls", "none"]
LogForm = Literal["lines", "json"]
_NOTICES: tuple[HowNoticed, ...] = ("auto", "system", "poll")  # the first holds unless said
_FORMS: tuple[LogForm, ...] = ("lines", "json")
_OWN = ("localhost", "127.0.0.1", "::1")  # names of this machine
_SECURITY: tuple[Security, ...] = ("starttls", "tls", "none")


@dataclass(frozen=True)
class Watching:
    """How the drop folder is watched, times in seconds.

    A file is read once it has stood still for `still_seconds`. `notice`: `system` is told of
    changes, `poll` looks around every `look_seconds`, `auto` polls network shares only. Told or
    not, the whole folder is looked through every `sweep_seconds`. `ignore` are patterns of names
    (`*.bak`) or of paths below the folder (`nháp/*`). Files that were stored go to
    `archive`/year/issuer, those that can't be read to `quarantine`, where these are set.
    """

    still_seconds: float = 5.0
    look_seconds: float = 1.0
    sweep_seconds: float = 60.0
    notice: HowNoticed = "auto"
    ignore: tuple[str, ...] = ()
    archive: Path | None = None
    quarantine: Path | None = None
    retry_seconds: float = 10.0  # before the second try; then twice as long each time
    longest_retry_seconds: float = 3600.0
    health: Path | None = None  # beside the database unless said


@dataclass(frozen=True)
class Digesting:
    """When the digest and the reminders are written, and where to. Without `at`, never.

    Reminders are of deadlines so many days ahead (`days_before`) and of files that have waited
    for a person for `waiting_days` or longer."""

    at: dt.time | None = None
    folder: Path | None = None
    days_before: tuple[int, ...] = (7, 1)
    waiting_days: int = 3


@dataclass(frozen=True)
class Mail:
    """The server that takes mail; the password comes from the environment. `certificates` is
    a PEM file of those that the office trusts besides this machine's own."""

    host: str
    port: int
    sender: str
    to: tuple[str, ...]
    security: Security = "starttls"
    user: str = ""
    password: str | None = field(default=None, repr=False)
    certificates: Path | None = None


@dataclass(frozen=True)
class Logging:
    """The watcher's log; `kept` older files of `megabytes` each stay beside it."""

    file: Path | None = None
    form: LogForm = "lines"
    megabytes: float = 5
    kept: int = 5


def watching(table: SettingsTable) -> Watching:
    """`[watch]`."""
    usual = Watching()
    return Watching(
        still_seconds=table.number("still_seconds", usual.still_seconds),
        look_seconds=table.number("look_seconds", usual.look_seconds),
        sweep_seconds=table.number("sweep_seconds", usual.sweep_seconds),
        notice=table.one_of("notice", _NOTICES),
        ignore=table.texts("ignore"),
        archive=table.path("archive"),
        quarantine=table.path("quarantine"),
        retry_seconds=table.number("retry_seconds", usual.retry_seconds),
        longest_retry_seconds=table.number("longest_retry_seconds", usual.longest_retry_seconds),
        health=table.path("health"),
    )


def digesting(table: SettingsTable) -> Digesting:
    """`[digest]`."""
    usual = Digesting()
    return Digesting(
        at=table.time("at"),
        folder=table.path("folder"),
        days_before=table.days("days_before", usual.days_before),
        waiting_days=table.whole("waiting_days", usual.waiting_days),
    )


def mail(table: SettingsTable, password: str | None) -> Mail | None:
    """`[mail]`; `None` where no host is named."""
    host = table.text("host", "")
    if not host:
        return None
    to = table.texts("to")
    if not to:
        raise table.wrong("to", _("a list of texts in quotation marks"))
    security = table.one_of("security", _SECURITY)
    if security == "none" and table.text("user", "") and host not in _OWN:
        raise table.wrong("security", _("starttls or tls, so that no password goes out in clear"))
    ports = {"starttls": 587, "tls": 465, "none": 25}
    return Mail(
        host=host,
        port=table.whole("port", ports[security]),
        sender=table.text("from", to[0]),
        to=to,
        security=security,
        user=table.text("user", ""),
        password=password,
        certificates=table.path("certificates"),
    )


def logging_to(table: SettingsTable) -> Logging:
    """`[log]`."""
    usual = Logging()
    return Logging(
        file=table.path("file"),
        form=table.one_of("form", _FORMS),
        megabytes=table.number("megabytes", usual.megabytes),
        kept=table.whole("kept", usual.kept),
    )
