"""Findings with a life, seen from outside: identities, verdicts, weights, baselines, as-of."""

import json
from pathlib import Path

import pytest

PLAN = """\
ỦY BAN NHÂN DÂN
XÃ HÒA AN
Số: 12/KH-UBND
Hòa An, ngày 02 tháng 4 năm 2024
KẾ HOẠCH
Phát động thi đua năm 2024
Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;
I. NHIỆM VỤ
1. Phát cây giống trước ngày 31/4/2024.
2. Có 105% hộ dân tham gia.
Nơi nhận:
- UBND huyện;
- Lưu: VT.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def db(kehoach, plan: Path, tmp_path: Path) -> Path:
    path = tmp_path / "x.db"
    kehoach("ingest", plan, "--db", path)
    return path


def findings(kehoach, *words, **env) -> dict[str, dict]:
    return {f["rule"]: f for f in json.loads(kehoach("check", *words, "--json", **env).stdout)}


def settings_file(tmp_path: Path, *rules: tuple[str, str, str], register: Path | None = None):
    lines = [f"register = '{register}'\n" if register else ""]
    lines += [f"[rules.{c}]\nseverity = '{s}'\nreason = '{why}'\n" for c, s, why in rules]
    path = tmp_path / "kehoach.toml"
    path.write_text("".join(lines), encoding="utf-8")
    return {"KEHOACH_SETTINGS": str(path)}


def test_a_dismissal_needs_a_reason_and_outlives_reading_again(kehoach, db) -> None:
    before = findings(kehoach, "--db", db)
    name = before["D01"]["id"]
    assert kehoach("finding", name, "--dismiss", " ", "--db", db).returncode == 2
    assert kehoach("finding", name, "--dismiss", "đã đính chính", "--db", db).returncode == 0
    assert kehoach("reread", "--all", "--db", db).returncode == 0
    after = findings(kehoach, "--db", db)
    assert {r: f["id"] for r, f in after.items()} == {r: f["id"] for r, f in before.items()}
    assert after["D01"]["status"] == "dismissed"
    assert {f["status"] for r, f in after.items() if r != "D01"} == {"open"}


def test_an_office_switches_off_and_lowers_rules_with_a_reason(
    kehoach, plan, tmp_path: Path
) -> None:
    usual = findings(kehoach, plan, "--db", tmp_path / "no.db")
    assert usual["D01"]["severity"] == usual["K02"]["severity"] == "error"
    env = settings_file(
        tmp_path, ("D01", "off", "lịch in sai"), ("K02", "note", "tỷ lệ tính theo kế hoạch")
    )
    own = findings(kehoach, plan, "--db", tmp_path / "no.db", **env)
    assert "D01" not in own
    assert own["K02"]["severity"] == "note"
    assert own["K02"]["id"] == usual["K02"]["id"]
    assert any("tỷ lệ tính theo kế hoạch" in (e["source"] or "") for e in own["K02"]["evidence"])
    kehoach("ingest", plan, "--db", tmp_path / "y.db", **env)
    told = kehoach("check", "--db", tmp_path / "y.db", **env).stdout
    assert "tỷ lệ tính theo kế hoạch" in " ".join(told.split())
    assert "lịch in sai" in " ".join(kehoach("rules", **env).stdout.split())


def test_a_remembered_fact_is_made_no_error(kehoach, tmp_path: Path) -> None:
    facts = tmp_path / "so.yaml"
    facts.write_text(
        "documents:\n  - {number: 7/2020/TT-XYZ, kind: Thông tư, title: nhớ,\n"
        "     issued_on: 2020-01-02,\n"
        "     valid_from: 2020-03-01, valid_to: 2021-01-01, confidence: memory}\n",
        encoding="utf-8",
    )
    plan = tmp_path / "k.txt"
    plan.write_text(PLAN.replace("Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ",
                                 "Thông tư số 07/2020/TT-XYZ ngày 02/01/2020 của Bộ X"),
                    encoding="utf-8")  # fmt: skip
    env = settings_file(tmp_path, ("A03", "error", "luôn là lỗi"), register=facts)
    found = findings(kehoach, plan, "--db", tmp_path / "no.db", **env)
    assert found["A03"]["severity"] == "warn"


def test_as_of_decides_what_was_in_force(kehoach, plan, tmp_path: Path) -> None:
    db = tmp_path / "no.db"
    assert findings(kehoach, plan, "--db", db)["A03"]["severity"] == "error"
    assert "A03" not in findings(kehoach, plan, "--db", db, "--as-of", "2023-06-01")


def test_a_baseline_leaves_what_is_new(kehoach, plan, db, tmp_path: Path) -> None:
    base = tmp_path / "base.json"
    base.write_text(kehoach("check", "--db", db, "--json").stdout, encoding="utf-8")
    out = kehoach("check", "--db", db, "--baseline", base, "--json")
    assert (out.returncode, json.loads(out.stdout)) == (0, [])
    # A draft is another file with every edit: the words tell what was there before.
    plan.write_text(PLAN.replace("2. Có", "2. Họp ngày 31/6/2024. Có"), encoding="utf-8")
    found = json.loads(
        kehoach("check", plan, "--db", tmp_path / "no.db", "--baseline", base, "--json").stdout
    )
    assert [f["evidence"][0]["as_written"] for f in found] == ["ngày 31/6/2024"]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"id": "x"}]'])
def test_a_file_that_is_no_baseline(kehoach, plan, tmp_path: Path, content: str) -> None:
    base = tmp_path / "base.json"
    base.write_text(content, encoding="utf-8")
    out = kehoach("check", plan, "--baseline", base, "--db", tmp_path / "no.db")
    assert out.returncode == 2
    assert "base.json" in out.stderr


def test_one_cause_is_one_finding(kehoach, tmp_path: Path) -> None:
    plan = tmp_path / "k.txt"
    plan.write_text(
        PLAN.replace("2. Có", "2. Ủy ban nhân xã, Ủy ban nhân xã: có"), encoding="utf-8"
    )
    found = json.loads(kehoach("check", plan, "--db", tmp_path / "no.db", "--json").stdout)
    (broken,) = [f for f in found if f["rule"] == "H01"]
    assert broken["count"] == 2
    assert len({f["id"] for f in found}) == len(found)


def test_the_register_is_searched_with_and_without_marks(kehoach, tmp_path: Path) -> None:
    def states(*words: str, **env: str) -> dict[str, str]:
        rows = json.loads(kehoach("register", *words, "--json", **env).stdout)
        return {row["number"]: row["state"] for row in rows if row["number"]}

    assert states("91/2017/NĐ-CP", "--as-of", "2023-06-01")["91/2017/NĐ-CP"] != "lapsed"
    assert states("91/2017/NĐ-CP", "--as-of", "2024-06-01")["91/2017/NĐ-CP"] == "lapsed"
    assert "06/2022/QH15" in states("thi dua khen thuong")
    assert states("không có gì như vậy") == {}
    facts = tmp_path / "so.yaml"
    facts.write_text(
        "documents:\n  - {number: 7/2020/TT-XYZ, kind: Thông tư, title: của cơ quan}\n", "utf-8"
    )
    env = settings_file(tmp_path, register=facts)
    assert states("TT-XYZ", **env) == {"7/2020/TT-XYZ": "not known"}
    told = kehoach("register", "Toàn dân bảo vệ an ninh Tổ quốc", "--lang", "en").stdout
    assert "from memory" in " ".join(told.split())
