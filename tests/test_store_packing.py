"""Records as they lie in the database, and those that stay in memory as objects."""

import pytest

from extract.files import plans_of
from schemas import Plan
from store import packing
from store.packing import hold, named, pack, unpack

ID = "d0000000000000000000000000000001"
TEXT = """ỦY BAN NHÂN DÂN\nXÃ AN HÒA
Số: 12/KH-UBND\tAn Hòa, ngày 05 tháng 3 năm 2031
KẾ HOẠCH
Trồng cây đầu xuân năm 2031
Căn cứ Kế hoạch số 07/KH-UBND ngày 10/01/2031 của UBND tỉnh;
1. Nội dung
- Trạm Khuyến nông báo cáo kết quả trước ngày 30/4/2031.
"""


@pytest.fixture
def plan() -> Plan:
    return named(plans_of(TEXT.encode(), "ke-hoach.txt")[0], ID)


def test_a_record_comes_back_whole(plan: Plan) -> None:
    _, record, text = pack(plan)
    assert unpack(record, text, ID) == plan
    assert unpack(record, text, "other").id == "other"


def test_what_is_held_is_what_would_be_unpacked(plan: Plan) -> None:
    """The object that a rule sees right after storing says the same as the one read anew."""
    packed = pack(plan)
    hold(packed, plan)
    assert unpack(*packed[1:], ID) is plan
    assert named(unpack(*packed[1:], "another"), ID) == plan


def test_the_last_ones_asked_for_are_the_same_objects(plan: Plan) -> None:
    _, record, text = pack(plan)
    first = unpack(record, text, ID)
    assert unpack(record, text, ID) is first
    for n in range(packing._HELD + 1):
        unpack(record, text, f"other {n}")
    again = unpack(record, text, ID)
    assert again is not first
    assert again == first
