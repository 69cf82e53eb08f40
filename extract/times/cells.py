"""Cells: what a whole cell or label says of time (`Tháng 4,5/2022`, `Quý I, III`, `2025`)."""

import re

from extract.context import Context
from extract.times.chains import Chain, find_chains, is_pair
from extract.times.elsewhere import isolated_date
from extract.times.modalities import modality_of
from extract.times.reading import times_of
from extract.times.uses import is_counted, is_lunar
from schemas import TaskTime
from schemas.time import Alternative

_SPACES = re.compile(r"\s+")
# a cell's lines, joined by semicolons, whose break cut an expression: "Tháng; 03/2022"
_BROKEN = re.compile(
    r"(?<=tháng)\s?;\s?|(?<=ngày)\s?;\s?|(?<=quý)\s?;\s?|(?<=năm)\s?;\s?|(?<=từ)\s?;\s?"
    r"|(?<=đến)\s?;\s?|(?<=trước)\s?;\s?|(?<=học)\s?;\s?|(?<=[-–/,])\s?;\s?"
    r"|\s?;\s?(?=(?:đến|tới|năm|hằng|hàng)(?!\w)|[-–/]\s?\d)",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters; a longer cell is no time


def read_time(words: str, context: Context) -> tuple[TaskTime, ...]:
    """The times that a whole cell or label means, in order, each once.

    Two separate stretches give two. A cell that hangs on something else (`Theo quy định`, `Sau
    khi có hướng dẫn`) gives a time without days; words that are no time give none.
    """
    text = _BROKEN.sub(" ", _SPACES.sub(" ", words[:_LONGEST]).strip())
    found: list[TaskTime] = []
    chains = list(find_chains(text, 0, len(text)))
    if all(c.head.atom.weak and c.head.atom.kind == "year" for c in chains):
        date = isolated_date(text)
        if date is not None:
            return (TaskTime(start=date, end=date, precision="day", as_written=text),)
    for chain in chains:
        if chain.head.atom.kind == "weekday" and chain.rhythm is None:
            continue
        if modality_of(chain) in ("reference", "condition") or is_pair(chain):
            continue
        if is_counted(text, chain) or is_lunar(text, chain):
            continue
        for time in times_of(chain, context, text[chain.start : chain.end]):
            _add(found, time, text, chain)
    if not found and (_HANGING.match(text) or any(is_lunar(text, c) for c in chains)):
        return (TaskTime(as_written=text),)
    return tuple(found)


# times that hang on something else: no day, but the work has a time of this kind
_HANGING = re.compile(
    r"(?:ngay\s+)?(?:theo|sau khi|sau \d{1,3} (?:ngày|tháng)|khi|trước khi|trong vòng"
    r"|trong thời hạn|kể từ|căn cứ|tùy|tuỳ|đột xuất"
    r"|(?:trong |trước |sau |vào |nhân )?(?:dịp |ngày )?(?:rằm|tết|tháng giêng|tháng chạp|lễ)"
    r"|dịp|định kỳ|\d{1,3} (?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?\s+(?:sau|trước|kể từ|tính từ)"
    r"|hoàn thành theo|(?:báo cáo|thực hiện)\s+(?:theo|khi|đột xuất|định kỳ))(?!\w)",
    re.IGNORECASE,
)


def _add(found: list[TaskTime], time: TaskTime, text: str, chain: Chain) -> None:
    """A deadline in brackets sharpens the stretch before it; one said twice counts once."""
    inside = text[: chain.start].rstrip()[-1:] == "("
    last = found[-1] if found else None
    if last is not None and last.recurrence and chain.head.atom.label and not last.start:
        if time.start and time.end and not time.assumed:  # "Hằng năm (2026 - 2030)"
            found[-1] = last.model_copy(update={"start": time.start, "end": time.end})
        return
    if last is not None and inside and _sharpens(time, last):
        found[-1] = last.model_copy(
            update={
                "end": time.end,
                "precision": "day",
                "ambiguous": True,
                "alternatives": (Alternative(start=last.start, end=last.end),),
                "as_written": text,
            }
        )
        return
    if last is not None and last.continuous and (time.start or time.recurrence):
        if not time.assumed:
            kept = ("start", "end", "precision", "recurrence")
            found[-1] = last.model_copy(update={k: getattr(time, k) for k in kept})
        return
    if not any(_same(time, other) for other in found):
        found.append(time)


def _sharpens(deadline: TaskTime, stretch: TaskTime) -> bool:
    if deadline.start is not None or deadline.end is None or stretch.recurrence:
        return False
    return stretch.start is not None and deadline.end >= stretch.start


def _same(one: TaskTime, other: TaskTime) -> bool:
    keys = ("start", "end", "recurrence", "continuous")
    return all(getattr(one, k) == getattr(other, k) for k in keys)
