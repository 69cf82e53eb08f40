"""Plans made up from a seed: enough like real ones to measure a database with.

Twelve fields of work, four levels, sixty provinces, ten years. Each plan has a text in which
its words stand, some twenty tasks and ten citations, most of them of plans made before it.
Plan number `n` of a seed is always the same, whatever was made before.
"""

import datetime as dt
import hashlib
import random
from dataclasses import dataclass

from schemas import (
    Citation,
    Document,
    Duty,
    DutyText,
    Period,
    Plan,
    Recipient,
    Source,
    Span,
    Task,
    TaskTime,
    Unit,
)

FIELDS = (
    ("Y tế", "phòng, chống dịch bệnh mùa hè", "tiêm chủng, giám sát ca bệnh, phun hóa chất"),
    ("Giáo dục và Đào tạo", "bồi dưỡng giáo viên phổ thông", "tập huấn, dự giờ, khảo sát"),
    ("Nội vụ", "cải cách hành chính và kiểm tra công vụ", "rà soát thủ tục, chấm điểm chỉ số"),
    ("Khoa học và Công nghệ", "chuyển đổi số và dữ liệu dùng chung", "số hóa hồ sơ, nâng cấp máy"),
    ("Nông nghiệp và Môi trường", "phòng, chống thiên tai mùa mưa lũ", "diễn tập, gia cố đê kè"),
    ("Công Thương", "bình ổn thị trường dịp cuối năm", "dự trữ hàng hóa, kiểm tra giá"),
    ("Xây dựng", "bảo đảm trật tự an toàn giao thông", "sửa chữa cầu đường, lắp biển báo"),
    ("Tài chính", "thực hành tiết kiệm, chống lãng phí", "quyết toán, công khai dự toán"),
    ("Tư pháp", "phổ biến pháp luật cho nhân dân", "hội nghị tuyên truyền, trợ giúp pháp lý"),
    ("Văn hóa, Thể thao và Du lịch", "ngày hội các dân tộc", "liên hoan, hội thao"),
    ("Công an", "phòng cháy, chữa cháy khu dân cư", "kiểm tra cơ sở, thực tập phương án"),
    ("Dân tộc và Tôn giáo", "hỗ trợ đồng bào vùng khó khăn", "khảo sát hộ nghèo, cấp giống cây"),
)  # fmt: skip
FIRST_YEAR, YEARS = 2016, 10
_FIRST = ("An", "Bình", "Cao", "Đông", "Hà", "Lâm", "Nam", "Phú", "Quảng", "Tây")
_SECOND = ("Sơn", "Giang", "Hòa", "Thịnh", "Lộc", "Vĩnh")
PROVINCES = tuple(f"{one} {other}" for one in _FIRST for other in _SECOND)
_VERBS = ("Xây dựng", "Ban hành", "Tổ chức", "Kiểm tra", "Tổng hợp", "Báo cáo", "Rà soát",
          "Tuyên truyền", "Phối hợp", "Thẩm định", "Sơ kết", "Tổng kết", "Đôn đốc")  # fmt: skip
_OBJECTS = ("kế hoạch chi tiết", "danh sách đối tượng", "văn bản hướng dẫn", "hội nghị triển khai",
            "kết quả thực hiện", "số liệu thống kê", "phương án ứng phó", "đợt cao điểm",
            "chương trình phối hợp", "lớp tập huấn", "báo cáo chuyên đề", "dự toán kinh phí",
            "mô hình điểm", "tài liệu truyền thông", "cuộc họp giao ban")  # fmt: skip
_PLACES = ("tại các xã, phường", "trên địa bàn", "ở vùng sâu, vùng xa", "tại cơ sở", "trong khối")
_FILLER = ("bảo đảm", "thiết thực", "hiệu quả", "kịp thời", "đúng quy định", "tiết kiệm", "an toàn",
           "thường xuyên", "phân công rõ", "trách nhiệm", "người đứng đầu", "cơ quan", "đơn vị",
           "nguồn lực", "giám sát", "kinh phí", "ngân sách", "nhân dân", "cán bộ", "công chức",
           "đoàn thể", "địa phương", "chất lượng", "tiến độ", "khó khăn", "vướng mắc", "đề xuất",
           "khen thưởng", "phê bình", "công khai", "đường lối", "chủ trương")  # fmt: skip


@dataclass(frozen=True)
class _Level:
    level: str
    name: str
    symbol: str


_LEVELS = (
    _Level("ministry", "Bộ {field}", "KH-B{initials}"),
    _Level("province", "Ủy ban nhân dân tỉnh", "KH-UBND"),
    _Level("province-department", "Sở {field}", "KH-S{initials}"),
    _Level("commune", "Ủy ban nhân dân xã", "KH-UBND"),
)


def header_of(seed: int, n: int) -> Document:
    """Number, issuer, day and subject of plan `n`, which later plans cite."""
    chance = random.Random(f"{seed}:{n}")
    year = FIRST_YEAR + n % YEARS
    place = 0 if n % 97 == 0 else 1 if n % 11 == 0 else 2 if n % 3 == 0 else 3
    level = _LEVELS[place]
    field, subject, _ = FIELDS[chance.randrange(len(FIELDS))]
    initials = "".join(word[0] for word in field.split() if word[0].isupper())
    province = PROVINCES[chance.randrange(len(PROVINCES))]
    area = None if place == 0 else province if place < 3 else f"{province} {chance.randrange(99)}"
    day = dt.date(year, 1, 2) + dt.timedelta(days=chance.randrange(320))
    return Document(
        kind="Kế hoạch",
        number=f"{1 + chance.randrange(900)}/{level.symbol.format(initials=initials)}",
        issuer=Unit.model_validate(
            {"name": level.name.format(field=field), "area": area, "level": level.level}
        ),
        place=area,
        issued_on=day,
        subject=f"{subject} năm {year}",
        period=Period(label=f"năm {year}", start=dt.date(year, 1, 1), end=dt.date(year, 12, 31)),
        recipients=(Recipient(id="r-1", name="Như trên"), Recipient(id="r-2", name="VT")),
    )


def make_plan(seed: int, n: int) -> Plan:
    """Plan `n`, with a text in which each item stands where its span says."""
    chance = random.Random(f"{seed}:{n}:body")
    document = header_of(seed, n)
    text = _Text()
    assert document.issuer is not None
    text.add(f"{document.issuer.name.upper()}\nSố: {document.number}\nKẾ HOẠCH\n{document.subject}")
    citations = [_citation(seed, n, rank, chance, text) for rank in range(10)]
    text.add("I. MỤC ĐÍCH, YÊU CẦU")
    for _ in range(8):
        text.add(" ".join(chance.choices(_FILLER, k=30)).capitalize() + ".")
    text.add(f"II. NHIỆM VỤ\nNăm {document.period.start.year if document.period else ''}")
    tasks = [_task(n, rank, chance, text, document) for rank in range(20)]
    text.add("III. TỔ CHỨC THỰC HIỆN")
    duties = [_duty(rank, chance, text) for rank in range(4)]
    body = text.joined()
    return Plan(
        source=Source(
            name=f"kh-{n:07}.txt",
            sha256=hashlib.sha256(body.encode()).hexdigest(),
            reader_version="bench",
        ),
        text=body,
        document=document,
        citations=tuple(citations),
        tasks=tuple(tasks),
        duties=tuple(duties),
    )


class _Text:
    """Lines put together, each giving the place where it stands."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0

    def add(self, line: str) -> Span:
        start = self._length
        self._lines.append(line)
        self._length += len(line) + 1
        return Span(start=start, end=start + len(line))

    def joined(self) -> str:
        return "\n".join(self._lines)


def _citation(seed: int, n: int, rank: int, chance: random.Random, text: _Text) -> Citation:
    if n > 20 and rank < 7:
        cited = header_of(seed, chance.randrange(n))
    else:
        cited = Document(
            kind="Nghị định",
            number=f"{1 + chance.randrange(150)}/{2010 + chance.randrange(15)}/NĐ-CP",
        )
    dated = cited.issued_on is not None and chance.random() < 0.85
    words = f"Căn cứ {cited.kind} số {cited.number}"
    if dated and cited.issued_on is not None:
        words += f" ngày {cited.issued_on:%d/%m/%Y}"
    if cited.issuer is not None and chance.random() < 0.7:
        words += f" của {cited.issuer.name}"
    return Citation(
        id=f"c-{rank}",
        kind=cited.kind or "",
        number=cited.number,
        issued_on=cited.issued_on if dated else None,
        issuer=cited.issuer if " của " in words else None,
        role="basis" if rank < 4 else "mention",
        as_written=words,
        span=text.add(words),
    )


def _task(n: int, rank: int, chance: random.Random, text: _Text, document: Document) -> Task:
    action = " ".join(
        (chance.choice(_VERBS), chance.choice(_OBJECTS), chance.choice(_PLACES), f"đợt {rank + 1}")
    )
    assert document.period is not None
    assert document.period.start is not None
    start = document.period.start + dt.timedelta(days=chance.randrange(330))
    end = start + dt.timedelta(days=chance.choice((0, 0, 6, 13, 29, 29, 89, 180)))
    leads = (_unit(chance),)
    partners = tuple(_unit(chance) for _ in range(chance.randrange(3)))
    recurring = chance.random() < 0.03
    words = f"{action}: {start:%d/%m/%Y} - {end:%d/%m/%Y}, {leads[0].name}"
    return Task(
        id=f"t-{n}-{rank}",
        action=action,
        leads=leads,
        partners=partners,
        time=TaskTime(
            start=None if recurring else start,
            end=None if recurring else end,
            precision="none" if recurring else "day",
            recurrence="FREQ=MONTHLY;BYMONTHDAY=15" if recurring else None,
        ),
        section="II",
        as_written=words,
        span=text.add(words),
    )


def _unit(chance: random.Random) -> Unit:
    field = FIELDS[chance.randrange(len(FIELDS))][0]
    kind = chance.choice(("Sở", "Phòng", "Chi cục", "Trung tâm"))
    area = chance.choice(PROVINCES) if chance.random() < 0.3 else None
    return Unit(name=f"{kind} {field}", area=area)


def _duty(rank: int, chance: random.Random, text: _Text) -> Duty:
    unit = _unit(chance)
    words = f"Giao {unit.name} {' '.join(chance.choices(_FILLER, k=14))}."
    span = text.add(words)
    return Duty(
        id=f"d-{rank}",
        unit=unit,
        duties=(DutyText(id=f"dt-{rank}", text=words, as_written=words, span=span),),
        as_written=words,
        span=span,
    )
