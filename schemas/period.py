"""Period (thời kỳ): a labelled span of days, both days included."""

import datetime as dt

from schemas.base import Noun


class Period(Noun):
    """`năm 2024`, `năm học 2023-2024`, `giai đoạn 2021-2025` as printed, and their days.

    A school year runs from 1 September to 31 August, a year or a range of years from
    1 January of the first to 31 December of the last.
    """

    label: str
    start: dt.date | None = None
    end: dt.date | None = None
