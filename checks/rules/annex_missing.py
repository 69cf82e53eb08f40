"""Annex announced but absent.

What it checks: whether every annex that the text refers to by number is there where the
document has annexes, and whether an annex that is there is announced.
Why: work that is in the annex alone cannot be done without it.
Example: the text refers to `Phụ lục II`, the document ends with `Phụ lục I`.
What to do: attach the annex, or correct its number; nothing to do where it is a file of its
own.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, III.1 (annexes).

Kiểm tra gì: phụ lục mà văn bản nhắc đến theo số có kèm theo hay không (khi văn bản có phụ lục),
và phụ lục kèm theo có được nhắc đến hay không.
Vì sao: nhiệm vụ chỉ ghi trong phụ lục thì không có phụ lục là không thực hiện được.
Ví dụ: văn bản dẫn `Phụ lục II` nhưng chỉ kèm `Phụ lục I`.
Cần làm: kèm phụ lục hoặc sửa số; nếu phụ lục là tệp riêng thì bỏ qua.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, III.1 (phụ lục).
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from schemas import Span

_HEAD = re.compile(
    r"(?:^|\n)\s*(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?([IVX]{1,4}|\d{1,2}))?\s*(?=\n|$|[.:(])"
)
_REFERENCE = re.compile(
    r"(?<![\n.])[ (“](?:[Pp]hụ lục|[Bb]iểu mẫu|[Mm]ẫu biểu|[Đđ]ề cương)"
    r"(?:\s+(?:số\s+)?([IVX]{1,4}|\d{1,2}))?\b"
)
_ATTACHED = re.compile(r"kèm theo|đính kèm|gửi kèm", re.IGNORECASE)


def _announced(case: Case) -> Iterator[re.Match[str]]:
    """References to an annex of this document, not of one that it cites."""
    for m in _REFERENCE.finditer(case.text, 0, case.body_end):
        behind = case.text[m.end() : m.end() + 60].partition("\n")[0]
        around = case.text[max(m.start() - 40, 0) : m.end()] + behind
        if _ATTACHED.search(around) and not re.search(
            r"\b(?:số\s+\d+/|Nghị định|Thông tư)", around
        ):
            yield m


def _find(case: Case) -> Iterator[Fault]:
    heads = list(_HEAD.finditer(case.text, case.body_end // 2))
    present = {m[1] for m in heads}
    end = case.folded.span(max(len(case.text) - 1, 0), len(case.text)) if case.text else None
    place = Passage("", Span(start=end.end, end=end.end) if end else None, case.plan)
    seen: set[str | None] = set()
    for m in _announced(case):
        number = m[1]
        if number in seen or number in present or (heads and number is None):
            continue
        seen.add(number)
        certain = bool(heads) and number is not None
        words = case.text[m.start() + 1 : m.end()]
        yield Fault(
            Text(
                f"Văn bản nhắc “{words}” nhưng không thấy kèm theo.",
                f"The text refers to “{words}”, which is not attached.",
            ),
            Text(
                "Kèm phụ lục hoặc sửa số; bỏ qua nếu là tệp riêng.",
                "Attach it or correct its number; nothing to do where it is a file of its own.",
            ),
            (case.here(m.start() + 1, m.end()), case.here(*heads[-1].span()) if heads else place),
            severity="warn" if certain else "note",
        )


RULE = Rule(
    "B09",
    "warn",
    Text("Phụ lục không kèm theo", "Annex announced but absent"),
    _find,
    plans_only=True,
)
