"""Faults of citations: left out, wrong, lapsed, too young, ended, at odds with each other."""

import datetime as dt
from random import Random

from chains.build import FIELDS
from chains.spec import Chain, Cite
from chains.spots import Found, lower, own_number, plan_cites, reissue
from chains.write import data, day_words

from checks.register import register


def uncited(rng: Random, chain: Chain) -> Found:
    place, sheet, upper = lower(rng, chain)
    every = rng.random() < 0.6
    sheet.cites = [
        c
        for c in sheet.cites
        if c not in plan_cites(chain, place) or (not every and c.number != upper.number)
    ]
    return place, ""


def parent_uncited(rng: Random, chain: Chain) -> Found:
    for place, sheet in enumerate(chain.sheets):
        kept = [c for c in sheet.cites if not c.number.endswith("QĐ-UBND")]
        parents = [c for c in kept if c.number.endswith("KH-UBND")]
        if kept and len(kept) < len(sheet.cites) and not parents:
            sheet.cites = kept
            return place, ""
    return None


def lapsed(rng: Random, chain: Chain) -> Found:
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


def younger(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    if place and rng.random() < 0.5:
        reissue(chain, place, chain.sheets[place - 1].day - dt.timedelta(rng.randint(2, 4)))
        return place, ""
    number, issuer = own_number(sheet, rng, "QĐ")
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


def ended_basis(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    first = sheet.year - rng.randint(6, 9)
    last = sheet.year - rng.randint(1, 3)
    number, issuer = own_number(sheet, rng, rng.choice(("CTr", "KH")))
    kind = "Chương trình" if "CTr" in number else "Kế hoạch"
    subject = f"{sheet.subject} giai đoạn {first}-{last}"
    sheet.cites.insert(
        0, Cite(kind, number, dt.date(first, 3, 12), issuer, subject, rng.randrange(10))
    )
    return place, f"{first}-{last}"


def two_bases(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    about = f"nâng cao chất lượng {sheet.subject.removeprefix('công tác ')}"
    first = sheet.year - rng.randint(1, 3)
    spans = (first, first + 5), (first + rng.choice((-1, 1)), first + rng.randint(6, 9))
    for (start, end), kind in zip(spans, ("KH", "CTr"), strict=True):
        number, issuer = own_number(sheet, rng, kind)
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


def misdated(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    laws = [c for c in chain.sheets[place].cites if c.law]
    if not laws:
        return None
    cite = rng.choice(laws)
    days = [d for d in range(1, 28) if d != cite.day.day]
    cite.day = cite.day.replace(day=rng.choice(days))
    return place, ""


def unknown(rng: Random, chain: Chain) -> Found:
    place = rng.randrange(len(chain.sheets))
    sheet = chain.sheets[place]
    number, issuer = own_number(sheet, rng, rng.choice(("KH", "QĐ", "CT")))
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


def miscited(rng: Random, chain: Chain) -> Found:
    place, _, upper = lower(rng, chain)
    cite = next((c for c in plan_cites(chain, place) if c.number == upper.number), None)
    if cite is None:
        return None
    place_of_upper = upper.office.place
    which = rng.randrange(3 if place_of_upper in cite.issuer and not upper.office.party else 2)
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
