"""backup, doctor, reread, settle, and the bar: what keeps a database well."""

import io
import json
import sqlite3
import time
from pathlib import Path

import pytest

from kehoach.progress import with_progress

PLAN = """\
UBND TỈNH LÂM ĐỒNG
SỞ Y TẾ
Số: 77/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Đồng, ngày 12 tháng 02 năm 2025

KẾ HOẠCH
Tiêm chủng mở rộng năm 2025

I. NHIỆM VỤ
1. Phòng Nghiệp vụ Y rà soát đối tượng tiêm, hoàn thành trước ngày 31/3/2025.
2. Trung tâm Kiểm soát bệnh tật tập huấn cho các trạm y tế từ ngày 01/4/2025 đến ngày 15/4/2025.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
GIÁM ĐỐC
Lê Thị Mẫu
"""


@pytest.fixture
def stored(kehoach, tmp_path):
    """A database with one plan, and the plan's file."""
    path, db = tmp_path / "77_KH-SYT.txt", tmp_path / "x.db"
    path.write_text(PLAN, encoding="utf-8")
    assert kehoach("ingest", path, "--db", db).returncode == 0
    return path, db


def documents(kehoach, db):
    return json.loads(kehoach("documents", "--db", db, "--json").stdout)


def test_backup_is_a_database_of_its_own(kehoach, stored, tmp_path):
    _, db = stored
    copy = tmp_path / "copy" / "kehoach.db"
    assert kehoach("backup", copy, "--db", db).returncode == 0
    assert documents(kehoach, copy) == documents(kehoach, db)
    assert kehoach("doctor", "--thorough", "--db", copy).returncode == 0


def test_backup_takes_the_entries_of_the_register_along(kehoach, stored, tmp_path):
    _, db = stored
    written = Path(f"{db}.register.yaml")
    written.write_text("documents: []\n", encoding="utf-8")
    try:
        assert kehoach("backup", tmp_path / "copy.db", "--db", db).returncode == 0
    finally:
        written.unlink()
    assert (tmp_path / "copy.db.register.yaml").read_text(encoding="utf-8") == "documents: []\n"


def test_backup_over_itself_is_refused(kehoach, stored):
    _, db = stored
    assert kehoach("backup", db, "--db", db).returncode == 4
    assert kehoach("doctor", "--thorough", "--db", db).returncode == 0


def test_doctor_names_what_is_installed(kehoach, stored):
    _, db = stored
    out = json.loads(kehoach("doctor", "--db", db, "--json").stdout)
    assert {part["name"] for part in out["programs"]} >= {"kehoach", "tesseract", "LibreOffice"}
    assert [part["well"] for part in out["database"]] == [True]


def test_doctor_sees_a_damaged_database(kehoach, stored):
    _, db = stored
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    pages = bytearray(db.read_bytes())
    for page in range(4096 * 5, len(pages), 4096):
        pages[page : page + 64] = bytes(64)
    db.write_bytes(pages)
    out = kehoach("doctor", "--thorough", "--db", db)
    assert out.returncode == 4


def test_doctor_does_not_make_a_database(kehoach, tmp_path):
    assert kehoach("doctor", "--db", tmp_path / "none.db").returncode == 0
    assert not (tmp_path / "none.db").exists()


def test_reread_keeps_corrections(kehoach, stored):
    _, db = stored
    kehoach("correct", "77/KH-SYT", "document.issued_on", "2025-02-13", "--db", db)
    before = documents(kehoach, db)
    out = kehoach("reread", "--all", "--db", db, "--json")
    assert out.returncode == 0
    told = json.loads(out.stdout)
    assert [file["status"] for file in told["files"]] == ["duplicate"]
    assert [one["field"] for one in told["changes"][0]["kept"]] == ["document.issued_on"]
    shown = kehoach("reread", "--all", "--db", db, "--lang", "en").stdout
    assert "1 correction was kept" in shown
    assert documents(kehoach, db)[0]["issued_on"] == "2025-02-13" == before[0]["issued_on"]


def test_reread_works_without_the_source_file(kehoach, stored):
    path, db = stored
    path.unlink()
    assert kehoach("reread", "--all", "--db", db).returncode == 0


def test_reread_of_what_failed_reads_it_once_it_is_mended(kehoach, stored, tmp_path):
    _, db = stored
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"")
    assert kehoach("ingest", broken, "--db", db).returncode == 3
    assert kehoach("reread", "--failed", "--db", db).returncode == 3
    broken.write_text(PLAN.replace("77/KH-SYT", "78/KH-SYT").replace("chủng", "phòng"), "utf-8")
    out = kehoach("reread", "--failed", "--db", db, "--json")
    assert out.returncode == 0
    assert [file["status"] for file in json.loads(out.stdout)["files"]] == ["new"]
    assert json.loads(kehoach("reread", "--failed", "--db", db, "--json").stdout)["files"] == []


def test_reread_wants_to_know_what(kehoach, stored):
    _, db = stored
    assert kehoach("reread", "--db", db).returncode == 2
    assert kehoach("reread", "--all", "--failed", "--db", db).returncode == 2


def test_a_probable_duplicate_waits_for_a_person(kehoach, stored, tmp_path):
    _, db = stored
    changed = tmp_path / "again.txt"
    changed.write_text(PLAN.replace("31/3/2025", "30/3/2025"), encoding="utf-8")
    told = json.loads(kehoach("ingest", changed, "--db", db, "--json").stdout)["files"][0]
    assert told["status"] == "probable-duplicate"
    assert told["reason"]["code"] == "probable-duplicate"
    assert len(documents(kehoach, db)) == 2
    assert kehoach("settle", told["document"]["id"], "--db", db).returncode == 2
    assert kehoach("settle", told["document"]["id"], "--same", "--db", db).returncode == 0
    assert len(documents(kehoach, db)) == 1


class Terminal(io.StringIO):
    """Standard error that says it is a terminal."""

    def isatty(self):
        return True


def slow(items, seconds):
    for item in items:
        time.sleep(seconds)
        yield item


@pytest.mark.parametrize(("seconds", "shown"), [(0.0, False), (0.6, True)])
def test_a_bar_appears_after_a_second(monkeypatch, seconds, shown):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    assert list(with_progress(slow("abc", seconds), "abc", "Đang đọc")) == list("abc")
    assert ("Đang đọc" in screen.getvalue()) is shown


def test_no_bar_without_a_terminal(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    assert list(with_progress(slow("ab", 0.6), "ab", "Đang đọc")) == ["a", "b"]
    assert screen.getvalue() == ""
