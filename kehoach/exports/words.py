"""Words for the codes of columns, for people who read a workbook."""

from collections.abc import Mapping
from typing import TypeVar

from kehoach.i18n import N_, _
from schemas.time import Precision

Code = TypeVar("Code", bound=str)

PRECISION_WORDS: dict[Precision, str] = {
    "day": N_("day"),
    "month": N_("month"),
    "quarter": N_("quarter"),
    "half-year": N_("half-year"),
    "year": N_("year"),
    "school-year": N_("school year"),
    "none": N_("not said"),
}

STATE_WORDS = {
    "stored": N_("stored"),
    "probable-duplicate": N_("probably a duplicate"),
    "duplicate": N_("duplicate"),
}


def translated(words: Mapping[Code, str]) -> dict[str, str]:
    """The words in the language spoken."""
    return {code: _(each) for code, each in words.items()}
