"""Outline: the numbered headings of a document, and its parts as stretches of the flat text.

A number is believed when it continues its sequence (`II` after `I`, `1.2` after `1.1`) or
begins one; a numbered sentence keeps its place in the structure without a title.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.flow import Flow
from extract.foot import Foot
from extract.head import Head
from extract.outline.annexes import annex_heads, title_below
from extract.outline.candidates import Candidate, candidates_of
from extract.outline.titles import title_end
from extract.outline.unnumbered import unnumbered_heads
from extract.sections import Frame, Section
from extract.values import clean
from schemas import Heading


@dataclass(slots=True)
class _Open:
    """A heading on the way to becoming a section."""

    start: int
    title_start: int
    title_end: int | None
    body: int
    number: str | None
    order: int
    rank: int | None
    title: str | None = None
    path: str = ""
    parent: int | None = None
    end: int = 0


def find_sections(flow: Flow, head: Head, foot: Foot) -> tuple[Frame, list[Section]]:
    """The parts of the document and its sections in order; both may be empty.

    >>> # I. MỤC ĐÍCH / 1. Văn phòng: Theo dõi … / a) Chủ trì …; / PHỤ LỤC I DANH MỤC
    """
    size = len(flow.text)
    body = _parts(flow, head.head_end, foot.foot_start, annex=False)
    annexes = _parts(flow, foot.foot_end, size, annex=True) if foot.foot_end < size else []
    opens = [*_placed(body, foot.foot_start, 0), *_placed(annexes, size, len(body))]
    sections = [_section(flow, o, opens) for o in opens]
    body_start = body[0].start if body else _opening_end(flow, head.head_end, foot.foot_start)
    frame = Frame(head.head_end, body_start, foot.foot_start, foot.foot_end, size)
    return frame, sections


def _parts(flow: Flow, start: int, stop: int, *, annex: bool) -> list[_Open]:
    """Believed headings between two flat offsets, in order, not yet nested."""
    first = bisect_left(flow.starts, start)
    last = bisect_left(flow.starts, stop)
    candidates = list(candidates_of(flow, first, last))
    heads = annex_heads(flow, first, last) if annex else []
    loose = unnumbered_heads(flow, first, last, {c.index for c in candidates})
    taken = {i for h in heads for i in range(h.index, h.last + 1)}
    believed = _believed(flow, [c for c in candidates if c.index not in taken])
    starts_of_annexes = [h.index for h in heads]
    out: list[_Open] = []
    for i, candidate in enumerate(believed):
        after = believed[i + 1].index if i + 1 < len(believed) else last
        beyond = bisect_left(starts_of_annexes, candidate.index)
        if beyond < len(starts_of_annexes):
            after = min(after, starts_of_annexes[beyond])
        numbered = i + 1 < len(believed) and believed[i + 1].order > candidate.order
        children = numbered or candidate.index + 1 < min(after, last)
        opened, below = _open(flow, candidate, children, numbered, stop)
        out.append(opened)
        taken.update(range(candidate.index, below + 1))
    out.extend(
        _Open(h.start, h.title_start, h.title_end, h.title_end or h.start, h.number, 0, None)
        for h in heads
    )
    out.extend(
        _Open(h.start, h.start, h.title_end, h.title_end, None, h.order, None)
        for h in loose
        if h.index not in taken
    )
    return sorted(out, key=lambda o: o.start)


def _open(
    flow: Flow, candidate: Candidate, children: bool, numbered: bool, stop: int
) -> tuple[_Open, int]:
    """The heading, and the last paragraph that its title takes up."""
    text = flow.text
    start, end, last = candidate.words, candidate.end, candidate.index
    if start >= end and candidate.kind in ("part", "chapter", "section", "annex"):
        below = title_below(flow, candidate.index, stop)
        if below:
            start, end, last = *below, flow.paragraph_at(below[1] - 1)
            children = True
    found = title_end(text, start, end, candidate.kind, children, numbered) if start < end else None
    stop_title = found.end if found else None
    opened = _Open(
        start=candidate.start,
        title_start=start,
        title_end=stop_title,
        body=found.body if found else min(start, end),
        number=candidate.label,
        order=candidate.order,
        rank=candidate.rank,
    )
    return opened, last


def _believed(flow: Flow, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those whose number fits the sequence that it stands in."""
    out: list[Candidate] = []
    stack: list[Candidate] = []
    for candidate in candidates:
        keep = [c for c in stack if c.order < candidate.order]
        sibling = next((c for c in stack if c.order == candidate.order), None)
        if not _fits(flow, candidate, sibling, keep):
            continue
        stack = [*keep, candidate]
        out.append(candidate)
    return out


def _fits(
    flow: Flow, candidate: Candidate, sibling: Candidate | None, above: Sequence[Candidate]
) -> bool:
    rank = candidate.rank
    if candidate.kind in ("part", "chapter", "section", "article", "annex") or rank is None:
        return True
    words = flow.text[candidate.words : min(candidate.end, candidate.words + 80)]
    caps = words[:12].isupper()
    if candidate.kind == "dotted" and above:
        number = next((c for c in reversed(above) if c.kind in ("number", "roman")), None)
        first = candidate.label.split(".")[0]
        if number is not None and number.rank is not None and first == str(number.rank):
            return sibling is None or sibling.rank is None or rank > sibling.rank - 1
    if sibling is None or sibling.rank is None:
        return rank <= 2 or caps
    return rank == 1 or 0 <= rank - sibling.rank <= 2 or (caps and rank <= sibling.rank + 5)


def _placed(opens: list[_Open], stop: int, offset: int) -> list[_Open]:
    """Nest: parents, number paths and where each section ends."""
    stack: list[int] = []
    for i, here in enumerate(opens):
        while stack and opens[stack[-1]].order >= here.order:
            opens[stack.pop()].end = here.start
        here.parent = stack[-1] + offset if stack else None
        above = opens[stack[-1]].path if stack else ""
        label = here.number or ""
        if here.number and "." in here.number and above.endswith(here.number.rsplit(".", 1)[0]):
            above = above[: -len(here.number.rsplit(".", 1)[0])].rstrip(".")
        here.path = ".".join(part for part in (above, label) if part)
        stack.append(i)
    for i in stack:
        opens[i].end = stop
    return opens


def _section(flow: Flow, here: _Open, opens: Sequence[_Open]) -> Section:
    level = 1
    parent = here.parent
    while parent is not None:
        level, parent = level + 1, opens[parent].parent
    title = None
    end = here.title_end
    if end is not None:
        title = clean(flow.text[here.title_start : end].replace("\n", " ")) or None
    if end is None or title is None:
        end = here.title_start
    heading = Heading(
        **flow.ground(here.start, max(end, here.start + 1)),
        number=here.number,
        title=title,
        level=level,
    )
    return Section(
        heading=heading,
        path=here.path,
        start=here.start,
        body=max(here.body, here.start),
        end=max(here.end, here.start),
        parent=here.parent,
    )


def _opening_end(flow: Flow, start: int, stop: int) -> int:
    """Without headings: after the paragraph that closes the opening (`… như sau:`)."""
    first = bisect_left(flow.starts, start)
    for index in range(first, min(first + 25, len(flow.paragraphs))):
        paragraph = flow.paragraphs[index]
        if paragraph.start >= stop:
            break
        if (
            flow.text[paragraph.start : paragraph.end]
            .rstrip()
            .endswith(("sau:", "sau.", "sau đây:"))
        ):
            return min(stop, paragraph.end + 1)
    return start


__all__ = ["find_sections"]
