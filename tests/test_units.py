"""Units: names written out and placed, groups, lists, running text, an office's own aliases."""

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.context import Context
from extract.reference import rows
from extract.units import (
    NO_ALIASES,
    AliasError,
    expand_abbreviations,
    find_units,
    load_aliases,
    read_unit,
    read_units,
    unit_at,
)
from extract.units.canon import FIELDS, canonical
from extract.units.heads import HEADS, head_of
from extract.units.places import is_city, province
from schemas import Unit
from schemas.keys import words_key

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "units.yaml").read_text("utf-8"))


def context(name: str) -> Context:
    spec = CASES["contexts"][name]
    if not spec:
        return Context()
    issuer, area, level = spec["issuer"]
    unit = Unit(name=issuer, area=area, level=level)
    return Context(issuer=unit, area=area, year=spec["year"])


def brief(unit: Unit) -> str:
    out = f"{unit.name} | {unit.area or '-'} | {unit.level or '-'}"
    if unit.office:
        out += f" | office={unit.office}"
    return out + (" | group" if unit.group else "")


@pytest.mark.parametrize(
    ("where", "words", "want"), [*CASES["names"], *CASES["offices"], *CASES["groups"]]
)
def test_one_unit(where: str, words: str, want: str) -> None:
    assert brief(read_unit(words, context(where))) == want
    assert [brief(u) for u in read_units(words, context(where))] == [want]


@pytest.mark.parametrize(("words", "names"), CASES["lists"])
def test_a_list(words: str, names: list[str]) -> None:
    assert [u.name for u in read_units(words, Context())] == names


@pytest.mark.parametrize(("words", "name", "members"), CASES["together"])
def test_several_named_together_are_a_group_with_members(
    words: str, name: str, members: list[str]
) -> None:
    unit = read_unit(words, Context())
    assert (unit.name, unit.group, list(unit.members)) == (name, True, members)


@pytest.mark.parametrize(("text", "found"), CASES["running"])
def test_running_text(text: str, found: list[str]) -> None:
    matches = list(find_units(text))
    assert [m.words for m in matches] == found
    for match in matches:
        assert text[match.start : match.end] == match.words
        assert unit_at(text, match.start) == match


@pytest.mark.parametrize("head", HEADS, ids=[h.example for h in HEADS])
def test_every_head_matches_its_own_example(head: object) -> None:
    assert head_of(head.example) == head  # type: ignore[attr-defined]


@pytest.mark.parametrize("field", FIELDS)
def test_fields_come_back_whatever_their_case(field: str) -> None:
    assert words_key(canonical(f"phòng {field.lower()}")) == words_key(f"Phòng {field}")
    (match,) = find_units(f"do Sở {field} chủ trì")
    assert match.words == f"Sở {field}"


@pytest.mark.parametrize("row", [r for r in rows("abbreviations") if r["use"] == "unit"],
                         ids=lambda r: r["abbr"])  # fmt: skip
def test_abbreviations_of_units_are_written_out(row: dict[str, str]) -> None:
    assert row["full"] in expand_abbreviations(f"Ban {row['abbr']} xã")


@pytest.mark.parametrize("row", [r for r in rows("abbreviations") if r["use"] == "school"],
                         ids=lambda r: r["abbr"])  # fmt: skip
def test_abbreviations_of_schools_are_written_out_among_schools(row: dict[str, str]) -> None:
    assert row["full"] in expand_abbreviations(f"Trường {row['abbr']} Hoa Sen")


def test_short_school_marks_stay_elsewhere() -> None:
    assert expand_abbreviations("Tổ TH, PT") == "Tổ TH, PT"


@pytest.mark.parametrize("row", rows("provinces"), ids=lambda r: f"{r['record']} {r['name']}")
def test_a_department_of_every_province(row: dict[str, str]) -> None:
    unit = read_unit(f"Sở Nội vụ {row['name']}", Context())
    assert (unit.name, unit.area, unit.level) == ("Sở Nội vụ", row["name"], "province-department")
    by_word = read_unit(f"UBND tỉnh {row['name']}", Context())
    assert (by_word.name, by_word.area) == ("Ủy ban nhân dân tỉnh", row["name"])


def test_provinces_merged_in_2025_name_their_heirs() -> None:
    lost = province("Yên Bái")
    assert lost is not None
    assert (lost.valid_to, lost.heirs) == (dt.date(2025, 6, 30), ("Lào Cai",))
    kept = province("Lào Cai")
    assert kept is not None
    assert kept.valid_to is None
    assert is_city("Hải Phòng")
    assert not is_city("Lào Cai")


def test_every_issuer_of_the_table_has_a_level_the_schema_knows() -> None:
    for row in rows("issuers"):
        Unit(name=row["name"], level=row["level"] or None)  # type: ignore[arg-type]
        for day in (row["valid_from"], row["valid_to"]):
            assert not day or dt.date.fromisoformat(day)


def test_own_names_of_an_office(tmp_path: Path) -> None:
    path = tmp_path / "units.jsonl"
    path.write_text(
        '{"label": "UNIT", "pattern": "Tổ BDV", "id": "Tổ Bình dân học vụ số"}\n'
        '\n{"label": "UNIT", "pattern": [{"LOWER": "phòng"}, {"TEXT": "CM"}],'
        ' "id": "Phòng Chuyên môn"}\n'
        '{"label": "DATE", "pattern": "hôm nay"}\n',
        encoding="utf-8",
    )
    aliases = load_aliases(path)
    assert read_unit("Tổ BDV", Context(), aliases).name == "Tổ Bình dân học vụ số"
    assert read_unit("PHÒNG CM", Context(), aliases).name == "Phòng Chuyên môn"
    names = [u.name for u in read_units("Sở Y tế; tổ khác, Tổ BDV", Context(), aliases)]
    assert names[0] == "Sở Y tế"
    assert "Tổ Bình dân học vụ số" in names[-1]
    assert NO_ALIASES.apply("Tổ BDV") == "Tổ BDV"


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"label": "UNIT"}', '{"pattern": []}', '{"pattern": [{"LEMMA": "x"}]}']
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "units.jsonl"
    path.write_text('{"pattern": "X"}\n' + line, encoding="utf-8")
    with pytest.raises(AliasError, match="line 2"):
        load_aliases(path)


@given(st.text(max_size=300))
@settings(max_examples=80, deadline=None)
def test_any_words_give_units(words: str) -> None:
    read_unit(words, Context())
    assert all(unit.name for unit in read_units(words, Context()))
    end = 0
    for match in find_units(words):
        assert match.start >= end
        end = match.end


WORDS = [
    "Sở Nội vụ", "UBND", "các ", "xã", ", ", " và ", "; ", "Phòng Y tế", " tỉnh", "(", "MTTQ",
    "Trường ", "MN", "cấp ", "Hải Phòng", "\n- ", "đơn vị",
    "Văn hóa, Thể thao và Du lịch",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14))
@settings(max_examples=150, deadline=None)
def test_reading_a_name_again_changes_nothing(parts: list[str]) -> None:
    for unit in read_units("".join(parts), Context()):
        again = read_unit(unit.name, Context())
        assert again.name.casefold() == unit.name.casefold()
