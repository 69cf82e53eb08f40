"""Aims: which numbers are something to reach, and which only describe or count along the way."""

import re

from extract.targets.clauses import TURNS
from extract.targets.quantities import Quantity

_DOES = re.compile(
    r"(?:có|đạt|được|tổ\s+chức|xây\s+dựng|thành\s+lập|phát\s+triển|hoàn\s+thành|bố\s+trí|đào\s+tạo|thu\s+hút"
    r"|hình\s+thành|công\s+nhận|huy\s+động|trồng|giảm|tăng|nâng|lên|mới|thêm|kết\s+nạp|tập\s+huấn|biên\s+soạn"
    r"|thực\s+hiện|duy\s+trì|phấn\s+đấu|đăng|phát\s+sóng|cung\s+cấp|tiếp\s+cận|tạo|giải\s+quyết|đề\s+xuất"
    r"|phát|đăng\s+ký|mở|cử|viết|xuống|treo|tham\s+gia|khám|tiêm|kiểm\s+tra|giúp\s+đỡ|dành|làm"
    r"|hoạt\s+động|dự\s+trữ|dự\s+phòng|mua\s+sắm|trang\s+bị|sửa\s+chữa|cải\s+tạo|số\s+hóa|trao|tặng"
    r"|tiếp\s+nhận|lắp\s+đặt|giới\s+thiệu|ra\s+mắt|nhân\s+rộng|hỗ\s+trợ|vận\s+động|cấp)\s*$",
    re.IGNORECASE,
)
# `mỗi quý ít nhất 2 đợt`: how often stands between the verb and the number.
_OFTEN = re.compile(
    r"\s*(?:mỗi|hằng|hàng|từng)\s+(?:năm|quý|tháng|tuần|học\s+kỳ)(?:\s+(?:tại\s+)?mỗi(?:\s+\w+){1,3})?\s*$"
    r"|\s*mỗi(?:\s+\w+){1,3}\s*$|\s+khoảng\s*$",
    re.IGNORECASE,
)
_CYCLE = re.compile(r"năm|quý|tháng|tuần|học\s+kỳ", re.IGNORECASE)
_PER_CYCLE = re.compile(
    r"\s*(?:lần|buổi|cuộc|đợt|tin|bài|lượt|kỳ|hoạt động|số|chuyên mục|lớp)\b[^\d.;,/]{0,24}"
    r"(?:/|\s(?:mỗi|trong một|hằng|hàng)\s)\s?(?:tuần|tháng|quý|năm|học\s+kỳ)(?!\w)",
    re.IGNORECASE,
)
# `bổ sung công suất khoảng 2.000 MW`: what is measured stands before its number.
_MEASURES = re.compile(
    r"(?:công suất|diện tích|sản lượng|giá trị|doanh thu|thu nhập|quy mô|chiều dài|năng suất)"
    r"(?:\s+[^\W\d]+){0,4}$",
    re.IGNORECASE,
)
_RATE = re.compile(r"\W*(?:tỷ|tỉ)\s+(?:lệ|số|suất)\s", re.IGNORECASE)
_CONDITION = re.compile(r"\W*(?:đối\s+với|trường\s+hợp|nếu|khi)\s", re.IGNORECASE)


def is_aimed_at(text: str, start: int, quantity: Quantity, goals: bool, aim: bool) -> bool:
    """Whether a number is something to reach here."""
    if quantity.percent or quantity.per:
        return True
    before = text[max(start, quantity.start - 80) : quantity.start].rstrip()
    if quantity.compared and _PER_CYCLE.match(text, quantity.end):
        return not _CONDITION.match(text, start)
    if before.endswith(("trị giá", "mức", "giá")):
        return False  # what one of those that are counted costs
    often = None if _DOES.search(before) else _OFTEN.search(before)
    if often and quantity.compared and _CYCLE.search(often[0]):
        return not _CONDITION.match(text, start)
    before = before[: often.start()].rstrip() if often else before[-60:]
    if not text[quantity.end : quantity.end + 3].strip(" .,;"):
        return False
    if quantity.compared and _CONDITION.match(text, start):
        return False
    does = _DOES.search(before) is not None or not before.strip(" -–+*•")
    if quantity.compared:
        return does or goals or aim
    if goals or aim:
        return does or before.endswith((",", "và", ":")) or _MEASURES.search(before) is not None
    return False


def without_descriptions(text: str, start: int, quantities: list[Quantity]) -> list[Quantity]:
    """Without the numbers that only describe what a rate is of: `Tỷ lệ trẻ được tiêm ít nhất 4
    loại vắc xin đạt 75%`, `100% đội viên thực hiện 5 điều Bác Hồ dạy`."""
    first = next((q for q in quantities if q.percent), None)
    if first is None:
        return quantities
    rate = _RATE.match(text, start) is not None
    out = []
    for q in quantities:
        between = text[first.end : q.start] if q.start > first.end else ""
        turns = ";" in between or between.rstrip().endswith((",", "và")) or TURNS.search(between)
        describes = rate if q.start < first.start else not turns
        joined = "," in between or not describes  # `100% xã, ít nhất 2 mô hình`
        if q.percent or q.per or not (describes and (rate or not q.compared or not joined)):
            out.append(q)
    return out
