"""Harmless variant of a name.

What it checks: whether the name of a known movement is written with its own commas and
particles.
Why: the meaning is the same; lists that are compared by name will not match.
Example: `Cả nước chung sức, xây dựng nông thôn mới`.
What to do: copy the name from the launching document.
Legal source: none; consistency of the document.

Kiểm tra gì: tên phong trào đã biết có thừa, thiếu dấu phẩy hoặc hư từ hay không.
Vì sao: nghĩa không đổi nhưng đối chiếu danh sách theo tên sẽ không khớp.
Ví dụ: `Cả nước chung sức, xây dựng nông thôn mới`.
Cần làm: chép đúng tên từ văn bản phát động.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.misnamed import NearName, near_names
from checks.periods import without_periods
from checks.rule import Rule
from schemas import Campaign


def _marks(name: str) -> str:
    """A name's commas by the words before them; dashes and case are free."""
    return re.sub(r"[^\w,]+", " ", without_periods(name)).casefold().strip()


def _punctuated(case: Case) -> Iterator[tuple[Campaign, Passage, str]]:
    """Movements of a known name whose commas are not the name's."""
    for campaign in case.plan.campaigns:
        known = case.register.movements.named(without_periods(campaign.name))
        if known is None or campaign.span is None:
            continue
        names = {_marks(name) for name in (known.name, *known.variants)}
        if _marks(campaign.name) not in names and "," in known.name + campaign.name:
            source = known.launching_document or known.source
            yield campaign, Passage(known.name, source=source), known.name


def _worded(case: Case) -> Iterator[tuple[Campaign, Passage, str]]:
    """Movements whose name has a particle or a place more or less than the right one."""
    for near in near_names(case):
        if near.campaign.kind == "chủ đề" or near.campaign.span is None:
            continue
        if not near.comparison.replaced and not near.comparison.lost and _in_words(near):
            yield near.campaign, near.other, near.right


def _in_words(near: NearName) -> bool:
    """Whether more than a place's name in the place of the whole country was changed."""
    return any(change.inside for change in near.comparison.changes)


def _find(case: Case) -> Iterator[Fault]:
    for campaign, other, right in (*_punctuated(case), *_worded(case)):
        yield Fault(
            Text(
                f"Tên phong trào viết khác: “{campaign.name}”; tên phát động: “{right}”.",
                f"A variant of a name: “{campaign.name}”; it was launched as “{right}”.",
            ),
            Text("Chép đúng tên từ văn bản phát động.", "Copy it from the launching document."),
            (case.item(campaign), other),
        )


RULE = Rule(
    "F02",
    "note",
    Text("Tên phong trào viết khác", "Harmless variant of a name"),
    _find,
    yields_to=("F01",),
)
