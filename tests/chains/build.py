"""Chains of plans that carry each other out without a contradiction, made from a seed."""

import copy
import datetime as dt
from random import Random
from typing import Any

from chains.offices import ladder
from chains.spec import Aim, Chain, Cite, Office, Sheet, Stage, Work
from chains.write import data, subject_words

from checks.register import register

FIELDS = tuple(data("fields.yaml"))
_WORK_STYLES = 10  # the two last wordings name a month or a quarter
_STAGE_LABELS = ("Đợt", "Giai đoạn", "Đợt")


def build(seed: int) -> Chain:
    """A chain of 3 to 5 plans; the same seed gives the same chain."""
    rng = Random(f"chain {seed}")
    name = FIELDS[seed % len(FIELDS)]
    field = data("fields.yaml")[name]
    after = seed // len(FIELDS) % 2 == 1
    line = rng.choice(field["lines"])
    offices = ladder(rng, field, line, after, rng.choice((3, 4, 4, 5)))
    year = rng.choice((2026, 2027)) if after else rng.choice((2022, 2023, 2024))
    top = _top(rng, field, offices, year)
    sheets = [top]
    for place in range(1, len(offices)):
        sheets.append(_lower(rng, field, sheets, offices, place))
    chain = Chain(name, after, sheets, [])
    chain.others = _others(rng, field, chain)
    return chain


def _first_day(rng: Random, year: int) -> dt.date:
    return dt.date(year, 1, 5) + dt.timedelta(rng.randrange(12))


def _top(rng: Random, field: dict[str, Any], offices: list[Office], year: int) -> Sheet:
    day = _working(_first_day(rng, year))
    subject = rng.choice(field["subject"].split(" | "))
    keys = rng.sample(range(len(field["tasks"])), rng.choice((4, 5, 6)))
    work = []
    for key in keys:
        due = _working(dt.date(year, rng.randint(5, 10), rng.randint(8, 28)))
        work.append(Work(key, _wording(rng, field, key), due, rng.randrange(_WORK_STYLES)))
    start = dt.date(year, 4, 1) + dt.timedelta(rng.randrange(20))
    middle = start + dt.timedelta(70 + rng.randrange(20))
    stages = [
        Stage(1, start, middle, "tuyên truyền, chuẩn bị lực lượng"),
        Stage(2, middle + dt.timedelta(1), dt.date(year, 11, 10), "triển khai cao điểm"),
    ]
    aims = [
        Aim(i, t["what"], t["value"], rng.randrange(10)) for i, t in enumerate(field["targets"])
    ]
    return Sheet(
        office=offices[0],
        number=_number(rng, offices[0], day),
        day=day,
        subject=subject,
        year=year,
        cites=[*_laws(rng, field, day), *_parents(rng, offices[0], None, day)],
        below=offices[1],
        work=work,
        stages=stages if rng.random() < 0.8 else [],
        stage_label=rng.choice(_STAGE_LABELS),
        stage_style=rng.randrange(6),
        aims=aims,
        half=_working(dt.date(year, 6, 20)),
        final=_working(dt.date(year, 12, 10)),
        report_styles=(rng.randrange(5), rng.randrange(5)),
        ask=_working(day + dt.timedelta(rng.randint(28, 40))),
        ask_style=rng.randrange(10),
        movement=(
            field["movement"]["name"],
            year - year % 5 + 1 - 5 * (year % 5 == 0),
            year - year % 5 + 5 - 5 * (year % 5 == 0),
        ),
        theme=field["theme"]["name"] if rng.random() < 0.8 else None,
        styles=_styles(rng),
        table=rng.random() < 0.3,
        wrap=rng.choice((0, 0, 80, 92)),
    )


def _styles(rng: Random) -> dict[str, int]:
    names = ("head", "issuing", "aims", "theme", "movement", "group", "own", "closing")
    return {name: rng.randrange(60) for name in names}


def _wording(rng: Random, field: dict[str, Any], key: int) -> str:
    return str(rng.choice(field["tasks"][key].split(" | ")))


def _lower(
    rng: Random, field: dict[str, Any], above: list[Sheet], offices: list[Office], place: int
) -> Sheet:
    """A plan that carries out the one above it: all its work, not later and not less."""
    upper, office = above[-1], offices[place]
    assert upper.ask is not None
    day = _working(upper.day + dt.timedelta(rng.randint(7, 13)))
    work = [
        Work(w.key, _wording(rng, field, w.key), _earlier(rng, w.due), rng.randrange(_WORK_STYLES))
        for w in upper.work
    ]
    rng.shuffle(work)
    last = place == len(offices) - 1
    sheet = copy.deepcopy(upper)
    sheet.office, sheet.day, sheet.number = office, day, _number(rng, office, day)
    sheet.below = None if last else offices[place + 1]
    sheet.subject = (
        upper.subject if rng.random() < 0.5 else rng.choice(field["subject"].split(" | "))
    )
    sheet.cites = [
        *_laws(rng, field, day),
        *_parents(rng, office, upper.office, day),
        *_bases(rng, above),
    ]
    if rng.random() < 0.25:
        sheet.cites.reverse()
    sheet.work = work
    sheet.stages = copy.deepcopy(upper.stages)
    if sheet.stages:
        sheet.stages[0].start += dt.timedelta(rng.choice((0, 0, 2, 5)))
        sheet.stages[-1].end -= dt.timedelta(rng.choice((0, 0, 3)))
    sheet.stage_style = rng.randrange(6)
    sheet.aims = [
        Aim(a.key, a.what, min(a.value + rng.choice((0, 0, 1, 2)), 100), rng.randrange(10))
        for a in upper.aims
    ]
    sheet.half, sheet.final = _earlier(rng, upper.half), _earlier(rng, upper.final)
    sheet.report_styles = (rng.randrange(5), rng.randrange(5))
    sheet.ask = None if last else _working(day + dt.timedelta(rng.randint(20, 30)))
    sheet.ask_style = rng.randrange(10)
    sheet.styles, sheet.table = _styles(rng), rng.random() < 0.3
    sheet.wrap = rng.choice((0, 0, 80, 92))
    return sheet


def _bases(rng: Random, above: list[Sheet]) -> list[Cite]:
    """The plan right above, often what that one carries out too."""
    found = [cite_of(above[-1], rng.randrange(10))]
    if len(above) > 1 and rng.random() < 0.5:
        found.insert(0, cite_of(above[-2], rng.randrange(10)))
    return found


def cite_of(sheet: Sheet, style: int) -> Cite:
    """A citation of a plan as it is."""
    return Cite("Kế hoạch", sheet.number, sheet.day, sheet.office.name, subject_words(sheet), style)


# By role of the issuer: the role, the letters and the name of the body that it belongs to.
_PARENT = {
    "so": ("tinh", "Ủy ban nhân dân tỉnh"),
    "phong": ("huyen", "Ủy ban nhân dân huyện"),
    "xa": ("tinh huyen", "Ủy ban nhân dân tỉnh"),
}


def _parents(rng: Random, office: Office, upper: Office | None, day: dt.date) -> list[Cite]:
    """A decision of the body that the office belongs to, where no plan of it is above."""
    roles, name = _PARENT.get(office.role, ("", ""))
    if not name or (upper and upper.role in roles.split()):
        return []
    area = f" {office.place}" if office.role != "xa" else ""
    decided = _working(day - dt.timedelta(rng.randint(20, 45)), back=True)
    number = f"{rng.randint(100, 999)}/QĐ-UBND"
    subject = f"giao nhiệm vụ trọng tâm năm {day.year}"
    return [Cite("Quyết định", number, decided, name + area, subject, rng.randrange(10))]


def _laws(rng: Random, field: dict[str, Any], day: dt.date) -> list[Cite]:
    found = []
    for number in field["laws"]:
        known = register().documents.by_number(number)
        if known and known.issued_on and known.state(day) != "lapsed" and known.issued_on < day:
            law = known.kind in ("Luật", "Pháp lệnh")
            style = rng.randrange(2) if law else 2
            found.append(
                Cite(
                    known.kind,
                    known.number,
                    known.issued_on,
                    known.issuer,
                    known.title,
                    style,
                    law=True,
                )
            )
    return found


def _earlier(rng: Random, day: dt.date | None) -> dt.date:
    assert day is not None
    return _working(day - dt.timedelta(rng.randint(4, 9)), back=True)


def _working(day: dt.date, *, back: bool = False) -> dt.date:
    """The working day at or beside a day."""
    while day.weekday() > 4:
        day += dt.timedelta(-1 if back else 1)
    return day


def _number(rng: Random, office: Office, day: dt.date) -> str:
    serial = max(1, day.timetuple().tm_yday * rng.randint(2, 5) // 3) + rng.randint(1, 9)
    if office.role in ("truong", "chi-bo", "phong"):
        serial = serial // 3 + 1
    return f"{serial:02}-KH/{office.code}" if office.party else f"{serial:02}/KH-{office.code}"


def _provincial(rng: Random, field: dict[str, Any], chain: Chain) -> list[Office]:
    """A province's committee and who is below it."""
    while True:
        offices = ladder(rng, field, rng.choice(field["lines"]), chain.after_2025, 5)
        names = [office.role for office in offices]
        first = next((n for n in names if n in ("tinh", "tinh-uy")), None)
        if first:
            return offices[names.index(first) :]


def _others(rng: Random, field: dict[str, Any], chain: Chain) -> list[Sheet]:
    """Another province's plan on the subject, and last year's of the second plan's issuer."""
    top = chain.sheets[0]
    if top.office.role == "bo":  # that carries out the ministry's plan too
        foreign = _lower(rng, field, [top], [top.office, *_provincial(rng, field, chain)], 1)
    else:
        foreign = _top(rng, field, _provincial(rng, field, chain), top.year)
    old = copy.deepcopy(chain.sheets[1])
    shift = dt.timedelta(364)
    old.year, old.day, old.cites = old.year - 1, old.day - shift, []
    for work in old.work:
        work.due -= shift
    for stage in old.stages:
        stage.start, stage.end = stage.start - shift, stage.end - shift
    old.half = old.half - shift if old.half else None
    old.final = old.final - shift if old.final else None
    old.ask = old.ask - shift if old.ask else None
    others = [old]
    if foreign.office.place not in {s.office.place for s in chain.sheets}:
        others.append(foreign)
    return others
