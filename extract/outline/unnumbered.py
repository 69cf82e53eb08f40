"""Headings without a number: a line in capitals that stands over the text of a part."""

from collections.abc import Set
from dataclasses import dataclass

from extract.flow import Flow
from extract.folding import fold
from extract.foot.signature import is_name, post_of
from extract.markers import marker_at
from extract.outline.candidates import ORDER

_MOST = 300  # headings without a number
_NOT_HEADS = frozenset(
    fold(words)
    for words in (
        "QUYẾT ĐỊNH", "QUYẾT NGHỊ", "CHỈ THỊ", "YÊU CẦU", "ĐỀ NGHỊ", "THÔNG BÁO", "KẾ HOẠCH",
        "NGHỊ ĐỊNH", "NGHỊ QUYẾT", "THÔNG TƯ", "PHÁP LỆNH", "QUY ĐỊNH",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LooseHead:
    """A heading without a number; `order` places it among the numbered ones."""

    index: int
    start: int
    title_end: int
    order: int


def unnumbered_heads(flow: Flow, first: int, stop: int, numbered: Set[int]) -> list[LooseHead]:
    """Lines in capitals over running text, outside tables."""
    out: list[LooseHead] = []
    for index in range(first, stop):
        paragraph = flow.paragraphs[index]
        if (
            len(out) >= _MOST
            or paragraph.end - paragraph.start > 160
            or index in numbered
            or paragraph.place
        ):
            continue
        words = flow.text[paragraph.start : paragraph.end].strip(" *#_")
        if words[:3].isupper() and _is_head(words) and _over_text(flow, index, stop):
            out.append(LooseHead(index, paragraph.start, paragraph.end, ORDER["roman"]))
    return out


def _is_head(words: str) -> bool:
    if len(words) < 8 or " " not in words or words.upper() != words or words[-1] in ".;,":
        return False
    if sum(len(word) > 2 for word in words.split()) < 2:
        return False  # `A B C 1 2`: the letters of a form's columns
    if any(c.isdigit() for c in words[:2]) or "|" in words or "\t" in words:
        return False
    if fold(words.rstrip(" :")) in _NOT_HEADS or post_of(words) is not None or is_name(words):
        return False
    return not words.startswith(
        ("CỘNG HÒA", "CỘNG HOÀ", "ĐẢNG CỘNG", "ỦY BAN", "UỶ BAN", "SỞ ", "UBND")
    )


def _over_text(flow: Flow, index: int, stop: int) -> bool:
    """A numbered heading or a sentence follows, so that this is no cell of a table head."""
    if index + 1 >= stop:
        return False
    following = flow.paragraphs[index + 1]
    if following.place is not None:
        return False
    marker = marker_at(flow.text, following.start, following.end)
    words = flow.text[following.start : following.end]
    return (
        (marker is not None and marker.rank == 1)
        or (len(words) > 60 and any(c.islower() for c in words))
        or (marker is not None and marker.kind == "bullet")
    )
