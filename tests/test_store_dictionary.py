"""The data dictionary is fresh, and it says something of every table, view and column."""

import pytest
from shared import ROOT

from store import open_store
from store.dictionary import page, tables


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("store") / "plans.db") as store:
        yield store, tables(store.connection)


def test_page_is_fresh():
    kept = (ROOT / "docs/data_dictionary.md").read_text(encoding="utf-8")
    assert kept == page(), "python -m store.dictionary > docs/data_dictionary.md"


def test_every_column_is_described(described):
    _, found = described
    assert [t.name for t in found if not t.says] == []
    assert [f"{t.name}.{c.name}" for t in found for c in t.columns if not c.says] == []


def test_every_table_and_view_is_described(described):
    store, found = described
    rows = store.connection.execute(
        """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'
        AND name NOT LIKE 'sqlite_%' AND name <> '_sqlite_migrations'"""
    )
    assert {row[0] for row in rows} == {table.name for table in found}


def test_views_can_be_read(described):
    store, found = described
    for table in found:
        if table.kind == "view":
            cursor = store.connection.execute(f"SELECT * FROM {table.name}")
            assert [one[0] for one in cursor.description] == [c.name for c in table.columns]


def test_tables_are_strict(described):
    store, found = described
    rows = store.connection.execute("SELECT name, strict FROM pragma_table_list")
    strict = {row["name"]: bool(row["strict"]) for row in rows}
    names = {table.name for table in found if table.kind == "table"} - {"search", "unit_search"}
    assert {name for name in names if not strict[name]} == set()
