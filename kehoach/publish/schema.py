"""The read model as PostgreSQL has it: tables, their keys, views of the same names, remarks."""

import re

from store.read_model import ReadColumn, ReadTable, ReadView

_TYPES = {"INTEGER": "bigint", "REAL": "double precision", "TEXT": "text", "DAY": "date"}
# Keys of order and comparison are plain codes: a language's rules would undo them.
_PLAIN_ORDER = re.compile(r"(?:_key|_sort|_bare)$|^sort_key$")
_LISTED = re.compile(r"group_concat\((\w+\.\w+), '; '\)(.*?)\)", re.DOTALL)


def create_table(table: ReadTable) -> str:
    """Made unless it is there; columns that a newer version has are added by `add_columns`."""
    columns = ", ".join(f"{quoted(one.name)} {type_of(one)}" for one in table.columns)
    key = ", ".join(map(quoted, table.key))
    return f"CREATE TABLE IF NOT EXISTS {quoted(table.name)} ({columns}, PRIMARY KEY ({key}))"


def add_columns(table: ReadTable) -> str:
    """For a table that an older version of the program had made."""
    added = ", ".join(
        f"ADD COLUMN IF NOT EXISTS {quoted(one.name)} {type_of(one)}" for one in table.columns
    )
    return f"ALTER TABLE {quoted(table.name)} {added}"


def indexes(table: ReadTable) -> list[str]:
    """What questions look for: documents of rows, days, units, numbers."""
    wanted = ("doc", "end_on", "unit", "target", "number_key", "issued_on")
    return [
        f"CREATE INDEX IF NOT EXISTS {quoted(f'{table.name}_{one.name}')}"
        f" ON {quoted(table.name)} ({quoted(one.name)})"
        for one in table.columns
        if one.name in wanted and table.key[:1] != (one.name,)
    ]


def create_view(view: ReadView) -> str:
    """The same words, but for the function that puts several names into one."""
    listed = _LISTED.sub(r"string_agg(\1, '; ' ORDER BY tu.position)\2)", view.statement.strip())
    return listed.replace("CREATE VIEW", "CREATE OR REPLACE VIEW", 1)


def remarks(table: ReadTable) -> list[str]:
    """The data dictionary, where people see it in their own tools."""
    about = [f"COMMENT ON TABLE {quoted(table.name)} IS {literal(table.says)}"]
    return about + [
        f"COMMENT ON COLUMN {quoted(table.name)}.{quoted(one.name)} IS {literal(one.says)}"
        for one in table.columns
        if one.says
    ]


def upsert(table: ReadTable, staging: str) -> str:
    """Put the staged rows in; what is as it was stays untouched. Counts what was put in, and
    of these the rows that were new."""
    names = [quoted(one.name) for one in table.columns]
    others = [name for name in names if name not in map(quoted, table.key)]
    target = quoted(table.name)
    change = "DO NOTHING"
    if others:
        sets = ", ".join(f"{name} = excluded.{name}" for name in others)
        was, now = (", ".join(f"{of}.{name}" for name in others) for of in (target, "excluded"))
        change = f"DO UPDATE SET {sets} WHERE ({was}) IS DISTINCT FROM ({now})"
    listed, key = ", ".join(names), ", ".join(map(quoted, table.key))
    return f"""WITH put AS (
      INSERT INTO {target} ({listed}) SELECT {listed} FROM {staging}
      ON CONFLICT ({key}) {change} RETURNING xmax = 0 AS new)
    SELECT count(*) FILTER (WHERE new), count(*) FILTER (WHERE NOT new) FROM put"""  # noqa: S608


def delete_missing(table: ReadTable, staging: str) -> str:
    """Take out what the database no longer holds."""
    same = " AND ".join(f"s.{name} = t.{name}" for name in map(quoted, table.key))
    return f"""DELETE FROM {quoted(table.name)} t
    WHERE NOT EXISTS (SELECT FROM {staging} s WHERE {same})"""  # noqa: S608 - our own names


def type_of(column: ReadColumn) -> str:
    """The type of a column; keys of order compare letter by letter."""
    kind = _TYPES[column.kind]
    return f'{kind} COLLATE "C"' if kind == "text" and _PLAIN_ORDER.search(column.name) else kind


def quoted(name: str) -> str:
    """A name that the server takes as it is."""
    return '"' + name.replace('"', '""') + '"'


def literal(words: str) -> str:
    """Words inside a statement that takes no parameters."""
    return "'" + words.replace("'", "''") + "'"
