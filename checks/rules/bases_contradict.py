"""Two bases contradict each other.

What it checks: whether two cited documents on one subject have the same period.
Why: the reader should know which of the two periods the plan follows; a sector's plan may
rightly start later.
Example: a decision for `giai đoạn 2022-2025` and a plan on the same subject for `giai đoạn
2023-2025`.
What to do: nothing if it is meant; else say which period holds.
Legal source: none; for information.

Kiểm tra gì: hai văn bản được viện dẫn về cùng một nội dung có cùng giai đoạn hay không.
Vì sao: người đọc cần biết kế hoạch theo giai đoạn nào; kế hoạch của ngành có thể bắt đầu muộn
hơn.
Ví dụ: quyết định cho `giai đoạn 2022-2025` và kế hoạch cùng nội dung cho `giai đoạn 2023-2025`.
Cần làm: nếu là chủ ý thì bỏ qua; nếu không, nêu rõ giai đoạn áp dụng.
Căn cứ: không có văn bản; để biết.
"""

from collections.abc import Iterator
from itertools import combinations

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.likeness import subject_keys, subject_likeness
from checks.periods import PrintedPeriod, printed_periods
from checks.rule import Rule
from schemas import Citation

_ONE_SUBJECT = 0.8
_LEAST = 3
_MOST = 60


def _range(case: Case, citation: Citation) -> PrintedPeriod | None:
    """The one range of years in a citation's subject."""
    words = citation.subject or ""
    if words.endswith("giai đoạn"):  # a line ends there, and the years begin the next
        start, end = case.within(citation)
        words = case.text[start : end + 15]
    ranges = [p for p in printed_periods(words) if p.kind == "range"]
    return ranges[0] if len({p.years for p in ranges}) == 1 else None


def _passage(case: Case, citation: Citation, period: PrintedPeriod) -> Passage:
    """Where the period is printed, after the citation's number."""
    start, end = case.within(citation)
    for printed in printed_periods(case.text[start : end + 300]):
        if printed.years == period.years:
            return case.here(start + printed.start, start + printed.end)
    return case.item(citation)


def _find(case: Case) -> Iterator[Fault]:
    dated = [(c, p) for c in case.plan.citations if c.number and (p := _range(case, c))][:_MOST]
    seen: set[frozenset[str]] = set()
    for (one, first), (other, second) in combinations(dated, 2):
        if first.years == second.years or one.number == other.number:
            continue
        subjects = one.subject or "", other.subject or ""
        if min(len(subject_keys(s)) for s in subjects) < _LEAST:
            continue
        numbers = frozenset((one.number or "", other.number or ""))
        if numbers in seen or subject_likeness(*subjects) < _ONE_SUBJECT:
            continue
        seen.add(numbers)
        yield Fault(
            Text(
                f"{one.number} ({first.first}-{first.last}) và {other.number} "
                f"({second.first}-{second.last}) cùng nội dung, khác giai đoạn.",
                f"{one.number} ({first.first}-{first.last}) and {other.number} "
                f"({second.first}-{second.last}) are on one subject with two periods.",
            ),
            Text("Nêu rõ giai đoạn áp dụng.", "Say which period holds."),
            (_passage(case, other, second), _passage(case, one, first)),
        )


RULE = Rule("A13", "note", Text("Hai căn cứ khác giai đoạn", "Two bases contradict"), _find)
