"""Passages: a document's text with every extracted item marked, and excerpts around one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from schemas import Span

_DEEPEST = 8  # marks within marks; what lies deeper is not marked
_EMPTY_LINES = re.compile(r"\n[ \t\xa0]*(?=\n)")
_AROUND = 300  # characters of context on each side of a passage


@dataclass(frozen=True)
class Mark:
    """A stretch of the text that an item was read from; `label` is what a screen reader says."""

    start: int
    end: int
    item: str
    kind: str
    label: str


@dataclass(frozen=True)
class Excerpt:
    """The words at fault with what stands around them."""

    before: str
    words: str
    after: str


def marked_text(text: str, marks: Sequence[Mark]) -> Markup:
    """The text with `<mark id="at-ITEM">`s, well nested; where two stretches cross, the inner
    one is closed and opened again. Each begins with a link to its record."""
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    starts = sorted(kept, key=lambda mark: (mark.start, -mark.end))
    out: list[str] = []
    open_: list[Mark] = []
    seen: set[str] = set()
    at = following = 0
    for bound in sorted({edge for mark in kept for edge in (mark.start, mark.end)}):
        out.append(str(escape(text[at:bound])))
        at = bound
        open_ = _close(open_, bound, out)
        while following < len(starts) and starts[following].start == bound:
            mark = starts[following]
            following += 1
            if len(open_) < _DEEPEST:
                out.append(_opening(mark, first=mark.item not in seen))
                seen.add(mark.item)
                open_.append(mark)
    out.append(str(escape(text[at:])))
    return Markup("").join(map(Markup, out))


def _close(open_: list[Mark], bound: int, out: list[str]) -> list[Mark]:
    ended = [place for place, mark in enumerate(open_) if mark.end <= bound]
    if not ended:
        return open_
    outermost = ended[0]
    out.append("</mark>" * (len(open_) - outermost))
    again = [mark for mark in open_[outermost:] if mark.end > bound]
    out.extend(_opening(mark, first=False) for mark in again)
    return open_[:outermost] + again


def _opening(mark: Mark, *, first: bool) -> str:
    item = escape(mark.item)
    if not first:
        return f'<mark class="k-{escape(mark.kind)}" data-item="{item}">'
    return (
        f'<mark class="k-{escape(mark.kind)}" data-item="{item}" id="at-{item}">'
        f'<a class="to" href="#r-{item}" aria-label="{escape(mark.label)}"></a>'
    )


def excerpt(text: str, span: Span, around: int = _AROUND) -> Excerpt:
    """The passage with the lines around it, cut at words; empty lines are left out."""
    start, end = max(0, min(span.start, len(text))), max(0, min(span.end, len(text)))
    low, high = max(0, start - around), min(len(text), end + around)
    before, after = text[low:start], text[end:high]
    if low > 0:
        before = "… " + before.partition(" ")[2]
    if high < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(*(_EMPTY_LINES.sub("", part) for part in (before, text[start:end], after)))
