"""What follows a document's number: days, years, terms and notes, and who issued it."""

import datetime as dt

import pytest
from test_citations import brief, read
from word_lists import each, each_of, words

from extract.citations.days import day_at, year_at

DAY = dt.date(2024, 3, 5)


def _cited(body: str) -> list[str]:
    """Kind, number, day and issuer of what is cited."""
    return [brief(one).rpartition(" | ")[0] for one in read(body=body)[1]]


@each([
        "ngày 05/3/2024", "ngày 5/3/2024", "ngày 05/03/2024", "ngày 05-3-2024", "ngày 05.3.2024",
        "ngày 05–3–2024", "ngày 05 / 3 / 2024", "ngày 05 - 3 - 2024", "ngày  05/3/2024",
        "ngày05/3/2024", "Ngày 05/3/2024", "NGÀY 05/3/2024", ", ngày 05/3/2024", "05/3/2024",
        "(05/3/2024)", "(ngày 05/3/2024)", "ký ngày 05/3/2024", "(ký ngày 05/3/2024",
        "ban hành ngày 05/3/2024", "được ban hành ngày 05/3/2024", "ngày 05 tháng 3 năm 2024",
        "ngày 5 tháng 03 năm 2024", "NGÀY 05 THÁNG 3 NĂM 2024", "ngày 05 tháng 3/2024",
        "lúc 8 giờ ngày 05/3/2024", "hồi 8 giờ 30 phút, ngày 05/3/2024", "hồi 8h30 ngày 05/3/2024",
        "hồi 8g30' ngày 05/3/2024", "lúc 8h ngày 05/3/2024",
    ],
)  # fmt: skip
def test_each_way_to_print_a_day_of_issue(printed: str) -> None:
    found = day_at(" " + printed, 0)
    assert found is not None
    assert (found.day, found.end) == (DAY, len(printed) + 1)


@each([
        "ngày 05/3", "ngày 05/3/24", "ngày 05/3/20245", "ngày 05/3/2024a", "ngày 5 tháng 3",
        "05-3-2024", "05 tháng 3 năm 2024", "(05-3-2024)", "(05/3/2024", "tháng 3/2024",
        "trước ngày 05/3/2024", "sửa đổi ngày 05/3/2024", "hồi ngày 05/3/2024",
        "lúc 8 ngày 05/3/2024",
    ],
)  # fmt: skip
def test_what_is_no_day_of_issue(printed: str) -> None:
    found = day_at(" " + printed, 0)
    assert found is None or (printed[0] == "(" and printed[-1] != ")")


def test_a_day_that_no_calendar_has() -> None:
    found = day_at(" ngày 31/02/2024", 0)
    assert found is not None
    assert (found.day, found.end) == (None, 16)


@each_of([
        ("năm 2022", 2022), ("Năm 1998", 1998), ("NĂM 2022", 2022), (", năm 2022", 2022),
        ("2022", 2022), ("1998", 1998), ("(2013)", 2013), ("(2013", 2013), ("năm 2022,", 2022),
        ("năm 2022.", 2022), ("năm 1822", None), ("năm 2122", None), ("3022", None),
        ("năm 2022a", None), ("năm 20225", None), ("năm 2022/QĐ", None), ("năm 2022-2025", None),
        ("năm 2022 - 2025", None), ("năm 2022–2025", None), ("năm 2022.000", None),
        ("2022/2023", None), ("2022-2023", None), ("2022.5", None), ("2022,5", None),
        ("năm học 2022", None),
    ],
)  # fmt: skip
def test_each_way_to_print_a_year_of_issue(printed: str, year: int | None) -> None:
    found = year_at(printed if printed[0] == "," else " " + printed, 0)
    assert (found[0] if found else None) == year


@each_of([
        (" của ", "Sở Y tế"), (", của ", "Sở Y tế"), (" CỦA ", "Sở Y tế"), (" do ", "Sở Y tế"),
        (" được ", "Sở Y tế"), (" của đồng chí ", "Sở Y tế"), (" giữa ", "Sở Y tế"),
        (" gửi ", "-"), (" cho ", "-"), (" ", "-"), (" của các em ", "-"), (" doanh ", "-"),
    ],
)  # fmt: skip
def test_each_word_before_an_issuer(between: str, issuer: str) -> None:
    cited = _cited(f"theo Kế hoạch số 12/KH-SKHAC{between}Sở Y tế.")
    assert cited == [f"Kế hoạch | 12/KH-SKHAC | - | {issuer}"]


@pytest.mark.parametrize("verb", ["ban hành", "ký ban hành", "ký"])
@pytest.mark.parametrize("by", ["do", "được"])
def test_an_issuer_that_lays_down(by: str, verb: str) -> None:
    """Behind the verb the day and the subject go on."""
    _, (found,) = read(
        body=f"theo Kế hoạch số 12/KH-SYT {by} Sở Y tế {verb} ngày 05/3/2024 về vườn."
    )
    assert found.issuer is not None
    assert (found.issuer.name, found.issued_on, found.subject) == ("Sở Y tế", DAY, "vườn")
    _, (other,) = read(body=f"theo Kế hoạch số 12/KH-SYT {by} Sở Y tế {verb}x ngày 05/3/2024.")
    assert other.issued_on is None


@each(words("liên bộ, liên ngành, liên Bộ"))
def test_issuers_of_several_houses(joint: str) -> None:
    cited = _cited(f"theo Hướng dẫn số 12/HDLN-BYT-BCA của {joint} Bộ Y tế - Bộ Công an.")
    assert cited[0].endswith("Bộ Y tế và Bộ Công an") or "Bộ Y tế" in cited[0]


@each([
        " khóa XIII", " khoá XIII", " (khóa XIII)", ", khóa XII", " Khóa XI",
        " nhiệm kỳ 2020 - 2025", " nhiệm kỳ 2020-2025", " nhiệm kỳ 2020–2025", " lần thứ XIII",
        " lần thứ hai", " (lần thứ XIII)",
    ],
)  # fmt: skip
def test_each_term_behind_an_issuer(term: str) -> None:
    cited = _cited(f"theo Nghị quyết số 12-NQ/HU của Ban Bí thư{term} ngày 05/3/2024.")
    assert cited == ["Nghị quyết | 12-NQ/HU | 2024-03-05 | Ban Bí thư"]
    stray = _cited(f"theo Nghị quyết số 12-NQ/HU{term} ngày 05/3/2024.")
    assert stray == ["Nghị quyết | 12-NQ/HU | - | -"]  # no issuer: the day may be another's


@each([
        " (sau đây viết tắt là Kế hoạch 12)", " (gọi tắt là Kế hoạch 12)", " (viết tắt là A)",
        " (gọi chung là A)", " (KH-TH)", "(SYT)", " (B&C D)", " (đã được bổ sung)",
        " (được sửa đổi)", " (sửa đổi lần 2)",
    ],
)  # fmt: skip
def test_each_note_in_brackets(note: str) -> None:
    cited = _cited(f"theo Kế hoạch số 12/KH-SYT{note} ngày 05/3/2024.")
    assert cited == ["Kế hoạch | 12/KH-SYT | 2024-03-05 | -"]


@each([" (nêu trên)", " (Sở Y tế)", " (bản 2)", " (A)", " (kèm theo)"])
def test_brackets_that_are_no_note(note: str) -> None:
    cited = _cited(f"theo Kế hoạch số 12/KH-SYT{note} ngày 05/3/2024.")
    assert cited == ["Kế hoạch | 12/KH-SYT | - | -"]
