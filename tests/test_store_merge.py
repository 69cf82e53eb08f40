"""Databases of several offices into one: by identity, once, and nobody's word is lost."""

import json

import pytest
from stored import AT, LATER, plan, put

from kehoach.merging import merge
from kehoach.settings import Settings
from schemas import DocumentRef, Evidence, Finding
from store import open_store

A = {"issuer": "Sở Y tế|Bình Giang|province-department", "day": "2024-01-20"}
B = {"issuer": "Sở Y tế|Cao Lộc|province-department", "day": "2024-01-20"}


def work(n, **more):
    words = " ".join(f"từ{n}x{i}" for i in range(40))
    task = {"action": f"Nộp báo cáo {n} {words}", "end": "2024-06-14", "leads": "Phòng Y tế"}
    return plan(number=f"{n}/KH-SYT", name=f"{n}.txt", tasks=[task], **{**A, **more})


@pytest.fixture
def offices(tmp_path):
    """Two that share document 1, dropped under other names, and one database for both."""
    with (
        open_store(tmp_path / "a" / "kehoach.db") as one,
        open_store(tmp_path / "b" / "kehoach.db") as other,
        open_store(tmp_path / "so.db") as joined,
    ):
        for n in (0, 1):
            put(one, work(n), f"/inbox/{n}.txt")
        put(other, work(1), "/inbox/0.txt")
        put(other, work(7, **B), "/inbox/1.txt")
        yield one, other, joined


def joined_by(store, *others):
    settings = Settings(db=store.path, clock=lambda: LATER)
    return [
        {name: value for name, value in vars(done).items() if value}
        for done in merge(others, store, settings)
    ]


def state(store):
    return sorted(line for line in store.connection.iterdump() if "_sqlite_migrations" not in line)


def numbers(store):
    return sorted(row.number for row in store.documents())


def test_the_same_document_is_one(offices):
    one, other, joined = offices
    assert joined_by(joined, one, other) == [
        {"documents": 2, "new": 2},
        {"documents": 2, "new": 1, "known": 1},
    ]
    assert numbers(joined) == ["0/KH-SYT", "1/KH-SYT", "7/KH-SYT"]
    shared = next(row for row in joined.documents() if row.number == "1/KH-SYT")
    assert len(joined.files(shared.id)) == 2
    assert joined.original(shared.id) == one.original(shared.id)
    assert joined.examine(thorough=True) == []


def test_a_second_time_nothing_changes(offices):
    one, other, joined = offices
    joined_by(joined, one, other)
    before = state(joined)
    assert joined_by(joined, other, one) == [{"documents": 2, "known": 2}] * 2
    assert state(joined) == before


def test_the_order_does_not_matter_to_what_is_known(offices, tmp_path):
    one, other, joined = offices
    joined_by(joined, one, other)
    with open_store(tmp_path / "other-way.db") as second:
        joined_by(second, other, one)
        assert numbers(second) == numbers(joined)
        assert {row.id for row in second.documents()} == {row.id for row in joined.documents()}


def test_corrections_come_along_and_conflicts_are_listed(offices):
    one, other, joined = offices
    shared = one.documents()[0].id
    task = one.plan(shared).tasks[0].id
    field = f"tasks[{task}].time.end"
    one.correct(shared, field, "2024-06-30", who="Lan", why="gõ nhầm", at=AT)
    one.correct(shared, "document.number", "2/KH-SYT", who="Lan", why="", at=AT)
    other.correct(shared, field, "2024-07-31", who="Minh", why="họp", at=LATER)
    other.correct(shared, "document.subject", "phòng, chống dịch", who="Minh", why="", at=LATER)
    _, done = joined_by(joined, one, other)
    assert done["enriched"] == 1
    (conflict,) = done["conflicts"]
    assert (conflict.matter, conflict.ours, conflict.theirs) == (
        "correction", '"2024-06-30"', '"2024-07-31"',
    )  # fmt: skip
    merged = joined.plan(shared)
    assert str(merged.tasks[0].time.end) == "2024-06-30"
    assert merged.document.number == "2/KH-SYT"
    assert merged.document.subject == "phòng, chống dịch"
    assert {(one.who, one.why) for one in joined.corrections(shared)} == {
        ("Lan", "gõ nhầm"), ("Lan", ""), ("Minh", ""),
    }  # fmt: skip
    before = state(joined)
    again, last = joined_by(joined, one, other)
    assert again == {"documents": 2, "known": 2}
    assert last["conflicts"] == [conflict]
    assert state(joined) == before


def test_what_was_taken_back_here_stays_so(offices):
    one, _, joined = offices
    document = one.documents()[0].id
    one.correct(document, "document.number", "2/KH-SYT", who="Lan", why="", at=AT)
    joined_by(joined, one)
    joined.undo(joined.corrections(document)[0].correction, who="Minh", why="sai", at=LATER)
    joined_by(joined, one)
    assert joined.plan(document).document.number == "1/KH-SYT"


def test_verdicts_come_along(offices):
    one, other, joined = offices
    shared = one.documents()[0].id
    fault = Finding(
        id="f-1", rule="C01", name="x", severity="warn",
        document=DocumentRef(id=shared, name="1.txt"), evidence=(Evidence(as_written="x"),),
        message="Sai", advice="Sửa", message_en="Wrong", advice_en="Mend",
    )  # fmt: skip
    for store, status in ((one, "dismissed"), (other, "accepted")):
        store.save_findings(shared, [fault])
        store.decide("f-1", status, reason="đúng quy chế", who="Lan", at=AT)
    first, done = joined_by(joined, one, other)
    assert first == {"documents": 2, "new": 2}
    (conflict,) = done["conflicts"]
    assert (conflict.matter, conflict.theirs) == ("verdict", "accepted đúng quy chế")
    assert joined.verdict("f-1").status == "dismissed"


def test_another_reading_is_told_and_a_newer_one_is_taken(offices):
    one, other, joined = offices
    joined_by(joined, one)
    shared = other.documents()
    shared = next(row.id for row in shared if row.number == "1/KH-SYT")
    read_again = work(1).model_copy(update={"targets": ()})
    older = read_again.model_copy(
        update={"document": read_again.document.model_copy(update={"subject": "khác"})}
    )
    for version, number, status in (("0.9", 1, "known"), ("2", 1, "updated")):
        source = older.source.model_copy(update={"reader_version": version})
        other.save(
            older.model_copy(update={"source": source}), older.text.encode(),
            path="/inbox/0.txt", at=LATER,
        )  # fmt: skip
        (done,) = joined_by(joined, other)
        assert done[status] == number, done
        assert [one.matter for one in done.get("conflicts", [])] == (
            ["reading"] if status == "known" else []
        )
        subject = joined.plan(shared).document.subject
        assert (subject == "khác") == (status == "updated")


def test_a_persons_word_on_a_copy_comes_along(offices):
    one, _, joined = offices
    edited = plan(
        one.plan(one.documents()[0].id).text.replace("2024", "2023") + "\nsửa 05/3",
        number="1/KH-SYT", name="sửa.txt", **A,
    )  # fmt: skip
    saved = put(one, edited, "/inbox/sửa.txt")
    assert saved.status == "probable-duplicate"
    one.settle_duplicate(saved.document_id, same=True, who="Lan", why="bản nháp", at=LATER)
    (done,) = joined_by(joined, one)
    assert (done["documents"], done["new"], done["probable"]) == (3, 2, 1)
    assert numbers(joined) == ["0/KH-SYT", "1/KH-SYT"]
    before = state(joined)
    assert joined_by(joined, one) == [{"documents": 3, "known": 3}]
    assert state(joined) == before


def test_names_of_units_come_along(offices):
    one, other, joined = offices
    one.add_unit_alias("Phòng Y tế", "PYT", "Lan")
    other.describe_unit("Phòng Y tế", successor="Phòng Văn hóa - Xã hội")
    joined_by(joined, one, other)
    (row,) = joined.units("pyt")[0]
    assert (row.successor, row.aliases[0].alias) == ("Phòng Văn hóa - Xã hội", "PYT")


def test_an_original_that_is_gone_stops_nothing(offices):
    one, _, joined = offices
    lost = one.plan(one.documents()[1].id).source.sha256
    (one.originals / lost[:2] / lost).unlink()
    (done,) = joined_by(joined, one)
    assert (done["documents"], len(done["troubles"])) == (1, 1)


def test_the_command_line(offices, kehoach):
    one, other, joined = offices
    told = kehoach("merge", one.path, other.path, "--db", joined.path, "--json")
    assert told.returncode == 0, told.stderr
    assert [(each["documents"], each["new"]) for each in json.loads(told.stdout)] == [
        (2, 2),
        (2, 1),
    ]
    other.correct(other.documents()[0].id, "document.number", "8/KH", who="B", why="", at=AT)
    joined.correct(other.documents()[0].id, "document.number", "9/KH", who="C", why="", at=AT)
    told = kehoach("merge", other.path, "--db", joined.path, "--lang", "en")
    assert '"9/KH"' in told.stdout
    assert '"8/KH"' in told.stdout
    assert kehoach("merge", joined.path, "--db", joined.path).returncode == 2
