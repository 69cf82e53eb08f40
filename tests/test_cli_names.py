"""Names that an office gives its units: from the settings through the worker into the record."""

import json
from pathlib import Path

import pytest

NAMES = '{"label": "UNIT", "pattern": "Tổ BDHV", "id": "Tổ Bình dân học vụ số"}\n'
PLAN = (
    "UBND XÃ HÒA SƠN\nSố: 12/KH-UBND\nHòa Sơn, ngày 05 tháng 3 năm 2026\n"
    "KẾ HOẠCH\nChuyển đổi số năm 2026\nI. NHIỆM VỤ\n"
    "1. Tổ BDHV tổ chức 02 lớp kỹ năng số, hoàn thành trước ngày 30/6/2026.\n"
)


@pytest.fixture
def office(tmp_path):
    """Write a plan and the office's file of names; gives the settings' file."""

    def write(names: str) -> Path:
        (tmp_path / "names.jsonl").write_text(names, encoding="utf-8")
        (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
        settings = tmp_path / "office.toml"
        named = (tmp_path / "names.jsonl").as_posix()
        settings.write_text(f'aliases = "{named}"\n', encoding="utf-8")
        return settings

    return write


def test_the_record_has_the_offices_names_written_out(kehoach, office, tmp_path):
    settings = office(NAMES)

    def leads(**env: str) -> list[str]:
        told = kehoach("extract", tmp_path / "plan.txt", **env)
        assert told.returncode == 0, told.stderr
        return [unit["name"] for task in json.loads(told.stdout)["tasks"] for unit in task["leads"]]

    assert leads(KEHOACH_SETTINGS=str(settings)) == ["Tổ Bình dân học vụ số"]
    assert leads() == ["Tổ BDHV"]


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (NAMES + "Tổ khác\n", "it is not JSON"),
        (NAMES + '{"label": "UNIT"}\n', "an object with a pattern is wanted"),
        (NAMES + '{"pattern": []}\n', "the pattern is empty"),
        (NAMES + '{"pattern": [{"POS": "NOUN"}]}\n', "a token has none of TEXT, ORTH and LOWER"),
    ],
)
def test_a_line_that_is_no_name_is_said_and_nothing_is_read(kehoach, office, tmp_path, names, says):
    env = {"KEHOACH_SETTINGS": str(office(names)), "KEHOACH_LANG": "en"}
    told = kehoach("extract", tmp_path / "plan.txt", **env)
    assert told.returncode == 2
    assert not told.stdout
    assert "Line 2 of" in told.stderr
    assert says in told.stderr


def test_a_file_of_names_that_is_not_there(kehoach, office, tmp_path):
    settings = office(NAMES)
    (tmp_path / "names.jsonl").unlink()
    told = kehoach("extract", tmp_path / "plan.txt", KEHOACH_SETTINGS=str(settings))
    assert told.returncode == 2
    assert "names.jsonl" in told.stderr
