"""School years (năm học): opening day and ends of the terms, by the ministry's frame."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from checks.reference.confidence import Confidence, confidence_of
from checks.reference.tables import rows


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """`label` is `2023-2024`; `theme` is the year's theme or empty."""

    label: str
    opening: dt.date
    year_ends: dt.date
    theme: str
    confidence: Confidence


@cache
def school_years() -> tuple[SchoolYear, ...]:
    """The years that the program knows."""
    return tuple(
        SchoolYear(
            row["school_year"],
            dt.date.fromisoformat(row["opening"]),
            dt.date.fromisoformat(row["year_ends"]),
            row["theme"],
            confidence_of(row["confidence"]),
        )
        for row in rows("school_years")
    )
