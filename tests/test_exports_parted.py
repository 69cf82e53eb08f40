"""A whole database as Parquet: asked with DuckDB, read with pyarrow, and taken in again."""

import duckdb
import pyarrow.parquet as pq
import pytest
from stored import AT, LATER, plan, put

from kehoach.errors import BadRequest
from kehoach.exports.parted import parts_of, write_parted
from kehoach.exports.parted_rows import NAMES
from kehoach.i18n import speak
from kehoach.importing import import_parted
from kehoach.settings import Settings
from schemas import DocumentRef, Evidence, Finding
from store import open_store

HEADS = (
    {"issuer": "Sở Y tế|Hải Phòng|province-department", "day": "2024-01-20"},
    {"issuer": "Ủy ban nhân dân tỉnh|Bắc Giang|province", "day": "2023-03-01"},
    {"issuer": "Bộ Y tế||ministry", "day": "2024-02-02"},
    {},
)


def fault(document):
    return Finding(
        id=f"f-{document}", rule="C01", name="x", severity="warn",
        document=DocumentRef(id=document, name="x"), evidence=(Evidence(as_written="x"),),
        message="Sai", advice="Sửa", message_en="Wrong", advice_en="Mend",
    )  # fmt: skip


@pytest.fixture(autouse=True)
def english():
    speak("en")
    yield
    speak("vi")


@pytest.fixture
def store(tmp_path):
    """Four plans of two years and places, a copy that a person folded away, one that waits."""
    with open_store(tmp_path / "plans.db") as opened:
        for n, head in enumerate(HEADS):
            words = " ".join(f"từ{n}x{i}" for i in range(40))
            tasks = [
                {"action": f"Họp {words}", "end": f"2024-0{n + 6}-14", "leads": "Phòng Y tế"},
                {"action": f"Báo cáo {words}", "end": f"2024-1{n % 3}-20", "leads": "Sở Y tế"},
            ]
            cites = [{"number": "0/KH-SYT", "day": "2024-01-20"}] if n == 2 else []
            one = plan(
                number=f"{n}/KH-SYT" if head else None, name=f"{n}.txt", tasks=tasks,
                citations=cites, **head,
            )  # fmt: skip
            saved = put(opened, one, f"/inbox/{n}.txt")
            opened.save_findings(saved.document_id, [fault(saved.document_id)])
        first = opened.documents()[-1].id
        for n, same in ((8, True), (9, None)):
            text = opened.plan(first).text + f"\nsửa 0{n}/3"
            copy = plan(text, number="0/KH-SYT", name=f"{n}.txt", **HEADS[0])
            saved = put(opened, copy, f"/inbox/{n}.txt")
            assert saved.status == "probable-duplicate"
            if same:
                opened.settle_duplicate(saved.document_id, same=True, who="A", why="b", at=LATER)
        opened.correct(first, "document.subject", "phòng dịch", who="Lan", why="thiếu", at=LATER)
        opened.decide(f"f-{first}", "dismissed", reason="đúng", who="Lan", at=LATER)
        yield opened


def settings(store):
    return Settings(db=store.path, clock=lambda: LATER)


def test_national_questions_in_duckdb(store, tmp_path):
    counts = write_parted(store, tmp_path / "kho")
    assert counts == {"documents": 6, "tasks": 8, "citations": 1, "findings": 4}
    asked = f"""
        SELECT d.province, count(*) FROM
          read_parquet('{tmp_path}/kho/tasks/**/*.parquet', hive_partitioning = true) t
        JOIN read_parquet('{tmp_path}/kho/documents/**/*.parquet', hive_partitioning = true) d
          ON d.id = t.document
        WHERE t.year = 2024 AND t.end_on BETWEEN DATE '2024-07-01' AND DATE '2024-12-31'
          AND list_contains(t.leads, 'Sở Y tế')
        GROUP BY ALL ORDER BY 1 NULLS LAST"""
    with duckdb.connect() as sql:
        assert sql.execute(asked).fetchall() == [("Hải Phòng", 1), (None, 1)]
        of = f"read_parquet('{tmp_path}/kho/documents/**/*.parquet', hive_partitioning = true)"
        parts = f"SELECT DISTINCT year, province FROM {of} ORDER BY ALL"
        assert sql.execute(parts).fetchall() == [
            (2023, "Bắc Giang"), (2024, "Hải Phòng"), (2024, None), (None, None),
        ]  # fmt: skip
        subject = sql.execute(f"SELECT subject FROM {of} WHERE number = '0/KH-SYT'").fetchall()
        assert ("phòng dịch",) in subject
        day = f"SELECT typeof(issued_on), typeof(original) FROM {of} LIMIT 1"
        assert sql.execute(day).fetchall() == [("DATE", "BLOB")]


def test_what_comes_back_is_what_went(store, tmp_path):
    write_parted(store, tmp_path / "kho")
    with open_store(tmp_path / "again.db") as again:
        done = import_parted(tmp_path / "kho", again, settings(again))
        assert (done.documents, done.troubles, done.conflicts) == (6, [], [])
        assert again.examine(thorough=True) == []
        assert write_parted(again, tmp_path / "second") == write_parted(store, tmp_path / "kho")
        for name in NAMES:
            assert tables(tmp_path / "kho", name) == tables(tmp_path / "second", name)
        before = {row.id: row for row in store.documents()}
        assert {row.id: row for row in again.documents()} == {
            one: row.model_copy(update={"changed_at": again_row(again, one).changed_at})
            for one, row in before.items()
        }
        first = store.documents()[-1].id
        assert again.verdict(f"f-{first}") == store.verdict(f"f-{first}")
        assert again.original(first) == store.original(first)
        (one,) = again.corrections(first)
        assert (one.who, one.why, one.state) == ("Lan", "thiếu", "kept")
        assert import_parted(tmp_path / "kho", again, settings(again)).known == 6


def again_row(store, document_id):
    return next(row for row in store.documents() if row.id == document_id)


def tables(folder, name):
    """All rows of a table, with the part that each is in."""
    return sorted(
        repr((part.relative_to(folder), row))
        for part in parts_of(folder, name)
        for row in pq.ParquetFile(part).read().to_pylist()
    )


def test_nothing_of_others_is_replaced(store, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "x").write_text("mine")
    with pytest.raises(BadRequest, match="no export"):
        write_parted(store, mine)
    assert (mine / "x").read_text() == "mine"
    with open_store(tmp_path / "other.db") as other, pytest.raises(BadRequest, match="no export"):
        import_parted(mine, other, settings(other))
    write_parted(store, tmp_path / "kho")
    write_parted(store, tmp_path / "kho")
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == []


def test_a_damaged_part_is_told(store, tmp_path):
    write_parted(store, tmp_path / "kho")
    part = next(parts_of(tmp_path / "kho", "documents"))
    part.write_bytes(part.read_bytes()[:200])
    with open_store(tmp_path / "other.db") as other, pytest.raises(BadRequest, match="read"):
        import_parted(tmp_path / "kho", other, settings(other))


def test_the_command_line(store, tmp_path, kehoach):
    told = kehoach("export", "database", "--to", tmp_path / "kho", "--db", store.path)
    assert told.returncode == 0, told.stderr
    told = kehoach("import", tmp_path / "kho", "--db", tmp_path / "new.db", "--lang", "en")
    assert told.returncode == 0, told.stderr
    assert "6 documents" in told.stdout
    told = kehoach(
        "export", "database", "--to", tmp_path / "k", "--year", "2024", "--db", store.path
    )
    assert told.returncode == 2
    assert AT < LATER
