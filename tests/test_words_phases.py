"""Phases: each name, each word between a name and its days."""

from word_lists import each, words

from extract.context import Context
from extract.flow import flow_of
from extract.phases import find_phases
from extract.reading import Reading

PLAN = Context(year=2031)

PHASE_NAMES = words(
    """Đợt 1, ĐỢT 2, đợt 3, Giai đoạn 1, GIAI ĐOẠN 2, giai đoạn 3, Đợt thứ nhất, Đợt thứ hai
    Đợt thứ ba, Đợt thứ tư, Đợt thứ năm, Đợt thứ sáu, Đợt thứ bảy, Đợt thứ 4, Đợt I, Đợt IV
    Đợt một, Đợt hai, Đợt ba, Đợt cao điểm, Đợt đầu tiên, Đợt cuối cùng, Giai đoạn đầu
    Giai đoạn cuối, Tuần 1, TUẦN 2, Bước 1, BƯỚC 2, Vòng 1, VÒNG 2, Chặng 1, CHẶNG 2, Cao điểm 1
    Giai đoạn chuẩn bị, Giai đoạn khởi động, Giai đoạn thí điểm, Giai đoạn triển khai
    Giai đoạn thực hiện, Giai đoạn tổ chức, Giai đoạn nhân rộng, Giai đoạn hoàn thiện
    Giai đoạn sơ kết, Giai đoạn tổng kết, Giai đoạn kết thúc, Đợt phát động"""
)
BEFORE_DAYS = words(
    """tổ chức, thực hiện, triển khai, tiến hành, diễn ra, bắt đầu, hoàn thành, kiểm tra, ra quân
    phát động, thi đua, thời gian, thời gian thực hiện, dự kiến, kéo dài, được tổ chức"""
)


def _phases(text: str) -> list[tuple[str, str, str]]:
    return [
        (p.label, str(p.start), str(p.end))
        for p in find_phases(flow_of(Reading(text=text, wrapped=False)), (), PLAN)
    ]


@each(PHASE_NAMES)
def test_each_name_of_a_phase(name: str) -> None:
    found = _phases(f"- {name}: từ ngày 05/3/2031 đến ngày 20/4/2031.")
    assert found == [(name, "2031-03-05", "2031-04-20")]
    assert _phases(f"- {name}: làm như năm ngoái.") == []


@each(BEFORE_DAYS)
def test_each_word_between_a_phase_and_its_days(word: str) -> None:
    found = _phases(f"- Đợt 1 {word} từ ngày 05/3/2031 đến ngày 20/4/2031.")
    assert found == [("Đợt 1", "2031-03-05", "2031-04-20")]
