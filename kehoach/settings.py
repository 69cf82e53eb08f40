"""Settings: everything that one run is told, read once; the only reader of the environment,
the clock and the office's settings file.

Strongest first: the command line, the environment (`KEHOACH_DB`, `KEHOACH_LANG`,
`KEHOACH_SETTINGS`, `KEHOACH_SHARED`, `KEHOACH_SMTP_PASSWORD`), the office's `kehoach.toml`, the
defaults below.
"""

import contextlib
import datetime as dt
import getpass
import os
import time
import tomllib
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from kehoach.errors import BadSettings
from kehoach.i18n import Language, _
from kehoach.settings_table import SettingsTable
from kehoach.watch_settings import (
    Digesting,
    Logging,
    Mail,
    Watching,
    digesting,
    logging_to,
    mail,
    watching,
)

SettingsSeverity = Literal["off", "note", "warn", "error"]

DEFAULT_DB = Path("outputs/kehoach.db")
DEFAULT_FILE = Path("kehoach.toml")
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True)
class Limits:
    """What one file may cost before reading it is given up."""

    seconds: float = 60.0
    seconds_per_scanned_page: float = 10.0
    megabytes: int = 1024
    pages: int = 2000


@dataclass(frozen=True)
class RuleSetting:
    """An office's say on one rule; `reason` is shown wherever the rule is listed."""

    code: str
    severity: SettingsSeverity
    reason: str


@dataclass(frozen=True)
class Settings:
    """One run's settings; `clock` gives the present moment with its zone."""

    db: Path = DEFAULT_DB
    lang: Language = "vi"
    zone: dt.tzinfo = dt.UTC
    clock: Callable[[], dt.datetime] = field(default=lambda: dt.datetime.now(dt.UTC))
    actor: str = ""
    workers: int = 1
    cluster: str = ""  # address of a Dask scheduler that reads instead of this machine
    inbox: Path = Path("corpus/inbox")
    shared: Path | None = None
    limits: Limits = Limits()
    watch: Watching = field(default_factory=Watching)
    digest: Digesting = field(default_factory=Digesting)
    mail: Mail | None = None
    log: Logging = field(default_factory=Logging)
    monotonic: Callable[[], float] = time.monotonic
    rules: tuple[RuleSetting, ...] = ()
    register: Path | None = None  # the office's own reference facts
    aliases: Path | None = None  # what the office calls its units, as spaCy's patterns
    certificates: Path | None = None  # a folder of certificates that the office trusts
    server_password: str | None = field(default=None, repr=False)  # of `publish`

    def now(self) -> dt.datetime:
        """The present moment, in the office's zone."""
        return self.clock().astimezone(self.zone)

    @property
    def page_register(self) -> Path:
        """Reference facts that people wrote on the page, beside the database."""
        return self.db.with_name(self.db.name + ".register.yaml")

    @property
    def registers(self) -> tuple[Path, ...]:
        """The office's files of reference facts; what was written on the page comes last."""
        written = (self.page_register,) if self.page_register.exists() else ()
        return (self.register, *written) if self.register else written

    @property
    def today(self) -> dt.date:
        """The present day where the office is."""
        return self.now().date()


def load_settings(
    db: Path | None = None,
    lang: Language | None = None,
    today: dt.date | None = None,
    env: Mapping[str, str] | None = None,
) -> Settings:
    """Settings of this run; raises `BadSettings` where the file or a value is wrong."""
    env = os.environ if env is None else env
    office = _office_file(env)
    zone = _zone(office.text("timezone", DEFAULT_ZONE))
    shared = env.get("KEHOACH_SHARED")
    return Settings(
        db=db or Path(env.get("KEHOACH_DB") or office.text("database", str(DEFAULT_DB))),
        lang=lang or _language(env, office),
        zone=zone,
        clock=_clock(zone, today),
        actor=_user(env),
        workers=office.whole("workers", os.cpu_count() or 1),
        cluster=office.text("cluster", ""),
        inbox=Path(office.text("inbox", "corpus/inbox")),
        shared=Path(shared) if shared else None,
        limits=_limits(office.table("limits")),
        watch=watching(office.table("watch")),
        digest=digesting(office.table("digest")),
        mail=mail(office.table("mail"), env.get("KEHOACH_SMTP_PASSWORD")),
        log=logging_to(office.table("log")),
        rules=_rules(office.table("rules")),
        register=office.path("register"),
        aliases=office.path("aliases"),
        certificates=office.path("certificates"),
        server_password=env.get("PGPASSWORD"),
    )


def preferred_language(env: Mapping[str, str] | None = None) -> Language:
    """The language that the environment or the office asks for; Vietnamese for any unknown."""
    env = os.environ if env is None else env
    with contextlib.suppress(BadSettings):  # it is said once the settings are needed
        return _language(env, _office_file(env))
    return "vi"


def _language(env: Mapping[str, str], office: SettingsTable) -> Language:
    wanted = env.get("KEHOACH_LANG") or office.text("language", "vi")
    return "en" if wanted == "en" else "vi"


def _clock(zone: dt.tzinfo, today: dt.date | None) -> Callable[[], dt.datetime]:
    """The system's clock; with `today`, the same time of day on that day."""

    def system() -> dt.datetime:
        now = dt.datetime.now(zone)
        return now if today is None else dt.datetime.combine(today, now.timetz())

    return system


def _zone(name: str) -> dt.tzinfo:
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise BadSettings(
            _("{name} is not a time zone.").format(name=repr(name)),
            _("Write it as in Asia/Ho_Chi_Minh."),
        ) from error


def _user(env: Mapping[str, str]) -> str:
    if env.get("KEHOACH_USER"):
        return env["KEHOACH_USER"]
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return ""


def _office_file(env: Mapping[str, str]) -> SettingsTable:
    named = env.get("KEHOACH_SETTINGS")
    path = Path(named) if named else DEFAULT_FILE
    if not named and not path.exists():
        return SettingsTable(path)
    try:
        return SettingsTable(path, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise BadSettings(
            _("The settings file {file} can't be read: {why}").format(file=path, why=error),
            _("Correct it, or name another one in KEHOACH_SETTINGS."),
        ) from error


def _limits(table: SettingsTable) -> Limits:
    usual = Limits()
    return Limits(
        seconds=table.number("seconds", usual.seconds),
        seconds_per_scanned_page=table.number(
            "seconds_per_scanned_page", usual.seconds_per_scanned_page
        ),
        megabytes=table.whole("megabytes", usual.megabytes),
        pages=table.whole("pages", usual.pages),
    )


def _rules(table: SettingsTable) -> tuple[RuleSetting, ...]:
    return tuple(_rule(table.table(code), code) for code in table.values)


def _rule(table: SettingsTable, code: str) -> RuleSetting:
    severity, reason = table.text("severity", ""), table.text("reason", "")
    for known in get_args(SettingsSeverity):
        if severity == known and reason:
            return RuleSetting(code, known, reason)
    raise BadSettings(
        _("Rule {code} in {file} needs a severity and a reason.").format(
            code=code, file=table.file
        ),
        _("severity is one of off, note, warn, error; reason says why, in a sentence."),
    )
