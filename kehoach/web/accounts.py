"""Accounts and sessions of the page, in a small database of their own beside that of plans.

Passwords are kept as argon2id hashes, sessions as hashes of their tokens: whoever reads the
file can neither sign in nor take a session over.
"""

import datetime as dt
import hashlib
import re
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kehoach.errors import BadRequest
from kehoach.i18n import N_, _

Role = Literal["reader", "clerk", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
ROLE_WORDS: dict[Role, str] = {
    "reader": N_("reads"),
    "clerk": N_("reads and changes"),
    "admin": N_("administers"),
}

SESSION_HOURS = 12
SHORTEST_PASSWORD = 10
_LONGEST_PASSWORD = 200
_NAME = re.compile(r"[\w.@-]{2,40}")
_TABLES = """
CREATE TABLE IF NOT EXISTS accounts (
  name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, hash TEXT NOT NULL,
  feed TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  token TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS log (
  entry INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  account TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS secret (one INTEGER PRIMARY KEY CHECK (one = 1), value BLOB NOT NULL)
  STRICT;
"""


@dataclass(frozen=True)
class Account:
    """Who may do what; `feed` is the secret part of the account's calendar addresses."""

    name: str
    role: Role
    feed: str


@dataclass(frozen=True)
class AccountChange:
    """A line of the accounts' log."""

    at: str
    who: str
    what: str
    account: str


def accounts_path(db: Path) -> Path:
    """Where the accounts of a database lie."""
    return db.with_name(db.stem + ".accounts.db")


class Accounts:
    """The accounts of one database; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        from argon2 import PasswordHasher

        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.executescript(_TABLES)
        self._connection.execute(
            "INSERT OR IGNORE INTO secret VALUES (1, ?)", (secrets.token_bytes(32),)
        )
        self._hasher = PasswordHasher()
        self._hashing = threading.BoundedSemaphore(2)  # each takes 64 MB on purpose
        # An unknown name costs as much time as a wrong password.
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def secret(self) -> bytes:
        """What forms are signed with; the same for all processes that serve."""
        with self._locked() as db:
            return bytes(db.execute("SELECT value FROM secret").fetchone()[0])

    def listed(self) -> list[Account]:
        """All accounts by name."""
        with self._locked() as db:
            rows = db.execute("SELECT name, role, feed FROM accounts ORDER BY name").fetchall()
        return [Account(*row) for row in rows]

    def log(self, limit: int = 100) -> list[AccountChange]:
        """The newest changes first."""
        with self._locked() as db:
            rows = db.execute(
                "SELECT at, who, what, account FROM log ORDER BY entry DESC LIMIT ?", (limit,)
            ).fetchall()
        return [AccountChange(*row) for row in rows]

    def keep(self, name: str, role: Role, password: str, *, who: str, at: dt.datetime) -> Account:
        """Make an account or change it; its sessions end. Raises `BadRequest`."""
        if not _NAME.fullmatch(name):
            raise BadRequest(
                _("{name} can't be an account's name.").format(name=repr(name)),
                _("Use 2 to 40 letters, digits, dots, hyphens."),
            )
        if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
            raise BadRequest(
                _("The password is too short or too long."),
                _("Use at least {n} characters; four words are easy to remember.").format(
                    n=SHORTEST_PASSWORD
                ),
            )
        hashed = self._hasher.hash(password)
        with self._locked() as db:
            db.execute(
                """INSERT INTO accounts VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
                SET role = excluded.role, hash = excluded.hash, feed = excluded.feed""",
                (name, role, hashed, secrets.token_urlsafe(24), at.isoformat()),
            )
            db.execute("DELETE FROM sessions WHERE name = ? COLLATE NOCASE", (name,))
            self._note(db, at, who, f"kept as {role}", name)
            row = db.execute(
                "SELECT name, role, feed FROM accounts WHERE name = ?", (name,)
            ).fetchone()
        return Account(*row)

    def remove(self, name: str, *, who: str, at: dt.datetime) -> None:
        """Take an account and its sessions away. Raises `BadRequest` for the last admin."""
        with self._locked() as db:
            admins = db.execute(
                "SELECT count(*) FROM accounts WHERE role = 'admin' AND name <> ?", (name,)
            ).fetchone()[0]
            if not admins:
                raise BadRequest(
                    _("The last administrator can't be removed."), _("Name another one first.")
                )
            db.execute("DELETE FROM accounts WHERE name = ?", (name,))
            db.execute("DELETE FROM sessions WHERE name = ? COLLATE NOCASE", (name,))
            self._note(db, at, who, "removed", name)

    def sign_in(self, name: str, password: str, at: dt.datetime) -> str | None:
        """The token of a new session, or `None` where name and password don't fit."""
        from argon2.exceptions import VerificationError

        with self._locked() as db:
            row = db.execute("SELECT name, hash FROM accounts WHERE name = ?", (name,)).fetchone()
        try:
            with self._hashing:
                self._hasher.verify(row[1] if row else self._nobody, password[:_LONGEST_PASSWORD])
        except VerificationError:
            row = None
        token = secrets.token_urlsafe(32)
        with self._locked() as db:
            if row is None:
                self._note(db, at, "", "sign-in failed", name[:40])
                return None
            db.execute("DELETE FROM sessions WHERE until < ?", (_stamp(at),))
            until = at + dt.timedelta(hours=SESSION_HOURS)
            db.execute(
                "INSERT INTO sessions VALUES (?, ?, ?)", (_kept(token), row[0], _stamp(until))
            )
            self._note(db, at, row[0], "signed in", row[0])
        return token

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._locked() as db:
            db.execute("DELETE FROM sessions WHERE token = ?", (_kept(token),))

    def of_session(self, token: str, at: dt.datetime) -> Account | None:
        """Whose session it is, if it is one."""
        with self._locked() as db:
            row = db.execute(
                """SELECT a.name, a.role, a.feed FROM sessions s JOIN accounts a
                ON a.name = s.name COLLATE NOCASE WHERE s.token = ? AND s.until >= ?""",
                (_kept(token), _stamp(at)),
            ).fetchone()
        return None if row is None else Account(*row)

    def of_feed(self, feed: str) -> Account | None:
        """Whose calendar address it is."""
        with self._locked() as db:
            row = db.execute(
                "SELECT name, role, feed FROM accounts WHERE feed = ?", (feed,)
            ).fetchone()
        return None if row is None else Account(*row)

    @contextmanager
    def _locked(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            yield self._connection

    @staticmethod
    def _note(db: sqlite3.Connection, at: dt.datetime, who: str, what: str, account: str) -> None:
        db.execute(
            "INSERT INTO log (at, who, what, account) VALUES (?, ?, ?, ?)",
            (_stamp(at), who, what, account),
        )


def _kept(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _stamp(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")
