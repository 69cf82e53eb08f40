"""Annexes: their heads (`PHỤ LỤC II`, `DANH MỤC NHIỆM VỤ`) after the signature."""

import re
from dataclasses import dataclass

from extract.flow import Flow
from extract.markers import marker_at

_HEAD = re.compile(
    r"[*#\s]{0,8}(?P<number>(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU\s+MẪU|Biểu\s+mẫu|BIỂU|Biểu|MẪU|Mẫu)"
    r"(?:\s+(?:SỐ|[Ss]ố)?\s*(?:[IVXLC]{1,6}|\d{1,2})(?:[A-Za-z]|[.\-/]\w{1,12}(?:-\w{1,6}){0,2})?)?)(?!\w)"
    r"[*.:\s–-]{0,8}"
)
_TITLED = re.compile(
    r"[*#\s]{0,8}(?:DANH MỤC|DANH SÁCH|BẢNG PHÂN CÔNG|KHUNG KẾ HOẠCH|CHỈ TIÊU|BIỂU TỔNG HỢP|TIẾN ĐỘ"
    r"|LỊCH|PHÂN CÔNG|BẢNG|ĐỀ CƯƠNG|NỘI DUNG|NHIỆM VỤ|HỆ THỐNG|TỔNG HỢP|CHƯƠNG TRÌNH)"
)
# What stands between the number of a form and its title: the letterhead to be filled in.
_FORM_HEAD = re.compile(
    r"[\W\d_]*(?:(?:TÊN )?(?:CƠ QUAN|ĐƠN VỊ|TỔ CHỨC)|[ỦU][ỶY] BAN|UBND|HĐND|HỘI ĐỒNG|SỞ |BỘ |PHÒNG "
    r"|BAN |THÔN|TỔ |CỘNG H[ÒO][AÀ]|[Đđ]ộc lập|Số\s?:|.{0,40}ngày\W{0,30}tháng|[\W\d_]*$)"
)
_MOST = 300  # annexes
_NOTE = re.compile(r"\(?\s*(?:Kèm theo|Ban hành|Đính kèm|ban hành|kèm theo)")


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """An annex's number (or None) and where its title stands, as flat offsets."""

    index: int
    last: int
    start: int
    number: str | None
    title_start: int
    title_end: int | None


def annex_heads(flow: Flow, first: int, stop: int) -> list[AnnexHead]:
    """Heads among the paragraphs after the signature, in order."""
    out: list[AnnexHead] = []
    for index in range(first, stop):
        paragraph = flow.paragraphs[index]
        taken = bool(out) and index <= out[-1].last
        if paragraph.place is not None or taken or len(out) >= _MOST:
            continue
        match = _HEAD.match(flow.text, paragraph.start, paragraph.end)
        if match and _stands_alone(flow, match, paragraph.end):
            number = " ".join(match["number"].split())
            start, end = match.end(), paragraph.end
            if start < end and not _FORM_HEAD.match(flow.text, start, end):
                out.append(AnnexHead(index, index, match.start("number"), number, start, end))
                continue
            below = title_below(flow, _filled(flow, index, stop), len(flow.text))
            begin, finish = below or (match.end("number"), None)
            last = flow.paragraph_at(finish - 1) if finish else index
            out.append(AnnexHead(index, last, match.start("number"), number, begin, finish))
        elif _untitled(flow, index, first, out) and _TITLED.match(
            flow.text, paragraph.start, paragraph.end
        ):
            below = title_below(flow, index - 1, len(flow.text))
            if below:
                last = flow.paragraph_at(below[1] - 1)
                out.append(AnnexHead(index, last, below[0], None, below[0], below[1]))
    return out


def _filled(flow: Flow, index: int, stop: int) -> int:
    """The last paragraph of a form's letterhead under the head at `index`."""
    last = index
    for i in range(index + 1, min(index + 12, stop)):
        paragraph = flow.paragraphs[i]
        if paragraph.place is None and not _FORM_HEAD.match(
            flow.text, paragraph.start, paragraph.end
        ):
            words = flow.text[paragraph.start : paragraph.end]
            return i - 1 if words.upper() == words and i > index + 1 else last
    return last


def _stands_alone(flow: Flow, match: "re.Match[str]", end: int) -> bool:
    """Whether the words are a head and not a sentence that begins with `Phụ lục`."""
    rest = flow.text[match.end() : end]
    if not rest or _NOTE.match(rest):
        return True
    letters = [c for c in rest if c.isalpha()]
    caps = sum(c.isupper() for c in letters) >= 0.75 * len(letters) if letters else True
    return caps or (len(rest) < 200 and rest[-1] not in ".;," and match["number"].isupper())


def _untitled(flow: Flow, index: int, first: int, heads: list[AnnexHead]) -> bool:
    """An annex without the words `Phụ lục` begins right after the signature or a note."""
    if heads and index - heads[-1].index <= 3:
        return False
    if index <= first + 1:
        return True
    following = flow.paragraphs[index + 1 : index + 4]
    return any(_NOTE.match(flow.text, p.start, p.end) for p in following)


def title_below(flow: Flow, index: int, stop: int) -> tuple[int, int] | None:
    """The title printed under a head: lines in capitals, or one short line, joined."""
    first = last = None
    for i in range(index + 1, min(index + 6, len(flow.paragraphs))):
        paragraph = flow.paragraphs[i]
        if paragraph.start >= stop or paragraph.place is not None:
            break
        words = flow.text[paragraph.start : paragraph.end].strip(" *#_")
        if not words or _NOTE.match(words) or marker_at(flow.text, paragraph.start, paragraph.end):
            break
        caps = words.upper() == words and any(c.isalpha() for c in words)
        if not caps and (first is not None or len(words) > 160 or words[-1] in ".;:,"):
            break
        first = paragraph.start if first is None else first
        last = paragraph.end
        if not caps:
            break
    return (first, last) if first is not None and last is not None else None
