"""What is published to a real PostgreSQL server is what the database holds, however often."""

import pytest
from postgres import ABSENT, PASSWORD, programs, server
from stored import AT, LATER, plan, put

from kehoach.errors import BadRequest
from kehoach.publish import publish
from kehoach.publish.address import address_of
from schemas import DocumentRef, Evidence, Finding
from store import open_store
from store.read_model import read_tables, read_views, rows

HEAD = {"issuer": "Sở Y tế|Bình Giang|province-department", "day": "2024-01-20"}


@pytest.fixture(scope="module")
def address():
    folder = programs()
    if folder is None:
        pytest.skip(ABSENT)
    with server(folder) as words:
        yield words


@pytest.fixture
def sql(address):
    """Asks the server; the published schema is the one looked into."""
    from pg8000.native import Connection

    where = address_of(address, user="", password=PASSWORD)
    connection = Connection(
        where.user, host=where.host, port=where.port, database=where.database, password=PASSWORD
    )
    connection.run("DROP SCHEMA IF EXISTS kehoach CASCADE")
    connection.run("SET search_path TO kehoach")
    yield connection.run
    connection.close()


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "plans.db") as opened:
        for n, words in enumerate(("Đánh giá\tkết quả", "Ăn ở \\N \\ 100%", "Ấm áp\r\nngày")):
            task = {"action": words, "end": f"2024-0{n + 6}-14", "leads": "Phòng Y tế"}
            put(opened, plan(number=f"{n}/KH-SYT", name=f"{n}.txt", tasks=[task], **HEAD))
        yield opened


def brought(store, address, at=AT):
    done = publish(store, address_of(address, user="x", password=PASSWORD), at)
    return {one.table: one for one in done}


def same(store, sql):
    """Every table, row for row, as text: days are days there."""
    for table in read_tables(store.connection):
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        there = {tuple(map(_plain, row)) for row in sql(f'SELECT {names} FROM "{table.name}"')}
        assert there == set(rows(store.connection, table)), table.name


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_all_tables_and_views(store, address, sql):
    done = brought(store, address)
    assert (done["tasks"].rows, done["tasks"].new, done["documents"].new) == (3, 3, 3)
    same(store, sql)
    for view in read_views():
        mine = store.connection.execute(f"SELECT * FROM {view.name}").fetchall()
        there = {tuple(map(_plain, row)) for row in sql(f"SELECT * FROM {view.name}")}
        assert there == {tuple(row) for row in mine}, view.name
    (told,) = sql("SELECT obj_description('kehoach.tasks'::regclass)")
    assert "nhiệm vụ" in told[0]
    by_day = "SELECT leads FROM deadlines WHERE end_on BETWEEN '2024-07-01' AND '2024-07-31'"
    assert sql(by_day) == [["Phòng Y tế"]]


def test_again_changes_nothing_and_a_change_is_one(store, address, sql):
    brought(store, address)
    again = brought(store, address, LATER)
    assert {(one.new, one.changed, one.gone) for one in again.values()} == {(0, 0, 0)}
    assert sql("SELECT at FROM published") == [[LATER]]
    document = store.documents()[0].id
    task = store.plan(document).tasks[0].id
    store.correct(document, f"tasks[{task}].time.end", "2025-01-31", who="Lan", why="", at=LATER)
    found = Finding(
        id="f-1", rule="C01", name="x", severity="warn",
        document=DocumentRef(id=document, name="x"),
        message="Sai", advice="Sửa", message_en="Wrong", advice_en="Mend",
        evidence=(Evidence(as_written="x"),),
    )  # fmt: skip
    store.save_findings(document, [found])
    done = brought(store, address)
    assert (done["corrections"].new, done["findings"].new) == (1, 1)
    assert done["documents"].new == 0
    same(store, sql)
    store.save_findings(document, [])
    assert brought(store, address)["findings"].gone == 1
    same(store, sql)


def test_names_are_in_the_order_of_the_alphabet(store, address, sql):
    for n, name in enumerate(("Sở Đo", "Sở Dạ", "Sở Âm", "Sở An", "Sở Ăn")):
        put(store, plan(number=f"9{n}/KH", name=f"9{n}.txt", issuer=f"{name}|A", day="2024-02-02"))
    brought(store, address)
    names = [row[0] for row in sql("SELECT name FROM units WHERE area = 'A' ORDER BY sort_key")]
    assert names == ["Sở An", "Sở Ăn", "Sở Âm", "Sở Dạ", "Sở Đo"]


def test_what_fails_leaves_what_was_published(store, address, sql):
    brought(store, address)
    sql("ALTER TABLE tasks ADD CONSTRAINT none CHECK (action <> 'Việc mới')")
    task = {"action": "Việc mới", "end": "2024-09-09"}
    put(store, plan(number="8/KH", name="8.txt", tasks=[task], **HEAD))
    with pytest.raises(BadRequest, match="none"):
        brought(store, address)
    assert sql("SELECT count(*) FROM documents") == [[3]]


def test_the_command_line(store, address, sql, kehoach):
    told = kehoach("publish", address, "--db", store.path, PGPASSWORD=PASSWORD)
    assert told.returncode == 0, told.stderr
    assert PASSWORD not in told.stdout
    assert sql("SELECT count(*) FROM documents") == [[3]]
    told = kehoach("publish", address, "--db", store.path, "--lang", "en", PGPASSWORD="wrong")
    assert told.returncode == 2
    assert "password authentication failed" in told.stderr


@pytest.mark.parametrize(
    "words",
    ["mysql://a@b/c", "postgresql://host", "postgresql://h:x/d", "postgresql://h/d?schema=a-b", ""],
)
def test_addresses_that_are_none(words):
    with pytest.raises(BadRequest):
        address_of(words, user="x", password=None)


def test_a_password_is_not_shown():
    address = address_of("postgresql://a:b%2Fc@h/d", user="x", password=None)
    assert (address.password, address.schema, str(address)) == (
        "b/c", "kehoach", "postgresql://a@h:5432/d",
    )  # fmt: skip
    with pytest.raises(BadRequest) as trouble:
        address_of("mysql://a:secret@h/d", user="x", password=None)
    assert "secret" not in trouble.value.message
