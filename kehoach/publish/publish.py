"""Bring the copy on the server to what the database holds: all of it, or nothing.

Rows go to the server as one stream for each table, into a table of the session; there they
are compared with what is published, so that a second run changes nothing. Those who ask see
the old state until the whole is in place.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kehoach.errors import BadRequest
from kehoach.i18n import _
from kehoach.publish import schema
from kehoach.publish.address import Address
from store import Store
from store.read_model import ReadTable, Value, read_tables, read_views, rows

if TYPE_CHECKING:
    from pg8000.native import Connection

_LOCK = 0x6B65686F  # two publishers at a time would wait for each other in turns
_AT_ONCE = 500  # rows in one message
_PATIENCE = 20  # seconds for the server to answer at all


@dataclass(frozen=True)
class Published:
    """How many rows of a table came in, changed and went."""

    table: str
    rows: int
    new: int
    changed: int
    gone: int


def publish(store: Store, address: Address, at: dt.datetime) -> list[Published]:
    """One transaction for all tables and views; raises `BadRequest` with the server's words."""
    try:
        from pg8000.exceptions import DatabaseError, InterfaceError
    except ImportError:
        raise BadRequest(
            _("Publishing needs the package pg8000, which is not installed."),
            _("Install it with: pip install 'kehoach[postgres]'"),
        ) from None
    try:
        connection = _connect(address)
        try:
            return _publish(store, connection, address, at)
        finally:
            connection.close()
    except (DatabaseError, InterfaceError, OSError) as error:
        raise BadRequest(
            _("{server} refuses: {why}.").format(server=address, why=_why(error)),
            _("Look at the address and the rights there; what was published before still stands."),
        ) from error


def _why(error: Exception) -> str:
    told = error.args[0] if error.args else error
    return str(told.get("M", told) if isinstance(told, dict) else told).rstrip(".")


def _connect(address: Address) -> "Connection":
    from pg8000.native import Connection

    connection = Connection(
        address.user,
        host=address.host,
        port=address.port,
        database=address.database,
        password=address.password,
        timeout=_PATIENCE,
        application_name="kehoach",
    )
    connection._usock.settimeout(None)  # the work itself takes as long as it takes
    return connection


def _publish(
    store: Store, connection: "Connection", address: Address, at: dt.datetime
) -> list[Published]:
    connection.run("SET client_min_messages = warning")
    connection.run("BEGIN")
    try:
        connection.run(f"SELECT pg_advisory_xact_lock({_LOCK})")
        connection.run(f"CREATE SCHEMA IF NOT EXISTS {schema.quoted(address.schema)}")
        connection.run(f"SET LOCAL search_path TO {schema.quoted(address.schema)}, pg_temp")
        with store.snapshot():
            done = [_table(store, connection, table) for table in read_tables(store.connection)]
        for view in read_views():
            connection.run(schema.create_view(view))
            connection.run(
                f"COMMENT ON VIEW {schema.quoted(view.name)} IS {schema.literal(view.says)}"
            )
        _note(connection, at)
        connection.run("COMMIT")
    except BaseException:
        connection.run("ROLLBACK")
        raise
    return done


def _table(store: Store, connection: "Connection", table: ReadTable) -> Published:
    connection.run(schema.create_table(table))
    connection.run(schema.add_columns(table))
    for statement in (*schema.indexes(table), *schema.remarks(table)):
        connection.run(statement)
    staging = f"pg_temp.{schema.quoted('staged_' + table.name)}"
    connection.run(
        f"CREATE TEMP TABLE {schema.quoted('staged_' + table.name)}"
        f" (LIKE {schema.quoted(table.name)}) ON COMMIT DROP"
    )
    stream = _Lines(rows(store.connection, table))
    names = ", ".join(schema.quoted(column.name) for column in table.columns)
    connection.run(f"COPY {staging} ({names}) FROM STDIN", stream=stream)
    connection.run(f"ANALYZE {staging}")
    gone = _count(connection, schema.delete_missing(table, staging))
    new, changed = connection.run(schema.upsert(table, staging))[0]
    return Published(table.name, stream.rows, new, changed, gone)


def _count(connection: "Connection", statement: str) -> int:
    connection.run(statement)
    return int(connection.row_count)


def _note(connection: "Connection", at: dt.datetime) -> None:
    """When the copy was made, for those who ask it how old it is."""
    connection.run(
        """CREATE TABLE IF NOT EXISTS published
        (one boolean PRIMARY KEY CHECK (one), at timestamptz NOT NULL)"""
    )
    connection.run(
        """INSERT INTO published (one, at) VALUES (true, :at)
        ON CONFLICT (one) DO UPDATE SET at = excluded.at""",
        at=at,
    )


class _Lines:
    """Rows as PostgreSQL's own text format, made while they are sent; `rows` counts them."""

    def __init__(self, of: Iterator[tuple[Value, ...]]) -> None:
        self._of = of
        self.rows = 0

    def __iter__(self) -> Iterator[bytes]:
        while some := list(islice(self._of, _AT_ONCE)):
            self.rows += len(some)
            lines = "".join("\t".join(map(_cell, row)) + "\n" for row in some)
            yield lines.encode("utf-8", "replace")


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": None})


def _cell(value: Value) -> str:
    if value is None:
        return "\\N"
    return value.translate(_ESCAPES) if isinstance(value, str) else repr(value)
