"""Campaigns: each noun before a quoted name."""

from word_lists import each, words

from extract.campaigns import find_campaigns
from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading
from extract.sections import Frame

MOVEMENTS = words(
    """phong trào, phong trào thi đua, các phong trào thi đua, những phong trào, phong trào yêu nước
    phong trào thi đua chuyên đề, phong trào thi đua đặc biệt, phong trào thi đua thường xuyên
    phong trào lớn, đợt thi đua, các đợt thi đua, những đợt thi đua, phát động thi đua
    hưởng ứng thi đua, chuyên đề thi đua, tháng thi đua, đợt thi đua cao điểm, đợt thi đua đặc biệt
    đợt thi đua nước rút, đợt thi đua chuyên đề, cuộc vận động, chiến dịch, đợt vận động, cuộc thi
    hội thi, hội diễn, chủ đề, khẩu hiệu, thông điệp, chủ điểm"""
)
NO_MOVEMENTS = words(
    """kỷ niệm chương, huy hiệu, huy chương, danh hiệu, danh hiệu thi đua, cờ thi đua, giải thưởng
    bằng khen, tước hiệu, giấy khen, chương trình, đề án, dự án, tiểu dự án, chiến lược, kế hoạch
    nghị quyết, chỉ thị, quyết định, kết luận, hướng dẫn, công văn, luật, nghị định, thông tư
    văn bản, chuyên đề, báo cáo, quy chế, bộ tiêu chí, bộ chỉ số, tài liệu, phương án, thông báo
    đề tài, phần mềm, mô hình, ứng dụng, nền tảng, hệ thống, câu lạc bộ, chuyên mục, chuyên trang
    bản tin, chương trình truyền hình, vở, bài hát, bài thơ, tác phẩm, cuốn sách, tiết mục
    phương châm, nguyên tắc, quan điểm, định hướng, mục tiêu, tình trạng, biểu hiện, tư tưởng
    tinh thần, tiêu chí, nội dung, khái niệm, cụm từ, hội nghị, hội thảo, lễ, tọa đàm, hạng mục"""
)


def _campaigns(text: str) -> list[str]:
    flow = flow_of(Reading(text=text))
    size = len(flow.text)
    return [c.name for c in find_campaigns(flow, Frame(0, 0, size, size, size), Context())]


@each(MOVEMENTS)
def test_each_noun_of_a_movement(noun: str) -> None:
    assert _campaigns(f"Hưởng ứng {noun} “Mỗi ngõ một vườn hoa”.") == ["Mỗi ngõ một vườn hoa"]


@each(NO_MOVEMENTS)
def test_each_noun_of_something_else(noun: str) -> None:
    """The nearer noun decides, though a movement's noun stands farther to the left."""
    assert _campaigns(f"Gắn phong trào với {noun} “Mỗi ngõ một vườn hoa”.") == []
