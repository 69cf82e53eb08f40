"""Careful operation: one writer at a time, nothing lost that was reported as stored."""

import datetime as dt
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
from contextlib import closing
from pathlib import Path

import pytest
from shared import ROOT
from stored import AT, LATER, plan, put

from store import bulk, migrate, open_store
from store.deadlines import DeadlineFilter
from store.errors import StoreBusy, StoreError
from store.likeness import sketch_of_many
from store.migrations import LATEST, STEPS
from store.prepared import prepare

HEAD = {"issuer": "Sở Y tế|Bình Giang|province-department", "day": "2024-01-20"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "đơn vị a" / "plans.db"


def some(n):
    words = " ".join(f"từ{n}x{i}" for i in range(40))
    task = {"action": f"Nộp báo cáo {n} {words}", "end": "2024-06-14", "leads": "Phòng Y tế"}
    return plan(number=f"{n}/KH-SYT", name=f"{n}.txt", tasks=[task], **HEAD)


def test_opening_is_lazy():
    script = "import sys, store; print(int('sqlite3' in sys.modules), store.open_store.__name__)"
    out = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert out.stdout.split() == ["0", "open_store"]


def test_asking_imports_no_heavy_package(path):
    with open_store(path) as store:
        put(store, some(1))
    script = f"""
        import sys
        from store import open_store
        from store.deadlines import DeadlineFilter
        with open_store({str(path)!r}, read_only=True) as store:
            assert store.deadlines(DeadlineFilter()).total == 1
            assert store.search("nop bao cao").total == 1
        heavy = {{"sqlite_utils", "numpy", "spacy", "underthesea", "dateparser", "dateutil"}}
        print(sorted(heavy & set(sys.modules)))
    """
    out = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, capture_output=True, text=True
    )
    assert (out.stdout.strip(), out.stderr) == ("[]", "")


def test_readers_read_while_one_writes(path):
    with open_store(path) as writer, open_store(path, read_only=True) as reader:
        put(writer, some(1))
        with writer.batch():
            put(writer, some(2))
            assert reader.count_documents() == 1
        assert reader.count_documents() == 2


def test_a_second_writer_waits_and_is_told(path):
    heard = []
    first = open_store(path)
    held, done = threading.Event(), threading.Event()

    def hold():
        with first.batch():
            put(first, some(1))
            held.set()
            done.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(20)

    def waiting(seconds):
        heard.append(seconds)
        done.set()

    with open_store(path, waiting=waiting) as second:
        assert put(second, some(2)).status == "new"
        holder.join()
        assert heard
        assert heard[0] == 1
        assert second.count_documents() == 2
    first.close()


def test_a_second_writer_gives_up_with_advice(path):
    with open_store(path) as first, open_store(path, wait_seconds=0) as second:
        with first.batch():
            put(first, some(1))
            with pytest.raises(StoreBusy, match="Another program is writing"):
                put(second, some(2))
        assert put(second, some(2)).status == "new"


def test_a_failed_save_leaves_nothing_behind(path):
    with open_store(path) as store:
        put(store, some(1))
        before = "\n".join(store.connection.iterdump())

        def fail():
            with store.batch():
                put(store, some(2))
                raise RuntimeError("halfway")

        with pytest.raises(RuntimeError, match="halfway"):
            fail()
        assert "\n".join(store.connection.iterdump()) == before
        assert put(store, some(2)).status == "new"
        assert store.examine(thorough=True) == []


def test_full_disk_is_told_and_loses_nothing(path):
    with open_store(path) as store:
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages + 30}")
        stored = []

        def fill():
            stored.extend(put(store, some(n)).document_id for n in range(500))

        with pytest.raises(StoreError, match="disk is full"):
            fill()
    assert stored
    with open_store(path) as store:
        assert {row.id for row in store.documents()} == set(stored)
        assert store.examine(thorough=True) == []


def test_originals_that_cannot_be_kept_are_told(path):
    with open_store(path) as store:
        store.originals.write_text("in the way")
        with pytest.raises(StoreError, match="can't be kept"):
            put(store, some(1))
        assert store.count_documents() == 0


def test_no_database_to_read(path):
    with pytest.raises(StoreError, match="no database"):
        open_store(path, read_only=True)
    assert not path.parent.exists()


def test_not_a_database(path):
    path.parent.mkdir()
    path.write_bytes(b"K\xe1\xba\xbf ho\xe1\xba\xa1ch " * 1000)
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="not a database"):
            open_store(path, read_only)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE people (name TEXT)")
        other.commit()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("people",)]


def test_a_newer_database_is_left_alone(path):
    with open_store(path) as store:
        put(store, some(1))
        store.connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="newer version"):
            open_store(path, read_only)


def test_a_copy_is_kept_before_migrating(path, monkeypatch):
    with open_store(path) as store:
        put(store, some(1))
    later = (*STEPS, ("m9999_later", ("CREATE TABLE later (x INTEGER) {strict}",)))
    monkeypatch.setattr(migrate, "STEPS", later)
    monkeypatch.setattr(migrate, "LATEST", LATEST + 1)
    with pytest.raises(StoreError, match="older version"):
        open_store(path, read_only=True)
    for _ in range(2):
        with open_store(path) as store:
            assert store.count_documents() == 1
            assert store.connection.execute("SELECT count(*) FROM later").fetchone()[0] == 0
    (copy,) = path.parent.glob("*before*")
    assert copy.name == f"plans.before-{LATEST + 1}.db"
    monkeypatch.undo()
    with open_store(copy) as store:
        assert store.count_documents() == 1


def test_a_failed_migration_changes_nothing(path, monkeypatch):
    with open_store(path) as store:
        put(store, some(1))
    broken = (*STEPS, ("m9998_good", ("CREATE TABLE good (x)",)), ("m9999_bad", ("CREATE TABL",)))
    monkeypatch.setattr(migrate, "STEPS", broken)
    monkeypatch.setattr(migrate, "LATEST", LATEST + 2)
    with pytest.raises(StoreError):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.count_documents() == 1
        assert not store.connection.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'good'"
        ).fetchone()


def test_backup_while_writing(path, tmp_path):
    target = tmp_path / "copies" / "plans.db"
    with open_store(path) as store, open_store(path) as other:
        for n in range(3):
            put(store, some(n))
        with other.batch():
            put(other, some(3))
            assert store.back_up(target) == 3
        assert store.back_up(target) == 1
        with pytest.raises(StoreError, match="itself"):
            store.back_up(path)
        again = store.documents()[0].id
    with open_store(target) as copy:
        assert copy.count_documents() == 4
        assert copy.examine(thorough=True) == []
        assert copy.original(again) == copy.plan(again).text.encode()
    assert {one.name for one in target.parent.iterdir()} == {"plans.db", "plans.db.files"}


def test_doctor_finds_what_is_wrong(path):
    with open_store(path) as store:
        ids = [put(store, some(n)).document_id for n in range(3)]
        assert store.examine(thorough=True) == []
        hashes = [store.plan(one).source.sha256 for one in ids]
        places = [store.originals / one[:2] / one for one in hashes]
        places[0].unlink()
        places[1].write_bytes(b"changed")
        assert [one.code for one in store.examine()] == ["original-missing", "original-changed"]
        for place, one in zip(places[:2], ids, strict=False):
            place.write_bytes(store.plan(one).text.encode())
        assert store.examine() == []
        places[2].write_bytes(places[2].read_bytes()[::-1])
        assert store.examine() == []
        assert [one.code for one in store.examine(thorough=True)] == ["original-changed"]
        with pytest.raises(StoreError, match="damaged"):
            store.original(ids[2])
        places[2].write_bytes(store.plan(ids[2]).text.encode())
        store.connection.execute("DELETE FROM tasks WHERE doc = 1")
        (trouble,) = store.examine(thorough=True)
        assert (trouble.code, trouble.values["document"]) == ("stale-rows", ids[0])
        assert trouble.message.format(**trouble.values)


def test_what_a_killed_writer_left_is_swept(path):
    with open_store(path) as store:
        document = put(store, some(1)).document_id
        folder = store.originals / "ab"
        folder.mkdir(exist_ok=True)
        for name, day in ((".part-old", 1), (".part-new", 3)):
            (folder / name).write_text("half")
            at = AT.timestamp() + day * 86400
            os.utime(folder / name, (at, at))
        assert store.sweep(AT + dt.timedelta(days=2)) == 1
        assert [one.name for one in folder.glob(".part-*")] == [".part-new"]
        assert store.original(document)


def test_damaged_pages_are_told(path):
    with open_store(path) as store:
        put(store, some(1))
        page = store.connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'tasks'")
        place = (page.fetchone()[0] - 1) * 4096
    raw = bytearray(path.read_bytes())
    raw[place : place + 200] = bytes(200)
    path.write_bytes(raw)
    with open_store(path) as store:
        assert {one.code for one in store.examine()} == {"damaged"}
    raw[4096:] = bytes(len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)


def test_the_log_only_grows(path):
    with open_store(path) as store:
        put(store, some(1))
        for change in ("DELETE FROM log", "UPDATE log SET who = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                store.connection.execute(change)


@pytest.fixture
def nobody():
    """For a while not root, whom no right of a file stops."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.fixture
def medium(path):
    """A database as on a DVD: neither the file nor its folder can be written."""
    with open_store(path) as store:
        put(store, some(1))
    folder = Path(tempfile.mkdtemp(prefix="kehoach-"))
    shutil.copy(path, folder / "plans.db")
    (folder / "plans.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "plans.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_medium(medium, nobody):
    with open_store(medium, read_only=True) as store:
        assert store.deadlines(DeadlineFilter()).total == 1
        with pytest.raises(StoreError, match="can't be written"):
            put(store, some(2))
    with pytest.raises(StoreError, match="can't be written"), open_store(medium) as store:
        put(store, some(2))


WRITER = """
import sys
sys.path[:0] = [{tests!r}]
from test_store_operation import put, some
from store import open_store
with open_store({path!r}) as store:
    for n in range({first}, {last}):
        print(put(store, some(n)).document_id, flush=True)
"""


@pytest.mark.parametrize("seed", range(int(os.environ.get("KEHOACH_KILLS", "6"))))
def test_killed_at_any_point(path, seed):
    """Killed while it writes: all that was reported is there, nothing is doubled or half."""
    chance = random.Random(seed)
    with open_store(path):
        pass
    script = WRITER.format(tests=str(Path(__file__).parent), path=str(path), first=0, last=60)
    child = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    reported = [child.stdout.readline().strip()]
    timer = threading.Timer(chance.random() * 0.4, child.kill)
    timer.start()
    reported += child.stdout.read().split("\n")[:-1]
    child.wait()
    timer.cancel()
    child.stdout.close()
    with open_store(path) as store:
        assert store.examine(thorough=True) == []
        stored = {row.id for row in store.documents()}
        assert set(reported) <= stored
        assert len(stored) - len(reported) <= 1
        again = [put(store, some(n), at=LATER).status for n in range(60)]
        assert again == ["duplicate"] * len(stored) + ["new"] * (60 - len(stored))
        assert store.count_documents() == 60
        assert store.deadlines(DeadlineFilter()).total == 60
        assert store.examine(thorough=True) == []
    assert AT < LATER


def test_derived_rows_made_anew_are_the_same(path):
    with open_store(path) as store:
        for n in range(6):
            put(store, some(n))
        citing = plan(
            number="90/KH",
            issuer="Trung tâm Y tế|Bình Giang|institution",
            citations=[{"number": "3/KH-SYT", "day": "2024-01-20"}, {"number": "4/KH-SYT"}],
        )
        last = put(store, citing, "citing.txt").document_id
        store.correct(last, "document.number", "91/KH", who="Lan", why="", at=AT)
        before = sorted(without_item_numbers(store))
        found = [store.search("từ3x7").hits, store.units("Phòng Y tế"), store.all_links()]
        assert store.rebuild() == 7
        assert sorted(without_item_numbers(store)) == before
        assert [store.search("từ3x7").hits, store.units("Phòng Y tế"), store.all_links()] == found
        assert store.examine(thorough=True) == []


def without_item_numbers(store):
    """All rows but those with internal numbers of items, and the full-text index's own."""
    numbered = ('"citations"', '"tasks"', '"task_units"', '"duties"', "_data", "_idx")
    for line in store.connection.iterdump():
        if not any(table in line for table in numbered):
            yield line


def test_filling_is_saving(path, tmp_path):
    """What was worked out elsewhere and loaded is what saving one by one gives."""
    with open_store(tmp_path / "one.db") as one, open_store(path) as many:
        with many.loading(), many.batch():
            for n in range(6):
                kept = some(n)
                ready = prepare(kept, sketch_of_many)
                many.save(kept, kept.text.encode(), path=kept.name, at=AT, prepared=ready)
        for n in range(6):
            put(one, some(n))
        dumps = [
            sorted(
                line for line in store.connection.iterdump()
                if not any(table in line for table in ("_sqlite_migrations", "_data", "_idx"))
            )
            for store in (one, many)
        ]  # fmt: skip
        assert dumps[0] == dumps[1]
        assert many.search("từ3x7").hits == one.search("từ3x7").hits != []
        assert many.examine(thorough=True) == []


def test_a_filling_that_broke_off_before_an_upgrade(path, monkeypatch):
    with open_store(path) as store:
        bulk.begin(store.connection)
        put(store, some(1))
        plain = "PRAGMA user_version"
        assert store.connection.execute(plain).fetchone()[0] == -LATEST
    monkeypatch.setattr(
        migrate, "STEPS", (*STEPS, ("m9999_later", ("DROP INDEX tasks_end",
        "CREATE INDEX tasks_end ON tasks (end_on, task)")))
    )  # fmt: skip
    monkeypatch.setattr(migrate, "LATEST", LATEST + 1)
    with open_store(path) as store:
        assert store.deadlines(DeadlineFilter(unit="phòng y tế")).total == 1
        assert store.connection.execute(plain).fetchone()[0] == LATEST + 1


def test_a_filling_that_broke_off_is_completed(path):
    with open_store(path) as store:
        bulk.begin(store.connection)
        put(store, some(1))
    with pytest.raises(StoreError, match="being filled"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert store.deadlines(DeadlineFilter(unit="phòng y tế")).total == 1
    with open_store(path, read_only=True) as store:
        assert store.count_documents() == 1
