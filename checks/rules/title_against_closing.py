"""Title against closing formula.

What it checks: whether the sentence `Trên đây là Kế hoạch …` at the end names the years and the
subject of the title.
Why: a closing of another year shows that the text was copied, and leaves open which year is
meant.
Example: the title says `năm 2025`, the closing `năm 2024`.
What to do: make the closing follow the title.
Legal source: none; consistency of the document.

Kiểm tra gì: câu `Trên đây là Kế hoạch …` ở cuối có nêu đúng năm và nội dung của tên kế hoạch
hay không.
Vì sao: câu kết ghi năm khác cho thấy văn bản chép lại và không rõ kế hoạch cho năm nào.
Ví dụ: tên kế hoạch ghi `năm 2025`, câu kết ghi `năm 2024`.
Cần làm: sửa câu kết theo tên kế hoạch.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.likeness import containment, subject_keys
from checks.periods import printed_periods
from checks.rule import Rule

_CLOSING = re.compile(
    r"(?:^|\n)[^\n]{0,40}?(Trên đây là (?:nội dung )?(?:[Kk]ế hoạch|[Cc]hương trình|[Hh]ướng dẫn)"
    r"([^\n]{0,300}))"
)
_END = re.compile(
    r"[;.]|,? (?:yêu cầu|đề nghị|đề nghị các|giao|các đơn vị|các cơ quan|trong quá trình)|, [A-ZĐỦ]"
)
_LEAST = 4  # syllables that a closing must have before another subject is believed


def _find(case: Case) -> Iterator[Fault]:
    subject = case.plan.document.subject
    closings = list(_CLOSING.finditer(case.text))
    if not subject or not closings:
        return
    m = closings[-1]
    stop = _END.search(m[2])
    words = m[2][: stop.start() if stop else 200]
    start, end = m.start(2), m.start(2) + len(words)
    title = case.field("subject")
    if not title.words:
        title = Passage(subject, None, case.plan)
    years = {p.years for p in printed_periods(subject)}
    said = [p for p in printed_periods(words) if p.years not in years]
    if years and said and not any(p.years in years for p in printed_periods(words)):
        yield Fault(
            Text(
                f"Câu kết ghi “{words[said[0].start : said[0].end]}” khác với tên kế hoạch.",
                f"The closing says “{words[said[0].start : said[0].end]}”, unlike the title.",
            ),
            Text("Sửa câu kết theo tên kế hoạch.", "Make the closing follow the title."),
            (case.here(start + said[0].start, start + said[0].end), title),
        )
        return
    own, other = subject_keys(subject), subject_keys(words)
    if len(other) >= _LEAST and len(own) >= _LEAST and containment(other, own) < 0.15:
        yield Fault(
            Text(
                f"Câu kết nêu nội dung khác với tên kế hoạch: “{words.strip()}”.",
                f"The closing names another subject than the title: “{words.strip()}”.",
            ),
            Text("Sửa câu kết theo tên kế hoạch.", "Make the closing follow the title."),
            (case.here(start, end), title),
        )


RULE = Rule(
    "B10",
    "error",
    Text("Tên và câu kết không khớp", "Title against closing"),
    _find,
    plans_only=True,
)
