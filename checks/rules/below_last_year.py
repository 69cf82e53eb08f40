"""Target below what was reached.

What it checks: whether a target is below the result of the year before that the same plan
reports.
Why: a plan that asks for less than was reached is mistyped, or must say why.
Example: `đạt 96%` in the report on last year, `90%` in the targets, of one indicator.
What to do: look at the numbers; say why the target is lower.
Legal source: none; consistency of the document.

Kiểm tra gì: chỉ tiêu có thấp hơn kết quả năm trước mà chính kế hoạch nêu hay không.
Vì sao: đặt thấp hơn mức đã đạt là ghi nhầm, hoặc phải nói rõ vì sao.
Ví dụ: đánh giá năm trước ghi `đạt 96%`, chỉ tiêu ghi `90%` cho cùng một nội dung.
Cần làm: xem lại con số; nói rõ vì sao chỉ tiêu thấp hơn.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.words import UPPER, content_of, keys_of

_REACHED = re.compile(r"([^.;:\n]{8,120}?)\s+(?:đã )?đạt\s+(?:tỷ lệ )?(\d{1,3}(?:,\d+)?)\s?%")
_PAST = re.compile(
    r"năm trước|năm qua|kết quả|đánh giá|thực trạng|tình hình|đặc điểm|kỳ trước", re.IGNORECASE
)
_CAPITALS = re.compile(rf"^[{UPPER}\d .,;:/()–-]{{6,90}}$", re.MULTILINE)
_AIM = re.compile(
    r"([^.;:\n]{8,120}?)\s+đạt\s+(?:từ |trên |tối thiểu |ít nhất |tỷ lệ )?(\d{1,3}(?:,\d+)?)\s?%"
)
_AIMS = re.compile(r"mục tiêu|chỉ tiêu", re.IGNORECASE)
_STRICTER = re.compile(r"tiêu chuẩn mới|bộ tiêu chí mới|chuẩn mới|theo tiêu chí", re.IGNORECASE)
_LEAST = 3


def _keys(words: str) -> frozenset[str]:
    dropped = {"đạt", "tỷ", "lệ", "tỉ", "năm", "trên", "tối", "thiểu", "trở", "lên", "ít", "nhất"}
    keys = content_of(keys_of(words))
    return frozenset(k for k in keys if not k.isdigit() and k not in dropped)


def _heads(case: Case) -> list[tuple[int, str]]:
    """First-level headings, and lines in capitals that the outline does not have."""
    found = {case.within(h)[0]: h.title or "" for h in case.plan.outline if h.level == 1}
    for m in _CAPITALS.finditer(case.text, 0, case.body_end):
        found.setdefault(m.start(), m[0])
    return sorted(found.items())


def _results(case: Case) -> Iterator[tuple[frozenset[str], float, int, int]]:
    """What was reached, in the parts of the text that look back."""
    heads = _heads(case)
    for i, (start, title) in enumerate(heads):
        if not _PAST.search(title):
            continue
        end = heads[i + 1][0] if i + 1 < len(heads) else case.body_end
        for m in _REACHED.finditer(case.text, start, end):
            yield _keys(m[1]), float(m[2].replace(",", ".")), *m.span()


def _aims(case: Case) -> Iterator[tuple[frozenset[str], float, int, int]]:
    """Targets that are to be reached at least: those of the record, and those of a list."""
    for target in case.plan.targets:
        if target.unit == "%" and target.comparison != "<=" and not target.aspiration:
            yield _keys(target.indicator), float(target.value), *case.within(target)
    heads = _heads(case)
    for i, (start, title) in enumerate(heads):
        end = heads[i + 1][0] if i + 1 < len(heads) else case.body_end
        if _AIMS.search(title) and not _PAST.search(title):
            for m in _AIM.finditer(case.text, start, end):
                yield _keys(m[1]), float(m[2].replace(",", ".")), *m.span()


def _find(case: Case) -> Iterator[Fault]:
    if _STRICTER.search(case.text):
        return
    results = list(_results(case))
    last = max((end for *_, end in results), default=0)
    told: set[frozenset[str]] = set()
    for keys, value, start, end in _aims(case) if results else ():
        if start < last or len(keys) < _LEAST or keys in told:
            continue
        for names, reached, first, stop in results:
            if names == keys and value < reached:
                told.add(keys)
                yield Fault(
                    Text(
                        f"Chỉ tiêu {value:g}% thấp hơn kết quả đã đạt {reached:g}%.",
                        f"The target of {value:g}% is below the {reached:g}% reached.",
                    ),
                    Text("Xem lại con số.", "Look at the numbers."),
                    (case.here(start, min(end, start + 140)), case.here(first, stop)),
                )
                break


RULE = Rule(
    "K03", "warn", Text("Chỉ tiêu thấp hơn kết quả đã đạt", "Target below what was reached"),
    _find, letters=True, plans_only=True,
)  # fmt: skip
