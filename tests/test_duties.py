"""Who answers for what: units of headings, of lines over bullets, of themes, of sentences."""

import pytest

from extract.parse import parse
from extract.reading import Reading
from schemas import Source

SOURCE = Source(name="plan.txt", sha256="0" * 64, media_type="text/plain", read_by="text")
PLAN = """KẾ HOẠCH
Công tác nội vụ năm 2025

Căn cứ Luật Lưu trữ năm 2024;
Cơ quan xây dựng Kế hoạch như sau:
{body}"""


def duties_of(body: str) -> dict[str, list[str]]:
    plan = parse(Reading(PLAN.format(body=body)), SOURCE)
    return {duty.unit.name: [words.text for words in duty.duties] for duty in plan.duties}


THEMES = """II. GIẢI PHÁP THỰC HIỆN VÀ PHÂN CÔNG NHIỆM VỤ
1. Công tác tuyên truyền
1.1. Sở Tư pháp
- Soạn tài liệu hỏi đáp.
1.2. Sở Tài chính chủ trì, phối hợp các sở
- Bố trí kinh phí in ấn.
2. Công tác kiểm tra
2.1. Sở Tư pháp
- Kiểm tra các xã.
"""


def test_units_under_themes_are_joined() -> None:
    assert duties_of(THEMES) == {
        "Sở Tư pháp": ["Soạn tài liệu hỏi đáp", "Kiểm tra các xã"],
        "Sở Tài chính": ["Bố trí kinh phí in ấn"],
    }


def test_work_alone_under_such_a_heading_is_nobodys() -> None:
    body = "II. NỘI DUNG, PHÂN CÔNG TRÁCH NHIỆM\n1. Họp dân\n- Đơn vị chủ trì: Ban Công tác thôn.\n"
    assert duties_of(body) == {}


def test_a_unit_on_a_line_over_its_bullets() -> None:
    body = "III. TỔ CHỨC THỰC HIỆN\nPhòng Quản lý chất lượng\n- Lập bảng kiểm.\n- Chấm điểm.\n"
    assert duties_of(body) == {"Phòng Quản lý chất lượng": ["Lập bảng kiểm", "Chấm điểm"]}


@pytest.mark.parametrize(
    ("line", "unit", "work"),
    [
        ("Đề nghị Hội Nông dân xã vận động hội viên tham gia.", "Hội Nông dân xã",
         "vận động hội viên tham gia"),
        ("Hội Nông dân xã", "Hội Nông dân xã", "Vận động hội viên"),
    ],
)  # fmt: skip
def test_a_numbered_sentence_and_a_numbered_unit(line: str, unit: str, work: str) -> None:
    body = f"III. TỔ CHỨC THỰC HIỆN\n1. {line}\n"
    if not line.endswith("."):
        body += "- Vận động hội viên.\n"
    assert duties_of(body) == {unit: [work]}


@pytest.mark.parametrize(
    "closing",
    [
        "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 22/8/2024 về tuyên truyền.",
        "Nhận được Kế hoạch này, các đơn vị triển khai thực hiện.",
        "Căn cứ kế hoạch này, các chi hội triển khai thực hiện.",
    ],
)
def test_what_closes_a_plan_is_nobodys_duty(closing: str) -> None:
    body = f"III. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\n- Theo dõi tiến độ.\n{closing}\n"
    assert duties_of(body) == {"Phòng Nội vụ": ["Theo dõi tiến độ"]}


def test_who_chairs_is_a_label_and_no_unit() -> None:
    body = "III. PHÂN CÔNG\n1. Hội nghị dân\nĐơn vị chủ trì: Ban Công tác thôn.\n"
    assert "Đơn vị" not in duties_of(body)
