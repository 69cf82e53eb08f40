"""Side files and names of files: what they say fills what the document leaves open, is named as
assumed, outlives re-reading, and is asked to be confirmed where only the name says it."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Kehoach
from watched_office import plan_text

from kehoach.hints import hints_in_name, trouble_beside
from kehoach.intake import Found
from kehoach.pipeline import ingest
from kehoach.settings import Settings, load_settings
from kehoach.side_files import BadSideFile, read_side_files
from kehoach.watch.drop_folder import DropFolder
from kehoach.watch.waiting_list import waiting_list
from kehoach.watch.watcher import Watcher
from kehoach.watch_settings import Watching
from schemas import Plan
from store import open_store

BARE = (
    plan_text(3)
    .replace("Số: 3/KH-UBND", "Số:     /KH-UBND")
    .replace("ngày 04 tháng 04", "ngày     tháng   ")
)
LIST = (
    "\ufeffTên tệp;Số, ký hiệu;Ngày ban hành;Cơ quan\nb.txt;1;2;3\n"
    "a.txt;9/KH-UBND;05.03.2024;Sở Y tế\n"
)
BROKEN = [b"[", b"just words", b"\xff\xfe\x00", b"a: &a [*a", b"x" * 2_000_000]


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    (tmp_path / "in").mkdir()
    usual = load_settings(db=tmp_path / "k.db", env={})
    return replace(usual, inbox=tmp_path / "in", workers=0, watch=Watching(notice="poll"))


def taken(office: Settings, *names: str) -> list[str]:
    """The fates of a round in which everything stands still."""
    seconds = [0.0]

    def pause(wait: float) -> bool:
        seconds[0] += wait
        return seconds[0] >= 12

    with open_store(office.db) as store:
        watcher = Watcher(office.inbox, store, office, monotonic=lambda: seconds[0], pause=pause)
        return [f"{fate.status} {fate.path.name}" for fate in watcher.run()]


def only_plan(office: Settings) -> Plan:
    with open_store(office.db) as store:
        (row,) = store.documents()
        return store.plan(row.id)


NAMES = {
    "665_KH-SGDDT_05-03-2024": {"number": "665/KH-SGDDT", "issued_on": "2024-03-05"},
    "45_KH-SYT_2024-02-01": {"number": "45/KH-SYT", "issued_on": "2024-02-01"},
    "12-KH-UBND (bản ký)": {"number": "12/KH-UBND"},
    "Scan 12-03-2024": {},
    "2024-03-05 KH 12": {},
    "665_KH-SGDDT_35-03-2024": {"number": "665/KH-SGDDT"},
    "Mẫu 1-2": {},
}


@pytest.mark.parametrize("stem", NAMES)
def test_what_a_name_shows(stem: str) -> None:
    assert {one.field: one.value for one in hints_in_name(stem)} == NAMES[stem]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.txt.yaml", "number: 9/KH-UBND\nissued_on: 2024-03-05\nissuer: Sở Y tế\n"),
        ("a.txt.yaml", "so: 9/KH-UBND\nngay: 05/03/2024\nco_quan: Sở Y tế\n"),
        ("index.csv", "file,number,date,issuer\na.txt,9/KH-UBND,2024-03-05,Sở Y tế\n"),
        ("index.csv", LIST),
    ],
)
def test_what_side_files_say(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_text(words, encoding="utf-8")
    found = {one.field: one.value for one in read_side_files(tmp_path / "a.txt")}
    assert found == {"number": "9/KH-UBND", "issued_on": "2024-03-05", "issuer": "Sở Y tế"}
    assert not read_side_files(tmp_path / "c.txt")


@pytest.mark.parametrize("words", BROKEN)
def test_a_side_file_that_is_not_understood(tmp_path: Path, words: bytes) -> None:
    (tmp_path / "a.txt.yaml").write_bytes(words)
    with pytest.raises(BadSideFile):
        read_side_files(tmp_path / "a.txt")
    assert "a.txt.yaml" in trouble_beside(tmp_path / "a.txt")


def test_a_side_file_that_comes_later_is_heeded_and_outlives_rereading(
    office: Settings, kehoach: Kehoach
) -> None:
    target = office.inbox / "a.txt"
    target.write_text(BARE, encoding="utf-8")
    assert taken(office) == ["needs-person a.txt"]
    (office.inbox / "a.txt.yaml").write_text("so: 3/KH-UBND\nngay: 04/04/2024\nnhan: [khẩn]\n")
    assert taken(office) == ["updated a.txt"]
    for again in (False, True):
        if again:
            assert kehoach("reread", "--all", "--db", office.db).returncode == 0
        document = only_plan(office).document
        assert (document.number, str(document.issued_on)) == ("3/KH-UBND", "2024-04-04")
        assert {"number", "issued_on"} <= set(document.assumed)
    with open_store(office.db) as store:
        assert waiting_list(store) == []


def test_what_only_the_name_says_is_to_be_confirmed(office: Settings, kehoach: Kehoach) -> None:
    target = office.inbox / "3_KH-UBND_04-04-2024.txt"
    target.write_text(BARE, encoding="utf-8")
    assert taken(office) == ["needs-person 3_KH-UBND_04-04-2024.txt"]
    with open_store(office.db) as store:
        (row,) = waiting_list(store)
        assert row.code == "assumed-number-issued-on"
        assert "Chỉ tên tệp cho biết" in row.why
    plan = only_plan(office)
    for field, value in (("number", "3/KH-UBND"), ("issued_on", "2024-04-04")):
        told = kehoach("correct", plan.id, f"document.{field}", value, "--db", office.db)
        assert told.returncode == 0, told.stderr
    with open_store(office.db) as store:
        assert waiting_list(store) == []


def test_a_broken_side_file_is_listed_until_it_is_mended(office: Settings) -> None:
    (office.inbox / "a.txt").write_text(plan_text(4), encoding="utf-8")
    side = office.inbox / "a.txt.yaml"
    side.write_text("[", encoding="utf-8")
    taken(office)
    with open_store(office.db) as store:
        (row,) = waiting_list(store)
        assert (row.status, row.code) == ("needs-person", "side-file")
        side.unlink()
        assert waiting_list(store) == []


def test_ignored_names_and_labels(tmp_path: Path) -> None:
    watching = Watching(ignore=("*.bak.txt", "nháp/*"), archive=tmp_path / "luu")
    folder = DropFolder(tmp_path, watching)
    for name in ("a.txt", "a.bak.txt", "nháp/b.txt", "Phòng A/2025/c.txt", "luu/2024/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = {path.name: folder.label(path) for path in folder.files()}
    assert found == {"a.txt": "", "c.txt": "Phòng A/2025"}
    assert list(folder.files_at(tmp_path / "a.txt.yaml")) == [tmp_path / "a.txt"]
    assert {one.name for one in folder.files_at(tmp_path / "Phòng A")} == {"c.txt"}


def test_stored_files_are_archived_and_unreadable_ones_set_apart(
    office: Settings, kehoach: Kehoach
) -> None:
    root = office.db.parent
    watch = replace(office.watch, archive=root / "luu", quarantine=root / "loi")
    office = replace(office, watch=watch)
    (root / "luu/2024/Ủy ban nhân dân Bình F5").mkdir(parents=True)
    for name in ("a.txt", "phòng/a.txt"):
        (office.inbox / name).parent.mkdir(exist_ok=True)
        (office.inbox / name).write_text(plan_text(5), encoding="utf-8")
    (office.inbox / "empty.pdf").touch()
    taken(office)
    assert [one for one in office.inbox.rglob("*") if one.is_file()] == []
    kept = sorted(str(one.relative_to(root)) for one in (root / "luu").rglob("*.txt"))
    assert [one.rpartition("/")[2] for one in kept] == ["a-2.txt", "a.txt"]
    assert all(one.startswith("luu/2024/Ủy ban nhân dân") for one in kept), kept
    with open_store(office.db) as store:
        (failed,) = waiting_list(store)
        assert (failed.path, failed.came_from) == (
            str(root / "loi/empty.pdf"), str(office.inbox / "empty.pdf")
        )  # fmt: skip
        (row,) = store.documents()
        assert {str(Path(one.path).relative_to(root)) for one in store.files(row.id)} == set(kept)
    (root / "loi/empty.pdf").write_text(plan_text(6), encoding="utf-8")
    assert kehoach("reread", "--failed", "--db", office.db).returncode == 0
    with open_store(office.db) as store:
        assert waiting_list(store) == []
        assert store.count_documents() == 2


def test_ingest_heeds_names_as_well(office: Settings) -> None:
    target = office.inbox / "3_KH-UBND_04-04-2024.txt"
    target.write_text(BARE, encoding="utf-8")
    with open_store(office.db) as store:
        (fate,) = ingest([Found(target)], store, office)
    assert fate.status == "needs-person"
    assert only_plan(office).document.number == "3/KH-UBND"
