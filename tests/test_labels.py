"""Labels: names of sub-folders and words of side files, shown and asked for everywhere."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from shared import ROOT
from web_office import opened

from store import open_store
from store.deadlines import DeadlineFilter
from store.findings import FindingFilter
from store.listing import DocumentFilter

Kehoach = Callable[..., CompletedProcess[str]]
SAMPLES = {
    "Giáo dục/2025": "duoi-nuoc-3-sgddt-nghe-an.pdf",
    "Giáo dục/2024": "duoi-nuoc-2-ubnd-nghe-an.txt",
    "": "cai-cach-hanh-chinh-ubnd-huyen.docx",
}


def sample(name: str) -> Path:
    return ROOT / "corpus" / "samples" / name.rpartition(".")[0] / name


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, kehoach_process: Kehoach) -> Path:
    """A database that a watcher filled from three folders."""
    root = tmp_path_factory.mktemp("labels")
    inbox = root / "in"
    for folder, name in SAMPLES.items():
        place = inbox / folder
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(sample(name).read_bytes())
    side = inbox / (SAMPLES[""] + ".yaml")
    side.write_text("nhãn: [Khẩn, cải cách; 2025]\n", encoding="utf-8")
    db = root / "k.db"
    told = kehoach_process("watch", inbox, "--once", "--still", "0.1", "--db", db)
    assert told.returncode == 0, told.stderr
    return db


def test_each_file_has_those_of_its_folders_and_of_what_lies_beside_it(office: Path) -> None:
    with open_store(office, read_only=True) as store:
        assert store.labels() == ["2024", "2025", "cải cách", "Giáo dục", "Khẩn"]
        labels = {row.name: row.labels for row in store.documents()}
        assert labels == {
            "duoi-nuoc-3-sgddt-nghe-an.pdf": ("Giáo dục", "2025"),
            "duoi-nuoc-2-ubnd-nghe-an.txt": ("Giáo dục", "2024"),
            "cai-cach-hanh-chinh-ubnd-huyen.docx": ("Khẩn", "cải cách", "2025"),
        }


@pytest.mark.parametrize(
    ("asked", "found"),
    [("Giáo dục", 2), ("giao duc", 2), ("2025", 2), ("KHẨN", 1), ("Giáo", 0), ("Giáo dục/2025", 0)],
)
def test_documents_deadlines_and_findings_by_label(office: Path, asked: str, found: int) -> None:
    with open_store(office, read_only=True) as store:
        rows = store.documents(DocumentFilter(label=asked))
        assert len(rows) == store.count_documents(DocumentFilter(label=asked)) == found
        ids = {row.id for row in rows}
        every = store.deadlines(DeadlineFilter(limit=None))
        page = store.deadlines(DeadlineFilter(label=asked, limit=None))
        assert page.rows == [row for row in every.rows if row.document.id in ids]
        assert page.total == len(page.rows)
        of_plans = [one for one in store.findings() if one.document.id in ids]
        assert store.findings(FindingFilter(label=asked)) == of_plans
        assert sum(store.count_findings(FindingFilter(label=asked)).values()) == len(of_plans)


def test_the_commands_show_and_ask_for_them(office: Path, kehoach: Kehoach, tmp_path: Path) -> None:
    shown = kehoach("show", SAMPLES[""], "--db", office).stdout
    assert "Nhãn" in shown
    assert "Khẩn, cải cách, 2025" in shown
    assert "[Giáo dục, 2024]" in kehoach("documents", "--db", office).stdout.replace("\n", " ")
    rows = json.loads(kehoach("documents", "--label", "khan", "--json", "--db", office).stdout)
    assert [row["labels"] for row in rows] == [["Khẩn", "cải cách", "2025"]]
    for command in (["deadlines"], ["check"]):
        few = json.loads(kehoach(*command, "--label", "khan", "--json", "--db", office).stdout)
        assert few
        assert {row["document"]["id"] for row in few} == {rows[0]["id"]}
    sheet = tmp_path / "v.csv"
    kehoach("export", "documents", "--label", "khan", "--to", sheet, "--db", office)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        [row] = list(csv.DictReader(file))
    assert "Khẩn; cải cách; 2025" in row.values()
    everything = tmp_path / "all.xlsx"
    kehoach("export", "all", "--label", "none", "--to", everything, "--db", office)
    assert everything.stat().st_size > 0
    refused = kehoach("check", sample(SAMPLES[""]), "--label", "khan", "--db", office)
    assert refused.returncode == 2


def test_the_page_and_the_api_show_and_ask_for_them(office: Path) -> None:
    with opened(office) as client:
        rows = client.get("/api/v1/documents?label=giao+duc").json()
        assert rows["total"] == 2
        assert rows["rows"][0]["labels"]
        assert "Khẩn" in client.get("/api/v1/labels").json()
        due = client.get("/api/v1/deadlines?label=khan").json()
        assert {row["document"]["name"] for row in due["rows"]} == {SAMPLES[""]}
        wrong = client.get("/api/v1/findings?label=khan").json()
        assert {row["document"]["name"] for row in wrong} == {SAMPLES[""]}
        one = client.get(f"/documents/{rows['rows'][0]['id']}").text
        assert 'href="/documents?label=Gi%C3%A1o%20d%E1%BB%A5c"' in one
        for path in ("/documents", "/deadlines", "/findings"):
            page = client.get(path + "?label=khan").text
            assert '<option value="Khẩn">' in page
            assert SAMPLES["Giáo dục/2025"] not in page, path
        sheet = client.get("/export/deadlines.csv?label=khan").text
        assert sheet.count("\n") == due["total"] + 1
