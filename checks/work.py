"""Work (phần việc): the words that say what a task is, where its time stands apart from them."""

import re
from dataclasses import dataclass

from checks.words import content_of, keys_of
from schemas import Plan, Span, Task

# Words about time that say nothing about the work.
_OF_TIME = frozenset(
    "thời hạn gian hoàn thành thực hiện trước ngày chậm nhất muộn từ đến hết xong trong tháng quý "
    "năm tiến độ là kết thúc cuối vào khi không quá hạn kỳ thúc i ii iii iv".split()
)
_ITEM = re.compile(
    r"\n\s*(?:[-+*•▪–]|[IVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\))\s|\n\s*\n"
)
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?[),;]*\s*")
_STUB = 3  # words of a task that says too little by itself
_STAGE = re.compile(r"(?:giai đoạn|đợt)\s+\w", re.IGNORECASE)
_SAID = 20  # characters of a heading that a task repeats
_TITLE = 70  # characters of a heading that may name work
_NAMES_WORK = re.compile(
    r"(?!tổ chức thực hiện|kiểm tra, giám sát|tuyên truyền, phổ biến)"
    r"(?:tổng )?(?:kiểm kê|rà soát|lắp|xây dựng|mở|tập huấn|tổ chức|ra mắt|thành lập|kiện toàn|in|"
    r"biên soạn|trồng|sửa|tu bổ|nâng cấp|khảo sát|điều tra|đo|lấy mẫu|khám|tiêm|phun|thẩm định|"
    r"chấm|thi|hội thi|cuộc thi|hội nghị|hội thảo|lớp|kiểm tra|giám sát|tuyên truyền|truyền thông|"
    r"phát động|số hóa|cấp|bàn giao|mua|trang bị|đào tạo|bồi dưỡng|diễn tập|lập|dựng)\b"
)
_BEFORE = 400  # characters before a time that stands by itself in which its work is looked for


@dataclass(frozen=True, slots=True)
class Work:
    """A task with the words of its work: a sentence of its own may hold the time alone."""

    task: Task
    words: str
    span: Span | None


def is_stage(task: Task) -> bool:
    """Whether a task is a stage with its days, `giai đoạn gieo hạt từ … đến …`, and no work."""
    start, end = task.time.start, task.time.end
    days = task.time.precision == "day" and start is not None and end is not None and start < end
    return days and bool(_STAGE.match(task.action))


def work_of(task: Task, plan: Plan) -> Work:
    """A task's work; `Thời hạn: trước ngày 05/9.` is that of the item which it ends."""
    if task.span is None:
        return Work(task, task.action, task.span)
    if not (_only_time(task.action) or _is_stub(task.action)):
        title = _title_over(task, task.span, plan)
        told = title.lower()[:_SAID] in task.action.lower()
        return Work(task, task.action if told else f"{title}: {task.action}", task.span)
    first = max(task.span.start - _BEFORE, 0)
    starts = [m.end() for m in _ITEM.finditer(plan.text, first, task.span.start)]
    if not starts:
        return Work(task, task.action, task.span)
    words = " ".join(plan.text[starts[-1] : task.span.start].split()).rstrip(" ;:,.(")
    if _is_stub(task.action) and words:
        # What has a day of its own is other work: `báo cáo quý trước 05/4, báo cáo năm …`.
        words = f"{_DAY.split(words)[-1]} {task.action}".strip()
    return Work(task, words or task.action, Span(start=starts[-1], end=task.span.end))


def _title_over(task: Task, span: Span, plan: Plan) -> str:
    """The heading that names the work of the one dated task below it: `2. Kiểm kê cổ vật`."""
    above = [h for h in plan.outline if h.span and h.title and h.span.end <= span.start]
    if not above:
        return ""
    heading = max(above, key=lambda h: h.span.start if h.span else 0)
    title = heading.title or ""
    if heading.span is None or not _NAMES_WORK.match(title.lower()) or len(title) > _TITLE:
        return ""
    below = [h.span.start for h in plan.outline if h.span and h.span.start >= span.end]
    end = min(below, default=len(plan.text))
    under = [t for t in plan.tasks if t.span and heading.span.end <= t.span.start < end]
    return title if under == [task] else ""


def _is_stub(words: str) -> bool:
    """Whether it is a verb alone: `Tủ lưu mẫu: các trường mua sắm xong trước ngày 20/8`."""
    return len([k for k in content_of(keys_of(words)) if k not in _OF_TIME]) <= _STUB


def _only_time(words: str) -> bool:
    return all(key.isdigit() or key in _OF_TIME for key in keys_of(words))
