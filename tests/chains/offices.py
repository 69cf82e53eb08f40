"""Ladders of offices: state by fields and by places, and the Party, before and after July 2025."""

from random import Random
from typing import Any

from chains.spec import Office

Data = dict[str, Any]

BEFORE = ("Thanh Hóa", "Nghệ An", "Bắc Giang", "Quảng Bình", "Nam Định", "Hà Giang", "Phú Yên")
AFTER = ("Thanh Hóa", "Nghệ An", "Bắc Ninh", "Quảng Trị", "Ninh Bình", "Tuyên Quang", "Đắk Lắk")
DISTRICTS = ("Phú Lâm", "Tân Hưng", "Sơn Bình", "Thạch Long", "Vĩnh An", "Đông Khê", "Mỹ Trung")
COMMUNES = (
    "Yên Thạch",
    "Hòa Lộc",
    "Tân Phong",
    "Cẩm Đông",
    "Xuân Thượng",
    "Bình Minh",
    "Đại Thắng",
)
SCHOOLS = (("Trường Trung học cơ sở", "THCS"), ("Trường Tiểu học", "TH"), ("Trường Mầm non", "MN"))

LADDERS = {
    ("schools", False): ("bo", "tinh", "so", "phong", "truong"),
    ("schools", True): ("bo", "tinh", "so", "xa", "truong"),
    ("people", False): ("bo", "tinh", "huyen", "xa"),
    ("people", True): ("bo", "tinh", "so", "xa"),
    ("government", False): ("bo", "tinh", "huyen", "truong"),
    ("government", True): ("bo", "tinh", "xa", "truong"),
    ("party", False): ("tinh-uy", "huyen-uy", "dang-uy", "chi-bo"),
    ("party", True): ("tinh-uy", "dang-uy", "chi-bo"),
}


def ladder(rng: Random, data: Data, line: str, after: bool, length: int) -> list[Office]:
    """Neighbouring rungs of a ladder, the highest first."""
    rungs = LADDERS[line, after]
    start = rng.randrange(max(len(rungs) - length, 0) + 1)
    places = {
        "tinh": rng.choice(AFTER if after else BEFORE),
        "huyen": rng.choice(DISTRICTS),
        "xa": rng.choice(COMMUNES),
        "truong": rng.choice(("Lê Hồng Phong", "Hoa Sen", "Nguyễn Trãi", "Kim Đồng", "Bắc Sơn")),
    }
    return [_office(rng, rung, data, after, places) for rung in rungs[start : start + length]]


def _office(rng: Random, rung: str, data: Data, after: bool, at: dict[str, str]) -> Office:
    made = {
        "bo": _ministry,
        "tinh": _province,
        "so": _department,
        "huyen": _district,
        "phong": _office_of_district,
        "xa": _commune,
        "truong": _school,
        "tinh-uy": _province_party,
        "huyen-uy": _district_party,
        "dang-uy": _commune_party,
        "chi-bo": _cell,
    }[rung]
    office = made(rng, data, after, at)
    office.region = ", ".join(_region(rung, after, at))
    return office


def _region(rung: str, after: bool, at: dict[str, str]) -> list[str]:
    """Its own place and those around it, the nearest first."""
    commune = (
        [f"xã {at['xa']}"]
        if rung in ("xa", "dang-uy", "chi-bo") or (rung == "truong" and after)
        else []
    )
    district = [] if after or rung in ("bo", "tinh", "so", "tinh-uy") else [f"huyện {at['huyen']}"]
    return [] if rung == "bo" else [*commune, *district, f"tỉnh {at['tinh']}"]


def _ministry(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    m = data["ministry"]
    name = m.get("name_after", m["name"]) if after else m["name"]
    code = m.get("code_after", m["code"]) if after else m["code"]
    return Office(
        "bo",
        (name.upper(),),
        name,
        name,
        code,
        "Hà Nội",
        (),
        ("BỘ TRƯỞNG",),
        ("Văn phòng Bộ", "Vụ Kế hoạch - Tài chính"),
    )


def _province(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    p = at["tinh"]
    group = (
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        "UBND các tỉnh, thành phố",
        "Ủy ban nhân dân cấp tỉnh",
    )
    return Office(
        "tinh",
        ("ỦY BAN NHÂN DÂN", f"TỈNH {p.upper()}"),
        f"Ủy ban nhân dân tỉnh {p}",
        "UBND tỉnh",
        "UBND",
        p,
        group,
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("Văn phòng UBND tỉnh", "Sở Tài chính"),
    )


def _department(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    d = data["department"]
    name = d["after"] if after else d["before"]
    code = d["code_after"] if after else d["code"]
    group = (name, f"Giao {name}")
    return Office(
        "so",
        (f"UBND TỈNH {at['tinh'].upper()}", name.upper()),
        name,
        name,
        code,
        at["tinh"],
        group,
        ("GIÁM ĐỐC",),
        ("Văn phòng Sở", "Phòng Kế hoạch - Tài chính"),
    )


def _district(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    h = at["huyen"]
    group = (
        "Ủy ban nhân dân các huyện, thị xã, thành phố",
        "UBND cấp huyện",
        "UBND các huyện, thành phố",
    )
    return Office(
        "huyen",
        ("ỦY BAN NHÂN DÂN", f"HUYỆN {h.upper()}"),
        f"Ủy ban nhân dân huyện {h}",
        "UBND huyện",
        "UBND",
        h,
        group,
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("Văn phòng HĐND và UBND huyện", "Phòng Tài chính - Kế hoạch"),
    )


def _office_of_district(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    o, h = data["office"], at["huyen"]
    field = o["name"].removeprefix("Phòng ")
    group = (
        f"Các phòng {field[0].lower()}{field[1:]}",
        f"{o['name']} các huyện, thành phố",
        f"Các {o['name'][0].lower()}{o['name'][1:]}",
    )
    return Office(
        "phong",
        (f"UBND HUYỆN {h.upper()}", o["name"].upper()),
        f"{o['name']} huyện {h}",
        o["name"],
        o["code"],
        h,
        group,
        ("TRƯỞNG PHÒNG",),
        ("Bộ phận văn phòng", "Bộ phận kế toán"),
    )


def _commune(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    x = at["xa"]
    group = (
        "Ủy ban nhân dân các xã, phường",
        "UBND cấp xã",
        "UBND các xã, phường" if after else "UBND các xã, thị trấn",
    )
    own = (
        ("Văn phòng HĐND và UBND xã", "Phòng Kinh tế")
        if after
        else ("Công chức Văn phòng - Thống kê", "Công chức Tài chính - Kế toán")
    )
    return Office(
        "xa",
        ("ỦY BAN NHÂN DÂN", f"XÃ {x.upper()}"),
        f"Ủy ban nhân dân xã {x}",
        "UBND xã",
        "UBND",
        x,
        group,
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        own,
    )


def _school(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    kind, code = rng.choice(SCHOOLS)
    name = f"{kind} {at['truong']}"
    initials = "".join(word[0] for word in at["truong"].split())
    parent = (
        f"ỦY BAN NHÂN DÂN XÃ {at['xa'].upper()}" if after else f"UBND HUYỆN {at['huyen'].upper()}"
    )
    group = (
        "Các trường mầm non, tiểu học, trung học cơ sở",
        "Các trường học trên địa bàn",
        "Các cơ sở giáo dục",
    )
    return Office(
        "truong",
        (parent, name.upper()),
        name,
        "nhà trường",
        f"{code}{initials}",
        at["xa"] if after else at["huyen"],
        group,
        ("HIỆU TRƯỞNG",),
        ("Tổ văn phòng", "Ban Giám hiệu"),
    )


def _province_party(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    p = at["tinh"]
    return Office(
        "tinh-uy",
        (f"TỈNH ỦY {p.upper()}",),
        f"Tỉnh ủy {p}",
        "Tỉnh ủy",
        "TU",
        p,
        (),
        ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        ("Văn phòng Tỉnh ủy",),
        party=True,
    )


def _district_party(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    h = at["huyen"]
    group = ("Các huyện ủy, thị ủy, thành ủy", "Các đảng ủy trực thuộc và các huyện ủy")
    return Office(
        "huyen-uy",
        (f"HUYỆN ỦY {h.upper()}",),
        f"Huyện ủy {h}",
        "Huyện ủy",
        "HU",
        h,
        group,
        ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        ("Văn phòng Huyện ủy",),
        party=True,
    )


def _commune_party(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    x = at["xa"]
    group = ("Các đảng ủy xã, phường", "Các đảng ủy trực thuộc", "Đảng ủy các xã, phường")
    return Office(
        "dang-uy",
        (f"ĐẢNG ỦY XÃ {x.upper()}",),
        f"Đảng ủy xã {x}",
        "Đảng ủy xã",
        "ĐU",
        x,
        group,
        ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        ("Văn phòng Đảng ủy",),
        party=True,
    )


def _cell(rng: Random, data: Data, after: bool, at: dict[str, str]) -> Office:
    x = at["xa"]
    n = rng.randint(1, 9)
    return Office(
        "chi-bo",
        (f"ĐẢNG BỘ XÃ {x.upper()}", f"CHI BỘ THÔN {n}"),
        f"Chi bộ thôn {n}",
        "Chi bộ",
        "CB",
        x,
        ("Các chi bộ trực thuộc", "Các chi bộ"),
        ("T/M CHI BỘ", "BÍ THƯ"),
        ("Đồng chí phó bí thư",),
        party=True,
    )
