"""Campaigns: the movements, drives, contests and themes that a plan names in quotation marks.

One entry per name, further mentions kept with it. `Tự diễn biến`, a title of honour or the
name of a programme is quoted too, and is none: the noun before the quotation decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.campaigns.heads import Found, head_before
from extract.campaigns.known import known_kind
from extract.campaigns.spans import label_period, period_after, period_in_name
from extract.context import Context
from extract.flow import Flow
from extract.sections import Frame
from extract.units import expand_abbreviations
from extract.values import clean
from schemas import Campaign, Mention, Period
from schemas.campaign import CampaignKind
from schemas.keys import bare_key

# Each kind of mark with its own partner; a name never holds the mark that opens it.
_QUOTED = re.compile(
    r"[“„]\s{0,2}(?P<curly>[^“”„«»\"\n]{3,320})(?:[”\"]|“(?=[\s,;.:)]|$))"
    r"|«\s{0,2}(?P<angled>[^“”„«»\"\n]{3,320})»"
    r"|(?<![\w”])[\"”](?=\s?[*_]?[^\W_])\s{0,2}(?P<straight>[^“”„«»\"\n]{3,320})[\"”]"
    r"|‘\s{0,2}(?P<single>[^‘’“”\n]{3,160})’"
    r"|(?<![\w'])''?(?=[^\W\d_a-z])(?P<typed>[^'“”\n]{3,160})''?(?!['\w])"
)
_MARK = re.compile(r"[“„«‘\"”']")
_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_])|\n|\.{3}|…")
_REACH = 260  # characters left of a quotation in which its noun is looked for
# What may stand between two names of one list.
_LIST_GAP = re.compile(
    r"\s*(?:\([^()\n]{0,80}\)\s*)?"
    r"(?:(?:trên địa bàn|do|của|trong|giai đo[aạ]n|giai đọan|năm|từ|với|tại|ngành|toàn"
    r"|gắn với|thuộc|ở)"
    r"[^“”\".;\n]{0,100})?\s*[,;.…]*\s*(?:và|hoặc|cùng|cùng với|cũng như|với)?\s*[,;:]?\s*"
)


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    close: int
    name: str


@dataclass(slots=True)
class _Seen:
    """A campaign while its mentions are gathered."""

    quote: _Quote
    kind: CampaignKind
    period: Period | None
    mentions: list[tuple[_Quote, Period | None]] = field(default_factory=list)


def find_campaigns(flow: Flow, frame: Frame, context: Context) -> list[Campaign]:
    """Named movements in order of first appearance; none for a text without quotations."""
    seen: dict[str, _Seen] = {}
    for quote, kind, period in _named(flow.text):
        key = _key(quote.name)
        known = seen.get(key)
        if known is None:
            seen[key] = _Seen(quote, kind, period)
            continue
        known.mentions.append((quote, period))
        if known.period is None:
            known.period = period
    return [_campaign(flow, entry) for entry in seen.values()]


def _named(text: str) -> Iterator[tuple[_Quote, CampaignKind, Period | None]]:
    """Each quotation that names a movement, with its kind and the period printed for it."""
    previous: _Quote | None = None
    head: Found | None = None
    shared: Period | None = None
    for quote in _quotes(text):
        listed = previous is not None and head is not None and _in_list(text, previous, quote)
        if not listed:
            head = head_before(_left(text, quote.start))
            shared = _shared(head)
        previous = quote
        known = known_kind(quote.name)
        kind = head.kind if head else None
        if kind is None or (known and kind in ("phong trào thi đua", "cuộc vận động")):
            kind = known
        if kind is None:
            continue
        yield quote, kind, _period(text, quote) or shared


def _quotes(text: str) -> Iterator[_Quote]:
    at = 0
    for mark in _MARK.finditer(text):
        match = _QUOTED.match(text, mark.start()) if mark.start() >= at else None
        if match is None:
            continue
        at, group = match.end(), match.lastgroup or ""
        name = clean(match[group].strip(" *_"))
        if len(name) >= 5 and " " in name and name[0].isalnum():
            start, end = match.span(group)
            while text[start] in " *_":
                start += 1
            while text[end - 1] in " *_":
                end -= 1
            yield _Quote(start, end, match.end(), name)


def _left(text: str, start: int) -> str:
    """The sentence up to a quotation, its opening mark left off."""
    low = max(0, start - _REACH)
    left = text[low:start].rstrip(" *_“”\"„«'")
    cut = 0
    for match in _SENTENCE.finditer(left):
        cut = match.end()
    if left[cut:].strip(" -–+*•:"):
        return left[cut:]
    above = left[:cut].rstrip("\n").rpartition("\n")[2]  # `2. Chủ đề` over the name alone
    return f"{above}: " if len(above) <= 80 else ""


def _in_list(text: str, previous: _Quote, quote: _Quote) -> bool:
    between = text[previous.close : quote.start].rstrip("*_“”\"„« '")
    if len(between) > 160 or not _LIST_GAP.fullmatch(between):
        return False
    return head_before(between) is None


def _shared(head: Found | None) -> Period | None:
    """A period printed between the noun and the names holds for all of them."""
    if head is None:
        return None
    period = label_period(head.bridge)
    if period is None and head.kind == "chủ đề":
        period = label_period(head.before[-90:], at_end=True)
    return period


def _period(text: str, quote: _Quote) -> Period | None:
    return period_in_name(quote.name) or period_after(text, quote.close)


def _key(name: str) -> str:
    """Case, commas, dashes and wrong marks (`xây dụng`) make no other movement."""
    return bare_key(expand_abbreviations(name))


def _campaign(flow: Flow, entry: _Seen) -> Campaign:
    mentions = tuple(
        Mention(as_written=quote.name, period=period, span=flow.span(quote.start, quote.end))
        for quote, period in entry.mentions
    )
    return Campaign(
        **flow.ground(entry.quote.start, entry.quote.end),
        name=entry.quote.name,
        kind=entry.kind,
        period=entry.period,
        mentions=mentions,
    )


__all__ = ["find_campaigns"]
