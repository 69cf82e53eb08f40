"""Mutants: a chain with one contradiction planted in one place, and what must be said of it."""

import copy
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from chains.build import FIELDS
from chains.spec import Chain, Cite, Sheet
from chains.write import data, day_words, say

from checks.register import register

_HOPED = "Phấn đấu"  # what is only hoped for binds nobody
_MERGED = (
    "Phòng Giáo dục và Đào tạo huyện Phú Lâm",
    "UBND huyện Sơn Bình",
    "Ủy ban nhân dân các huyện, thị xã, thành phố",
    "Sở Kế hoạch và Đầu tư",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Giao thông vận tải",
    "Phòng Tư pháp huyện Thạch Long",
    "UBND cấp huyện",
    "Sở Thông tin và Truyền thông",
    "Phòng Nội vụ các huyện",
)


@dataclass(frozen=True)
class Mutant:
    """`words` stand in a quotation of the finding that must be there, in `sheets[place]`."""

    rule: str
    chain: Chain
    place: int
    words: str


Found = tuple[int, str] | None
Plant = Callable[[Random, Chain], Found]


def _lower(rng: Random, chain: Chain) -> tuple[int, Sheet, Sheet]:
    """A plan that carries out another, and that one."""
    place = rng.randrange(1, len(chain.sheets))
    return place, chain.sheets[place], chain.sheets[place - 1]


def _plan_cites(chain: Chain, place: int) -> list[Cite]:
    numbers = {s.number for s in chain.sheets[:place]}
    return [c for c in chain.sheets[place].cites if c.number in numbers]


def _uncited(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = _lower(rng, chain)
    every = rng.random() < 0.6
    sheet.cites = [
        c
        for c in sheet.cites
        if c not in _plan_cites(chain, place) or (not every and c.number != upper.number)
    ]
    return place, ""


def _parent_uncited(rng: Random, chain: Chain) -> Found:
    for place, sheet in enumerate(chain.sheets):
        kept = [c for c in sheet.cites if not c.number.endswith("QĐ-UBND")]
        parents = [c for c in kept if c.number.endswith("KH-UBND")]
        if kept and len(kept) < len(sheet.cites) and not parents:
            sheet.cites = kept
            return place, ""
    return None


def _lapsed(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    numbers = list(data("fields.yaml")[chain.field]["lapsed"])
    numbers += [n for name in FIELDS for n in data("fields.yaml")[name]["lapsed"]]
    for number in numbers[: 1 + rng.randrange(3)][::-1] + numbers:
        known = register().documents.by_number(number)
        if known and known.issued_on and known.valid_to and known.valid_to < sheet.day:
            law = known.kind == "Luật"
            sheet.cites.insert(
                0,
                Cite(
                    known.kind,
                    known.number,
                    known.issued_on,
                    known.issuer,
                    known.title,
                    rng.randrange(2) if law else 2,
                    law=True,
                ),
            )
            return place, ""
    return None


def _own_number(sheet: Sheet, rng: Random, kind: str) -> tuple[str, str]:
    """A number and an issuer of a body above the plan's, that is not in the database."""
    serial = rng.randint(300, 990)
    if sheet.office.party:
        return f"{serial}-{kind}/TU", "Tỉnh ủy"
    return f"{serial}/{kind}-UBND", "Ủy ban nhân dân tỉnh"


def _younger(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    if place and rng.random() < 0.5:
        _reissue(chain, place, chain.sheets[place - 1].day - dt.timedelta(rng.randint(2, 4)))
        return place, ""
    number, issuer = _own_number(sheet, rng, "QĐ")
    day = sheet.day + dt.timedelta(rng.randint(3, 40))
    sheet.cites.append(
        Cite(
            "Quyết định",
            number,
            day,
            issuer,
            "phân công nhiệm vụ cho các đơn vị",
            rng.choice((0, 1, 2, 3, 6)),
        )
    )
    return place, day_words(day)


def _reissue(chain: Chain, place: int, day: dt.date) -> None:
    """Another day of issue, in the plan and wherever it is cited."""
    chain.sheets[place].day = day
    for sheet in chain.sheets:
        for cite in sheet.cites:
            if cite.number == chain.sheets[place].number:
                cite.day = day


def _ended_basis(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    first = sheet.year - rng.randint(6, 9)
    last = sheet.year - rng.randint(1, 3)
    number, issuer = _own_number(sheet, rng, rng.choice(("CTr", "KH")))
    kind = "Chương trình" if "CTr" in number else "Kế hoạch"
    subject = f"{sheet.subject} giai đoạn {first}-{last}"
    sheet.cites.insert(
        0, Cite(kind, number, dt.date(first, 3, 12), issuer, subject, rng.randrange(10))
    )
    return place, f"{first}-{last}"


def _less(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = _lower(rng, chain)
    worded = [(a, say("target", a.style, value=0, what="")) for a in upper.aims]
    firm = [aim for aim, words in worded if not words.startswith(_HOPED)]
    if not firm:
        return None
    above = rng.choice(firm)
    aim = next(a for a in sheet.aims if a.key == above.key)
    aim.value = above.value - rng.randint(1, 15)
    return place, f"{aim.value}%"


def _too_late(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = _lower(rng, chain)
    if rng.random() < 0.3:
        half = rng.random() < 0.5
        theirs = upper.half if half else upper.final
        if theirs is None:
            return None
        day = theirs + dt.timedelta(rng.choice((5, 6, 7, 10, 12)))
        day += dt.timedelta((7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
        sheet.half, sheet.final = (day, sheet.final) if half else (sheet.half, day)
        return place, day_words(day)
    work = rng.choice(sheet.work)
    above = next(w for w in upper.work if w.key == work.key)
    coarse = rng.random()
    if coarse < 0.1 and above.due.month < 9 and not sheet.table:
        work.due, work.style = dt.date(above.due.year, (above.due.month + 2) // 3 * 3 + 2, 15), 11
        return place, "quý"
    if coarse < 0.2 and above.due.month < 11 and not sheet.table:
        work.due, work.style = dt.date(above.due.year, above.due.month + 1, 15), 10
        return place, f"{work.due.month}/{work.due.year}"
    work.due = above.due + dt.timedelta(rng.randint(8, 45))
    return place, day_words(work.due)


def _left_out(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = _lower(rng, chain)
    gone = rng.choice(sheet.work)
    sheet.work.remove(gone)
    return place, next(w for w in upper.work if w.key == gone.key).words[1:]


def _ended_body(rng: Random, chain: Chain) -> Found:
    if not chain.after_2025:
        return None
    place = rng.randrange(len(chain.sheets))
    body = rng.choice(_MERGED)
    lines = (
        [f"3. {body}", "Phối hợp kiểm tra, bố trí cán bộ tham gia các đoàn công tác"],
        [f"Phối hợp với {body} rà soát đối tượng, thống nhất số liệu"],
        [f"Gửi hồ sơ về {body} để thẩm định"],
        [f"3. Giao {body} chủ trì theo dõi việc thực hiện Kế hoạch."],
    )
    chain.sheets[place].extra = rng.choice(lines)
    return place, ""


def _two_bases(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    about = f"nâng cao chất lượng {sheet.subject.removeprefix('công tác ')}"
    first = sheet.year - rng.randint(1, 3)
    spans = (first, first + 5), (first + rng.choice((-1, 1)), first + rng.randint(6, 9))
    for (start, end), kind in zip(spans, ("KH", "CTr"), strict=True):
        number, issuer = _own_number(sheet, rng, kind)
        name = "Kế hoạch" if kind == "KH" else "Chương trình"
        sheet.cites.append(
            Cite(
                name,
                number,
                dt.date(first - 1, 11, 15),
                issuer,
                f"{about} giai đoạn {start}-{end}",
                rng.randrange(10),
            )
        )
    return place, f"{spans[0][0]}-{spans[0][1]}"


def _misdated(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    laws = [c for c in chain.sheets[place].cites if c.law]
    if not laws:
        return None
    cite = rng.choice(laws)
    days = [d for d in range(1, 28) if d != cite.day.day]
    cite.day = cite.day.replace(day=rng.choice(days))
    return place, ""


def _unknown(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    number, issuer = _own_number(sheet, rng, rng.choice(("KH", "QĐ", "CT")))
    kind = {"KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị"}[
        number.split("/")[-1].split("-")[0]
        if not sheet.office.party
        else number.split("-")[1].split("/")[0]
    ]
    sheet.cites.append(
        Cite(
            kind,
            number,
            sheet.day - dt.timedelta(rng.randint(30, 300)),
            issuer,
            "bảo đảm điều kiện thực hiện nhiệm vụ",
            rng.randrange(10),
        )
    )
    return place, number


def _miscited(rng: Random, chain: Chain) -> Found:
    place, _, upper = _lower(rng, chain)
    cite = next((c for c in _plan_cites(chain, place) if c.number == upper.number), None)
    if cite is None:
        return None
    place_of_upper = upper.office.place
    which = rng.randrange(3 if place_of_upper in cite.issuer else 2)
    if which == 0:
        cite.day += dt.timedelta(rng.choice((-3, -2, -1, 1, 2, 3)))
        return place, ""
    if which == 1:
        serial = "".join(c for c in cite.number if c.isdigit())
        wrong = str(int(serial) + rng.choice((1, 2, 10, 100)))
        cite.number = cite.number.replace(serial, wrong.zfill(2), 1)
        return place, cite.number
    other = rng.choice(
        ("Hà Tĩnh", "Cao Bằng", "Lạng Sơn")
        if "tỉnh" in cite.issuer.lower()
        else ("Hòa An", "Kim Sơn", "Lục Nam")
    )
    cite.issuer = cite.issuer.replace(place_of_upper, other)
    return place, ""


def _other_period(rng: Random, chain: Chain) -> Found:
    place, sheet, _ = _lower(rng, chain)
    if sheet.movement is None:
        return None
    name, first, last = sheet.movement
    first, last = rng.choice(((first + 1, last), (first, last + 1), (first - 1, last + 4)))
    sheet.movement = name, first, last
    return place, name


def _misnamed(rng: Random, chain: Chain) -> Found:
    place, sheet, _ = _lower(rng, chain)
    if sheet.movement is None:
        return None
    right, wrong = data("fields.yaml")[chain.field]["movement"]["changed"]
    name = sheet.movement[0].replace(right, wrong)
    sheet.movement = (name, *sheet.movement[1:])
    return place, wrong


def _misquoted(rng: Random, chain: Chain) -> Found:
    place, sheet, _ = _lower(rng, chain)
    if sheet.theme is None:
        return None
    right, wrong = data("fields.yaml")[chain.field]["theme"]["changed"]
    sheet.theme = sheet.theme.replace(right, wrong)
    return place, wrong


def _outside(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = _lower(rng, chain)
    if not sheet.stages:
        return None
    n = rng.randrange(2)
    stage, above = sheet.stages[n], upper.stages[n]
    if n == 1 or rng.random() < 0.5:
        stage.end = above.end + dt.timedelta(rng.randint(5, 20))
        if n == 0:
            sheet.stages[1].start = stage.end + dt.timedelta(1)
        return place, day_words(stage.end)
    stage.start = above.start - dt.timedelta(rng.randint(5, 20))
    return place, day_words(stage.start)


def _belated(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = _lower(rng, chain)
    if upper.ask is None:
        return None
    late = (upper.ask - sheet.day) + dt.timedelta(rng.randint(2, 15))
    for n in range(place, len(chain.sheets)):
        _reissue(chain, n, chain.sheets[n].day + late)
        ask = chain.sheets[n].ask
        chain.sheets[n].ask = ask + late if ask else None
    return place, ""


PLANTS: dict[str, Plant] = {
    "A00": _uncited,
    "A02": _parent_uncited,
    "A03": _lapsed,
    "A04": _younger,
    "A05": _ended_basis,
    "A08": _less,
    "A09": _too_late,
    "A10": _left_out,
    "A12": _ended_body,
    "A13": _two_bases,
    "C10": _misdated,
    "C16": _unknown,
    "C17": _miscited,
    "E03": _other_period,
    "F01": _misnamed,
    "F04": _misquoted,
    "P01": _outside,
    "P02": _belated,
}


def mutant(rule: str, chain: Chain, seed: int) -> Mutant | None:
    """The chain with a fault of a rule in it, or `None` where it has no place for one."""
    changed = copy.deepcopy(chain)
    found = PLANTS[rule](Random(f"{rule} {seed}"), changed)
    return Mutant(rule, changed, *found) if found else None
