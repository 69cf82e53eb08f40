"""Timetables by the hour: a day alone on its row is the day of the rows below it."""

import datetime as dt

import pytest

from extract.files import plans_of

HEAD = "TRƯỜNG TRUNG CẤP NGHỀ BẾN LỨC\nKẾ HOẠCH\nTập huấn cứu hộ năm 2023\n\n"
PROGRAMME = (
    ("Thời gian", "Nội dung", "Người thực hiện"),
    ("Ngày 14/8/2023",),
    ("7 giờ 30", "Khai mạc lớp học", "Phòng Đào tạo"),
    ("08h00 - 11h30", "Ôn lý thuyết sơ cứu đuối nước", "Trạm Y tế xã"),
    ("Thứ Ba, ngày 15/8/2023",),
    ("Sáng", "Thực hành kéo phao trên kênh", "Đội Cứu hộ"),
    ("13:30 - 16:00", "Chấm bài và trao chứng nhận", "Phòng Đào tạo"),
)
DAYS = [dt.date(2023, 8, 14), dt.date(2023, 8, 14), dt.date(2023, 8, 15), dt.date(2023, 8, 15)]
WORK = [
    "Khai mạc lớp học",
    "Ôn lý thuyết sơ cứu đuối nước",
    "Thực hành kéo phao trên kênh",
    "Chấm bài và trao chứng nhận",
]


def spaced() -> str:
    return "\n".join("".join(cell.ljust(34) for cell in row).rstrip() for row in PROGRAMME)


def tabbed(*, whole: bool) -> str:
    empty = ("", "") if whole else ()
    return "\n".join("\t".join(row if len(row) > 1 else (*row, *empty)) for row in PROGRAMME)


@pytest.mark.parametrize(
    "programme",
    [spaced(), tabbed(whole=True), tabbed(whole=False)],
    ids=["spaces", "tabs", "short"],
)
def test_hours_are_of_the_day_above_them(programme: str) -> None:
    text = (
        f"{HEAD}PHỤ LỤC I\nCHƯƠNG TRÌNH\n\n{programme}\n\nPHỤ LỤC II\nDANH SÁCH LỚP (số học viên)\n"
    )
    (plan,) = plans_of(text.encode(), "lop.txt")
    assert [task.action for task in plan.tasks] == WORK
    assert [task.time.start for task in plan.tasks] == DAYS
    assert [task.time.end for task in plan.tasks] == DAYS
    assert all("ngày" in (task.time.as_written or "").lower() for task in plan.tasks)


def test_a_list_of_another_annex_is_no_row_of_the_timetable() -> None:
    after = "TT  Tên đội      Số người\n1   Đội kênh Bắc  12\n2   Đội kênh Nam  14\n"
    text = f"{HEAD}PHỤ LỤC I\n\n{spaced()}\n\n          PHỤ LỤC II\n     DANH SÁCH ĐỘI\n\n{after}"
    (plan,) = plans_of(text.encode(), "lop.txt")
    assert [task.action for task in plan.tasks] == WORK
    assert [heading.number for heading in plan.outline] == ["PHỤ LỤC I", "PHỤ LỤC II"]


STEPS = """\
III. CÁC BƯỚC
Bước 1. Rà soát (từ ngày 03/6 đến ngày 14/6/2024)
- Đếm ghế và bàn ở từng phòng.
Bước 2 - Xử lý (17/6/2024 - 28/6/2024)
- Đóng lại ghế gãy.
Bước 3. Ghi sổ (theo mẫu 02)
- Lập sổ mới.
"""


def test_steps_with_a_title_and_days_in_brackets_are_phases() -> None:
    (plan,) = plans_of(f"{HEAD}{STEPS}".encode(), "buoc.txt")
    assert [(phase.label, phase.start, phase.end) for phase in plan.phases] == [
        ("Bước 1", dt.date(2024, 6, 3), dt.date(2024, 6, 14)),
        ("Bước 2", dt.date(2024, 6, 17), dt.date(2024, 6, 28)),
    ]


def test_stock_is_no_circular() -> None:
    """`vật tư: từ 29/12 …` has a day; `Thông tư 29/12 …` would have a number."""
    work = "II. VIỆC\n- Kiểm đếm kho vật tư: từ 03/6 đến 05/6/2024.\n"
    (plan,) = plans_of(f"{HEAD}{work}".encode(), "kho.txt")
    (task,) = plan.tasks
    assert (task.action, task.time.start, task.time.end) == (
        "Kiểm đếm kho vật tư",
        dt.date(2024, 6, 3),
        dt.date(2024, 6, 5),
    )


DUTIES = """\
IV. TỔ CHỨC THỰC HIỆN
1. Phân xưởng Mộc, Phân xưởng Sơn
- Sửa ghế trước ngày 20/6/2024.
2. Nhân viên y tế
- Phát thuốc sát khuẩn.
3. Phòng Đào tạo
- Xếp lịch phòng học.

{closing}
Nơi nhận:
- Lưu: VT.
"""


@pytest.mark.parametrize(
    "closing",
    [
        "Yêu cầu Trưởng các phòng, Quản đốc các phân xưởng nghiêm túc thực hiện.",
        "Yêu cầu toàn thể cán bộ thực hiện.",
        "Quá trình thực hiện, nếu có vướng mắc thì báo cáo Ban Giám hiệu.",
    ],
)
def test_workshops_and_staff_have_duties_and_the_closing_belongs_to_nobody(closing: str) -> None:
    (plan,) = plans_of(f"{HEAD}{DUTIES.format(closing=closing)}".encode(), "x.txt")
    assert [(duty.unit.name, [one.text for one in duty.duties]) for duty in plan.duties] == [
        ("Phân xưởng Mộc, Phân xưởng Sơn", ["Sửa ghế trước ngày 20/6/2024"]),
        ("Nhân viên y tế", ["Phát thuốc sát khuẩn"]),
        ("Phòng Đào tạo", ["Xếp lịch phòng học"]),
    ]
