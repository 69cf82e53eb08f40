"""The command line from outside: shapes, exit codes, and what it says about bad input."""

import json
import os
import random

import pytest
from shared import ROOT

SAMPLES = ROOT / "corpus" / "samples"
DEADLINE_FIELDS = {
    "document", "action", "leads", "partners", "start", "end", "precision", "recurrence",
    "continuous", "assumed", "ambiguous", "alternatives", "section", "as_written", "span",
}  # fmt: skip
FINDING_FIELDS = {
    "id", "rule", "name", "severity", "document", "message", "advice", "evidence", "status",
    "count",
}  # fmt: skip
RECORD_FIELDS = {
    "contract", "source", "text", "document", "outline", "citations", "campaigns", "phases",
    "tasks", "duties", "anniversaries", "targets",
}  # fmt: skip

PLAN = """\
UBND TỈNH ĐỒNG NAI
SỞ NỘI VỤ
Số: 45/KH-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Nai, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Cải cách hành chính năm 2025

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

I. NHIỆM VỤ
1. Phòng Cải cách hành chính rà soát thủ tục, hoàn thành trước ngày 30/9/2025.
2. Văn phòng Sở tập huấn cho công chức từ ngày 01/7/2025 đến ngày 30/9/2025.

II. TỔ CHỨC THỰC HIỆN
Giao Văn phòng Sở chủ trì, phối hợp với các phòng theo dõi việc thực hiện./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
GIÁM ĐỐC
Trần Văn Mẫu
"""


@pytest.fixture(scope="module")
def ingested(kehoach_process, tmp_path_factory):
    """A database of the samples, what was printed on the way, and the exit code."""
    db = tmp_path_factory.mktemp("samples") / "samples.db"
    out = kehoach_process("ingest", SAMPLES, "--db", db, "--json")
    assert out.returncode == 0, out.stderr
    return db, json.loads(out.stdout)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "45_KH-SNV.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


# extract


def test_extract_prints_one_record_and_nothing_else(kehoach_process, plan):
    out = kehoach_process("extract", plan)
    assert (out.returncode, out.stderr) == (0, "")
    record = json.loads(out.stdout)
    assert set(record) >= RECORD_FIELDS
    assert record["contract"] == "1"
    assert record["document"]["number"] == "45/KH-SNV"
    assert record["document"]["issued_on"] == "2025-01-10"


def test_extract_needs_a_place_for_several_records(kehoach, plan):
    out = kehoach("extract", plan, SAMPLES)
    assert out.returncode == 2
    assert out.stdout == ""
    assert len(out.stderr.splitlines()) == 1


def test_extract_names_records_after_files(kehoach, plan, tmp_path):
    twin = tmp_path / "again" / plan.name
    twin.parent.mkdir()
    twin.write_text(PLAN.replace("2025", "2026"), encoding="utf-8")
    out = kehoach("extract", plan, twin, tmp_path / "none.txt", "--out", tmp_path / "records")
    assert out.returncode == 3
    assert "none.txt" in out.stderr
    written = sorted(path.name for path in (tmp_path / "records").iterdir())
    assert written == ["45_KH-SNV-2.json", "45_KH-SNV.json"]
    second = json.loads((tmp_path / "records" / "45_KH-SNV-2.json").read_text(encoding="utf-8"))
    assert second["document"]["issued_on"] == "2026-01-10"


def test_extract_touches_no_database(kehoach, plan, tmp_path):
    db = tmp_path / "untouched.db"
    assert kehoach("extract", plan, "--db", db).returncode == 0
    assert not db.exists()


# ingest


def test_ingest_shape(ingested):
    _, told = ingested
    assert set(told) == {"files", "summary"}
    for file in told["files"]:
        assert set(file) == {"path", "status", "reason", "document", "findings"}
        assert set(file["document"]) == {"id", "name"}
        assert set(file["findings"]) == {"error", "warn", "note"}
    assert sum(told["summary"].values()) == len(told["files"])


def test_ingest_reads_documents_and_not_what_lies_beside_them(ingested):
    _, told = ingested
    endings = {path["path"].rpartition(".")[2] for path in told["files"]}
    assert endings <= {"txt", "docx", "pdf"}


def test_ingesting_twice_changes_nothing(kehoach, ingested):
    db, told = ingested
    before = [kehoach(*words, "--db", db, "--json").stdout for words in (["documents"], ["check"])]
    again = json.loads(kehoach("ingest", SAMPLES, "--db", db, "--json").stdout)
    assert [file["status"] for file in again["files"]] == ["duplicate"] * len(told["files"])
    after = [kehoach(*words, "--db", db, "--json").stdout for words in (["documents"], ["check"])]
    assert before == after


def test_ingest_prints_a_line_for_each_file(kehoach, plan, tmp_path):
    out = kehoach("ingest", plan, "--db", tmp_path / "x.db", COLUMNS="60")
    lines = out.stdout.splitlines()
    assert out.returncode == 0
    assert str(plan) in lines[0]
    assert len(lines) == 3


# deadlines


def test_deadlines_shape(kehoach_process, ingested):
    db, _ = ingested
    out = kehoach_process("deadlines", "--db", db, "--json")
    rows = json.loads(out.stdout)
    assert rows
    for row in rows:
        assert set(row) >= DEADLINE_FIELDS
        assert set(row["document"]) == {"id", "name", "number", "issuer", "issued_on"}
        assert all(isinstance(unit, str) for unit in row["leads"] + row["partners"])
    assert [row["end"] for row in rows] == sorted(row["end"] for row in rows)


def test_deadlines_of_a_quarter(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", db)
    rows = json.loads(
        kehoach("deadlines", "--db", db, "--quarter", "Q3", "--year", 2025, "--json").stdout
    )
    assert {row["end"] for row in rows} == {"2025-09-29", "2025-09-30"}
    assert (
        kehoach("deadlines", "--db", db, "--quarter", "Q2", "--year", 2025, "--json").stdout
        == "[]\n"
    )
    touching = kehoach("deadlines", "--db", db, "--month", "2025-07", "--overlapping", "--json")
    assert [row["end"] for row in json.loads(touching.stdout)] == ["2025-09-30"]


def test_deadlines_of_a_unit_without_marks(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", db)
    rows = json.loads(kehoach("deadlines", "--db", db, "--unit", "van phong so", "--json").stdout)
    assert [row["leads"] for row in rows] == [["Văn phòng Sở"]]


def test_a_quarter_without_a_year_is_that_of_today_and_says_so(kehoach, ingested):
    db, _ = ingested
    out = kehoach("deadlines", "--db", db, "--quarter", "Q1", "--today", "2031-05-06", "--json")
    assert json.loads(out.stdout) == []
    assert "2031" in out.stderr


def test_deadlines_as_csv(kehoach, ingested):
    db, _ = ingested
    out = kehoach("deadlines", "--db", db, "--csv")
    assert out.stdout.startswith("\ufeffend,start,action,")
    as_json = json.loads(kehoach("deadlines", "--db", db, "--json").stdout)
    assert len(out.stdout.splitlines()) >= len(as_json) + 1


def test_table_is_limited_and_says_the_total(kehoach, ingested):
    db, _ = ingested
    total = len(json.loads(kehoach("deadlines", "--db", db, "--json").stdout))
    out = kehoach("deadlines", "--db", db, "--limit", 2, "--lang", "en")
    assert f"{total} items" in out.stdout
    assert f"The first 2 of {total}" in out.stderr


# check


def test_check_shape_and_exit_code(kehoach_process, ingested):
    db, _ = ingested
    out = kehoach_process("check", "--db", db, "--json")
    findings = json.loads(out.stdout)
    for finding in findings:
        assert set(finding) == FINDING_FIELDS
        assert finding["severity"] in ("error", "warn", "note")
    loud = any(f["severity"] != "note" and f["status"] == "open" for f in findings)
    assert out.returncode == int(loud)


def test_dismissed_findings_do_not_count(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    plan.write_text(PLAN.replace("30/9/2025", "31/9/2025"), encoding="utf-8")
    kehoach("ingest", plan, "--db", db)
    found = kehoach("check", "--db", db, "--severity", "error", "--json")
    assert found.returncode == 1
    for finding in json.loads(found.stdout):
        out = kehoach("finding", finding["id"], "--dismiss", "mẫu thử", "--db", db)
        assert out.returncode == 0
    kehoach("ingest", plan, "--db", db)
    assert kehoach("check", "--db", db, "--severity", "error").returncode == 0
    dismissed = json.loads(kehoach("check", "--db", db, "--status", "dismissed", "--json").stdout)
    assert {f["id"] for f in dismissed} == {f["id"] for f in json.loads(found.stdout)}


def test_check_a_draft_without_storing_it(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    plan.write_text(PLAN.replace("30/9/2025", "31/9/2025"), encoding="utf-8")
    out = kehoach("check", plan, "--db", db, "--json")
    assert out.returncode == 1
    assert "D01" in {finding["rule"] for finding in json.loads(out.stdout)}
    assert not db.exists()


def test_findings_speak_the_language(kehoach, plan, tmp_path):
    plan.write_text(PLAN.replace("30/9/2025", "31/9/2025"), encoding="utf-8")
    said = {}
    for language in ("vi", "en"):
        out = kehoach("check", plan, "--lang", language, "--json", "--db", tmp_path / "x.db")
        said[language] = [f["message"] for f in json.loads(out.stdout) if f["rule"] == "D01"]
    assert said["vi"]
    assert said["vi"] != said["en"]


# show, documents, search, correct


def test_show_finds_by_id_number_and_name(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", db)
    (row,) = json.loads(kehoach("documents", "--db", db, "--json").stdout)
    for words in (row["id"], "45/KH-SNV", "0045/kh-snv", plan.name):
        out = kehoach("show", words, "--db", db, "--json")
        assert json.loads(out.stdout)["document"]["id"] == row["id"], words


def test_show_says_what_is_nearest(kehoach, ingested):
    db, _ = ingested
    out = kehoach("show", "99999/KH-XYZ", "--db", db)
    assert (out.returncode, out.stdout) == (2, "")
    assert len(out.stderr.splitlines()) == 1


def test_search_with_and_without_marks(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", db)
    for words, total in (("cai cach", 1), ("cải cách", 1), ("cãi cách", 0)):
        out = kehoach("search", words, "--db", db, "--json")
        assert json.loads(out.stdout)["total"] == total, words


def test_correction_is_kept_and_taken_back(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", db)

    def issued():
        return json.loads(kehoach("documents", "--db", db, "--json").stdout)[0]["issued_on"]

    out = kehoach("correct", "45/KH-SNV", "document.issued_on", "2025-01-11", "--db", db, "--json")
    (correction,) = json.loads(out.stdout)
    assert issued() == "2025-01-11"
    kehoach("correct", "45/KH-SNV", "--undo", correction["correction"], "--db", db)
    assert issued() == "2025-01-10"
    assert kehoach("correct", "45/KH-SNV", "document.colour", "red", "--db", db).returncode == 2


# rules, schema


def test_rules_and_explain(kehoach):
    rules = json.loads(kehoach("rules", "--json").stdout)
    assert {"C12", "D01", "E01"} <= {rule["code"] for rule in rules}
    out = kehoach("explain", "d01", "--json", "--lang", "en")
    assert json.loads(out.stdout)["code"] == "D01"
    assert kehoach("explain", "Z99").returncode == 2


def test_schema_is_that_of_the_record(kehoach, plan):
    schema = json.loads(kehoach("schema").stdout)
    assert set(schema["properties"]) >= RECORD_FIELDS


# a wrong command line, a missing database


@pytest.mark.parametrize(
    "words",
    [
        ["deadlines", "--quater", "Q3"],
        ["deadlines", "--quarter", "Q9"],
        ["deadlines", "--today", "tomorrow"],
        ["deadlines", "--csv", "--json"],
        ["deadlins"],
        ["extract"],
        ["check", "--severity", "grave"],
        ["check", "--rule", "Z99"],
        ["finding", "x", "--accept", "--reopen"],
    ],
)
def test_a_wrong_command_line_is_answered_in_one_line(kehoach, ingested, words):
    db, _ = ingested
    options = ["--db", db] if len(words) > 1 else []
    out = kehoach(*words, *options)
    assert (out.returncode, out.stdout) == (2, "")
    assert len(out.stderr.splitlines()) == 1


def test_a_database_that_is_not_there(kehoach, tmp_path):
    out = kehoach("deadlines", "--db", tmp_path / "none.db")
    assert (out.returncode, out.stdout) == (4, "")
    assert len(out.stderr.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


def test_a_database_that_is_none(kehoach, plan, tmp_path):
    db = tmp_path / "letter.db"
    db.write_text("Kính gửi: các phòng\n" * 200, encoding="utf-8")
    before = db.read_bytes()
    for words in (["deadlines"], ["ingest", plan]):
        out = kehoach(*words, "--db", db)
        assert out.returncode == 4, out.stderr
        assert len(out.stderr.splitlines()) == 1
    assert db.read_bytes() == before


# bad input


def noise(size):
    return random.Random(7).randbytes(size)


BAD = {
    "empty.txt": b"",
    "binary.pdf": noise(50_000),
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "cut.docx": b"PK\x03\x04" + noise(3_000),
    "zeros.txt": bytes(10_000),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_said_and_the_rest_is_read(kehoach, plan, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    db = tmp_path / "out" / "x.db"
    out = kehoach("ingest", tmp_path / name, plan, "--db", db, "--json")
    assert out.returncode == 3
    bad, good = json.loads(out.stdout)["files"]
    assert bad["status"] in ("unreadable", "needs-ocr")
    assert bad["reason"]["code"]
    assert bad["reason"]["message"]
    assert bad["document"] is None
    assert good["status"] == "new"


def test_noise_of_20_megabytes(kehoach, plan, tmp_path):
    letters = random.Random(3).choices("abcdefghij klmnop\n0123456789", k=20_000_000)
    (tmp_path / "noise.txt").write_text("".join(letters), encoding="ascii")
    out = kehoach("ingest", tmp_path / "noise.txt", plan, "--db", tmp_path / "x.db", "--json")
    bad, good = json.loads(out.stdout)["files"]
    assert (out.returncode, bad["status"], good["status"]) == (3, "unreadable", "new")


def test_a_file_that_vanished(kehoach, plan, tmp_path):
    out = kehoach("ingest", tmp_path / "gone.txt", plan, "--db", tmp_path / "x.db", "--json")
    gone, good = json.loads(out.stdout)["files"]
    assert (out.returncode, gone["reason"]["code"], good["status"]) == (3, "vanished", "new")


@pytest.mark.skipif(os.geteuid() == 0, reason="the system's administrator may read everything")
def test_a_folder_and_a_file_that_may_not_be_read(kehoach, plan, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    locked = tmp_path / "locked.txt"
    locked.write_text(PLAN, encoding="utf-8")
    closed.chmod(0)
    locked.chmod(0)
    try:
        out = kehoach("ingest", closed, locked, plan, "--db", tmp_path / "x.db", "--json")
    finally:
        closed.chmod(0o700)
    codes = [file["reason"] and file["reason"]["code"] for file in json.loads(out.stdout)["files"]]
    assert (out.returncode, codes) == (3, ["no-permission", "no-permission", None])


@pytest.mark.parametrize(
    "name",
    ["kế hoạch số 5.txt", "a'b\"c.txt", "two\nlines.txt", "[bold]x[b].txt", "tab\t\x1b[31m.txt"],
)
def test_names_of_files(kehoach, tmp_path, name):
    path = tmp_path / "plans" / name
    path.parent.mkdir()
    path.write_text(PLAN, encoding="utf-8")
    db = tmp_path / "x.db"
    out = kehoach("ingest", path.parent, "--db", db)
    assert out.returncode == 0
    assert len(out.stdout.splitlines()) == 3
    assert "\x1b" not in out.stdout
    (row,) = json.loads(kehoach("documents", "--db", db, "--json").stdout)
    assert row["name"] == name
    told = json.loads(kehoach("ingest", path, "--db", db, "--json").stdout)
    assert told["files"][0]["path"] == str(path)


def test_what_is_stored_survives_bad_input(kehoach, plan, tmp_path):
    db = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", db)
    before = kehoach("deadlines", "--db", db, "--json").stdout
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    out = kehoach("ingest", *(tmp_path / name for name in BAD), "--db", db)
    assert out.returncode == 3
    assert kehoach("deadlines", "--db", db, "--json").stdout == before
