"""Where the server is: `postgresql://name:password@host:5432/database?schema=kehoach`."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from kehoach.errors import BadRequest
from kehoach.i18n import _

DEFAULT_SCHEMA = "kehoach"
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


@dataclass(frozen=True)
class Address:
    """What a connection needs; `schema` is where our tables lie."""

    host: str
    port: int
    database: str
    user: str
    password: str | None
    schema: str

    def __str__(self) -> str:
        """Without the password: this is shown."""
        return f"postgresql://{self.user}@{self.host}:{self.port}/{self.database}"


def address_of(words: str, *, user: str, password: str | None) -> Address:
    """`user` and `password` are taken where the address names none; raises `BadRequest`."""
    try:
        parts = urlsplit(words)
        port = parts.port or 5432
    except ValueError:
        raise _refused(words) from None
    database = unquote(parts.path.lstrip("/"))
    schema = parse_qs(parts.query).get("schema", [DEFAULT_SCHEMA])[0]
    if parts.scheme not in ("postgresql", "postgres") or not database or "/" in database:
        raise _refused(words)
    if not _NAME.fullmatch(schema):
        raise BadRequest(
            _("{name} can't be the name of a schema.").format(name=repr(schema)),
            _("Use small letters, digits and underscores."),
        )
    return Address(
        parts.hostname or "localhost",
        port,
        database,
        unquote(parts.username) if parts.username else user,
        unquote(parts.password) if parts.password else password,
        schema,
    )


def _refused(words: str) -> BadRequest:
    shown = re.sub(r":[^:/@]*@", ":…@", words)
    return BadRequest(
        _("{address} is no address of a PostgreSQL database.").format(address=repr(shown)),
        _("Write it as postgresql://NAME@HOST/DATABASE; the password may stand in PGPASSWORD."),
    )
