"""Exported files read back by other programs than wrote them, and equal to the query."""

import csv
import datetime as dt
import json

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from asked_store import PLANS, fill

from kehoach.exports.clean import clean
from kehoach.exports.csv_file import cell_of
from store import open_store
from store.collation import sort_key
from store.deadlines import DeadlineFilter

KINDS = ("deadlines", "findings", "citations", "documents")


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("exported") / "exported.db"
    with open_store(path) as store:
        fill(store)
    return path


@pytest.fixture
def export(kehoach, db, tmp_path):
    """Write a file and give its path: `export("all", "x.xlsx", "--lang", "en")`."""

    def run(what, name, *options):
        out = kehoach("export", what, "--to", tmp_path / name, "--db", db, *options)
        assert out.returncode == 0, out.stderr
        assert out.stdout == ""
        return tmp_path / name

    return run


@pytest.fixture
def due(db):
    with open_store(db, read_only=True) as store:
        return store.deadlines(DeadlineFilter(limit=None)).rows


def rows_of(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def links_of(path):
    cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
    return [cell.hyperlink.target for cell in cells if cell.hyperlink]


def test_workbook_has_one_sheet_a_kind(export, due):
    book = openpyxl.load_workbook(export("all", "x.xlsx", "--lang", "en"))
    assert book.sheetnames == ["Deadlines", "Findings", "Citations", "Documents"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[1])
    rows = rows_of(book["Deadlines"])
    assert [row["Last day"].date() for row in rows] == [row.end for row in due]
    assert [row["Work"] for row in rows] == [row.action for row in due]
    assert book["Deadlines"]["A2"].is_date


def test_workbook_speaks_the_language(export):
    assert openpyxl.load_workbook(export("all", "x.xlsx")).sheetnames[0] == "Thời hạn"


def test_text_never_becomes_a_formula(export):
    book = openpyxl.load_workbook(export("all", "x.xlsx", "--lang", "en"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    words = {cell.value for cell in cells}
    assert {"=1+1 báo cáo kết quả", "-báo cáo kết quả", "+Tập huấn giáo viên"} <= words


def test_workbook_has_words_where_other_files_have_codes(export):
    book = openpyxl.load_workbook(export("all", "x.xlsx"))
    (finding,) = list(book["Phát hiện"].iter_rows(min_row=2, values_only=True))
    assert finding[0] == "LỖI"
    assert finding[2] == "Thời hạn muộn hơn cấp trên"
    (row,) = json.loads(export("findings", "x.json").read_text("utf-8"))
    assert (row["severity"], row["name"]) == ("error", "deadline-after-superiors")


def test_links_lead_to_the_file_or_to_the_page(kehoach, tmp_path):
    (tmp_path / "in").mkdir()
    plan = tmp_path / "in" / "kế hoạch.txt"
    plan.write_text(PLANS[0].text, encoding="utf-8")
    db, to = tmp_path / "x.db", tmp_path / "x.xlsx"
    kehoach("ingest", plan, "--db", db)
    assert kehoach("export", "documents", "--to", to, "--db", db, "--lang", "en").returncode == 0
    assert [link.lower() for link in links_of(to)] == [plan.as_uri().lower()]
    kehoach("export", "documents", "--to", to, "--db", db, "--page", "http://kehoach.local:8000/")
    (link,) = links_of(to)
    assert link.startswith("http://kehoach.local:8000/documents/")


def test_findings_carry_both_sides(export):
    (row,) = json.loads(export("findings", "x.json").read_text("utf-8"))
    assert (row["words"], row["page"]) == ("-báo cáo kết quả", 2)
    assert row["against"] == "+Tập huấn giáo viên"
    assert row["against_in"].startswith("512.txt")
    assert row["against_page"] == 4


def test_csv_opens_in_spreadsheets(export, due):
    path = export("deadlines", "x.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["end"] for row in rows] == [row.end.isoformat() for row in due]
    assert "'=1+1 báo cáo kết quả" in {row["action"] for row in rows}
    assert "'@mẫu; kiểm tra, giám sát" in {row["action"] for row in rows}


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_of_csv_begins_as_a_formula(words):
    assert cell_of(words).startswith("'")


def test_plain_cells_of_csv_stay_as_they_are():
    assert [cell_of(one) for one in ("a=1", "", None, 3, True, dt.date(2025, 9, 30))] == [
        "a=1", "", "", "3", "true", "2025-09-30",
    ]  # fmt: skip


def test_json_is_a_list_or_an_object_of_lists(export, due):
    rows = json.loads(export("deadlines", "x.json").read_text("utf-8"))
    assert [row["item"] for row in rows] == [row.item for row in due]
    assert tuple(json.loads(export("all", "y.json").read_text("utf-8"))) == KINDS


def test_parquet_has_types(export, due):
    table = pq.read_table(export("deadlines", "x.parquet"))
    assert table.column("end").to_pylist() == [row.end for row in due]
    assert str(table.schema.field("end").type) == "date32[day]"
    assert str(table.schema.field("page").type) == "int64"
    assert str(table.schema.field("corrected").type) == "bool"


def test_parquet_is_read_by_another_program(export, due):
    target = export("deadlines", "x.parquet")
    with duckdb.connect() as sql:
        asked = f"SELECT \"end\", action FROM read_parquet('{target}') ORDER BY 1, 2"
        assert sql.execute(asked).fetchall() == sorted((row.end, row.action) for row in due)


def test_several_kinds_become_several_tables(export, tmp_path):
    export("all", "x.csv")
    export("all", "y.parquet")
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {f"x-{k}.csv" for k in KINDS} | {f"y-{k}.parquet" for k in KINDS}


def test_an_empty_database_gives_files_with_heads(kehoach, tmp_path):
    db = tmp_path / "empty.db"
    open_store(db).close()
    for ending in ("xlsx", "csv", "json", "parquet"):
        out = kehoach("export", "findings", "--to", tmp_path / f"x.{ending}", "--db", db)
        assert out.returncode == 0, out.stderr
    assert pq.read_table(tmp_path / "x.parquet").num_rows == 0
    assert (tmp_path / "x.csv").read_text("utf-8-sig").startswith("severity,rule")


def test_documents_are_in_vietnamese_order(export):
    rows = json.loads(export("documents", "x.json").read_text("utf-8"))
    names = [row["issuer"] for row in rows]
    assert names == sorted(names, key=sort_key)
    assert len(rows) == len(PLANS)


def test_days_and_units_narrow_deadlines(export, due):
    rows = json.loads(
        export("deadlines", "x.json", "--month", "2025-09", "--unit", "Sở Y tế").read_text("utf-8")
    )
    assert [row["action"] for row in rows] == ["Mở lớp dạy bơi"]
    assert len(due) > 1


def test_a_document_narrows_everything(export):
    lists = json.loads(export("all", "x.json", "--document", "512/KH-SGDĐT").read_text("utf-8"))
    assert [len(rows) for rows in lists.values()] == [1, 0, 1, 1]


@pytest.mark.parametrize(
    ("what", "name", "options"),
    [
        ("deadlines", "x.docx", ()),
        ("deadlines", "x", ()),
        ("findings", "x.ics", ()),
        ("all", "x.ics", ()),
        ("findings", "x.csv", ("--unit", "Sở Y tế")),
        ("deadlines", "nowhere/x.csv", ()),
        ("deadlines", "x.csv", ("--document", "999/KH-KHÔNG")),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(kehoach, db, tmp_path, what, name, options):
    out = kehoach("export", what, "--to", tmp_path / name, "--db", db, *options)
    assert (out.returncode, out.stdout) == (2, "")
    assert len(out.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_leaves_the_file_as_it_was(kehoach, db, tmp_path, monkeypatch):
    target = tmp_path / "x.csv"
    target.write_text("before")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kehoach.exports.csv_file.write_csv", full)
    assert kehoach("export", "deadlines", "--to", target, "--db", db).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]
    assert target.read_text() == "before"


def test_what_no_file_takes_is_left_out():
    assert clean("a\x00b\x0bc\ud800\r\nd\re") == "abc\nd\ne"
