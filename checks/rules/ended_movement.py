"""Ended movement cited as current.

What it checks: whether a movement that a plan carries on had ended before the plan's time.
Why: nobody collects results for it any more.
Example: a plan for 2025 that carries out a movement of 2008-2013.
What to do: leave it out, or say that its results are kept up.
Legal source: the document that launched the movement.

Kiểm tra gì: phong trào mà kế hoạch tiếp tục thực hiện đã kết thúc trước thời gian của kế hoạch
hay chưa.
Vì sao: không còn nơi tổng hợp kết quả phong trào đó.
Ví dụ: kế hoạch năm 2025 triển khai phong trào của giai đoạn 2008-2013.
Cần làm: bỏ ra hoặc ghi rõ là kế thừa, phát huy kết quả.
Căn cứ: văn bản phát động phong trào.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.periods import without_periods
from checks.rule import Rule


def _find(case: Case) -> Iterator[Fault]:
    day = case.period.start if case.period else case.day
    if day is None:
        return
    for campaign in case.plan.campaigns:
        known = case.register.movements.named(without_periods(campaign.name))
        if known is None or known.valid_to is None or known.valid_to >= day or not campaign.span:
            continue
        start, _ = case.within(campaign)
        before = case.text[max(start - 80, 0) : start].lower()
        if "kế thừa" in before or "phát huy" in before or "kết quả" in before:
            continue
        ended = f"{known.valid_to:%d/%m/%Y}"
        yield Fault(
            Text(
                f"Phong trào “{known.name}” đã kết thúc ngày {ended}.",
                f"The movement “{known.name}” ended on {ended}.",
            ),
            Text(
                "Bỏ ra hoặc ghi rõ là kế thừa, phát huy kết quả.",
                "Leave it out, or say that its results are kept up.",
            ),
            (
                case.item(campaign),
                Passage(f"{known.name}: đến {ended}", source=known.source),
            ),
        )


RULE = Rule("F03", "note", Text("Phong trào đã kết thúc", "Ended movement cited as current"), _find)
