"""Laws called by what they change: `Luật sửa đổi, bổ sung một số điều của Luật …`."""

from collections.abc import Sequence
from dataclasses import replace

from extract.citations.anchor import Anchor
from extract.citations.found import Found
from extract.citations.subjects import subject_of
from extract.citations.tail import Tail


def give_to_amending(text: str, found: Sequence[Found]) -> None:
    """`Luật sửa đổi … của Luật X số 83/2025/QH15 ngày …`: number and day are the first one's."""
    for i, one in enumerate(found):
        if not one.anchor.amending or one.subject is None:
            continue
        inside = [f for f in found[i + 1 : i + 12] if f.nested and f.anchor.start < one.end]
        if not inside:
            continue
        two, last = inside[0], inside[-1]
        if not (one.tail.issued_on or one.tail.year or one.anchor.number):
            # `… của Luật X và Luật Y ngày …`: the day stands behind the last of them.
            two = next((f for f in inside if f.anchor.number or f.tail.dated), two)
            number, number_at = two.anchor.number, two.anchor.number_at
            one.anchor = replace(one.anchor, number=number, number_at=number_at)
            one.tail = replace(two.tail, end=one.tail.end)
            two.anchor = replace(two.anchor, number=None, number_at=None)
            two.tail = Tail(two.tail.end)
        one.subject = subject_of(text, one.subject.start, _name_end(text, last.anchor))


def _name_end(text: str, anchor: Anchor) -> int:
    """Where a law's name ends, its number left out."""
    name = anchor.name or ""
    at = text.find(name, anchor.start, anchor.end)
    return at + len(name) if name and at >= 0 else anchor.end
