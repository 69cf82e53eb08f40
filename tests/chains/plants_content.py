"""Faults of what a plan says: days, shares, work, bodies, names, phases."""

import datetime as dt
from random import Random

from chains.spec import Chain
from chains.spots import Found, lower, reissue
from chains.write import data, day_words, say

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


def less(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = lower(rng, chain)
    worded = [(a, say("target", a.style, value=0, what="")) for a in upper.aims]
    firm = [aim for aim, words in worded if not words.startswith(_HOPED)]
    if not firm:
        return None
    above = rng.choice(firm)
    aim = next(a for a in sheet.aims if a.key == above.key)
    aim.value = above.value - rng.randint(1, 15)
    return place, f"{aim.value}%"


def too_late(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = lower(rng, chain)
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


def left_out(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = lower(rng, chain)
    gone = rng.choice(sheet.work)
    sheet.work.remove(gone)
    return place, next(w for w in upper.work if w.key == gone.key).words[1:]


def ended_body(rng: Random, chain: Chain) -> Found:
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


def other_period(rng: Random, chain: Chain) -> Found:
    place, sheet, _ = lower(rng, chain)
    if sheet.movement is None:
        return None
    name, first, last = sheet.movement
    first, last = rng.choice(((first + 1, last), (first, last + 1), (first - 1, last + 4)))
    sheet.movement = name, first, last
    return place, name


def misnamed(rng: Random, chain: Chain) -> Found:
    place, sheet, _ = lower(rng, chain)
    if sheet.movement is None:
        return None
    right, wrong = data("fields.yaml")[chain.field]["movement"]["changed"]
    name = sheet.movement[0].replace(right, wrong)
    sheet.movement = (name, *sheet.movement[1:])
    return place, wrong


def misquoted(rng: Random, chain: Chain) -> Found:
    place, sheet, _ = lower(rng, chain)
    if sheet.theme is None:
        return None
    right, wrong = data("fields.yaml")[chain.field]["theme"]["changed"]
    sheet.theme = sheet.theme.replace(right, wrong)
    return place, wrong


def outside(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = lower(rng, chain)
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


def belated(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = lower(rng, chain)
    if upper.ask is None:
        return None
    late = (upper.ask - sheet.day) + dt.timedelta(rng.randint(2, 15))
    for n in range(place, len(chain.sheets)):
        reissue(chain, n, chain.sheets[n].day + late)
        ask = chain.sheets[n].ask
        chain.sheets[n].ask = ask + late if ask else None
    return place, ""
