"""One movement, two periods.

What it checks: whether a movement that the plan names several times has the same period each
time.
Why: staff plan by the period; of two printed ones, one is wrong.
Example: `“Chuyển đổi số toàn diện” giai đoạn 2022-2025` in one place, `giai đoạn 2021-2025` in
another.
What to do: look at the launching document and write its period everywhere.
Legal source: none; consistency of the document.

Kiểm tra gì: một phong trào được nhắc nhiều lần trong kế hoạch có cùng một giai đoạn hay không.
Vì sao: các đơn vị lập kế hoạch theo giai đoạn; hai giai đoạn khác nhau thì một chỗ sai.
Ví dụ: chỗ ghi `“Chuyển đổi số toàn diện” giai đoạn 2022-2025`, chỗ khác ghi `giai đoạn
2021-2025`.
Cần làm: đối chiếu văn bản phát động và ghi thống nhất một giai đoạn.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Text
from checks.movement_mentions import Named, mentions_with_period
from checks.rule import Rule


def _find(case: Case) -> Iterator[Fault]:
    groups: dict[str, list[Named]] = {}
    for mention in mentions_with_period(case):
        groups.setdefault(mention.key, []).append(mention)
    for mentions in groups.values():
        kinds = {m.years for m in mentions}
        if len(kinds) < 2:
            continue
        right = _right(case, mentions)
        for wrong in (m for m in mentions if m.years != right.years):
            yield Fault(
                Text(
                    f"Cùng một phong trào ghi hai giai đoạn: {wrong.label} ở đây, "
                    f"{right.label} ở chỗ khác.",
                    f"One movement has two periods: {wrong.label} here, {right.label} elsewhere.",
                ),
                Text(
                    "Đối chiếu văn bản phát động, ghi thống nhất một giai đoạn.",
                    "Look at the launching document and write its period everywhere.",
                ),
                (case.here(wrong.start, wrong.end), case.here(right.start, right.end)),
            )


def _right(case: Case, mentions: list[Named]) -> Named:
    """The mention that the reference data or most others agree with, else the first."""
    known = case.register.movements.named(mentions[0].name)
    counts = {m.years: sum(o.years == m.years for o in mentions) for m in mentions}
    return max(
        mentions,
        key=lambda m: (bool(known and m.years in known.periods), counts[m.years], -m.start),
    )


RULE = Rule(
    "E02",
    "error",
    Text("Một phong trào, hai giai đoạn", "One movement, two periods"),
    _find,
    letters=True,
)
