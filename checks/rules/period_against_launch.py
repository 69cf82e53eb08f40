"""Period differs from the launching document.

What it checks: whether a movement or scheme has the period that the document which launched it
gives, the register's or that of a plan above.
Why: units plan, report and are counted by the period.
Example: the province's plan has `“Vườn sạch, ngõ đẹp” giai đoạn 2021-2025`, the district's
`giai đoạn 2020-2025`.
What to do: write the launching document's period; a local plan of its own may start later or go
on longer.
Legal source: none; consistency with the launching document.

Kiểm tra gì: giai đoạn của phong trào, đề án có đúng như văn bản phát động (trong sổ tra cứu
hoặc kế hoạch cấp trên) hay không.
Vì sao: các đơn vị lập kế hoạch, báo cáo, tổng kết theo giai đoạn.
Ví dụ: kế hoạch tỉnh ghi `“Vườn sạch, ngõ đẹp” giai đoạn 2021-2025`, kế hoạch huyện ghi `giai
đoạn 2020-2025`.
Cần làm: ghi giai đoạn của văn bản phát động; kế hoạch riêng của địa phương có thể bắt đầu muộn
hơn hoặc kéo dài.
Căn cứ: không có văn bản riêng; theo văn bản phát động.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import guiding
from checks.movement_mentions import Named, mentions_with_period, named_in
from checks.periods import printed_periods
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation
from schemas.keys import words_key

_LONG = 5  # words of a scheme's name that can be looked for in subjects


@dataclass(frozen=True, slots=True)
class Launched:
    """The right periods of a movement and whose words say so."""

    years: tuple[tuple[int, int], ...]
    other: Passage


def _from_above(case: Case) -> dict[str, Launched]:
    """Periods by movement's key, as the plans that are followed print them, nearest first."""
    found: dict[str, Launched] = {}
    for guide in guiding(case):
        for mention in named_in(guide.plan):
            passage = Passage(mention.words, mention.span, guide.plan)
            found.setdefault(mention.key, Launched((mention.years,), passage))
    return found


def _from_register(case: Case, name: str) -> Launched | None:
    movement = case.register.movements.named(name)
    if movement is None or not movement.periods:
        return None
    label = ", ".join(f"{a}-{b}" for a, b in movement.periods)
    source = movement.launching_document or movement.source
    return Launched(movement.periods, Passage(f"{movement.name}: {label}", source=source))


def _named_fault(case: Case, mention: Named, right: Launched) -> Fault:
    label = ", ".join(f"{a}-{b}" for a, b in right.years)
    return Fault(
        Text(
            f"Phong trào ghi {mention.years[0]}-{mention.years[1]}; văn bản phát động: {label}.",
            f"The movement has {mention.years[0]}-{mention.years[1]}; it was launched for {label}.",
        ),
        Text("Ghi giai đoạn của văn bản phát động.", "Write the launching document's period."),
        (case.here(mention.start, mention.end), right.other),
    )


def _own_time(case: Case, mention: Named) -> bool:
    """Whether the period is that of the plan itself: a local plan may start later or go on."""
    period = case.period
    return bool(
        period and period.start and period.end
        and mention.years == (period.start.year, period.end.year)
    )  # fmt: skip


def _movements(case: Case) -> Iterator[Fault]:
    mentions = list(mentions_with_period(case))
    above = _from_above(case) if mentions else {}
    seen: set[tuple[str, tuple[int, int]]] = set()
    for mention in mentions:
        right = above.get(mention.key) or _from_register(case, mention.name)
        if right is None or mention.years in right.years or (mention.key, mention.years) in seen:
            continue
        seen.add((mention.key, mention.years))
        if not _own_time(case, mention):
            yield _named_fault(case, mention, right)


def _schemes(case: Case) -> Iterator[Fault]:
    """Documents on a known scheme whose period begins before the scheme was there."""
    for citation in case.plan.citations:
        subject = citation.subject or ""
        key = f" {words_key(subject)} "
        for movement in case.register.movements.all:
            if not movement.periods or movement.valid_from is None:
                continue
            name = words_key(movement.name)
            if len(name.split()) < _LONG or f" {name} " not in key:
                continue
            if citation.issued_on is None or citation.issued_on < movement.valid_from:
                continue
            yield from _scheme(case, citation, subject, movement.periods, movement.name)


def _scheme(
    case: Case,
    citation: Citation,
    subject: str,
    periods: tuple[tuple[int, int], ...],
    name: str,
) -> Iterator[Fault]:
    first = min(start for start, _ in periods)
    source = case.register.movements.named(name)
    for printed in printed_periods(subject):
        if printed.kind != "range" or printed.years in periods or printed.first >= first:
            continue
        start, end = case.within(citation)
        for place in printed_periods(case.text[start : end + 300]):
            if place.years == printed.years:
                label = ", ".join(f"{a}-{b}" for a, b in periods)
                number = read_symbol(citation.number or "").serial
                yield Fault(
                    Text(
                        f"{citation.kind} {citation.number or number} ghi giai đoạn bắt đầu "
                        f"{printed.first}; “{name}” là {label}.",
                        f"{citation.kind} {citation.number or number} starts in {printed.first}; "
                        f"“{name}” is for {label}.",
                    ),
                    Text("Đối chiếu văn bản gốc.", "Look at the original."),
                    (
                        case.here(start + place.start, start + place.end),
                        Passage(f"{name}: {label}",
                                source=source.launching_document if source else ""),
                    ),
                )  # fmt: skip
                return


def _find(case: Case) -> Iterator[Fault]:
    yield from _movements(case)
    yield from _schemes(case)


RULE = Rule(
    "E03", "warn", Text("Giai đoạn khác văn bản phát động", "Period differs from the launch"),
    _find, yields_to=("E02",),
)  # fmt: skip
