"""Number-rate plausibility.

What it checks: whether the numbers of one issuer and kind within a year grow with their days,
and whether a number of the first days of January is plausible beside another year's.
Why: numbers are given in order through the year, so a smaller number on a later day means that
a number or a day is wrong.
Example: `120/KH-SYT ngày 02/5/2025` beside `95/KH-SYT ngày 20/6/2025`.
What to do: look at both originals.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3 (numbers run through the year from 1 January).

Kiểm tra gì: số văn bản cùng loại của một cơ quan trong năm có tăng theo ngày ban hành hay
không, và số ở những ngày đầu tháng 1 có hợp lý so với năm khác hay không.
Vì sao: số văn bản lấy lần lượt trong năm; ngày sau mà số nhỏ hơn thì số hoặc ngày sai.
Ví dụ: `120/KH-SYT ngày 02/5/2025` bên cạnh `95/KH-SYT ngày 20/6/2025`.
Cần làm: đối chiếu cả hai văn bản gốc.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3 (số liên tục từ 01/01 đến 31/12).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.case import Case
from checks.citing import same_issuer, short_words
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation
from schemas.keys import number_key

_MOST = 80  # documents of one register that are compared
_EARLY = 10  # day of the year up to which a large number is strange
_MANY = 40
_FASTER = 8  # times the other year's rate


@dataclass(frozen=True, slots=True)
class Dated:
    """A numbered document of a register."""

    citation: Citation
    serial: int
    day: dt.date

    @property
    def rate(self) -> float:
        """Numbers a day since New Year."""
        return self.serial / self.day.timetuple().tm_yday


def _registers(case: Case) -> Iterator[list[Dated]]:
    """The cited documents by register: one symbol, one issuer named by the words."""
    groups: dict[str, list[Dated]] = {}
    seen: set[tuple[str, dt.date]] = set()
    for citation in case.plan.citations:
        symbol = read_symbol(citation.number or "")
        if symbol.system != "state" or symbol.year or not citation.issued_on or not symbol.serial:
            continue
        key = (number_key(citation.number or ""), citation.issued_on)
        if key not in seen:
            seen.add(key)
            group = f"{symbol.kind}-{number_key(symbol.body)}"
            groups.setdefault(group, []).append(Dated(citation, symbol.serial, citation.issued_on))
    yield from groups.values()


def _one_register(one: Dated, other: Dated) -> bool:
    """Whether the issuer is one; UBND without a name may be of any place."""
    same = same_issuer(one.citation.issuer, other.citation.issuer)
    shared = read_symbol(one.citation.number or "").issuer.upper() in ("UBND", "HĐND", "ĐU")
    return same is True or (same is None and not shared)


def _strange(early: Dated, late: Dated) -> bool:
    if early.day.year == late.day.year:
        return early.serial > late.serial and (late.day - early.day).days >= 2
    first, second = sorted((early, late), key=lambda d: d.day.timetuple().tm_yday)
    near_new_year = first.day.timetuple().tm_yday <= _EARLY
    return near_new_year and first.serial >= _MANY and first.rate >= _FASTER * second.rate


def _find(case: Case) -> Iterator[Fault]:
    for register in _registers(case):
        for early, late in combinations(sorted(register, key=lambda d: d.day)[:_MOST], 2):
            if not _one_register(early, late) or not _strange(early, late):
                continue
            wrong, other = (early, late) if early.rate >= late.rate else (late, early)
            yield Fault(
                Text(
                    f"Số {wrong.citation.number} ngày {wrong.day:%d/%m/%Y} khó hợp lý bên cạnh "
                    f"số {other.citation.number} ngày {other.day:%d/%m/%Y}.",
                    f"{wrong.citation.number} of {wrong.day:%d/%m/%Y} is hardly plausible beside "
                    f"{other.citation.number} of {other.day:%d/%m/%Y}.",
                ),
                Text("Đối chiếu số và ngày của cả hai.", "Check number and day of both."),
                (
                    case.here(*short_words(case, wrong.citation)),
                    case.here(*short_words(case, other.citation)),
                ),
            )


RULE = Rule(
    "C08", "warn", Text("Số văn bản khó hợp lý", "Number-rate plausibility"), _find,
    yields_to=("C17", "C10"), letters=True,
)  # fmt: skip
