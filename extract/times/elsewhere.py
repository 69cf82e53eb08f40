"""A second reader for one isolated date in a form that the grammar does not know.

`15 Jun 2024` or `June 15, 2024` in a cell: dateparser reads it, with day, month and year all
required and a fixed base, and only where the words are short and print a year.
"""

import datetime as dt
import re

_CANDIDATE = re.compile(r"(?=.*\b(?:19|20)\d{2}\b)(?=.*[^\W\d_]{3})[\w\s,./-]{8,32}")
_MOST_WORDS = 3
_BASE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - fixed, and never part of a result


def isolated_date(words: str) -> dt.date | None:
    """The day that a short text is, or `None`; imports dateparser only when asked in earnest."""
    if not _CANDIDATE.fullmatch(words) or len(re.findall(r"\d+", words)) < 2:
        return None
    if len(re.findall(r"[^\W\d_]+", words)) > _MOST_WORDS:
        return None
    import dateparser

    found = dateparser.parse(
        words,
        languages=["vi", "en"],
        settings={
            "RELATIVE_BASE": _BASE,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "DATE_ORDER": "DMY",
        },
    )
    if found is None or str(found.year) not in words:
        return None
    return found.date()
