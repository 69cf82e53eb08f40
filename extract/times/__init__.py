"""Times: one grammar for what the genre prints of days, months, quarters, years and rhythms.

Gate, atoms, chains, resolving: `gate` finds where an expression may begin, `atoms` is what is
printed there, `chains` joins ranges, lists and rhythms, `resolving` gives the days in the
context of the document. No day is invented: what stays unknown is null.
"""

from collections.abc import Iterator

from extract.context import Context
from extract.times.cells import read_time
from extract.times.chains import Chain, find_chains, is_pair
from extract.times.conditions import days_after_issue
from extract.times.cycles import next_cycle, of_report
from extract.times.match import Modality, TimeMatch
from extract.times.openings import carried, opens_sentence
from extract.times.periods import read_date, read_period
from extract.times.reading import times_of
from extract.times.sequence import in_sequence
from extract.times.uses import use_of
from schemas import TaskTime

__all__ = [
    "Modality",
    "TimeMatch",
    "find_times",
    "in_sequence",
    "read_date",
    "read_period",
    "read_time",
]

_NO_TIMES = ("reference", "condition")


def find_times(text: str, context: Context, start: int, end: int) -> Iterator[TimeMatch]:
    """The expressions of time in `text[start:end]`, in order, label words included.

    `text` has single spaces, and paragraphs that `\\n` ends.
    """
    known: dict[str, tuple[TaskTime, ...]] = {}  # plans repeat the same few expressions
    opening: Chain | None = None
    held: TimeMatch | None = None  # the opening, until a day of its sentence takes it over
    latest: TimeMatch | None = None  # the rhythm just before, which others may follow
    for chain in find_chains(text, start, end):
        other = next_cycle(text, latest, chain) if latest is not None else None
        if other is not None:
            if held is not None:
                yield held
                held = None
            yield other
            latest = other
            continue
        again = carried(text, opening, chain) if opening is not None else ()
        if again and opening is not None:
            rhythm = (opening.start, opening.end)
            latest = TimeMatch(chain.start, chain.end, again, "recurring", rhythm)
            yield latest
            held = None
            continue
        if held is not None:
            yield held
            held = None
        match = _match(text, chain, context, known)
        latest = match if match is not None and match.modality == "recurring" else None
        if match is None:
            continue
        if opens_sentence(text, chain):
            opening, held = chain, match
        else:
            yield match
    if held is not None:
        yield held


def _match(
    text: str, chain: Chain, context: Context, known: dict[str, tuple[TaskTime, ...]]
) -> TimeMatch | None:
    """What one expression is, `None` where its digits are no time."""
    above = context.inherited
    in_month = above is not None and above.precision == "month"
    modality = use_of(text, chain, in_month=in_month)
    if modality is None:
        return of_report(text, chain)
    if modality == "condition":
        due = days_after_issue(text, chain, context)
        if due is not None:
            return due
    if modality in _NO_TIMES or (modality == "anniversary" and is_pair(chain)):
        return TimeMatch(chain.start, chain.end, (), modality)
    words = text[chain.start : chain.end]
    if words not in known:
        known[words] = times_of(chain, context, words)
    return TimeMatch(chain.start, chain.end, known[words], modality)
