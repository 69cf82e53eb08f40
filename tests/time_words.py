"""Times of a text for the tests of the words by which they are written."""

import datetime as dt

from work_words import when

from extract.context import Context
from extract.times import find_times

CONTEXT = Context(year=2031, issued_on=dt.date(2031, 1, 10))
SCHOOL = Context(year=2031, school_year=2031, issued_on=dt.date(2031, 9, 10))


def times(text: str, context: Context = CONTEXT) -> list[str]:
    """`words | from..to` of each time in a text, its modality where it says no when."""
    return [
        " | ".join(
            [text[m.start : m.end], *(when(t) for t in m.times if when(t) != "..")]
            + ([] if m.modality in ("window", "deadline", "recurring") else [m.modality])
        )
        for m in find_times(text, context, 0, len(text))
    ]
