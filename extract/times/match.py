"""TimeMatch: one printed expression of time and what it says."""

from dataclasses import dataclass
from typing import Literal

from schemas import TaskTime

Modality = Literal[
    "window",  # happens inside: "trong quý I"
    "deadline",  # latest moment: "trước ngày 15/6", "hoàn thành trong tháng 8"
    "label",  # names a period that something is about: "năm 2024", "giai đoạn 2021-2025"
    "recurring",  # comes again: "ngày 15 hằng tháng"
    "continuous",  # "thường xuyên"
    "anniversary",  # a day's name: "Ngày Nhà giáo Việt Nam 20/11"
    "reference",  # the day of another document: "số 12/KH-UBND ngày 05/3/2024"
    "condition",  # hangs on an event: "05 ngày kể từ ngày nhận"
]


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """`text[start:end]` with its label words (`trước ngày`, `hoàn thành trong`).

    `times` has one entry for each separate stretch or rhythm, in order; it is empty for
    references and conditions. Labels and anniversaries have times and set none for work.
    `rhythm` is where the sentence says how often, if that is not inside the stretch: `Hằng
    năm, các xã báo cáo trước ngày 30/11`.
    """

    start: int
    end: int
    times: tuple[TaskTime, ...]
    modality: Modality
    rhythm: tuple[int, int] | None = None
